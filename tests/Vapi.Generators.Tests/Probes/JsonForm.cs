using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>The same JSON, put differently.</summary>
public enum JsonForm
{
    /// <summary>All properties in the opposite order.</summary>
    Reversed,

    /// <summary>The properties whose values some schema of Vapi's document lists behind all others, at every depth.</summary>
    TagsLast,

    /// <summary>Every character of names and strings as an escape sequence.</summary>
    Escaped,

    /// <summary>White space wherever it is allowed.</summary>
    Indented,

    /// <summary>In segments of a few bytes, as it may come from a pipe.</summary>
    Segmented,
}

/// <summary>Puts JSON differently, and reads it.</summary>
internal static class JsonForms
{
    private const int SegmentLength = 7;

    private static readonly JsonSerializerOptions Escaped = new() { Encoder = JavaScriptEncoder.Create(new TextEncoderSettings()) };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 5, NewLine = "\r\n" };

    private static readonly Lazy<HashSet<string>> Tags = new(() => [.. RealDocument.Schemas
        .SelectMany(s => s.Value.GetProperty("properties").EnumerateObject()).Where(p => p.Value.TryGetProperty("enum", out _)).Select(p => p.Name)]);

    public static object? Read(this JsonForm form, JsonNode value, Type type)
        => form == JsonForm.Segmented ? ReadSegmented(value.ToJsonString(), type) : JsonSerializer.Deserialize(Write(form, value), type);

    private static string Write(JsonForm form, JsonNode value) => form switch
    {
        JsonForm.Reversed => Reorder(value, properties => properties.Reverse())!.ToJsonString(),
        JsonForm.TagsLast => Reorder(value, properties => properties.OrderBy(p => Tags.Value.Contains(p.Key)))!.ToJsonString(),
        JsonForm.Escaped => value.ToJsonString(Escaped),
        _ => value.ToJsonString(Indented),
    };

    private static JsonNode? Reorder(JsonNode? node, Func<IEnumerable<KeyValuePair<string, JsonNode?>>, IEnumerable<KeyValuePair<string, JsonNode?>>> order) => node switch
    {
        JsonObject @object => new JsonObject(order(@object).Select(p => KeyValuePair.Create(p.Key, Reorder(p.Value, order)))),
        JsonArray array => new JsonArray([.. array.Select(i => Reorder(i, order))]),
        _ => node?.DeepClone(),
    };

    private static object? ReadSegmented(string json, Type type)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var first = new Segment(utf8.AsMemory(0, Math.Min(SegmentLength, utf8.Length)));
        Segment last = first;
        for (int start = SegmentLength; start < utf8.Length; start += SegmentLength)
            last = last.Append(utf8.AsMemory(start, Math.Min(SegmentLength, utf8.Length - start)));

        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        return JsonSerializer.Deserialize(ref reader, type);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var segment = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = segment;
            return segment;
        }
    }
}
