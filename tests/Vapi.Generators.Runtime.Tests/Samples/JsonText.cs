using System.Buffers;
using System.Text;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>JSON in and out of the runtime as text.</summary>
internal static class JsonText
{
    public static T? Read<T>(string json, JsonItemReader<T> read) => Json.Parse(Encoding.UTF8.GetBytes(json), read);

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an object that has nothing but kept properties.</summary>
    public static void WriteKept(Utf8JsonWriter writer, KeptProperties kept)
    {
        writer.WriteStartObject();
        kept.Write(writer);
        writer.WriteEndObject();
    }

    /// <summary>A reader that stands on the first token.</summary>
    public static Utf8JsonReader Reader(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }

    /// <summary>A reader over segments of a few bytes, each in memory of its own, as it stands on the first token.</summary>
    public static Utf8JsonReader SegmentedReader(string json, int segmentLength)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        var first = new Segment(utf8.AsSpan(0, Math.Min(segmentLength, utf8.Length)).ToArray());
        Segment last = first;
        for (int start = segmentLength; start < utf8.Length; start += segmentLength)
            last = last.Append(utf8.AsSpan(start, Math.Min(segmentLength, utf8.Length - start)).ToArray());

        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();
        return reader;
    }

    /// <summary>The table of properties that take any kind of JSON.</summary>
    public static byte[] Properties(params string[] names) => Table([.. names.Select(name => "~" + name)]);

    /// <summary>Names behind their lengths, as the generator emits them: see CSharp.Utf8Table there.</summary>
    public static byte[] Table(params string[] names)
    {
        var table = new List<byte>();
        foreach (byte[] name in names.Select(Encoding.UTF8.GetBytes))
        {
            if (name.Length < 127)
                table.Add((byte)name.Length);
            else
                table.AddRange([127, (byte)(name.Length >> 21 & 127), (byte)(name.Length >> 14 & 127), (byte)(name.Length >> 7 & 127), (byte)(name.Length & 127)]);

            table.AddRange(name);
        }

        return [.. table];
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
