namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The building blocks of the JSON code of all types. The readers throw <see cref="JsonException"/>, <see cref="InvalidOperationException"/> or <see cref="FormatException"/>; <see cref="Parse"/> converts them to one exception type.</summary>
internal static partial class Json
{
    /// <summary>Marks a length that does not fit into one byte: see <see cref="ReadLength"/>.</summary>
    private const int LongName = 127;

    /// <summary>Whether the value is an object. The stack must be enough for its values.</summary>
    public static bool StartObject(in Utf8JsonReader reader)
    {
        EnsureStack(reader);
        return reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>
    /// Moves to the next property of the object that is read or written. Returns false at its end. Each name in the table follows a byte with the kinds that its property accepts, except null. The bit
    /// of null marks a read-only property.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> properties, ref JsonNames? names, ref JsonCursor cursor, ref JsonState state)
        => cursor.Writer is null ? Next(ref reader, properties, ref cursor, ref state) : JsonNames.Next(properties, ref names, ref cursor, state);

    /// <summary>
    /// Moves to the value of the next property that is in the table. A property that is not in the table is kept as JSON. A value of a kind that its property does not accept is also kept: it is marked
    /// as a misfit, no reader consumes it, and the next call keeps it. A null is set, so that it is written back even if the document does not allow it.
    /// </summary>
    public static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> properties, ref JsonCursor cursor, ref JsonState state)
    {
        if (cursor.Fit != JsonFit.Whole)
            KeepValue(ref reader, properties, ref cursor, ref state);

        while (Next(ref reader, properties, 1, ref cursor))
        {
            if (cursor.Ordinal >= 0)
            {
                // If a name is repeated, the last property wins.
                if (cursor.HasKept)
                    state.Kept!.Forget(cursor.Ordinal);

                state.Set(cursor.Ordinal);
                if (reader.TokenType != JsonTokenType.Null && !Takes((JsonKinds)properties[cursor.Start], reader.TokenType))
                    cursor.Fit = JsonFit.None;

                return true;
            }

            string name = reader.GetString()!;
            reader.Read();
            (state.Kept ??= new())[name] = ReadAny(ref reader);
        }

        return false;
    }

    /// <summary>Reads the properties of an object that is new, and returns it.</summary>
    public static T ReadProperties<T>(ref Utf8JsonReader reader, T value)
        where T : ApiObject
    {
        JsonCursor cursor = default;
        value.VisitProperties(ref reader, ref cursor);
        return value;
    }

    /// <summary>The kept properties whose values match a type. The kinds are those of the values, including null.</summary>
    public static IDictionary<string, T> AdditionalValues<T>(KeptProperties kept, JsonKinds kinds, JsonItemReader<T> read, JsonItemWriter<T> write)
        => AdditionalValues(kept, kinds, (ref Utf8JsonReader reader, ref JsonCursor _) => read(ref reader)!, write, areLive: true);

    /// <inheritdoc cref="AdditionalValues{T}(KeptProperties, JsonKinds, JsonItemReader{T}, JsonItemWriter{T})"/>
    public static IDictionary<string, T> AdditionalValues<T>(KeptProperties kept, JsonKinds kinds, JsonPropertyReader<T> read, JsonItemWriter<T> write)
        => AdditionalValues(kept, kinds, read, write, areLive: false);

    private static IDictionary<string, T> AdditionalValues<T>(KeptProperties kept, JsonKinds kinds, JsonPropertyReader<T> read, JsonItemWriter<T> write, bool areLive)
    {
        if (kept.Typed is not AdditionalValues<T> values)
            kept.Typed = values = new AdditionalValues<T>(kept, kinds, read, write, areLive);

        return values;
    }

    /// <summary>Keeps the JSON of the last property. The reader is still at its value.</summary>
    private static void KeepValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> properties, ref JsonCursor cursor, ref JsonState state)
    {
        bool isExact = cursor.Fit == JsonFit.Inexact;
        state.Set(cursor.Ordinal, isExact);
        (state.Kept ??= new()).Keep(cursor.Ordinal, Name(properties, cursor), ReadAny(ref reader), isExact, IsReadOnly(properties, cursor.Start));
        cursor.Fit = JsonFit.Whole;
        cursor.HasKept = true;
    }

    /// <summary>Whether the kind of the token, including null, is one of the given kinds; <see cref="JsonKinds.EmptyArray"/> represents any array.</summary>
    private static bool Takes(JsonKinds kinds, JsonTokenType token)
    {
        ReadOnlySpan<byte> kindOf = new byte[]
        {
            0, (byte)JsonKinds.Object, 0, (byte)JsonKinds.EmptyArray, 0, 0, 0, (byte)JsonKinds.String, (byte)JsonKinds.Number, (byte)JsonKinds.Boolean, (byte)JsonKinds.Boolean, (byte)JsonKinds.Null,
        };
        return (kindOf[(int)token] & (int)kinds) != 0;
    }

    private static string Name(ReadOnlySpan<byte> properties, in JsonCursor cursor) => Decode(properties.Slice(cursor.Start + 1, cursor.Position - cursor.Start - 1));

    private static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> table, int before, ref JsonCursor cursor)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return false;

        cursor.Ordinal = reader.HasValueSequence || reader.ValueIsEscaped
            ? Find(Encoding.UTF8.GetBytes(reader.GetString()!), table, before, ref cursor)
            : Find(reader.ValueSpan, table, before, ref cursor);
        if (cursor.Ordinal >= 0)
            reader.Read();

        return true;
    }

    /// <summary>
    /// Searches for a name, starting at the expected position and wrapping around. This needs one comparison if properties are in document order. Each entry of the table is a name after a
    /// fixed number of other bytes.
    /// </summary>
    private static int Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> table, int before, ref JsonCursor cursor)
    {
        int start = cursor.Position;
        int position = start;
        int ordinal = cursor.Next;
        while (true)
        {
            if (position >= table.Length)
            {
                position = 0;
                ordinal = 0;
                if (start == 0 || table.Length == 0)
                    return -1;
            }

            int at = position;
            int length = ReadLength(table, ref at);
            if (length == before + name.Length && table.Slice(at + before, name.Length).SequenceEqual(name))
            {
                cursor.Start = at;
                cursor.Position = at + length;
                cursor.Next = ordinal + 1;
                return ordinal;
            }

            position = at + length;
            ordinal++;
            if (position == start)
                return -1;
        }
    }

    /// <summary>Whether the kinds of a property, at its start in the table, have the mark of a read-only property.</summary>
    internal static bool IsReadOnly(ReadOnlySpan<byte> properties, int start) => (properties[start] & (byte)JsonKinds.Null) != 0;

    /// <summary>The length before a name: one byte, or for a long name a marker and four bytes of seven bits.</summary>
    public static int ReadLength(ReadOnlySpan<byte> table, ref int position)
    {
        int length = table[position++];
        if (length != LongName)
            return length;

        length = table[position] << 21 | table[position + 1] << 14 | table[position + 2] << 7 | table[position + 3];
        position += 4;
        return length;
    }

    /// <summary>Adds a name to a table.</summary>
    internal static void WriteName(global::System.IO.Stream table, string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        if (utf8.Length < LongName)
            table.WriteByte((byte)utf8.Length);
        else
        {
            table.WriteByte(LongName);
            for (int shift = 21; shift >= 0; shift -= 7)
                table.WriteByte((byte)(utf8.Length >> shift & 127));
        }

        table.Write(utf8, 0, utf8.Length);
    }

    /// <summary>Every nested value is entered here. Checks the stack on each fourth level, which costs nothing for most objects. The reserve of the check is enough for more levels.</summary>
    private static void EnsureStack(in Utf8JsonReader reader)
    {
        if ((reader.CurrentDepth & 3) == 0)
            RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <inheritdoc cref="EnsureStack(in Utf8JsonReader)"/>
    private static void EnsureStack(Utf8JsonWriter writer)
    {
        if ((writer.CurrentDepth & 3) == 0)
            RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private static JsonException WrongKind(JsonTokenType token) => new($"The declared type does not accept this kind of JSON ({token}).");
}
