using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Specification;

namespace Vapi.Generators.Reading.Trees;

/// <summary>
/// Brings what a document refers to into its own components: schemas of other files and schemas that stand anywhere in this one become schemas of the components, anything else is put in the
/// place of the reference. Only additional files are looked into, never the disk or the network.
/// </summary>
internal sealed class DocumentBundler
{
    /// <summary>More references in a row than any document has: a circle.</summary>
    private const int MaxHops = 32;

    /// <summary>More than any document has: what is put in the place of references contains more of them, and grows without end.</summary>
    private const int MaxReferences = 50_000;

    /// <summary>How many nodes may be put in the place of references, besides one for every few bytes that were read: with more of them a few lines stand for more than memory holds.</summary>
    private const int MaxNodes = 200_000;

    private const int BytesPerNode = 10;

    private readonly DocumentFiles _files;

    private readonly OpenApiVersion _version;

    private readonly FindingList _findings;

    private readonly CancellationToken _cancellationToken;

    private readonly Queue<ForeignReference> _open = new();

    /// <summary>The names of the schemas that were brought in, by where they stand.</summary>
    private readonly Dictionary<(string Path, string Pointer), string> _names = [];

    /// <summary>The files that are referred to and not there, with the first of the references to each.</summary>
    private readonly Dictionary<(string From, string File), (ForeignReference First, (string Reason, DocumentLocation? Location) Failure, int Count)> _missing = [];

    private readonly DocumentBundle _bundle;

    private long _inlined;

    /// <summary>The last numbers behind the names of schemas that were brought in.</summary>
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
        DocumentFile? file = _files.Find(reference.File, Unescape(parts[0]), _cancellationToken, out (string Reason, DocumentLocation? Location) failure);
        if (file is null && FindComponent(reference) is { } named)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(named);
        else if (file is null)
            Miss(reference, parts[0], failure);
        else if ((file.Find(Unescape(parts.ElementAtOrDefault(1) ?? "")) ?? NavigateUp(reference, parts)) is not { } target)
            FollowLost(reference);
        else if (reference.Place == Place.Schema)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(Adopt(file, target.Pointer, target.Element));
        else
            Inline(reference, file, target.Pointer, target.Element);
    }

    /// <summary>A reference whose target is not there: it may mean the schema of the components that has the last name in it.</summary>
    private void FollowLost(ForeignReference reference)
    {
        if (FindComponent(reference) is { } name)
            reference.Holder[reference.Key] = OpenApiVersion.SchemaReference + DocumentPointer.Escape(name);
        else
            Forget(reference, Descriptors.UnresolvedReference.Id, reference.Target, Otherwise(reference));
    }

    private static string Otherwise(ForeignReference reference) => reference.Place == Place.Schema ? "JsonElement is generated instead" : "the reference is ignored";

    /// <summary>A schema that was written to stand alone takes itself for the root of its local references.</summary>
    private static (string Pointer, JsonElement Element)? NavigateUp(ForeignReference reference, string[] parts)
        => reference.Place == Place.Schema && parts[0].Length == 0 && parts.Length == 2 && parts[1].StartsWith("/", StringComparison.Ordinal) ? reference.File.FindAbove(reference.Pointer, Unescape(parts[1])) : null;

    private string? FindComponent(ForeignReference reference)
    {
        string name = DocumentPointer.Unescape(Unescape(reference.Target.Substring(reference.Target.LastIndexOf('/') + 1)));
        return reference is { File.IsMain: true, Place: Place.Schema } && Components(create: false)?.ContainsKey(name) == true ? name : null;
    }

    /// <summary>The name of a schema in the components, into which it is brought when it is not there.</summary>
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

        // The name is taken before the schema is made, so that it may refer to itself.
        components[name] = null;
        components[name] = Build(element, file, pointer, OpenApiVersion.SchemaReference + DocumentPointer.Escape(name), Place.Schema, 0);
        string reference = OpenApiVersion.SchemaReference + DocumentPointer.Escape(name);
        _bundle.AddOrigin(own + DocumentPointer.Escape(name), file, pointer);
        if (file.IsMain)
            ReplaceOriginal(pointer, reference);

        return name;
    }

    /// <summary>The schema that stands somewhere in the document is the one in the components from now on, so that both are one type.</summary>
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

    /// <summary>Puts what a reference leads to in its place. What stands beside the reference stays.</summary>
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

    /// <summary>A file that is not there is reported once, however often it is referred to.</summary>
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

    /// <summary>After the schema itself where it has a name, after its owner and its property where it has none, after the file where it is all of it.</summary>
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
