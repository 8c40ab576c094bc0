namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>The names of the properties of a class, encoded ahead for the writer: it need not search them for characters to escape. Created when an object of the class is written first.</summary>
internal sealed class JsonNames
{
    public readonly JsonEncodedText[] Texts;

    /// <summary>Whether each property is read-only; null if none is.</summary>
    private readonly bool[]? _areReadOnly;

    public JsonNames(ReadOnlySpan<byte> properties)
    {
        var texts = new List<JsonEncodedText>();
        var areReadOnly = new List<bool>();
        for (int position = 0; position < properties.Length;)
        {
            int length = Json.ReadLength(properties, ref position);
            texts.Add(JsonEncodedText.Encode(properties.Slice(position + 1, length - 1)));
            areReadOnly.Add(Json.IsReadOnly(properties, position));
            position += length;
        }

        Texts = texts.ToArray();
        _areReadOnly = areReadOnly.Contains(true) ? areReadOnly.ToArray() : null;
    }

    /// <summary>Moves to the next property that is set. A read-only property is not part of a request. A value with an exact text is left to <see cref="KeptProperties"/>, which writes this text.</summary>
    public static bool Next(ReadOnlySpan<byte> properties, ref JsonNames? names, ref JsonCursor cursor, in JsonState state)
    {
        JsonNames all = names ??= new JsonNames(properties);
        if (cursor.Next == 0)
            cursor.Names = all;

        int ordinal = state.NextSet(cursor.Next, all.Texts.Length);
        while (ordinal < all.Texts.Length && all.IsLeftOut(ordinal, state))
            ordinal = state.NextSet(ordinal + 1, all.Texts.Length);

        cursor.Ordinal = ordinal;
        cursor.Next = ordinal + 1;
        return ordinal < all.Texts.Length;
    }

    private bool IsLeftOut(int ordinal, in JsonState state)
        => state.Kept is not null && state.Kept.HasExactText(ordinal) || _areReadOnly is not null && _areReadOnly[ordinal] && Json.IsRequest;
}
