namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The positions of misfits in the text that is being written.</summary>
internal sealed class MisfitList
{
    private readonly List<long> _positions = new();

    public int Count => _positions.Count;

    /// <summary>Records the position of the next value.</summary>
    public void Add(Utf8JsonWriter writer) => _positions.Add(writer.BytesCommitted + writer.BytesPending);

    /// <summary>Finds the misfits in the text.</summary>
    public IReadOnlyList<ApiMisfit> Locate(ReadOnlySpan<byte> utf8)
    {
        var misfits = new List<ApiMisfit>(_positions.Count);
        var path = new List<Step>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (misfits.Count < _positions.Count && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    path.RemoveAt(path.Count - 1);
                    continue;
                case JsonTokenType.PropertyName:
                    path[path.Count - 1].Name = reader.GetString()!;
                    continue;
            }

            if (path.Count > 0)
                path[path.Count - 1].Index++;
            if (reader.TokenStartIndex >= _positions[misfits.Count])
                misfits.Add(new ApiMisfit(Pointer(path), path[path.Count - 1].ToString(), JsonElement.ParseValue(ref reader)));
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                path.Add(new Step());
        }

        return misfits;
    }

    /// <summary>RFC 6901.</summary>
    private static string Pointer(List<Step> path)
    {
        var pointer = new StringBuilder();
        foreach (Step step in path)
            pointer.Append('/').Append(JsonPointerText.Escape(step.ToString()));

        return pointer.ToString();
    }

    /// <summary>An open object or array, and the position of the reader in it.</summary>
    private sealed class Step
    {
        public string? Name;

        public int Index = -1;

        public override string ToString() => Name ?? Index.ToString(CultureInfo.InvariantCulture);
    }
}
