using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(OpenAIModel), "openai")]
public class AssistantModelBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(DeepgramTranscriber), "deepgram")]
public class AssistantTranscriberBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(ElevenLabsVoice), "11labs")]
public class AssistantVoiceBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(VapiVoicemailDetectionPlan), "vapi")]
public class AssistantVoicemailDetectionBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class ChunkPlan
{
    public bool? Enabled { get; set; }
    public double? MinCharacters { get; set; }
    public List<ChunkPlanPunctuationBoundaries>? PunctuationBoundaries { get; set; }
    public FormatPlan? FormatPlan { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class DeepgramTranscriber : AssistantTranscriberBase
{
    public string? Model { get; set; }
    public DeepgramTranscriberLanguage? Language { get; set; }
    public bool? SmartFormat { get; set; }
    public bool? MipOptOut { get; set; }
    public bool? Numerals { get; set; }
    public bool? ProfanityFilter { get; set; }
    public List<DeepgramTranscriberRedaction>? Redaction { get; set; }
    public double? ConfidenceThreshold { get; set; }
    public double? EotThreshold { get; set; }
    public double? EotTimeoutMs { get; set; }
    public List<string>? Languages { get; set; }
    public List<string>? Keywords { get; set; }
    public List<string>? Keyterm { get; set; }
    public double? Endpointing { get; set; }
    public FallbackTranscriberPlan? FallbackPlan { get; set; }
}

public sealed class ElevenLabsVoice : AssistantVoiceBase
{
    public bool? CachingEnabled { get; set; }
    public string? VoiceId { get; set; }
    public double? Stability { get; set; }
    public double? SimilarityBoost { get; set; }
    public double? Style { get; set; }
    public bool? UseSpeakerBoost { get; set; }
    public double? Speed { get; set; }
    public double? OptimizeStreamingLatency { get; set; }
    public bool? EnableSsmlParsing { get; set; }
    public bool? AutoMode { get; set; }
    public ElevenLabsVoiceModel? Model { get; set; }
    public string? Language { get; set; }
    public ChunkPlan? ChunkPlan { get; set; }
    public JsonElement? PronunciationDictionaryLocators { get; set; }
    public FallbackPlan? FallbackPlan { get; set; }
}

public sealed class FallbackDeepgramTranscriber : FallbackTranscriberPlanTranscribersBase
{
    public string? Model { get; set; }
    public DeepgramTranscriberLanguage? Language { get; set; }
    public bool? SmartFormat { get; set; }
    public bool? MipOptOut { get; set; }
    public bool? Numerals { get; set; }
    public bool? ProfanityFilter { get; set; }
    public List<DeepgramTranscriberRedaction>? Redaction { get; set; }
    public double? ConfidenceThreshold { get; set; }
    public double? EotThreshold { get; set; }
    public double? EotTimeoutMs { get; set; }
    public List<string>? Languages { get; set; }
    public List<string>? Keywords { get; set; }
    public List<string>? Keyterm { get; set; }
    public double? Endpointing { get; set; }
}

public sealed class FallbackDeepgramVoice : FallbackPlanVoicesBase
{
    public bool? CachingEnabled { get; set; }
    public FallbackDeepgramVoiceVoiceId? VoiceId { get; set; }
    public FallbackDeepgramVoiceModel? Model { get; set; }
    public bool? MipOptOut { get; set; }
    public ChunkPlan? ChunkPlan { get; set; }
}

public sealed class FallbackElevenLabsVoice : FallbackPlanVoicesBase
{
    public bool? CachingEnabled { get; set; }
    public string? VoiceId { get; set; }
    public double? Stability { get; set; }
    public double? SimilarityBoost { get; set; }
    public double? Style { get; set; }
    public bool? UseSpeakerBoost { get; set; }
    public double? Speed { get; set; }
    public double? OptimizeStreamingLatency { get; set; }
    public bool? EnableSsmlParsing { get; set; }
    public bool? AutoMode { get; set; }
    public ElevenLabsVoiceModel? Model { get; set; }
    public string? Language { get; set; }
    public JsonElement? PronunciationDictionaryLocators { get; set; }
    public ChunkPlan? ChunkPlan { get; set; }
}

public sealed class FallbackPlan
{
    public List<FallbackPlanVoicesBase>? Voices { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(FallbackDeepgramVoice), "deepgram")]
[JsonDerivedType(typeof(FallbackElevenLabsVoice), "11labs")]
public class FallbackPlanVoicesBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class FallbackTranscriberPlan
{
    public List<FallbackTranscriberPlanTranscribersBase>? Transcribers { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "provider", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(FallbackDeepgramTranscriber), "deepgram")]
public class FallbackTranscriberPlanTranscribersBase
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class FormatPlan
{
    public bool? Enabled { get; set; }
    public double? NumberToDigitsCutoff { get; set; }
    public JsonElement? Replacements { get; set; }
    public List<FormatPlanFormattersEnabled>? FormattersEnabled { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class KnowledgeBase
{
    public string? Name { get; set; }
    public string? Provider { get; set; }
    public KnowledgeBaseModel? Model { get; set; }
    public string? Description { get; set; }
    public List<string>? FileIds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class OpenAIMessage
{
    public string? Content { get; set; }
    public OpenAIMessageRole? Role { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class OpenAIModel : AssistantModelBase
{
    public List<OpenAIMessage>? Messages { get; set; }
    public List<OpenAIModelToolsBase>? Tools { get; set; }
    public List<string>? ToolIds { get; set; }
    public JsonElement? ToolRefs { get; set; }
    public JsonElement? KnowledgeBase { get; set; }
    public string? Model { get; set; }
    public List<string>? FallbackModels { get; set; }
    public OpenAIModelToolStrictCompatibilityMode? ToolStrictCompatibilityMode { get; set; }
    public OpenAIModelPromptCacheRetention? PromptCacheRetention { get; set; }
    public string? PromptCacheKey { get; set; }
    public OpenAIModelReasoningEffort? ReasoningEffort { get; set; }
    public double? Temperature { get; set; }
    public double? MaxTokens { get; set; }
    public bool? EmotionRecognitionEnabled { get; set; }
    public double? NumFastTurns { get; set; }
}

public sealed class TextContent
{
    public string? Type { get; set; }
    public string? Text { get; set; }
    public string? Language { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class TranscriptPlan
{
    public bool? Enabled { get; set; }
    public string? AssistantName { get; set; }
    public string? UserName { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class TranscriptionEndpointingPlan
{
    public double? OnPunctuationSeconds { get; set; }
    public double? OnNoPunctuationSeconds { get; set; }
    public double? OnNumberSeconds { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed class VapiVoicemailDetectionPlan : AssistantVoicemailDetectionBase
{
    public double? BeepMaxAwaitSeconds { get; set; }
    public VoicemailDetectionBackoffPlan? BackoffPlan { get; set; }
    public VapiVoicemailDetectionPlanType? Type { get; set; }
}

public sealed class VoicemailDetectionBackoffPlan
{
    public double? StartAtSeconds { get; set; }
    public double? FrequencySeconds { get; set; }
    public double? MaxRetries { get; set; }
    [JsonExtensionData] public Dictionary<string, JsonElement>? Extra { get; set; }
}
