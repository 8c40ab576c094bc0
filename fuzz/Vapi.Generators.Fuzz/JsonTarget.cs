using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vapi.Generators.Fuzz.Kinds;
using Vapi.Generators.Fuzz.Kinds.ApiRuntime;

namespace Vapi.Generators.Fuzz;

/// <summary>
/// Generated types read JSON as <see cref="JsonDocument"/> does, which is the judge: what it refuses raises a <see cref="JsonException"/>, and of what it accepts nothing is lost when it is written back.
/// </summary>
internal static class JsonTarget
{
    private const int SegmentLength = 7;

    private static readonly Func<byte[], bool, byte[]>[] Ways = [ParseAndWrite, Deserialize, DeserializeSegments];

    public static void Run(byte[] input)
    {
        byte[] utf8 = Json.WithoutByteOrderMark(input).ToArray();
        bool isList = utf8.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
        using JsonDocument? expected = Read(utf8);
        bool hasText = expected is null || JsonDifference.HasText(expected.RootElement);
        bool mustBeRead = hasText && expected?.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null;
        foreach (Func<byte[], bool, byte[]> way in Ways)
        {
            byte[] written;
            try
            {
                written = way(utf8, isList);
            }
            catch (JsonException) when (!mustBeRead)
            {
                continue;
            }

            if (hasText && !mustBeRead)
                throw new InvalidOperationException($"{way.Method.Name} reads what the judge refuses.");
            if (hasText && JsonDifference.Find(expected!.RootElement, written) is { } difference)
                throw new InvalidOperationException($"{way.Method.Name}: {difference}");
        }
    }

    private static JsonDocument? Read(byte[] utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the client does it.</summary>
    private static byte[] ParseAndWrite(byte[] utf8, bool isList)
    {
        return isList
            ? Write(Json.Parse(utf8, static (ref Utf8JsonReader reader) => Json.ReadList<Thing>(ref reader, ModelConverter<Thing>.Kinds, ModelConverter<Thing>.Reader)), ApiJson.ListOf<Thing>())
            : Write(Json.Parse(utf8, ModelConverter<Thing>.Reader), ApiJson.Of<Thing>());
    }

    private static byte[] Deserialize(byte[] utf8, bool isList)
    {
        return isList ? Deserialize(ApiJson.ListOf<Thing>()) : Deserialize(ApiJson.Of<Thing>());

        byte[] Deserialize<T>(JsonTypeInfo<T> type) => Write(JsonSerializer.Deserialize(utf8, type), type);
    }

    /// <summary>In segments of a few bytes, as they may come from a pipe.</summary>
    private static byte[] DeserializeSegments(byte[] utf8, bool isList)
    {
        return isList ? Deserialize(ApiJson.ListOf<Thing>()) : Deserialize(ApiJson.Of<Thing>());

        byte[] Deserialize<T>(JsonTypeInfo<T> type)
        {
            var reader = new Utf8JsonReader(Segment.Split(utf8, SegmentLength));
            T? value = JsonSerializer.Deserialize(ref reader, type);

            // Throws if anything except white space follows.
            reader.Read();
            return Write(value, type);
        }
    }

    private static byte[] Write<T>(T? value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value!, type);

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        private Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public static ReadOnlySequence<byte> Split(byte[] bytes, int length)
        {
            var first = new Segment(bytes.AsMemory(0, Math.Min(length, bytes.Length)), 0);
            Segment last = first;
            for (int start = length; start < bytes.Length; start += length)
            {
                var next = new Segment(bytes.AsMemory(start, Math.Min(length, bytes.Length - start)), start);
                last.Next = next;
                last = next;
            }

            return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        }
    }
}
