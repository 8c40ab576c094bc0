using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Specification;

namespace Vapi.Generators.Reading.Trees;

/// <summary>
/// Brings the targets of references into the components of the document. Schemas of other files, and schemas at other places of this file, become component schemas. Any other target replaces
/// the reference. Only additional files are read, never the disk or the network.
/// </summary>
internal sealed class DocumentBundler
{
    /// <summary>The maximum length of a chain of references. A longer one is a cycle.</summary>
    private const int MaxHops = 32;

    /// <summary>The maximum number of references. Inlined targets can contain more references, which could grow without limit.</summary>
    private const int MaxReferences = 50_000;

    /// <summary>The maximum number of inlined nodes, plus one for every few bytes that were read. Without a limit, a few lines could expand to more than fits in memory.</summary>
    private const int MaxNodes = 200_000;

    private const int BytesPerNode = 10;

    private readonly DocumentFiles _files;

    private readonly OpenApiVersion _version;

    private readonly FindingList _findings;

    private readonly CancellationToken _cancellationToken;

    private readonly Queue<ForeignReference> _open = new();

    /// <summary>The names of the schemas that were brought in, by their locations.</summary>
    private readonly Dictionary<(string Path, string Pointer), string> _names = [];

    /// <summary>The missing files, each with its first reference.</summary>
    private readonly Dictionary<(string From, string File), (ForeignReference First, (string Reason, DocumentLocation? Location) Failure, int Count)> _missing = [];

    private readonly DocumentBundle _bundle;

    private long _inlined;

    /// <summary>The last number suffixes of the names of schemas that were brought in.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private DocumentBundler(DocumentFiles files, OpenApiVersion version, FindingList findings, CancellationToken cancellationToken)
    {
        _files = files;
        _version = version;
        _findings = findings;
        _cancellationToken = cancellationToken;
        var root = (JsonObject)Build(files.Main.Root, files.Main, "#", "#", Place.Object, 0)!;
        root.Remove(version.Keyword);
        root["openapi"] = version.ToString();
        _bundle = new DocumentBundle(files.Main, root);
        if (version.IsSwagger)
            SwaggerUpgrade.MoveSchemas(_bundle);
    }

    public static DocumentBundle Bundle(DocumentFiles files, OpenApiVersion version, FindingList findings, CancellationToken cancellationToken)
    {
        var bundler = new DocumentBundler(files, version, findings, cancellationToken);
        for (int count = 0; bundler._open.Count > 0; count++)
            bundler.Follow(bundler._open.Dequeue(), count > MaxReferences);

        bundler.ReportMissing();
        if (version.IsSwagger)
            new SwaggerUpgrade(bundler._bundle, findings, cancellationToken).Run();

        return bundler._bundle;
    }

    private void Follow(ForeignReference reference, bool isTooMany)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (isTooMany || reference.Hops > MaxHops)
        {
            Forget(reference, Descriptors.UnresolvedReference.Id, reference.Target, Otherwise(reference));
            return;
        }

        if (_inlined > MaxNodes + _files.Length / BytesPerNode)
        {
            Forget(reference, Descriptors.Unsupported.Id, $"references by JSON pointer that expand to more than {MaxNodes + _files.Length / BytesPerNode} nodes in total", Otherwise(reference));
            return;
        }

        string[] parts = reference.Target.Split(['#'], 2);
        if (parts[0].Length > 0 && reference.File.Identify(parts[0], Unescape(parts.ElementAtOrDefault(1) ?? "")) is { } identified)
        {
            Lead(reference, reference.File, identified);
            return;
        }

        DocumentFile? file = _files.Find(reference.File, Unescape(parts[0]), _cancellationToken, out (string Reason, DocumentLocation? Location) failure);
        if (file is null && FindComponent(reference) is { } named)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(named);
        else if (file is null)
            Miss(reference, parts[0], failure);
        else if ((file.Find(Unescape(parts.ElementAtOrDefault(1) ?? "")) ?? NavigateUp(reference, parts)) is not { } target)
            FollowLost(reference);
        else
            Lead(reference, file, target);
    }

    private void Lead(ForeignReference reference, DocumentFile file, (string Pointer, JsonElement Element) target)
    {
        if (reference.Place == Place.Schema)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(Adopt(file, target.Pointer, target.Element));
        else
            Inline(reference, file, target.Pointer, target.Element);
    }

    /// <summary>Handles a reference whose target does not exist. It can mean the component schema with the last name in the reference.</summary>
    private void FollowLost(ForeignReference reference)
    {
        if (FindComponent(reference) is { } name)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(name);
        else
            Forget(reference, Descriptors.UnresolvedReference.Id, reference.Target, Otherwise(reference));
    }

    private static string Otherwise(ForeignReference reference) => reference.Place == Place.Schema ? "JsonElement is generated instead" : "the reference is ignored";

    /// <summary>A standalone schema uses itself as the root of its local references.</summary>
    private static (string Pointer, JsonElement Element)? NavigateUp(ForeignReference reference, string[] parts)
        => reference.Place == Place.Schema && parts[0].Length == 0 && parts.Length == 2 && parts[1].StartsWith("/", StringComparison.Ordinal) ? reference.File.FindAbove(reference.Pointer, Unescape(parts[1])) : null;

    private string? FindComponent(ForeignReference reference)
    {
        string name = DocumentPointer.Unescape(Unescape(reference.Target.Substring(reference.Target.LastIndexOf('/') + 1)));
        return reference is { File.IsMain: true, Place: Place.Schema } && Components(create: false)?.ContainsKey(name) == true ? name : null;
    }

    /// <summary>Returns the component name of a schema. Adds the schema to the components if necessary.</summary>
    private string Adopt(DocumentFile file, string pointer, JsonElement element)
    {
        string own = _version.SchemaPointer;
        if (file.IsMain && pointer.StartsWith(own, StringComparison.Ordinal) && pointer.IndexOf('/', own.Length) < 0)
            return DocumentPointer.Unescape(pointer.Substring(own.Length));
        if (_names.TryGetValue((file.Path, pointer), out string? name))
            return name;

        JsonObject components = Components(create: true)!;
        name = NameOf(file, pointer, components);
        _names.Add((file.Path, pointer), name);

        // The name is reserved before the schema is created, so that the schema can reference itself.
        components[name] = null;
        components[name] = Build(element, file, pointer, OpenApiVersion.SchemaReference + DocumentPointer.Escape(name), Place.Schema, 0);
        string reference = OpenApiVersion.SchemaReference + DocumentPointer.Escape(name);
        _bundle.AddOrigin(own + DocumentPointer.Escape(name), file, pointer);
        if (file.IsMain)
            ReplaceOriginal(pointer, reference);

        return name;
    }

    /// <summary>Replaces the original schema with a reference to the component, so that both are one type.</summary>
    private void ReplaceOriginal(string pointer, string reference)
    {
        JsonNode? node = _bundle.Root;
        string[] tokens = [.. pointer.Split('/').Skip(1).Select(DocumentPointer.Unescape)];
        foreach (string token in tokens.Take(tokens.Length - 1))
            node = node switch
            {
                JsonObject members => members[token],
                JsonArray items when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count => items[index],
                _ => null,
            };

        string last = tokens[tokens.Length - 1];
        if (node is JsonObject parent && parent[last] is JsonObject)
            parent[last] = new JsonObject { ["$ref"] = reference };
    }

    /// <summary>Replaces a reference with its target. Members next to the reference are kept.</summary>
    private void Inline(ForeignReference reference, DocumentFile file, string pointer, JsonElement element)
    {
        reference.Holder.Remove(reference.Key);
        if (Build(element, file, pointer, reference.Destination, reference.Place, reference.Hops + 1, reference.Holder) is not JsonObject target)
            return;

        List<KeyValuePair<string, JsonNode?>> members = [.. target];
        target.Clear();
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (!reference.Holder.ContainsKey(member.Key))
                reference.Holder.Add(member.Key, member.Value);
        }

        _bundle.AddOrigin(reference.Destination, file, pointer);
    }

    /// <param name="holder">The object that the members of the result will move to.</param>
    private JsonNode? Build(JsonElement element, DocumentFile file, string pointer, string destination, Place place, int hops, JsonObject? holder = null)
    {
        var tree = new DocumentTree(file, _version, pointer, destination, _findings, _cancellationToken);
        JsonNode? node = tree.Build(element, place);
        _inlined += holder is null ? 0 : tree.Count;
        foreach (ForeignReference reference in tree.References)
            _open.Enqueue(reference with { Hops = hops, Holder = holder is not null && reference.Holder == node ? holder : reference.Holder });

        return node;
    }

    private void Miss(ForeignReference reference, string file, (string Reason, DocumentLocation? Location) failure)
    {
        reference.Holder.Remove(reference.Key);
        var missing = _missing.TryGetValue((reference.File.Path, file), out var known) ? known : (First: reference, Failure: failure, Count: 0);
        _missing[(reference.File.Path, file)] = missing with { Count = missing.Count + 1 };
    }

    /// <summary>Reports each missing file once, with the number of references to it.</summary>
    private void ReportMissing()
    {
        foreach ((ForeignReference first, (string reason, DocumentLocation? location), int count) in _missing.Values)
        {
            string others = count == 1 ? "" : $" (and {count - 1} more to the same file)";
            _findings.Add(new Finding(Descriptors.ForeignReference.Id, first.Pointer, [first.Target, others, reason]) { File = first.File, Location = location });
        }
    }

    private void Forget(ForeignReference reference, string id, params string[] arguments)
    {
        reference.Holder.Remove(reference.Key);
        _findings.Add(new Finding(id, reference.Pointer, arguments) { File = reference.File });
    }

    /// <summary>The schemas of the components.</summary>
    private JsonObject? Components(bool create)
    {
        JsonObject node = _bundle.Root;
        foreach (string name in new[] { "components", "schemas" })
        {
            if (node[name] is not JsonObject inner)
            {
                if (!create)
                    return null;

                node[name] = inner = [];
            }

            node = inner;
        }

        return node;
    }

    /// <summary>The name of the schema if it has one; otherwise the names of its owner and property, or the name of the file if the schema is the whole file.</summary>
    private string NameOf(DocumentFile file, string pointer, JsonObject taken)
    {
        string[] tokens = [.. pointer.Split('/').Skip(1).Select(DocumentPointer.Unescape)];
        int start = Array.FindLastIndex(tokens, t => t is "schemas" or "definitions" or "$defs") + 1;
        IEnumerable<string> words = tokens.Skip(start).Where(t => t is not ("properties" or "allOf" or "oneOf" or "anyOf" or "schema" or "content" or "paths" or "responses"));
        string stem = ReferableFile.FileName(file.Path).Split('.')[0];
        string name = string.Join("_", words.DefaultIfEmpty(stem));
        if (taken.ContainsKey(name) && !file.IsMain)
            name = stem + "_" + name;

        if (!taken.ContainsKey(name))
            return name;

        int number = _numbers.TryGetValue(name, out int last) ? last + 1 : 2;
        while (taken.ContainsKey(name + number.ToString(CultureInfo.InvariantCulture)))
            number++;

        _numbers[name] = number;
        return name + number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);
}
