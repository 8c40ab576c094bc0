using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

public sealed class Analysis
{
    public string? Summary { get; set; }
    public Dictionary<string, JsonElement>? StructuredData { get; set; }
    public JsonElement? StructuredDataMulti { get; set; }
    public string? SuccessEvaluation { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class AnalysisCost : CallCostsBase
{
    public AnalysisCostAnalysisType? AnalysisType { get; set; }
    public Dictionary<string, JsonElement>? Model { get; set; }
    public double? PromptTokens { get; set; }
    public double? CompletionTokens { get; set; }
    public double? CachedPromptTokens { get; set; }
    public JsonElement? StructuredOutputBreakdown { get; set; }
    public double? Cost { get; set; }
}

public sealed class AnalysisCostBreakdown
{
    public double? Summary { get; set; }
    public double? SummaryPromptTokens { get; set; }
    public double? SummaryCompletionTokens { get; set; }
    public double? SummaryCachedPromptTokens { get; set; }
    public double? StructuredData { get; set; }
    public double? StructuredDataPromptTokens { get; set; }
    public double? StructuredDataCompletionTokens { get; set; }
    public double? StructuredDataCachedPromptTokens { get; set; }
    public double? SuccessEvaluation { get; set; }
    public double? SuccessEvaluationPromptTokens { get; set; }
    public double? SuccessEvaluationCompletionTokens { get; set; }
    public double? SuccessEvaluationCachedPromptTokens { get; set; }
    public double? StructuredOutput { get; set; }
    public double? StructuredOutputPromptTokens { get; set; }
    public double? StructuredOutputCompletionTokens { get; set; }
    public double? StructuredOutputCachedPromptTokens { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class Artifact
{
    public List<CallMessagesBase>? Messages { get; set; }
    public List<OpenAIMessage>? MessagesOpenAIFormatted { get; set; }
    public JsonElement? SkippedStructuredOutputs { get; set; }
    public JsonElement? Transfers { get; set; }
    public string? RecordingUrl { get; set; }
    public string? StereoRecordingUrl { get; set; }
    public string? VideoRecordingUrl { get; set; }
    public double? VideoRecordingStartDelaySeconds { get; set; }
    public Recording? Recording { get; set; }
    public string? Transcript { get; set; }
    public string? PcapUrl { get; set; }
    public string? LogUrl { get; set; }
    public JsonElement? Nodes { get; set; }
    public JsonElement? AssistantActivations { get; set; }
    public Dictionary<string, JsonElement>? VariableValues { get; set; }
    public PerformanceMetrics? PerformanceMetrics { get; set; }
    public JsonElement? StructuredOutputs { get; set; }
    public JsonElement? Scorecards { get; set; }
    public DateTime? StructuredOutputsLastUpdatedAt { get; set; }
    public string? PresignedMonoUrl { get; set; }
    public string? PresignedStereoUrl { get; set; }
    public string? PresignedVideoUrl { get; set; }
    public string? PresignedAssistantUrl { get; set; }
    public string? PresignedCustomerUrl { get; set; }
    public string? PresignedPcapUrl { get; set; }
    public string? PresignedLogUrl { get; set; }
    public string? PresignedUrlsExpiresAt { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class BotMessage : CallMessagesBase
{
    public string? Message { get; set; }
    public double? Time { get; set; }
    public double? EndTime { get; set; }
    public double? SecondsFromStart { get; set; }
    public string? Source { get; set; }
    public double? Duration { get; set; }
    public string? AssistantName { get; set; }
    public string? AssistantId { get; set; }
}

public sealed class Call
{
    public CallType? Type { get; set; }
    public List<CallCostsBase>? Costs { get; set; }
    public List<CallMessagesBase>? Messages { get; set; }
    public CallPhoneCallProvider? PhoneCallProvider { get; set; }
    public CallPhoneCallTransport? PhoneCallTransport { get; set; }
    public CallStatus? Status { get; set; }
    public string? EndedReason { get; set; }
    public string? EndedMessage { get; set; }
    public JsonElement? Destination { get; set; }
    public string? AssistantVersion { get; set; }
    public JsonElement? Transport { get; set; }
    public string? Id { get; set; }
    public string? OrgId { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? UpdatedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }
    public double? Cost { get; set; }
    public CostBreakdown? CostBreakdown { get; set; }
    public ArtifactPlan? ArtifactPlan { get; set; }
    public Analysis? Analysis { get; set; }
    public Monitor? Monitor { get; set; }
    public Artifact? Artifact { get; set; }
    public JsonElement? Compliance { get; set; }
    public string? PhoneCallProviderId { get; set; }
    public string? CampaignId { get; set; }
    public string? AssistantId { get; set; }
    public CreateAssistantDTO? Assistant { get; set; }
    public AssistantOverrides? AssistantOverrides { get; set; }
    public string? SquadId { get; set; }
    public JsonElement? Squad { get; set; }
    public AssistantOverrides? SquadOverrides { get; set; }
    public string? WorkflowId { get; set; }
    public JsonElement? Workflow { get; set; }
    public JsonElement? WorkflowOverrides { get; set; }
    public string? PhoneNumberId { get; set; }
    public JsonElement? PhoneNumber { get; set; }
    public string? CustomerId { get; set; }
    public CreateCustomerDTO? Customer { get; set; }
    public string? Name { get; set; }
    public SchedulePlan? SchedulePlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(AnalysisCost), "analysis")]
[JsonDerivedType(typeof(ModelCost), "model")]
[JsonDerivedType(typeof(TranscriberCost), "transcriber")]
[JsonDerivedType(typeof(TransportCost), "transport")]
[JsonDerivedType(typeof(VapiCost), "vapi")]
[JsonDerivedType(typeof(VoiceCost), "voice")]
public class CallCostsBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "role", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(BotMessage), "bot")]
[JsonDerivedType(typeof(SystemMessage), "system")]
[JsonDerivedType(typeof(ToolCallMessage), "tool_calls")]
[JsonDerivedType(typeof(ToolCallResultMessage), "tool_call_result")]
[JsonDerivedType(typeof(UserMessage), "user")]
public class CallMessagesBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CostBreakdown
{
    public double? Transport { get; set; }
    public double? Stt { get; set; }
    public double? Llm { get; set; }
    public double? Tts { get; set; }
    public double? Vapi { get; set; }
    public double? Chat { get; set; }
    public double? Total { get; set; }
    public double? LlmPromptTokens { get; set; }
    public double? LlmCompletionTokens { get; set; }
    public double? LlmCachedPromptTokens { get; set; }
    public double? TtsCharacters { get; set; }
    public AnalysisCostBreakdown? AnalysisCostBreakdown { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CreateCallDTO
{
    public string? AssistantVersion { get; set; }
    public JsonElement? Transport { get; set; }
    public List<CreateCustomerDTO>? Customers { get; set; }
    public string? Name { get; set; }
    public SchedulePlan? SchedulePlan { get; set; }
    public string? AssistantId { get; set; }
    public CreateAssistantDTO? Assistant { get; set; }
    public AssistantOverrides? AssistantOverrides { get; set; }
    public string? SquadId { get; set; }
    public JsonElement? Squad { get; set; }
    public AssistantOverrides? SquadOverrides { get; set; }
    public string? WorkflowId { get; set; }
    public JsonElement? Workflow { get; set; }
    public JsonElement? WorkflowOverrides { get; set; }
    public string? PhoneNumberId { get; set; }
    public JsonElement? PhoneNumber { get; set; }
    public string? CustomerId { get; set; }
    public CreateCustomerDTO? Customer { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CreateCustomerDTO
{
    public bool? NumberE164CheckEnabled { get; set; }
    public string? Extension { get; set; }
    public AssistantOverrides? AssistantOverrides { get; set; }
    public AssistantOverrides? SquadOverrides { get; set; }
    public string? Number { get; set; }
    public string? SipUri { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? ExternalId { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CustomerCustomEndpointingRule : StartSpeakingPlanCustomEndpointingRulesBase
{
    public string? Regex { get; set; }
    public JsonElement? RegexOptions { get; set; }
    public double? TimeoutSeconds { get; set; }
}

public sealed class ModelCost : CallCostsBase
{
    public Dictionary<string, JsonElement>? Model { get; set; }
    public double? PromptTokens { get; set; }
    public double? CompletionTokens { get; set; }
    public double? CachedPromptTokens { get; set; }
    public double? ReasoningTokens { get; set; }
    public double? Cost { get; set; }
}

public sealed class Monitor
{
    public JsonElement? Monitors { get; set; }
    public string? ListenUrl { get; set; }
    public string? ControlUrl { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class Mono
{
    public string? CombinedUrl { get; set; }
    public string? AssistantUrl { get; set; }
    public string? CustomerUrl { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class PerformanceMetrics
{
    public List<TurnLatency>? TurnLatencies { get; set; }
    public double? ModelLatencyAverage { get; set; }
    public double? VoiceLatencyAverage { get; set; }
    public double? TranscriberLatencyAverage { get; set; }
    public double? EndpointingLatencyAverage { get; set; }
    public double? TurnLatencyAverage { get; set; }
    public double? FromTransportLatencyAverage { get; set; }
    public double? ToTransportLatencyAverage { get; set; }
    public double? NumUserInterrupted { get; set; }
    public double? NumAssistantInterrupted { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class Recording
{
    public string? StereoUrl { get; set; }
    public string? VideoUrl { get; set; }
    public double? VideoRecordingStartDelaySeconds { get; set; }
    public Mono? Mono { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SchedulePlan
{
    public DateTime? EarliestAt { get; set; }
    public DateTime? LatestAt { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SystemMessage : CallMessagesBase
{
    public string? Message { get; set; }
    public double? Time { get; set; }
    public double? SecondsFromStart { get; set; }
}

public sealed class TranscriberCost : CallCostsBase
{
    public Dictionary<string, JsonElement>? Transcriber { get; set; }
    public double? Minutes { get; set; }
    public double? Cost { get; set; }
}

public sealed class TransportCost : CallCostsBase
{
    public TransportCostProvider? Provider { get; set; }
    public double? Minutes { get; set; }
    public double? Cost { get; set; }
}

public sealed class TurnLatency
{
    public double? ModelLatency { get; set; }
    public double? VoiceLatency { get; set; }
    public double? TranscriberLatency { get; set; }
    public double? EndpointingLatency { get; set; }
    [JsonPropertyName("turnLatency")] public double? TurnLatencyValue { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class UserMessage : CallMessagesBase
{
    public string? Message { get; set; }
    public double? Time { get; set; }
    public double? EndTime { get; set; }
    public double? SecondsFromStart { get; set; }
    public double? Duration { get; set; }
    public bool? IsFiltered { get; set; }
    public List<string>? DetectedThreats { get; set; }
    public string? OriginalMessage { get; set; }
    public Dictionary<string, JsonElement>? Metadata { get; set; }
    public string? SpeakerLabel { get; set; }
}

public sealed class VapiCost : CallCostsBase
{
    public VapiCostSubType? SubType { get; set; }
    public double? Minutes { get; set; }
    public double? Cost { get; set; }
}

public sealed class VoiceCost : CallCostsBase
{
    public Dictionary<string, JsonElement>? Voice { get; set; }
    public double? Characters { get; set; }
    public double? Cost { get; set; }
}
