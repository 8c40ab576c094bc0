using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// Changes documents as an author's slip, a faulty tool or an attacker may: parts are deleted, written twice, exchanged, given another type, renamed, nested deeper, and hostile text is put anywhere.
/// The same seed makes the same changes.
/// </summary>
internal sealed class DocumentMutator(int seed)
{
    /// <summary>In whatever hostile text brings in. Names are written in Pascal or camel case, so that as a name in C# this stands nowhere.</summary>
    public const string Canary = "escaped_canary";

    private const int MostChanges = 6;

    private const int MostShown = 200;

    /// <summary>The reader takes documents of this depth; deeper ones are refused as a whole.</summary>
    private const int MaxDepth = 256;

    private static readonly string[] Hostile =
    [
        $"*/ class {Canary} {{ }} /*", $"\"; class {Canary} {{ }} //", $"\\\"; class {Canary} {{ }} //", $"\n#if {Canary}\n", $"\r#error {Canary}\r", $"\u2028#if {Canary}\u2028", $"\u2029class {Canary};",
        $"\u0085#region {Canary}", $"\"\"\"\"\"\"; class {Canary};", $"{{{Canary}}}", $"{{{{{Canary}", $"</summary><{Canary}>", $"]]><{Canary}/>", $"&{Canary};", $"<!-- {Canary}", $"\u202e{Canary}\u2066", $"\0{Canary}",
        $"\ud800{Canary}", $"\ufeff{Canary}", $"@{Canary}", $"\\u0022; class {Canary};", $"'{Canary}'", $"$\"{{{Canary}}}\"", $"%0a{Canary}", $"{Canary}{{0}}", $"../../{Canary}", $"CON/{Canary}\\..", $"~0~1{Canary}%",
        $"<see cref=\"{Canary}\"/>", $"{Canary}: {{ &a *a", $"class", $"", $" ", $"\t\n", $"System", $"Object", $"object", $"string", $"_", $"1", $"équipe", $"名前", $"😀", $"GetHashCode", $"Value", $"Client", $"Json", $"$ref",
    ];

    private static readonly string[] OtherValues =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1e-400", "99999999999999999999", "\"\"", "[]", "{}", "[null]", "[[]]", "{\"\":{}}", "[\"string\",\"null\"]", "\"object\"", "\"array\"", "\"string\"", "\"date-time\"",
        """{"$ref":"#"}""", """{"$ref":"#/paths"}""", """{"$ref":"#/components/schemas"}""", """{"$ref":"https://example.org/x.json#/A"}""", """{"$ref":"//host/x"}""", """{"type":"object","additionalProperties":false}""", """{"oneOf":[{"type":"string"},{"type":"array","items":{}}]}""",
        """{"allOf":[{"type":"string"},{"type":"integer"}]}""", """{"not":{}}""", """{"enum":[1,"1",null,{},1.0]}""", """{"const":null}""",
    ];

    private readonly Random _random = new(seed);

    /// <summary>What was done, in order.</summary>
    public List<string> Changes { get; } = [];

    public string Mutate(string document)
    {
        JsonNode root = JsonNode.Parse(document, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 })!;
        for (int changes = _random.Next(1, MostChanges + 1); changes > 0; changes--)
            Change(root);

        string text = root.ToJsonString(new JsonSerializerOptions { MaxDepth = 100_000 });
        return _random.Next(20) == 0 ? Damage(text) : text;
    }

    /// <summary>Changes a document in YAML, by its lines.</summary>
    public string MutateLines(string document)
    {
        List<string> lines = [.. document.Split('\n')];
        for (int changes = _random.Next(1, MostChanges + 1); changes > 0 && lines.Count > 0; changes--)
        {
            int at = _random.Next(lines.Count);
            int other = _random.Next(lines.Count);
            int kind = _random.Next(6);
            Changes.Add($"line {at}, change {kind}, line {other}");
            switch (kind)
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(other, lines[at]);
                    break;
                case 2:
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                case 3:
                    lines[at] = Pick(["  ", "    ", "\t", "- ", "? ", ": ", "\"", "'", "[", "{", "| ", "# "]) + lines[at];
                    break;
                case 4:
                    lines[at] = lines[at].TrimStart();
                    break;
                default:
                    int column = _random.Next(lines[at].Length + 1);
                    lines[at] = lines[at].Insert(column, Pick([.. Hostile, "[", "]", "{", "}", "\"", "'", ": ", " #", "\t", "&a ", "*a", "<<: *a", "!!int ", "|", "---\n", "...\n", "%YAML 9.9\n", "? "]));
                    break;
            }
        }

        return string.Join("\n", lines);
    }

    private void Change(JsonNode root)
    {
        (JsonNode Parent, string Key)[] places = [.. Places(root)];
        if (places.Length == 0)
            return;

        (JsonNode parent, string key) = Pick(places);
        switch (_random.Next(9))
        {
            case 0:
                Note("delete", parent, key);
                Remove(parent, key);
                break;
            case 1:
                Note("duplicate", parent, key);
                Add(parent, key + Pick(["", "2", "-", "_", " "]), Get(parent, key)?.DeepClone());
                break;
            case 2:
                (JsonNode otherParent, string otherKey) = Pick(places);
                Note("exchange with " + otherParent.GetPath() + " " + otherKey, parent, key);
                (JsonNode? one, JsonNode? other) = (Get(parent, key)?.DeepClone(), Get(otherParent, otherKey)?.DeepClone());
                Set(otherParent, otherKey, one);
                Set(parent, key, other);
                break;
            case 3:
                string value = Pick(OtherValues);
                Note("becomes " + value, parent, key);
                Set(parent, key, JsonNode.Parse(value));
                break;
            case 4 when parent is JsonObject:
                string name = _random.Next(2) == 0 ? Pick(places).Key : Pick(Hostile);
                Note("is called " + name, parent, key);
                JsonNode? renamed = Get(parent, key)?.DeepClone();
                Remove(parent, key);
                Add(parent, name, renamed);
                break;
            case 5:
                int levels = _random.Next(30) == 0 ? _random.Next(10_000) : _random.Next(1, 12);
                string shell = Pick(["items", "allOf", "oneOf", "properties", "additionalProperties", "not", "[]"]);
                Note($"is {levels} levels deeper in {shell}", parent, key);
                Set(parent, key, Deepen(Get(parent, key)?.DeepClone(), shell, levels));
                break;
            case 6:
                string[] targets = ["#", .. Enumerable.Range(0, 3).Select(_ => Pick(places)).Select(p => Pointer(p.Parent, p.Key))];
                string target = Pick(targets);
                Note("refers to " + target, parent, key);
                Set(parent, key, new JsonObject { ["$ref"] = target });
                break;
            default:
                string text = _random.Next(200) == 0 ? new string('n', 1_000_000) : Pick(Hostile);
                Note("is the text " + text, parent, key);
                Set(parent, key, JsonValue.Create(text));
                break;
        }
    }

    /// <summary>The text is cut off, or has a character that it should not have.</summary>
    private string Damage(string text)
    {
        int at = _random.Next(text.Length);
        Changes.Add($"damage at {at}");
        return _random.Next(3) switch
        {
            0 => text[..at],
            1 => text.Insert(at, Pick(["\0", "{", "\"", "# ", "\t- ", "\ufeff", "/* */", "&a ", "---\n", "\ud800"])),
            _ => text.Remove(at, 1),
        };
    }

    private static JsonNode? Deepen(JsonNode? value, string shell, int levels)
    {
        for (int i = 0; i < levels; i++)
        {
            value = shell switch
            {
                "[]" => new JsonArray(value),
                "allOf" or "oneOf" => new JsonObject { [shell] = new JsonArray(value) },
                "properties" => new JsonObject { ["type"] = "object", [shell] = new JsonObject { ["p"] = value } },
                "items" => new JsonObject { ["type"] = "array", [shell] = value },
                _ => new JsonObject { [shell] = value },
            };
        }

        return value;
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode root)
    {
        var left = new Stack<(JsonNode Node, int Depth)>([(root, 0)]);
        while (left.TryPop(out (JsonNode Node, int Depth) next))
        {
            IEnumerable<KeyValuePair<string, JsonNode?>> children = next.Node is JsonObject @object ? @object
                : next.Node is JsonArray array ? array.Select((item, i) => KeyValuePair.Create(i.ToString(), item))
                : [];
            foreach ((string key, JsonNode? child) in children)
            {
                yield return (next.Node, key);
                if (child is not null && next.Depth < MaxDepth)
                    left.Push((child, next.Depth + 1));
            }
        }
    }

    private static string Pointer(JsonNode parent, string key)
    {
        var tokens = new List<string> { key };
        for (JsonNode node = parent; node.Parent is { } above; node = above)
            tokens.Add(above is JsonArray ? node.GetElementIndex().ToString() : node.GetPropertyName());

        return JsonPointers.Pointer([.. tokens.AsEnumerable().Reverse()]);
    }

    private static JsonNode? Get(JsonNode parent, string key) => parent is JsonArray array ? array[int.Parse(key)] : parent[key];

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonArray array)
            array[int.Parse(key)] = value;
        else
            parent[key] = value;
    }

    private static void Add(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonArray array)
            array.Add(value);
        else
            parent[key] = value;
    }

    private static void Remove(JsonNode parent, string key)
    {
        if (parent is JsonArray array)
            array.RemoveAt(int.Parse(key));
        else
            parent.AsObject().Remove(key);
    }

    private void Note(string change, JsonNode parent, string key) => Changes.Add($"{Brief(Pointer(parent, key))} {Brief(change)}");

    private static string Brief(string text) => text.Length > MostShown ? text[..MostShown] + "…" : text;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
