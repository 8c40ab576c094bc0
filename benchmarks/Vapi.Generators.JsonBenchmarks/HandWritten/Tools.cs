using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

public sealed class Condition
{
    public ConditionOperator? Operator { get; set; }
    public string? Param { get; set; }
    public string? Value { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CreateApiRequestToolDTO : OpenAIModelToolsBase
{
    public JsonElement? Messages { get; set; }
    public string? Name { get; set; }
    public CreateApiRequestToolDTOMethod? Method { get; set; }
    public double? TimeoutSeconds { get; set; }
    public string? CredentialId { get; set; }
    public List<string>? EncryptedPaths { get; set; }
    public JsonElement? Parameters { get; set; }
    public string? Description { get; set; }
    public string? Url { get; set; }
    public JsonSchema? Body { get; set; }
    public JsonSchema? Headers { get; set; }
    public JsonElement? BackoffPlan { get; set; }
    public VariableExtractionPlan? VariableExtractionPlan { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

public sealed class CreateDtmfToolDTO : OpenAIModelToolsBase
{
    public JsonElement? Messages { get; set; }
    public bool? SipInfoDtmfEnabled { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

public sealed class CreateEndCallToolDTO : OpenAIModelToolsBase
{
    public List<CreateFunctionToolDTOMessagesBase>? Messages { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

public sealed class CreateFunctionToolDTO : OpenAIModelToolsBase
{
    public List<CreateFunctionToolDTOMessagesBase>? Messages { get; set; }
    public bool? Async { get; set; }
    public Server? Server { get; set; }
    public VariableExtractionPlan? VariableExtractionPlan { get; set; }
    public JsonElement? Parameters { get; set; }
    public OpenAIFunction? Function { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ToolMessageComplete), "request-complete")]
[JsonDerivedType(typeof(ToolMessageFailed), "request-failed")]
[JsonDerivedType(typeof(ToolMessageStart), "request-start")]
public class CreateFunctionToolDTOMessagesBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CreateQueryToolDTO : OpenAIModelToolsBase
{
    public JsonElement? Messages { get; set; }
    public List<KnowledgeBase>? KnowledgeBases { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

public sealed class CreateTransferCallToolDTO : OpenAIModelToolsBase
{
    public List<CreateFunctionToolDTOMessagesBase>? Messages { get; set; }
    public List<CreateTransferCallToolDTODestinationsBase>? Destinations { get; set; }
    public ToolRejectionPlan? RejectionPlan { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(TransferDestinationAssistant), "assistant")]
[JsonDerivedType(typeof(TransferDestinationNumber), "number")]
[JsonDerivedType(typeof(TransferDestinationSip), "sip")]
public class CreateTransferCallToolDTODestinationsBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class JsonSchema
{
    public JsonSchemaType? Type { get; set; }
    public JsonSchema? Items { get; set; }
    public Dictionary<string, JsonSchema>? Properties { get; set; }
    public string? Description { get; set; }
    public string? Pattern { get; set; }
    public JsonSchemaFormat? Format { get; set; }
    public List<string>? Required { get; set; }
    public List<string>? Enum { get; set; }
    public string? Title { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class OpenAIFunction
{
    public string? Name { get; set; }
    public bool? Strict { get; set; }
    public string? Description { get; set; }
    public OpenAIFunctionParameters? Parameters { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class OpenAIFunctionParameters
{
    public string? Type { get; set; }
    public Dictionary<string, JsonSchema>? Properties { get; set; }
    public List<string>? Required { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(CreateApiRequestToolDTO), "apiRequest")]
[JsonDerivedType(typeof(CreateDtmfToolDTO), "dtmf")]
[JsonDerivedType(typeof(CreateEndCallToolDTO), "endCall")]
[JsonDerivedType(typeof(CreateFunctionToolDTO), "function")]
[JsonDerivedType(typeof(CreateQueryToolDTO), "query")]
[JsonDerivedType(typeof(CreateTransferCallToolDTO), "transferCall")]
public class OpenAIModelToolsBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class RegexCondition : ToolRejectionPlanConditionsBase
{
    public string? Regex { get; set; }
    public JsonElement? Target { get; set; }
    public bool? Negate { get; set; }
}

public sealed class ToolCallMessage : CallMessagesBase
{
    public List<Dictionary<string, JsonElement>>? ToolCalls { get; set; }
    public string? Message { get; set; }
    public double? Time { get; set; }
    public double? SecondsFromStart { get; set; }
}

public sealed class ToolCallResultMessage : CallMessagesBase
{
    public string? ToolCallId { get; set; }
    public string? Name { get; set; }
    public string? Result { get; set; }
    public double? Time { get; set; }
    public double? SecondsFromStart { get; set; }
    public Dictionary<string, JsonElement>? Metadata { get; set; }
    public JsonElement? Warnings { get; set; }
}

public sealed class ToolMessageComplete : CreateFunctionToolDTOMessagesBase
{
    public JsonElement? Contents { get; set; }
    public ToolMessageCompleteRole? Role { get; set; }
    public bool? EndCallAfterSpokenEnabled { get; set; }
    public string? Content { get; set; }
    public List<Condition>? Conditions { get; set; }
}

public sealed class ToolMessageFailed : CreateFunctionToolDTOMessagesBase
{
    public List<TextContent>? Contents { get; set; }
    public ToolMessageCompleteRole? Role { get; set; }
    public bool? EndCallAfterSpokenEnabled { get; set; }
    public string? Content { get; set; }
    public List<Condition>? Conditions { get; set; }
}

public sealed class ToolMessageStart : CreateFunctionToolDTOMessagesBase
{
    public JsonElement? Contents { get; set; }
    public bool? Blocking { get; set; }
    public string? Content { get; set; }
    public List<Condition>? Conditions { get; set; }
}

public sealed class ToolRejectionPlan
{
    public List<ToolRejectionPlanConditionsBase>? Conditions { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(RegexCondition), "regex")]
public class ToolRejectionPlanConditionsBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class TransferDestinationAssistant : CreateTransferCallToolDTODestinationsBase
{
    public string? Message { get; set; }
    public TransferDestinationAssistantTransferMode? TransferMode { get; set; }
    public string? AssistantName { get; set; }
    public string? Description { get; set; }
}

public sealed class TransferDestinationNumber : CreateTransferCallToolDTODestinationsBase
{
    public string? Message { get; set; }
    public bool? NumberE164CheckEnabled { get; set; }
    public string? Number { get; set; }
    public string? Extension { get; set; }
    public string? CallerId { get; set; }
    public TransferPlan? TransferPlan { get; set; }
    public string? Description { get; set; }
}

public sealed class TransferDestinationSip : CreateTransferCallToolDTODestinationsBase
{
    public JsonElement? Message { get; set; }
    public string? SipUri { get; set; }
    public string? CallerId { get; set; }
    public TransferPlan? TransferPlan { get; set; }
    public Dictionary<string, JsonElement>? SipHeaders { get; set; }
    public string? Description { get; set; }
}

public sealed class TransferPlan
{
    public TransferPlanMode? Mode { get; set; }
    public JsonElement? Message { get; set; }
    public double? Timeout { get; set; }
    public JsonElement? SipVerb { get; set; }
    public double? DialTimeout { get; set; }
    public string? HoldAudioUrl { get; set; }
    public string? TransferCompleteAudioUrl { get; set; }
    public JsonElement? ContextEngineeringPlan { get; set; }
    public string? Twiml { get; set; }
    public SummaryPlan? SummaryPlan { get; set; }
    public bool? SipHeadersInReferToEnabled { get; set; }
    public JsonElement? FallbackPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class VariableExtractionAlias
{
    public string? Key { get; set; }
    public string? Value { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class VariableExtractionPlan
{
    public JsonSchema? Schema { get; set; }
    public List<VariableExtractionAlias>? Aliases { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}
