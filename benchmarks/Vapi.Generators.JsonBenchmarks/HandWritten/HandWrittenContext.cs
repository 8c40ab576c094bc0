using System.Text.Json.Serialization;

namespace Vapi.Generators.JsonBenchmarks.HandWritten;

/// <summary>What a careful user would write for System.Text.Json's source generator: typed, polymorphic by the tags, and keeping what it does not know.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Assistant))]
[JsonSerializable(typeof(List<Assistant>))]
[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(CreateCallDTO))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
