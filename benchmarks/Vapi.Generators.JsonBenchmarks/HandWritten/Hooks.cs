using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "on", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(CallHookAssistantSpeechInterrupted), "assistant.speech.interrupted")]
[JsonDerivedType(typeof(CallHookCallEnding), "call.ending")]
[JsonDerivedType(typeof(CallHookCustomerSpeechTimeout), "customer.speech.timeout")]
public class AssistantHooksBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CallHookAssistantSpeechInterrupted : AssistantHooksBase
{
    public List<CallHookCallEndingDoBase>? Do { get; set; }
}

public sealed class CallHookCallEnding : AssistantHooksBase
{
    public List<CallHookCallEndingDoBase>? Do { get; set; }
    public List<CallHookFilter>? Filters { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(SayHookAction), "say")]
[JsonDerivedType(typeof(ToolCallHookAction), "tool")]
public class CallHookCallEndingDoBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CallHookCustomerSpeechTimeout : AssistantHooksBase
{
    public List<CallHookCallEndingDoBase>? Do { get; set; }
    public CustomerSpeechTimeoutOptions? Options { get; set; }
    public string? Name { get; set; }
}

public sealed class CallHookFilter
{
    public string? Type { get; set; }
    public string? Key { get; set; }
    public List<string>? OneOf { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class CustomerSpeechTimeoutOptions
{
    public CustomerSpeechTimeoutOptionsTriggerResetMode? TriggerResetMode { get; set; }
    public double? TimeoutSeconds { get; set; }
    public double? TriggerMaxCount { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class SayHookAction : CallHookCallEndingDoBase
{
    public JsonElement? Exact { get; set; }
    public JsonElement? Prompt { get; set; }
}

public sealed class ToolCallHookAction : CallHookCallEndingDoBase
{
    public OpenAIModelToolsBase? Tool { get; set; }
    public string? ToolId { get; set; }
}
