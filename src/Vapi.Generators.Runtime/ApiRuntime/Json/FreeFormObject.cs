namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Collections;
using global::System.Collections.Generic;
using global::System.Text.Json;

/// <summary>An object without declared properties. It keeps its validated text and parses it on first access.</summary>
internal sealed class FreeFormObject : IReadOnlyDictionary<string, JsonElement>
{
    // The original reader options are unknown. The text was accepted before, so it is accepted again.
    internal static readonly JsonReaderOptions Lenient = new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly byte[] _utf8;

    private IReadOnlyDictionary<string, JsonElement>? _entries;

    public FreeFormObject(byte[] utf8) => _utf8 = utf8;

    public IEnumerable<string> Keys => Entries.Keys;

    public IEnumerable<JsonElement> Values => Entries.Values;

    public int Count => Entries.Count;

    private IReadOnlyDictionary<string, JsonElement> Entries => _entries ??= Parse();

    public JsonElement this[string key] => Entries[key];

    public bool ContainsKey(string key) => Entries.ContainsKey(key);

    public bool TryGetValue(string key, out JsonElement value) => Entries.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyDictionary<string, JsonElement> Parse()
    {
        var reader = new Utf8JsonReader(_utf8, Lenient);
        reader.Read();
        return Json.ReadMap<JsonElement>(ref reader, JsonKinds.Any, Json.ReadAny)!;
    }
}
