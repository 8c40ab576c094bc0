using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

[JsonConverter(typeof(JsonStringEnumConverter<AnalysisCostAnalysisType>))]
public enum AnalysisCostAnalysisType
{
    [JsonStringEnumMemberName("summary")] Summary,
    [JsonStringEnumMemberName("structuredData")] StructuredData,
    [JsonStringEnumMemberName("successEvaluation")] SuccessEvaluation,
    [JsonStringEnumMemberName("structuredOutput")] StructuredOutput,
}

[JsonConverter(typeof(JsonStringEnumConverter<ArtifactPlanRecordingFormat>))]
public enum ArtifactPlanRecordingFormat
{
    [JsonStringEnumMemberName("wav;l16")] WavL16,
    [JsonStringEnumMemberName("mp3")] Mp3,
}

[JsonConverter(typeof(JsonStringEnumConverter<AssistantClientMessages>))]
public enum AssistantClientMessages
{
    [JsonStringEnumMemberName("conversation-update")] ConversationUpdate,
    [JsonStringEnumMemberName("assistant.speechStarted")] AssistantSpeechStarted,
    [JsonStringEnumMemberName("function-call")] FunctionCall,
    [JsonStringEnumMemberName("function-call-result")] FunctionCallResult,
    [JsonStringEnumMemberName("hang")] Hang,
    [JsonStringEnumMemberName("language-changed")] LanguageChanged,
    [JsonStringEnumMemberName("metadata")] Metadata,
    [JsonStringEnumMemberName("model-output")] ModelOutput,
    [JsonStringEnumMemberName("speech-update")] SpeechUpdate,
    [JsonStringEnumMemberName("status-update")] StatusUpdate,
    [JsonStringEnumMemberName("transcript")] Transcript,
    [JsonStringEnumMemberName("tool-calls")] ToolCalls,
    [JsonStringEnumMemberName("tool-calls-result")] ToolCallsResult,
    [JsonStringEnumMemberName("tool.completed")] ToolCompleted,
    [JsonStringEnumMemberName("transfer-update")] TransferUpdate,
    [JsonStringEnumMemberName("user-interrupted")] UserInterrupted,
    [JsonStringEnumMemberName("voice-input")] VoiceInput,
    [JsonStringEnumMemberName("workflow.node.started")] WorkflowNodeStarted,
    [JsonStringEnumMemberName("assistant.started")] AssistantStarted,
}

[JsonConverter(typeof(JsonStringEnumConverter<AssistantFirstMessageMode>))]
public enum AssistantFirstMessageMode
{
    [JsonStringEnumMemberName("assistant-speaks-first")] AssistantSpeaksFirst,
    [JsonStringEnumMemberName("assistant-speaks-first-with-model-generated-message")] AssistantSpeaksFirstWithModelGeneratedMessage,
    [JsonStringEnumMemberName("assistant-waits-for-user")] AssistantWaitsForUser,
}

[JsonConverter(typeof(JsonStringEnumConverter<AssistantServerMessages>))]
public enum AssistantServerMessages
{
    [JsonStringEnumMemberName("assistant.started")] AssistantStarted,
    [JsonStringEnumMemberName("assistant.speechStarted")] AssistantSpeechStarted,
    [JsonStringEnumMemberName("conversation-update")] ConversationUpdate,
    [JsonStringEnumMemberName("end-of-call-report")] EndOfCallReport,
    [JsonStringEnumMemberName("function-call")] FunctionCall,
    [JsonStringEnumMemberName("hang")] Hang,
    [JsonStringEnumMemberName("language-changed")] LanguageChanged,
    [JsonStringEnumMemberName("language-change-detected")] LanguageChangeDetected,
    [JsonStringEnumMemberName("model-output")] ModelOutput,
    [JsonStringEnumMemberName("phone-call-control")] PhoneCallControl,
    [JsonStringEnumMemberName("speech-update")] SpeechUpdate,
    [JsonStringEnumMemberName("status-update")] StatusUpdate,
    [JsonStringEnumMemberName("transcript")] Transcript,
    [JsonStringEnumMemberName("transcript[transcriptType=\"final\"]")] TranscriptTranscriptTypeFinal,
    [JsonStringEnumMemberName("tool-calls")] ToolCalls,
    [JsonStringEnumMemberName("transfer-destination-request")] TransferDestinationRequest,
    [JsonStringEnumMemberName("handoff-destination-request")] HandoffDestinationRequest,
    [JsonStringEnumMemberName("transfer-update")] TransferUpdate,
    [JsonStringEnumMemberName("user-interrupted")] UserInterrupted,
    [JsonStringEnumMemberName("voice-input")] VoiceInput,
    [JsonStringEnumMemberName("chat.created")] ChatCreated,
    [JsonStringEnumMemberName("chat.deleted")] ChatDeleted,
    [JsonStringEnumMemberName("session.created")] SessionCreated,
    [JsonStringEnumMemberName("session.updated")] SessionUpdated,
    [JsonStringEnumMemberName("session.deleted")] SessionDeleted,
    [JsonStringEnumMemberName("call.deleted")] CallDeleted,
    [JsonStringEnumMemberName("call.delete.failed")] CallDeleteFailed,
    [JsonStringEnumMemberName("call.artifact.upload")] CallArtifactUpload,
}

[JsonConverter(typeof(JsonStringEnumConverter<CallPhoneCallProvider>))]
public enum CallPhoneCallProvider
{
    [JsonStringEnumMemberName("twilio")] Twilio,
    [JsonStringEnumMemberName("vonage")] Vonage,
    [JsonStringEnumMemberName("vapi")] Vapi,
    [JsonStringEnumMemberName("telnyx")] Telnyx,
}

[JsonConverter(typeof(JsonStringEnumConverter<CallPhoneCallTransport>))]
public enum CallPhoneCallTransport
{
    [JsonStringEnumMemberName("sip")] Sip,
    [JsonStringEnumMemberName("pstn")] Pstn,
}

[JsonConverter(typeof(JsonStringEnumConverter<CallStatus>))]
public enum CallStatus
{
    [JsonStringEnumMemberName("scheduled")] Scheduled,
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("ringing")] Ringing,
    [JsonStringEnumMemberName("in-progress")] InProgress,
    [JsonStringEnumMemberName("forwarding")] Forwarding,
    [JsonStringEnumMemberName("ended")] Ended,
    [JsonStringEnumMemberName("not-found")] NotFound,
    [JsonStringEnumMemberName("deletion-failed")] DeletionFailed,
}

[JsonConverter(typeof(JsonStringEnumConverter<CallType>))]
public enum CallType
{
    [JsonStringEnumMemberName("inboundPhoneCall")] InboundPhoneCall,
    [JsonStringEnumMemberName("outboundPhoneCall")] OutboundPhoneCall,
    [JsonStringEnumMemberName("webCall")] WebCall,
    [JsonStringEnumMemberName("vapi.websocketCall")] VapiWebsocketCall,
}

[JsonConverter(typeof(JsonStringEnumConverter<ChunkPlanPunctuationBoundaries>))]
public enum ChunkPlanPunctuationBoundaries
{
    [JsonStringEnumMemberName("。")] _,
    [JsonStringEnumMemberName("，")] __,
    [JsonStringEnumMemberName(".")] ___,
    [JsonStringEnumMemberName("!")] ____,
    [JsonStringEnumMemberName("?")] _____,
    [JsonStringEnumMemberName(";")] ______,
    [JsonStringEnumMemberName(")")] _______,
    [JsonStringEnumMemberName("،")] ________,
    [JsonStringEnumMemberName("۔")] _________,
    [JsonStringEnumMemberName("।")] __________,
    [JsonStringEnumMemberName("॥")] ___________,
    [JsonStringEnumMemberName("|")] ____________,
    [JsonStringEnumMemberName("||")] _____________,
    [JsonStringEnumMemberName(",")] ______________,
    [JsonStringEnumMemberName(":")] _______________,
}

[JsonConverter(typeof(JsonStringEnumConverter<ConditionOperator>))]
public enum ConditionOperator
{
    [JsonStringEnumMemberName("eq")] Eq,
    [JsonStringEnumMemberName("neq")] Neq,
    [JsonStringEnumMemberName("gt")] Gt,
    [JsonStringEnumMemberName("gte")] Gte,
    [JsonStringEnumMemberName("lt")] Lt,
    [JsonStringEnumMemberName("lte")] Lte,
}

[JsonConverter(typeof(JsonStringEnumConverter<CreateApiRequestToolDTOMethod>))]
public enum CreateApiRequestToolDTOMethod
{
    [JsonStringEnumMemberName("POST")] POST,
    [JsonStringEnumMemberName("GET")] GET,
    [JsonStringEnumMemberName("PUT")] PUT,
    [JsonStringEnumMemberName("PATCH")] PATCH,
    [JsonStringEnumMemberName("DELETE")] DELETE,
}

[JsonConverter(typeof(JsonStringEnumConverter<CustomerSpeechTimeoutOptionsTriggerResetMode>))]
public enum CustomerSpeechTimeoutOptionsTriggerResetMode
{
    [JsonStringEnumMemberName("onUserSpeech")] OnUserSpeech,
    [JsonStringEnumMemberName("never")] Never,
}

[JsonConverter(typeof(JsonStringEnumConverter<DeepgramTranscriberLanguage>))]
public enum DeepgramTranscriberLanguage
{
    [JsonStringEnumMemberName("ar")] Ar,
    [JsonStringEnumMemberName("az")] Az,
    [JsonStringEnumMemberName("ba")] Ba,
    [JsonStringEnumMemberName("be")] Be,
    [JsonStringEnumMemberName("bg")] Bg,
    [JsonStringEnumMemberName("bn")] Bn,
    [JsonStringEnumMemberName("br")] Br,
    [JsonStringEnumMemberName("bs")] Bs,
    [JsonStringEnumMemberName("ca")] Ca,
    [JsonStringEnumMemberName("cs")] Cs,
    [JsonStringEnumMemberName("da")] Da,
    [JsonStringEnumMemberName("da-DK")] DaDK,
    [JsonStringEnumMemberName("de")] De,
    [JsonStringEnumMemberName("de-CH")] DeCH,
    [JsonStringEnumMemberName("el")] El,
    [JsonStringEnumMemberName("en")] En,
    [JsonStringEnumMemberName("en-AU")] EnAU,
    [JsonStringEnumMemberName("en-CA")] EnCA,
    [JsonStringEnumMemberName("en-GB")] EnGB,
    [JsonStringEnumMemberName("en-IE")] EnIE,
    [JsonStringEnumMemberName("en-IN")] EnIN,
    [JsonStringEnumMemberName("en-NZ")] EnNZ,
    [JsonStringEnumMemberName("en-US")] EnUS,
    [JsonStringEnumMemberName("es")] Es,
    [JsonStringEnumMemberName("es-419")] Es419,
    [JsonStringEnumMemberName("es-LATAM")] EsLATAM,
    [JsonStringEnumMemberName("et")] Et,
    [JsonStringEnumMemberName("eu")] Eu,
    [JsonStringEnumMemberName("fa")] Fa,
    [JsonStringEnumMemberName("fi")] Fi,
    [JsonStringEnumMemberName("fr")] Fr,
    [JsonStringEnumMemberName("fr-CA")] FrCA,
    [JsonStringEnumMemberName("ha")] Ha,
    [JsonStringEnumMemberName("haw")] Haw,
    [JsonStringEnumMemberName("he")] He,
    [JsonStringEnumMemberName("hi")] Hi,
    [JsonStringEnumMemberName("hi-Latn")] HiLatn,
    [JsonStringEnumMemberName("hr")] Hr,
    [JsonStringEnumMemberName("hu")] Hu,
    [JsonStringEnumMemberName("id")] Id,
    [JsonStringEnumMemberName("is")] Is,
    [JsonStringEnumMemberName("it")] It,
    [JsonStringEnumMemberName("ja")] Ja,
    [JsonStringEnumMemberName("jw")] Jw,
    [JsonStringEnumMemberName("kn")] Kn,
    [JsonStringEnumMemberName("ko")] Ko,
    [JsonStringEnumMemberName("ko-KR")] KoKR,
    [JsonStringEnumMemberName("ln")] Ln,
    [JsonStringEnumMemberName("lt")] Lt,
    [JsonStringEnumMemberName("lv")] Lv,
    [JsonStringEnumMemberName("mk")] Mk,
    [JsonStringEnumMemberName("mr")] Mr,
    [JsonStringEnumMemberName("ms")] Ms,
    [JsonStringEnumMemberName("multi")] Multi,
    [JsonStringEnumMemberName("nl")] Nl,
    [JsonStringEnumMemberName("nl-BE")] NlBE,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("pl")] Pl,
    [JsonStringEnumMemberName("pt")] Pt,
    [JsonStringEnumMemberName("pt-BR")] PtBR,
    [JsonStringEnumMemberName("pt-PT")] PtPT,
    [JsonStringEnumMemberName("ro")] Ro,
    [JsonStringEnumMemberName("ru")] Ru,
    [JsonStringEnumMemberName("sk")] Sk,
    [JsonStringEnumMemberName("sl")] Sl,
    [JsonStringEnumMemberName("sn")] Sn,
    [JsonStringEnumMemberName("so")] So,
    [JsonStringEnumMemberName("sr")] Sr,
    [JsonStringEnumMemberName("su")] Su,
    [JsonStringEnumMemberName("sv")] Sv,
    [JsonStringEnumMemberName("sv-SE")] SvSE,
    [JsonStringEnumMemberName("ta")] Ta,
    [JsonStringEnumMemberName("taq")] Taq,
    [JsonStringEnumMemberName("te")] Te,
    [JsonStringEnumMemberName("th")] Th,
    [JsonStringEnumMemberName("th-TH")] ThTH,
    [JsonStringEnumMemberName("tl")] Tl,
    [JsonStringEnumMemberName("tr")] Tr,
    [JsonStringEnumMemberName("tt")] Tt,
    [JsonStringEnumMemberName("uk")] Uk,
    [JsonStringEnumMemberName("ur")] Ur,
    [JsonStringEnumMemberName("vi")] Vi,
    [JsonStringEnumMemberName("yo")] Yo,
    [JsonStringEnumMemberName("zh")] Zh,
    [JsonStringEnumMemberName("zh-CN")] ZhCN,
    [JsonStringEnumMemberName("zh-HK")] ZhHK,
    [JsonStringEnumMemberName("zh-Hans")] ZhHans,
    [JsonStringEnumMemberName("zh-Hant")] ZhHant,
    [JsonStringEnumMemberName("zh-TW")] ZhTW,
}

[JsonConverter(typeof(JsonStringEnumConverter<DeepgramTranscriberRedaction>))]
public enum DeepgramTranscriberRedaction
{
    [JsonStringEnumMemberName("pci")] Pci,
    [JsonStringEnumMemberName("pii")] Pii,
    [JsonStringEnumMemberName("phi")] Phi,
    [JsonStringEnumMemberName("numbers")] Numbers,
}

[JsonConverter(typeof(JsonStringEnumConverter<ElevenLabsVoiceModel>))]
public enum ElevenLabsVoiceModel
{
    [JsonStringEnumMemberName("eleven_multilingual_v2")] ElevenMultilingualV2,
    [JsonStringEnumMemberName("eleven_turbo_v2")] ElevenTurboV2,
    [JsonStringEnumMemberName("eleven_turbo_v2_5")] ElevenTurboV25,
    [JsonStringEnumMemberName("eleven_flash_v2")] ElevenFlashV2,
    [JsonStringEnumMemberName("eleven_flash_v2_5")] ElevenFlashV25,
    [JsonStringEnumMemberName("eleven_monolingual_v1")] ElevenMonolingualV1,
    [JsonStringEnumMemberName("eleven_v3")] ElevenV3,
}

[JsonConverter(typeof(JsonStringEnumConverter<FallbackDeepgramVoiceModel>))]
public enum FallbackDeepgramVoiceModel
{
    [JsonStringEnumMemberName("aura")] Aura,
    [JsonStringEnumMemberName("aura-2")] Aura2,
}

[JsonConverter(typeof(JsonStringEnumConverter<FallbackDeepgramVoiceVoiceId>))]
public enum FallbackDeepgramVoiceVoiceId
{
    [JsonStringEnumMemberName("asteria")] Asteria,
    [JsonStringEnumMemberName("luna")] Luna,
    [JsonStringEnumMemberName("stella")] Stella,
    [JsonStringEnumMemberName("athena")] Athena,
    [JsonStringEnumMemberName("hera")] Hera,
    [JsonStringEnumMemberName("orion")] Orion,
    [JsonStringEnumMemberName("arcas")] Arcas,
    [JsonStringEnumMemberName("perseus")] Perseus,
    [JsonStringEnumMemberName("angus")] Angus,
    [JsonStringEnumMemberName("orpheus")] Orpheus,
    [JsonStringEnumMemberName("helios")] Helios,
    [JsonStringEnumMemberName("zeus")] Zeus,
    [JsonStringEnumMemberName("thalia")] Thalia,
    [JsonStringEnumMemberName("andromeda")] Andromeda,
    [JsonStringEnumMemberName("helena")] Helena,
    [JsonStringEnumMemberName("apollo")] Apollo,
    [JsonStringEnumMemberName("aries")] Aries,
    [JsonStringEnumMemberName("amalthea")] Amalthea,
    [JsonStringEnumMemberName("atlas")] Atlas,
    [JsonStringEnumMemberName("aurora")] Aurora,
    [JsonStringEnumMemberName("callista")] Callista,
    [JsonStringEnumMemberName("cora")] Cora,
    [JsonStringEnumMemberName("cordelia")] Cordelia,
    [JsonStringEnumMemberName("delia")] Delia,
    [JsonStringEnumMemberName("draco")] Draco,
    [JsonStringEnumMemberName("electra")] Electra,
    [JsonStringEnumMemberName("harmonia")] Harmonia,
    [JsonStringEnumMemberName("hermes")] Hermes,
    [JsonStringEnumMemberName("hyperion")] Hyperion,
    [JsonStringEnumMemberName("iris")] Iris,
    [JsonStringEnumMemberName("janus")] Janus,
    [JsonStringEnumMemberName("juno")] Juno,
    [JsonStringEnumMemberName("jupiter")] Jupiter,
    [JsonStringEnumMemberName("mars")] Mars,
    [JsonStringEnumMemberName("minerva")] Minerva,
    [JsonStringEnumMemberName("neptune")] Neptune,
    [JsonStringEnumMemberName("odysseus")] Odysseus,
    [JsonStringEnumMemberName("ophelia")] Ophelia,
    [JsonStringEnumMemberName("pandora")] Pandora,
    [JsonStringEnumMemberName("phoebe")] Phoebe,
    [JsonStringEnumMemberName("pluto")] Pluto,
    [JsonStringEnumMemberName("saturn")] Saturn,
    [JsonStringEnumMemberName("selene")] Selene,
    [JsonStringEnumMemberName("theia")] Theia,
    [JsonStringEnumMemberName("vesta")] Vesta,
    [JsonStringEnumMemberName("celeste")] Celeste,
    [JsonStringEnumMemberName("estrella")] Estrella,
    [JsonStringEnumMemberName("nestor")] Nestor,
    [JsonStringEnumMemberName("sirio")] Sirio,
    [JsonStringEnumMemberName("carina")] Carina,
    [JsonStringEnumMemberName("alvaro")] Alvaro,
    [JsonStringEnumMemberName("diana")] Diana,
    [JsonStringEnumMemberName("aquila")] Aquila,
    [JsonStringEnumMemberName("selena")] Selena,
    [JsonStringEnumMemberName("javier")] Javier,
    [JsonStringEnumMemberName("viktoria")] Viktoria,
    [JsonStringEnumMemberName("kara")] Kara,
    [JsonStringEnumMemberName("fabian")] Fabian,
    [JsonStringEnumMemberName("julius")] Julius,
    [JsonStringEnumMemberName("lara")] Lara,
    [JsonStringEnumMemberName("elara")] Elara,
    [JsonStringEnumMemberName("aurelia")] Aurelia,
}

[JsonConverter(typeof(JsonStringEnumConverter<FormatPlanFormattersEnabled>))]
public enum FormatPlanFormattersEnabled
{
    [JsonStringEnumMemberName("markdown")] Markdown,
    [JsonStringEnumMemberName("asterisk")] Asterisk,
    [JsonStringEnumMemberName("quote")] Quote,
    [JsonStringEnumMemberName("dash")] Dash,
    [JsonStringEnumMemberName("newline")] Newline,
    [JsonStringEnumMemberName("colon")] Colon,
    [JsonStringEnumMemberName("acronym")] Acronym,
    [JsonStringEnumMemberName("dollarAmount")] DollarAmount,
    [JsonStringEnumMemberName("email")] Email,
    [JsonStringEnumMemberName("date")] Date,
    [JsonStringEnumMemberName("time")] Time,
    [JsonStringEnumMemberName("distance")] Distance,
    [JsonStringEnumMemberName("unit")] Unit,
    [JsonStringEnumMemberName("percentage")] Percentage,
    [JsonStringEnumMemberName("phoneNumber")] PhoneNumber,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("stripAsterisk")] StripAsterisk,
}

[JsonConverter(typeof(JsonStringEnumConverter<JsonSchemaFormat>))]
public enum JsonSchemaFormat
{
    [JsonStringEnumMemberName("date-time")] DateTime,
    [JsonStringEnumMemberName("time")] Time,
    [JsonStringEnumMemberName("date")] Date,
    [JsonStringEnumMemberName("duration")] Duration,
    [JsonStringEnumMemberName("email")] Email,
    [JsonStringEnumMemberName("hostname")] Hostname,
    [JsonStringEnumMemberName("ipv4")] Ipv4,
    [JsonStringEnumMemberName("ipv6")] Ipv6,
    [JsonStringEnumMemberName("uuid")] Uuid,
}

[JsonConverter(typeof(JsonStringEnumConverter<JsonSchemaType>))]
public enum JsonSchemaType
{
    [JsonStringEnumMemberName("string")] String,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("integer")] Integer,
    [JsonStringEnumMemberName("boolean")] Boolean,
    [JsonStringEnumMemberName("array")] Array,
    [JsonStringEnumMemberName("object")] Object,
}

[JsonConverter(typeof(JsonStringEnumConverter<KeypadInputPlanDelimiters>))]
public enum KeypadInputPlanDelimiters
{
    [JsonStringEnumMemberName("#")] _,
    [JsonStringEnumMemberName("*")] __,
}

[JsonConverter(typeof(JsonStringEnumConverter<KnowledgeBaseModel>))]
public enum KnowledgeBaseModel
{
    [JsonStringEnumMemberName("gemini-3.5-flash")] Gemini35Flash,
    [JsonStringEnumMemberName("gemini-3.1-flash-lite")] Gemini31FlashLite,
    [JsonStringEnumMemberName("gemini-3-flash-preview")] Gemini3FlashPreview,
    [JsonStringEnumMemberName("gemini-2.5-pro")] Gemini25Pro,
    [JsonStringEnumMemberName("gemini-2.5-flash")] Gemini25Flash,
    [JsonStringEnumMemberName("gemini-2.5-flash-lite")] Gemini25FlashLite,
    [JsonStringEnumMemberName("gemini-2.0-flash-thinking-exp")] Gemini20FlashThinkingExp,
    [JsonStringEnumMemberName("gemini-2.0-pro-exp-02-05")] Gemini20ProExp0205,
    [JsonStringEnumMemberName("gemini-2.0-flash")] Gemini20Flash,
    [JsonStringEnumMemberName("gemini-2.0-flash-lite")] Gemini20FlashLite,
    [JsonStringEnumMemberName("gemini-2.0-flash-exp")] Gemini20FlashExp,
    [JsonStringEnumMemberName("gemini-2.0-flash-realtime-exp")] Gemini20FlashRealtimeExp,
    [JsonStringEnumMemberName("gemini-1.5-flash")] Gemini15Flash,
    [JsonStringEnumMemberName("gemini-1.5-flash-002")] Gemini15Flash002,
    [JsonStringEnumMemberName("gemini-1.5-pro")] Gemini15Pro,
    [JsonStringEnumMemberName("gemini-1.5-pro-002")] Gemini15Pro002,
    [JsonStringEnumMemberName("gemini-1.0-pro")] Gemini10Pro,
}

[JsonConverter(typeof(JsonStringEnumConverter<LivekitSmartEndpointingPlanProvider>))]
public enum LivekitSmartEndpointingPlanProvider
{
    [JsonStringEnumMemberName("vapi")] Vapi,
    [JsonStringEnumMemberName("livekit")] Livekit,
    [JsonStringEnumMemberName("custom-endpointing-model")] CustomEndpointingModel,
}

[JsonConverter(typeof(JsonStringEnumConverter<OpenAIMessageRole>))]
public enum OpenAIMessageRole
{
    [JsonStringEnumMemberName("assistant")] Assistant,
    [JsonStringEnumMemberName("function")] Function,
    [JsonStringEnumMemberName("user")] User,
    [JsonStringEnumMemberName("system")] System,
    [JsonStringEnumMemberName("tool")] Tool,
}

[JsonConverter(typeof(JsonStringEnumConverter<OpenAIModelPromptCacheRetention>))]
public enum OpenAIModelPromptCacheRetention
{
    [JsonStringEnumMemberName("in_memory")] InMemory,
    [JsonStringEnumMemberName("24h")] _24h,
}

[JsonConverter(typeof(JsonStringEnumConverter<OpenAIModelReasoningEffort>))]
public enum OpenAIModelReasoningEffort
{
    [JsonStringEnumMemberName("minimal")] Minimal,
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("low")] Low,
    [JsonStringEnumMemberName("medium")] Medium,
    [JsonStringEnumMemberName("high")] High,
    [JsonStringEnumMemberName("xhigh")] Xhigh,
}

[JsonConverter(typeof(JsonStringEnumConverter<OpenAIModelToolStrictCompatibilityMode>))]
public enum OpenAIModelToolStrictCompatibilityMode
{
    [JsonStringEnumMemberName("strip-parameters-with-unsupported-validation")] StripParametersWithUnsupportedValidation,
    [JsonStringEnumMemberName("strip-unsupported-validation")] StripUnsupportedValidation,
}

[JsonConverter(typeof(JsonStringEnumConverter<SuccessEvaluationPlanRubric>))]
public enum SuccessEvaluationPlanRubric
{
    [JsonStringEnumMemberName("NumericScale")] NumericScale,
    [JsonStringEnumMemberName("DescriptiveScale")] DescriptiveScale,
    [JsonStringEnumMemberName("Checklist")] Checklist,
    [JsonStringEnumMemberName("Matrix")] Matrix,
    [JsonStringEnumMemberName("PercentageScale")] PercentageScale,
    [JsonStringEnumMemberName("LikertScale")] LikertScale,
    [JsonStringEnumMemberName("AutomaticRubric")] AutomaticRubric,
    [JsonStringEnumMemberName("PassFail")] PassFail,
}

[JsonConverter(typeof(JsonStringEnumConverter<ToolMessageCompleteRole>))]
public enum ToolMessageCompleteRole
{
    [JsonStringEnumMemberName("assistant")] Assistant,
    [JsonStringEnumMemberName("system")] System,
}

[JsonConverter(typeof(JsonStringEnumConverter<TransferDestinationAssistantTransferMode>))]
public enum TransferDestinationAssistantTransferMode
{
    [JsonStringEnumMemberName("rolling-history")] RollingHistory,
    [JsonStringEnumMemberName("swap-system-message-in-history")] SwapSystemMessageInHistory,
    [JsonStringEnumMemberName("swap-system-message-in-history-and-remove-transfer-tool-messages")] SwapSystemMessageInHistoryAndRemoveTransferToolMessages,
    [JsonStringEnumMemberName("delete-history")] DeleteHistory,
}

[JsonConverter(typeof(JsonStringEnumConverter<TransferPlanMode>))]
public enum TransferPlanMode
{
    [JsonStringEnumMemberName("blind-transfer")] BlindTransfer,
    [JsonStringEnumMemberName("blind-transfer-add-summary-to-sip-header")] BlindTransferAddSummaryToSipHeader,
    [JsonStringEnumMemberName("warm-transfer-say-message")] WarmTransferSayMessage,
    [JsonStringEnumMemberName("warm-transfer-say-summary")] WarmTransferSaySummary,
    [JsonStringEnumMemberName("warm-transfer-twiml")] WarmTransferTwiml,
    [JsonStringEnumMemberName("warm-transfer-wait-for-operator-to-speak-first-and-then-say-message")] WarmTransferWaitForOperatorToSpeakFirstAndThenSayMessage,
    [JsonStringEnumMemberName("warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary")] WarmTransferWaitForOperatorToSpeakFirstAndThenSaySummary,
    [JsonStringEnumMemberName("warm-transfer-experimental")] WarmTransferExperimental,
}

[JsonConverter(typeof(JsonStringEnumConverter<TransportConfigurationTwilioRecordingChannels>))]
public enum TransportConfigurationTwilioRecordingChannels
{
    [JsonStringEnumMemberName("mono")] Mono,
    [JsonStringEnumMemberName("dual")] Dual,
}

[JsonConverter(typeof(JsonStringEnumConverter<TransportCostProvider>))]
public enum TransportCostProvider
{
    [JsonStringEnumMemberName("daily")] Daily,
    [JsonStringEnumMemberName("vapi.websocket")] VapiWebsocket,
    [JsonStringEnumMemberName("twilio")] Twilio,
    [JsonStringEnumMemberName("vonage")] Vonage,
    [JsonStringEnumMemberName("telnyx")] Telnyx,
    [JsonStringEnumMemberName("vapi.sip")] VapiSip,
}

[JsonConverter(typeof(JsonStringEnumConverter<VapiCostSubType>))]
public enum VapiCostSubType
{
    [JsonStringEnumMemberName("normal")] Normal,
    [JsonStringEnumMemberName("overage")] Overage,
}

[JsonConverter(typeof(JsonStringEnumConverter<VapiVoicemailDetectionPlanType>))]
public enum VapiVoicemailDetectionPlanType
{
    [JsonStringEnumMemberName("audio")] Audio,
    [JsonStringEnumMemberName("transcript")] Transcript,
}
