namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text;
using global::System.Text.Json;

/// <content>Distinguishes the members of a union. The methods look ahead on a copy of the reader, so that the original does not move.</content>
internal static partial class Json
{
    /// <summary>The union, or null if it has no value.</summary>
    public static T? OrNull<T>(T value)
        where T : struct, global::System.Runtime.CompilerServices.IUnion => value.Value is null ? null : value;

    /// <summary>The result of <see cref="Tag"/> for an object without a tag.</summary>
    public const int NoTag = -2;

    /// <summary>The index of an object's tag in the table of values; -1 for another value; <see cref="NoTag"/> if there is none. If the tag is repeated, the first one wins, so that the rest of the object need not be read.</summary>
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

        return NoTag;
    }

    /// <summary>The index of the tag of a value; negative if it is not an object.</summary>
    public static int TagOfObject(in Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> values) => reader.TokenType == JsonTokenType.StartObject ? Tag(reader, name, values) : NoTag;

    /// <summary>The kind of a value; the kind of an array depends on its first item.</summary>
    public static JsonKinds KindOf(in Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartArray ? KindOfArray(reader) : KindOf(reader.TokenType);

    /// <summary>Whether an array has one of the first kinds; if its first item is an array, whether that has one of the second kinds, and so on.</summary>
    public static bool IsArrayOf(Utf8JsonReader reader, params JsonKinds[] levels)
    {
        foreach (JsonKinds level in levels)
        {
            JsonKinds kind = KindOf(reader);
            if ((kind & level) == 0)
                return false;
            if (kind != JsonKinds.ArrayOfArray)
                return true;

            reader.Read();
        }

        return true;
    }

    /// <summary>Moves to the next property and finds its name in the table.</summary>
    internal static bool NextSeen(ref Utf8JsonReader reader, ReadOnlySpan<byte> names, ref JsonCursor cursor)
    {
        if (!Next(ref reader, names, 0, ref cursor))
            return false;

        if (cursor.Ordinal < 0)
            reader.Read();

        return true;
    }

    private static JsonKinds KindOfArray(Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.EndArray => JsonKinds.EmptyArray,
            JsonTokenType.StartArray => JsonKinds.ArrayOfArray,
            JsonTokenType.StartObject => JsonKinds.ArrayOfObject,
            JsonTokenType.String => JsonKinds.ArrayOfString,
            JsonTokenType.Number => JsonKinds.ArrayOfNumber,
            JsonTokenType.Null => JsonKinds.ArrayOfNull,
            _ => JsonKinds.ArrayOfBoolean,
        };
    }

    private static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.Null => JsonKinds.Null,
        _ => JsonKinds.Boolean,
    };

    private static int IndexOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> values)
    {
        var cursor = default(JsonCursor);
        return reader.HasValueSequence || reader.ValueIsEscaped
            ? Find(Encoding.UTF8.GetBytes(reader.GetString()!), values, 0, ref cursor)
            : Find(reader.ValueSpan, values, 0, ref cursor);
    }
}
