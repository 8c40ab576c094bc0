using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading.Files;

/// <summary>The kinds of names in a names lock. Each is a section of the file.</summary>
internal enum NameKind
{
    /// <summary>The class of each group of the client, by the name of the group.</summary>
    Groups,

    /// <summary>Members with names that several members want, by type and name in the document: <c>Order.ID</c>.</summary>
    Members,

    /// <summary>The group and name of each method, by HTTP method and path: <c>GET /call</c>.</summary>
    Methods,

    /// <summary>Types without a name in the document, by place: <c>#/components/schemas/Call/properties/status</c>.</summary>
    Types,
}

/// <summary>The names lock of a document: the C# names that the places of the document keep.</summary>
internal sealed class NamesLock
{
    public const string Extension = ".names.json";

    /// <summary>The maximum length in characters: many times the names of the largest published documents.</summary>
    public const int MaxLength = 20_000_000;

    private const int FormatVersion = 1;

    private const string FormatVersionName = "formatVersion";

    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (NameKind Kind, string Section)[] Sections
        = [(NameKind.Groups, "groups"), (NameKind.Members, "members"), (NameKind.Methods, "methods"), (NameKind.Types, "types")];

    private readonly SortedDictionary<string, string>[] _names = [.. Sections.Select(_ => new SortedDictionary<string, string>(StringComparer.Ordinal))];

    /// <summary>Returns the path of a document's names lock: <c>openapi.names.json</c> next to <c>openapi.yaml</c>.</summary>
    public static string PathOf(string document) => DocumentFiles.WithoutExtension(document) + Extension;

    public static bool IsNamesLock(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds a name. The first name of a place counts.</summary>
    public void Add(NameKind kind, string place, string name)
    {
        if (!_names[(int)kind].ContainsKey(place))
            _names[(int)kind].Add(place, name);
    }

    /// <summary>The text of the file: one name on each line, sorted, so that branches can be merged.</summary>
    public string Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            writer.WriteStartObject();
            writer.WriteNumber(FormatVersionName, FormatVersion);
            foreach ((NameKind kind, string section) in Sections)
            {
                writer.WriteStartObject(section);
                foreach (KeyValuePair<string, string> name in _names[(int)kind])
                    writer.WriteString(name.Key, name.Value);

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n") + "\n";
    }

    /// <summary>Why a text is not a names lock, regardless of its entries; null if it is one.</summary>
    public static string? Refuse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(FormatVersionName, out JsonElement version))
            return $"it has no '{FormatVersionName}'";

        return version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int number) && number == FormatVersion ? null : $"its '{FormatVersionName}' is not {FormatVersion}";
    }

    /// <summary>The entries of a names lock in the order of the file, with their JSON pointers. Without a name, the value is not a string.</summary>
    public static IEnumerable<(NameKind Kind, string Place, string? Name, string Pointer)> Read(JsonElement root)
    {
        foreach ((NameKind kind, string section) in Sections)
        {
            if (!root.TryGetProperty(section, out JsonElement names))
                continue;
            if (names.ValueKind != JsonValueKind.Object)
            {
                yield return (kind, section, null, "#/" + section);
                continue;
            }

            foreach (JsonProperty name in names.EnumerateObject())
                yield return (kind, name.Name, name.Value.ValueKind == JsonValueKind.String ? name.Value.GetString() : null, $"#/{section}/{DocumentPointer.Escape(name.Name)}");
        }
    }
}
