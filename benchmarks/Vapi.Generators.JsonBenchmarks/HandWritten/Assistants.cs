using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

public sealed class AnalysisPlan
{
    public double? MinMessagesThreshold { get; set; }
    public SummaryPlan? SummaryPlan { get; set; }
    public StructuredDataPlan? StructuredDataPlan { get; set; }
    public JsonElement? StructuredDataMultiPlan { get; set; }
    public SuccessEvaluationPlan? SuccessEvaluationPlan { get; set; }
    public List<string>? OutcomeIds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class ArtifactPlan
{
    public bool? RecordingEnabled { get; set; }
    public ArtifactPlanRecordingFormat? RecordingFormat { get; set; }
    public bool? RecordingUseCustomStorageEnabled { get; set; }
    public bool? VideoRecordingEnabled { get; set; }
    public bool? FullMessageHistoryEnabled { get; set; }
    public bool? PcapEnabled { get; set; }
    public string? PcapS3PathPrefix { get; set; }
    public bool? PcapUseCustomStorageEnabled { get; set; }
    public bool? LoggingEnabled { get; set; }
    public bool? LoggingUseCustomStorageEnabled { get; set; }
    public TranscriptPlan? TranscriptPlan { get; set; }
    public string? RecordingPath { get; set; }
    public List<string>? StructuredOutputIds { get; set; }
    public JsonElement? StructuredOutputs { get; set; }
    public List<string>? ScorecardIds { get; set; }
    public JsonElement? Scorecards { get; set; }
    public string? LoggingPath { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class Assistant
{
    public AssistantTranscriberBase? Transcriber { get; set; }
    public AssistantModelBase? Model { get; set; }
    public AssistantVoiceBase? Voice { get; set; }
    public string? FirstMessage { get; set; }
    public bool? FirstMessageInterruptionsEnabled { get; set; }
    public AssistantFirstMessageMode? FirstMessageMode { get; set; }
    public AssistantVoicemailDetectionBase? VoicemailDetection { get; set; }
    public List<AssistantClientMessages>? ClientMessages { get; set; }
    public List<AssistantServerMessages>? ServerMessages { get; set; }
    public double? MaxDurationSeconds { get; set; }
    public string? BackgroundSound { get; set; }
    public bool? ModelOutputInMessagesEnabled { get; set; }
    public List<TransportConfigurationTwilio>? TransportConfigurations { get; set; }
    public JsonElement? ObservabilityPlan { get; set; }
    public JsonElement? Credentials { get; set; }
    public List<AssistantHooksBase>? Hooks { get; set; }
    public string? LatestVersion { get; set; }
    public string? Name { get; set; }
    public string? VoicemailMessage { get; set; }
    public string? EndCallMessage { get; set; }
    public List<string>? EndCallPhrases { get; set; }
    public CompliancePlan? CompliancePlan { get; set; }
    public Dictionary<string, JsonElement>? Metadata { get; set; }
    public BackgroundSpeechDenoisingPlan? BackgroundSpeechDenoisingPlan { get; set; }
    public AnalysisPlan? AnalysisPlan { get; set; }
    public ArtifactPlan? ArtifactPlan { get; set; }
    public StartSpeakingPlan? StartSpeakingPlan { get; set; }
    public StopSpeakingPlan? StopSpeakingPlan { get; set; }
    public MonitorPlan? MonitorPlan { get; set; }
    public List<string>? CredentialIds { get; set; }
    public Server? Server { get; set; }
    public KeypadInputPlan? KeypadInputPlan { get; set; }
    public string? Id { get; set; }
    public string? OrgId { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? UpdatedAt { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class AssistantCustomEndpointingRule : StartSpeakingPlanCustomEndpointingRulesBase
{
    public string? Regex { get; set; }
    public JsonElement? RegexOptions { get; set; }
    public double? TimeoutSeconds { get; set; }
}

public sealed class AssistantOverrides
{
    public JsonElement? Transcriber { get; set; }
    public AssistantModelBase? Model { get; set; }
    public JsonElement? Voice { get; set; }
    public string? FirstMessage { get; set; }
    public bool? FirstMessageInterruptionsEnabled { get; set; }
    public AssistantFirstMessageMode? FirstMessageMode { get; set; }
    public JsonElement? VoicemailDetection { get; set; }
    public List<AssistantClientMessages>? ClientMessages { get; set; }
    public List<AssistantServerMessages>? ServerMessages { get; set; }
    public double? MaxDurationSeconds { get; set; }
    public JsonElement? BackgroundSound { get; set; }
    public bool? ModelOutputInMessagesEnabled { get; set; }
    public JsonElement? TransportConfigurations { get; set; }
    public JsonElement? ObservabilityPlan { get; set; }
    public JsonElement? Credentials { get; set; }
    public JsonElement? Hooks { get; set; }
    [JsonPropertyName("tools:append")] public JsonElement? ToolsAppend { get; set; }
    public Dictionary<string, JsonElement>? VariableValues { get; set; }
    public string? Name { get; set; }
    public string? VoicemailMessage { get; set; }
    public string? EndCallMessage { get; set; }
    public List<string>? EndCallPhrases { get; set; }
    public CompliancePlan? CompliancePlan { get; set; }
    public JsonElement? Metadata { get; set; }
    public BackgroundSpeechDenoisingPlan? BackgroundSpeechDenoisingPlan { get; set; }
    public AnalysisPlan? AnalysisPlan { get; set; }
    public ArtifactPlan? ArtifactPlan { get; set; }
    public StartSpeakingPlan? StartSpeakingPlan { get; set; }
    public StopSpeakingPlan? StopSpeakingPlan { get; set; }
    public MonitorPlan? MonitorPlan { get; set; }
    public List<string>? CredentialIds { get; set; }
    public Server? Server { get; set; }
    public KeypadInputPlan? KeypadInputPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class BackgroundSpeechDenoisingPlan
{
    public SmartDenoisingPlan? SmartDenoisingPlan { get; set; }
    public JsonElement? FourierDenoisingPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CompliancePlan
{
    public bool? HipaaEnabled { get; set; }
    public bool? PciEnabled { get; set; }
    public JsonElement? SecurityFilterPlan { get; set; }
    public JsonElement? RecordingConsentPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CreateAssistantDTO
{
    public AssistantTranscriberBase? Transcriber { get; set; }
    public AssistantModelBase? Model { get; set; }
    public AssistantVoiceBase? Voice { get; set; }
    public string? FirstMessage { get; set; }
    public bool? FirstMessageInterruptionsEnabled { get; set; }
    public AssistantFirstMessageMode? FirstMessageMode { get; set; }
    public AssistantVoicemailDetectionBase? VoicemailDetection { get; set; }
    public List<AssistantClientMessages>? ClientMessages { get; set; }
    public List<AssistantServerMessages>? ServerMessages { get; set; }
    public double? MaxDurationSeconds { get; set; }
    public string? BackgroundSound { get; set; }
    public bool? ModelOutputInMessagesEnabled { get; set; }
    public List<TransportConfigurationTwilio>? TransportConfigurations { get; set; }
    public JsonElement? ObservabilityPlan { get; set; }
    public JsonElement? Credentials { get; set; }
    public List<AssistantHooksBase>? Hooks { get; set; }
    public string? Name { get; set; }
    public string? VoicemailMessage { get; set; }
    public string? EndCallMessage { get; set; }
    public List<string>? EndCallPhrases { get; set; }
    public CompliancePlan? CompliancePlan { get; set; }
    public Dictionary<string, JsonElement>? Metadata { get; set; }
    public BackgroundSpeechDenoisingPlan? BackgroundSpeechDenoisingPlan { get; set; }
    public AnalysisPlan? AnalysisPlan { get; set; }
    public ArtifactPlan? ArtifactPlan { get; set; }
    public StartSpeakingPlan? StartSpeakingPlan { get; set; }
    public StopSpeakingPlan? StopSpeakingPlan { get; set; }
    public MonitorPlan? MonitorPlan { get; set; }
    public List<string>? CredentialIds { get; set; }
    public Server? Server { get; set; }
    public KeypadInputPlan? KeypadInputPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class KeypadInputPlan
{
    public bool? Enabled { get; set; }
    public double? TimeoutSeconds { get; set; }
    public KeypadInputPlanDelimiters? Delimiters { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class LivekitSmartEndpointingPlan
{
    public LivekitSmartEndpointingPlanProvider? Provider { get; set; }
    public string? WaitFunction { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class MonitorPlan
{
    public bool? ListenEnabled { get; set; }
    public bool? ListenAuthenticationEnabled { get; set; }
    public bool? ControlEnabled { get; set; }
    public bool? ControlAuthenticationEnabled { get; set; }
    public List<string>? MonitorIds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class Server
{
    public double? TimeoutSeconds { get; set; }
    public string? CredentialId { get; set; }
    public bool? StaticIpAddressesEnabled { get; set; }
    public List<string>? EncryptedPaths { get; set; }
    public string? Url { get; set; }
    public Dictionary<string, JsonElement>? Headers { get; set; }
    public JsonElement? BackoffPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SmartDenoisingPlan
{
    public bool? Enabled { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class StartSpeakingPlan
{
    public double? WaitSeconds { get; set; }
    public JsonElement? SmartEndpointingEnabled { get; set; }
    public LivekitSmartEndpointingPlan? SmartEndpointingPlan { get; set; }
    public List<StartSpeakingPlanCustomEndpointingRulesBase>? CustomEndpointingRules { get; set; }
    public TranscriptionEndpointingPlan? TranscriptionEndpointingPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(AssistantCustomEndpointingRule), "assistant")]
[JsonDerivedType(typeof(CustomerCustomEndpointingRule), "customer")]
public class StartSpeakingPlanCustomEndpointingRulesBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class StopSpeakingPlan
{
    public double? NumWords { get; set; }
    public double? VoiceSeconds { get; set; }
    public double? BackoffSeconds { get; set; }
    public List<string>? AcknowledgementPhrases { get; set; }
    public List<string>? InterruptionPhrases { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class StructuredDataPlan
{
    public JsonElement? Messages { get; set; }
    public bool? Enabled { get; set; }
    public JsonSchema? Schema { get; set; }
    public double? TimeoutSeconds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SuccessEvaluationPlan
{
    public SuccessEvaluationPlanRubric? Rubric { get; set; }
    public JsonElement? Messages { get; set; }
    public bool? Enabled { get; set; }
    public double? TimeoutSeconds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SummaryPlan
{
    public List<Dictionary<string, JsonElement>>? Messages { get; set; }
    public bool? Enabled { get; set; }
    public double? TimeoutSeconds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class TransportConfigurationTwilio
{
    public string? Provider { get; set; }
    public double? Timeout { get; set; }
    public bool? Record { get; set; }
    public TransportConfigurationTwilioRecordingChannels? RecordingChannels { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}
