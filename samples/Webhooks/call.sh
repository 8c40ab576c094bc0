#!/usr/bin/env bash
# Plays a call: sends what Vapi sends, and prints the responses.
#   call.sh http://localhost:5080/vapi secret
set -euo pipefail
url=$1
secret=$2

send() {
  echo "$1"
  curl --silent --show-error --write-out '%{http_code}\n' --header "X-Vapi-Secret: $secret" --header 'Content-Type: application/json' --data "$2" "$url"
}

send 'The phone rings.' '{"message":{"type":"assistant-request","timestamp":1786968000000,"call":{"id":"call-1","type":"inboundPhoneCall","customer":{"number":"+14155550100"}}}}'
send 'The call starts.' '{"message":{"type":"status-update","status":"in-progress","call":{"id":"call-1"}}}'
send 'The model calls a tool.' '{"message":{"type":"tool-calls","toolCallList":[{"id":"tool-1","type":"function","function":{"name":"book","arguments":{"time":"19:00","guests":2}}}],"call":{"id":"call-1"}}}'
send 'The same with arguments as a string.' '{"message":{"type":"tool-calls","toolCallList":[{"id":"tool-2","type":"function","function":{"name":"book","arguments":"{\"time\":\"20:00\"}"}}],"call":{"id":"call-1"}}}'
send 'The call ends.' '{"message":{"type":"end-of-call-report","endedReason":"customer-ended-call","analysis":{"summary":"Two tables were booked."},"call":{"id":"call-1"}}}'
send 'A message of the future.' '{"message":{"type":"something-new","x":1}}'
send 'Broken JSON.' '{"message":'
secret=guess
send 'A stranger.' '{"message":{"type":"status-update","status":"ended"}}'
