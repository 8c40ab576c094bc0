using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Generated.ApiRuntime;
using Vapi.Generators.JsonBenchmarks.HandWritten;

namespace Vapi.Generators.JsonBenchmarks;

/// <summary>A body of JSON and the two ways to read and write it.</summary>
public abstract class Payload
{
    /// <summary>A response, a listing, a long response and a request.</summary>
    public static IEnumerable<string> Names => ["assistant", "assistant-list", "call", "create-call"];

    /// <summary>The text.</summary>
    public required byte[] Utf8 { get; init; }

    /// <summary>Finds a payload by its name.</summary>
    public static Payload Of(string name, byte[] utf8) => name switch
    {
        "assistant" => new Payload<Generated.Assistant, Assistant>
        {
            Utf8 = utf8,
            Reader = Generated.Assistant.ReadJson,
            Writer = Json.WriteModel,
            GeneratedInfo = new(() => Generated.ApiJson.Of<Generated.Assistant>()),
            HandWrittenInfo = new(() => HandWrittenContext.Default.Assistant),
        },
        "assistant-list" => new Payload<IReadOnlyList<Generated.Assistant>, List<Assistant>>
        {
            Utf8 = utf8,
            Reader = (ref Utf8JsonReader reader) => Json.ReadList<Generated.Assistant>(ref reader, JsonKinds.Object, Generated.Assistant.ReadJson),
            Writer = Json.WriteModelList,
            GeneratedInfo = new(() => Generated.ApiJson.ListOf<Generated.Assistant>()),
            HandWrittenInfo = new(() => HandWrittenContext.Default.ListAssistant),
        },
        "call" => new Payload<Generated.Call, Call>
        {
            Utf8 = utf8,
            Reader = Generated.Call.ReadJson,
            Writer = Json.WriteModel,
            GeneratedInfo = new(() => Generated.ApiJson.Of<Generated.Call>()),
            HandWrittenInfo = new(() => HandWrittenContext.Default.Call),
        },
        "create-call" => new Payload<Generated.CreateCallDTO, CreateCallDTO>
        {
            Utf8 = utf8,
            Reader = Generated.CreateCallDTO.ReadJson,
            Writer = Json.WriteModel,
            GeneratedInfo = new(() => Generated.ApiJson.Of<Generated.CreateCallDTO>()),
            HandWrittenInfo = new(() => HandWrittenContext.Default.CreateCallDTO),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"Known are {string.Join(", ", Names)}."),
    };

    /// <summary>Reads with the generated code, as the client does.</summary>
    public abstract object ReadGenerated();

    /// <summary>Reads with the generated code through the serializer.</summary>
    public abstract object ReadGeneratedBySerializer();

    /// <summary>Reads with System.Text.Json's source-generated code.</summary>
    public abstract object ReadHandWritten();

    /// <summary>Writes with the generated code, as the client does.</summary>
    public abstract void WriteGenerated(Utf8JsonWriter writer, object value);

    /// <summary>Writes with the generated code through the serializer.</summary>
    public abstract void WriteGeneratedBySerializer(Utf8JsonWriter writer, object value);

    /// <summary>Writes with System.Text.Json's source-generated code.</summary>
    public abstract void WriteHandWritten(Utf8JsonWriter writer, object value);

    /// <summary>Demands that both ways keep all of the payload: what loses data is no competitor.</summary>
    /// <exception cref="InvalidOperationException">Something was lost.</exception>
    public void Verify()
    {
        JsonNode? expected = JsonNode.Parse(Utf8);
        Demand(expected, WriteGenerated, ReadGenerated());
        Demand(expected, WriteGeneratedBySerializer, ReadGeneratedBySerializer());
        Demand(expected, WriteHandWritten, ReadHandWritten());
    }

    private static void Demand(JsonNode? expected, Action<Utf8JsonWriter, object> write, object value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer, value);

        if (!JsonNode.DeepEquals(expected, JsonNode.Parse(stream.ToArray())))
            throw new InvalidOperationException($"{write.Method.Name} does not give back what was read.");
    }

    /// <summary>The text of a payload, with values that the document knows.</summary>
    public static byte[] Load(string name) => name == "assistant-list" ? LoadList() : LoadFile(name + "-known");

    private static byte[] LoadFile(string file)
    {
        string folder = typeof(Payload).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Payloads").Value!;
        return File.ReadAllBytes(Path.Combine(folder, file + ".json"));
    }

    /// <summary>The listing has values that its enum does not list, which the hand-written model refuses to read.</summary>
    private static byte[] LoadList()
    {
        JsonNode known = JsonNode.Parse(LoadFile("assistant-known"))!["artifactPlan"]!["recordingFormat"]!;
        JsonArray list = JsonNode.Parse(LoadFile("assistant-list"))!.AsArray();
        foreach (JsonNode? assistant in list)
            assistant!["artifactPlan"]!["recordingFormat"] = known.DeepClone();

        return JsonSerializer.SerializeToUtf8Bytes((JsonNode)list, (JsonTypeInfo<JsonNode>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonNode)));
    }
}

/// <summary>A payload with its types.</summary>
internal sealed class Payload<TGenerated, THandWritten> : Payload
    where TGenerated : class
    where THandWritten : class
{
    public required JsonItemReader<TGenerated> Reader { get; init; }

    public required Action<Utf8JsonWriter, TGenerated> Writer { get; init; }

    /// <summary>Lazy, so that a first call pays for its own metadata only.</summary>
    public required Lazy<JsonTypeInfo<TGenerated>> GeneratedInfo { get; init; }

    /// <inheritdoc cref="GeneratedInfo"/>
    public required Lazy<JsonTypeInfo<THandWritten>> HandWrittenInfo { get; init; }

    public override object ReadGenerated() => Json.Parse(Utf8, Reader)!;

    public override object ReadGeneratedBySerializer() => JsonSerializer.Deserialize(Utf8, GeneratedInfo.Value)!;

    public override object ReadHandWritten() => JsonSerializer.Deserialize(Utf8, HandWrittenInfo.Value)!;

    public override void WriteGenerated(Utf8JsonWriter writer, object value) => Writer(writer, (TGenerated)value);

    public override void WriteGeneratedBySerializer(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, (TGenerated)value, GeneratedInfo.Value);

    public override void WriteHandWritten(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, (THandWritten)value, HandWrittenInfo.Value);
}
