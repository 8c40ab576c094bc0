namespace Vapi.Generators.Runtime.ApiRuntime;

using System;
using System.Text;
using System.Text.Json;

/// <content>Telling the members of a union apart: the reader is a copy, so that looking ahead moves nothing.</content>
internal static partial class Json
{
    /// <summary>The union, or null when it holds nothing.</summary>
    public static T? OrNull<T>(T value)
        where T : struct, System.Runtime.CompilerServices.IUnion => value.Value is null ? null : value;

    /// <summary>The index of an object's tag in the table of the tag's values; -1 when it has none or another.</summary>
    public static int Tag(Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> values)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTag = reader.ValueTextEquals(name);
            reader.Read();
            if (isTag)
                return reader.TokenType == JsonTokenType.String ? IndexOf(ref reader, values) : -1;

            reader.TrySkip();
        }

        return -1;
    }

    /// <summary>How many of an object's properties have a name of the table.</summary>
    public static int CountKnown(Utf8JsonReader reader, ReadOnlySpan<byte> names)
    {
        int count = 0;
        var cursor = default(JsonCursor);
        while (Next(ref reader, names, ref cursor))
        {
            if (cursor.Ordinal >= 0)
                count++;
            else
                reader.Read();

            reader.TrySkip();
        }

        return count;
    }

    /// <summary>The index of the greatest count, the first of equals.</summary>
    public static int MostKnown(params int[] counts)
    {
        int most = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[most])
                most = i;
        }

        return most;
    }

    private static int IndexOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> values)
    {
        var cursor = default(JsonCursor);
        return reader.HasValueSequence || reader.ValueIsEscaped
            ? Find(Encoding.UTF8.GetBytes(reader.GetString()!), values, ref cursor)
            : Find(reader.ValueSpan, values, ref cursor);
    }
}
