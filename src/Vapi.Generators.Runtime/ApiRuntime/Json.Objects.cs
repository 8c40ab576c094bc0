namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Text.Json;

/// <summary>What the JSON code of every type is made of. The readers throw <see cref="JsonException"/>, <see cref="InvalidOperationException"/> or <see cref="FormatException"/>; <see cref="Parse"/> makes one of the three.</summary>
internal static partial class Json
{
    /// <summary>A length that does not fit into the byte before a name: see <see cref="ReadLength"/>.</summary>
    private const int LongName = 127;

    /// <summary>False for JSON null; throws when the value is no object.</summary>
    public static bool StartObject(ref Utf8JsonReader reader, out JsonCursor cursor)
    {
        cursor = default;
        return StartObject(ref reader);
    }

    private static bool StartObject(ref Utf8JsonReader reader)
    {
        EnsureStack(ref reader);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw WrongKind(ref reader, "an object"),
        };
    }

    /// <summary>
    /// Moves to the value of the next property that the table has, and says which it is. What the table does not have is kept, and so is the last value when it did not fit.
    /// A null is marked, so that it is written back also where the document does not allow it. False at the end of the object.
    /// </summary>
    public static bool Next<TState>(ref Utf8JsonReader reader, ReadOnlySpan<byte> names, ref JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
    {
        if (cursor.IsMisfit)
        {
            cursor.IsMisfit = false;
            cursor.HadMisfits = true;
            state.Set(cursor.Ordinal, false);
            Keep(ref reader, Name(names, cursor), ref state);
        }

        while (Next(ref reader, names, ref cursor))
        {
            if (cursor.Ordinal >= 0)
            {
                if (reader.TokenType == JsonTokenType.Null)
                    state.Set(cursor.Ordinal, true);

                // The last of several properties of one name wins.
                if (cursor.HadMisfits)
                    state.Unknown!.Remove(Name(names, cursor));

                return true;
            }

            string name = reader.GetString()!;
            reader.Read();
            Keep(ref reader, name, ref state);
        }

        return false;
    }

    /// <summary>Marks a constant that has its value, to be written; another value is kept.</summary>
    public static void ReadConstant<TState>(ref Utf8JsonReader reader, string name, ReadOnlySpan<byte> constant, in JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
        => ReadConstant(ref reader, name, reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(constant), cursor, ref state);

    /// <inheritdoc cref="ReadConstant{TState}(ref Utf8JsonReader, string, ReadOnlySpan{byte}, in JsonCursor, ref TState)"/>
    public static void ReadConstant<TState>(ref Utf8JsonReader reader, string name, double constant, in JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
        => ReadConstant(ref reader, name, reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && value == constant, cursor, ref state);

    /// <inheritdoc cref="ReadConstant{TState}(ref Utf8JsonReader, string, ReadOnlySpan{byte}, in JsonCursor, ref TState)"/>
    public static void ReadConstant<TState>(ref Utf8JsonReader reader, string name, long constant, in JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
        => ReadConstant(ref reader, name, reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) && value == constant, cursor, ref state);

    /// <inheritdoc cref="ReadConstant{TState}(ref Utf8JsonReader, string, ReadOnlySpan{byte}, in JsonCursor, ref TState)"/>
    public static void ReadFlag<TState>(ref Utf8JsonReader reader, string name, bool constant, in JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
        => ReadConstant(ref reader, name, reader.TokenType == (constant ? JsonTokenType.True : JsonTokenType.False), cursor, ref state);

    /// <summary>The properties that the document does not know, for the user to look at and to add to.</summary>
    public static IDictionary<string, JsonElement> Unknown<TState>(ref TState state)
        where TState : struct, IJsonState
        => state.Unknown ??= new();

    /// <summary>A property was assigned: what was read for it and did not fit is of no more use.</summary>
    public static void Forget<TState>(ref TState state, string name)
        where TState : struct, IJsonState
        => state.Unknown?.Remove(name);

    /// <summary>Writes what the document does not know, and ends the object.</summary>
    public static void EndObject<TState>(Utf8JsonWriter writer, ref TState state)
        where TState : struct, IJsonState
    {
        if (state.Unknown is { } unknown)
        {
            foreach (KeyValuePair<string, JsonElement> property in unknown)
            {
                writer.WritePropertyName(property.Key);
                property.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void ReadConstant<TState>(ref Utf8JsonReader reader, string name, bool isConstant, in JsonCursor cursor, ref TState state)
        where TState : struct, IJsonState
    {
        state.Set(cursor.Ordinal, isConstant);

        if (isConstant)
            state.Unknown?.Remove(name);
        else
            Keep(ref reader, name, ref state);
    }

    private static string Name(ReadOnlySpan<byte> names, in JsonCursor cursor) => Decode(names.Slice(cursor.Start, cursor.Position - cursor.Start));

    private static void Keep<TState>(ref Utf8JsonReader reader, string name, ref TState state)
        where TState : struct, IJsonState
        => (state.Unknown ??= new())[name] = ReadAny(ref reader);

    private static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> names, ref JsonCursor cursor)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return false;

        cursor.Ordinal = reader.HasValueSequence || reader.ValueIsEscaped
            ? Find(Encoding.UTF8.GetBytes(reader.GetString()!), names, ref cursor)
            : Find(reader.ValueSpan, names, ref cursor);
        if (cursor.Ordinal >= 0)
            reader.Read();

        return true;
    }

    /// <summary>Looks for a name from the expected place on, around to that place again: one comparison when properties come in the order of the document.</summary>
    private static int Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> names, ref JsonCursor cursor)
    {
        int start = cursor.Position;
        int position = start;
        int ordinal = cursor.Next;
        while (true)
        {
            if (position >= names.Length)
            {
                position = 0;
                ordinal = 0;
                if (start == 0 || names.Length == 0)
                    return -1;
            }

            int at = position;
            int length = ReadLength(names, ref at);
            if (length == name.Length && names.Slice(at, length).SequenceEqual(name))
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

    /// <summary>The length before a name: one byte, or for a long name a mark and four bytes of seven bits.</summary>
    private static int ReadLength(ReadOnlySpan<byte> table, ref int position)
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

    /// <summary>Every value within another comes by here. The stack is looked at on each fourth level, which costs most objects nothing, and what is kept free of it is enough for more.</summary>
    private static void EnsureStack(ref Utf8JsonReader reader)
    {
        if ((reader.CurrentDepth & 3) == 0)
            RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private static JsonException WrongKind(ref Utf8JsonReader reader, string expected) => new($"Expected {expected}, found {reader.TokenType}.");
}
