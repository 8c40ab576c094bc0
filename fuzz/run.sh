#!/usr/bin/env bash
# Fuzzes one target, guided by the coverage of the generator and of the generated code: fuzz/run.sh document|yaml|json [seconds]
# Exits with 1 if an input crashes or hangs, and prints its path. What was found stays in artifacts/fuzz, and the next run replaces it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=${1-}
seconds=${2-60}
# Not all of the generator: a part that runs on a second thread at the same time would make the coverage random.
generator="Vapi.Generators.dll Vapi.Generators.Reading. Vapi.Generators.Parsing.Documents.ApiParser Vapi.Generators.Parsing.Naming. Vapi.Generators.Parsing.Operations. Vapi.Generators.Parsing.Schemas. Vapi.Generators.Parsing.Types. Vapi.Generators.Emitting. Vapi.Generators.Diagnostics."
case $target in
  document) words=openapi; assemblies=("$generator") ;;
  yaml) words=openapi; assemblies=("$generator" "YamlDotNet.dll YamlDotNet.Core.Parser YamlDotNet.Core.Scanner") ;;
  json) words=json; assemblies=("Vapi.Generators.Fuzz.dll Vapi.Generators.Fuzz.Kinds.") ;;
  *) echo "Usage: fuzz/run.sh document|yaml|json [seconds]" >&2; exit 2 ;;
esac
if ! command -v afl-fuzz >/dev/null; then
  echo "error: afl-fuzz is missing. Install AFL++, for example with 'apt-get install afl++'." >&2
  exit 2
fi

app=artifacts/fuzz/$target/app
found=artifacts/fuzz/$target/found
log=artifacts/fuzz/$target/log.txt
rm -rf "artifacts/fuzz/$target"
dotnet publish fuzz/Vapi.Generators.Fuzz --configuration Release --output "$app" --verbosity quiet --nologo
# afl-fuzz leaves out a seed that crashes.
for seed in "fuzz/seeds/$target"/*; do
  dotnet "$app/Vapi.Generators.Fuzz.dll" "$target" "$seed" >/dev/null || { echo "error: the seed $seed crashes" >&2; exit 1; }
done
dotnet tool restore >/dev/null
for assembly in "${assemblies[@]}"; do
  # After the name of the assembly come the starts of the names of the types to instrument.
  read -ra parts <<< "$app/$assembly"
  dotnet sharpfuzz "${parts[@]}"
done

# A slow machine must not look like a hang, so the limits are far more than any input takes.
export AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_HANG_TMOUT=30000 DOTNET_TieredPGO=0
afl-fuzz -i "fuzz/seeds/$target" -o "$found" -x "fuzz/words/$words.dict" -t 30000 -m none -V "$seconds" -- dotnet "$app/Vapi.Generators.Fuzz.dll" "$target" > "$log" 2>&1 || {
  tail -n 20 "$log" >&2
  echo "error: afl-fuzz failed" >&2
  exit 2
}

figure() { sed -n "s/^$1 *: *//p" "$found/default/fuzzer_stats"; }
findings=$(find "$found/default/crashes" "$found/default/hangs" -name 'id*' | sort)
echo "$target: $(figure execs_done) executions in $(figure run_time) s, $(figure edges_found) edges, $(figure corpus_count) inputs with new paths, $(figure saved_crashes) crashes, $(figure saved_hangs) hangs"
[ -z "$findings" ] || {
  echo "$findings"
  echo "To see the exception: dotnet run --project fuzz/Vapi.Generators.Fuzz -- $target <file>"
  exit 1
}
