using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The state of one run over one document: passed along, never stored.</summary>
/// <param name="length">How long the document is, in characters.</param>
internal sealed class ParseContext(OpenApiDocument document, CodeSettings settings, int length, CancellationToken cancellationToken)
{
    /// <summary>How many properties, members and values the types may have together that are made of several schemas: a few lines can stand for more than any machine compiles. Real documents have up to 6,500.</summary>
    private const long MaxParts = 50_000;

    /// <summary>A long document may have more of them.</summary>
    private const int CharactersPerPart = 8;

    private static readonly Dictionary<string, IOpenApiSchema> NoSchemas = [];

    private readonly Dictionary<string, Shape> _components = new(StringComparer.Ordinal);

    /// <summary>What the schemas became that are found out again.</summary>
    private readonly Dictionary<string, Shape> _provisional = new(StringComparer.Ordinal);

    /// <summary>What stands in one place is never so deep that the last of these is reached: a schema of the components is not gone into below <see cref="Levels.Max"/>.</summary>
    private readonly Levels _levels = new(4 * Levels.Max);

    private long _parts;

    /// <summary>The schemas that are being found out, the innermost first.</summary>
    private readonly Stack<string> _open = new();

    /// <summary>The schemas of which not all was known when they were found out.</summary>
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    private Inheritance? _inheritance;

    private readonly Dictionary<string, int> _mostProperties = new(StringComparer.Ordinal);

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public OpenApiDocument Document { get; } = document;

    public CodeSettings Settings { get; } = settings;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public FindingList Findings { get; } = [];

    /// <summary>The kinds of JSON that the members of unions are, where they are looked at as they are and where they are items.</summary>
    public Dictionary<object, UnionKinds> Kinds { get; } = [];

    /// <summary>The tags of the objects in unions, by the members.</summary>
    public Dictionary<object, UnionTag> Tags { get; } = [];

    /// <summary>The properties that schemas with an allOf require, all parts together.</summary>
    public Dictionary<OpenApiSchema, ICollection<string>> Required { get; } = [];

    /// <summary>What schemas became that many operations may refer to, by what they are there.</summary>
    public Dictionary<string, Dictionary<IOpenApiSchema, Shape>> Shared { get; } = [];

    /// <summary>The classes that derive from each other, as far as they are made, by the schema.</summary>
    public Dictionary<string, ObjectModel> Classes { get; } = new(StringComparer.Ordinal);

    public IDictionary<string, IOpenApiSchema> Schemas => Document.Components?.Schemas ?? NoSchemas;

    /// <summary>Which schemas derive from which.</summary>
    public Inheritance Inheritance => _inheritance ??= new Inheritance(this);

    /// <summary>
    /// Finds out what all schemas of the components become. A schema that takes itself apart, as an allOf does that adds to the schema it stands in, is found out again with what is known then.
    /// </summary>
    public void ParseComponents()
    {
        foreach (string id in Schemas.Keys)
            Component(id);

        foreach (string id in _incomplete.ToList())
        {
            _provisional[id] = _components[id];
            _components.Remove(id);
        }

        foreach (string id in _provisional.Keys)
            Component(id);
    }

    /// <summary>What a schema of the components becomes; null while that is being found out for the first time, as for a schema that refers to itself.</summary>
    public Shape? Component(string id)
    {
        if (_components.TryGetValue(id, out Shape? shape))
            return shape;
        if (_open.Contains(id))
            return Incomplete(id);

        DocumentPointer pointer = DocumentPointer.Root["components"]["schemas"][id];
        if (_levels.Count >= Levels.Max || !TryEnter(pointer))
        {
            ReportDepth(pointer, "a type of the first levels only");
            return null;
        }

        _open.Push(id);
        shape = SchemaParser.ParseComponent(id, Schemas[id], pointer, this);
        _open.Pop();
        Leave();
        return _components[id] = shape;
    }

    /// <summary>Whether a place is that of a schema of the components.</summary>
    public bool IsComponent(string id, DocumentPointer pointer) => _open.Count > 0 && _open.Peek() == id && pointer.ToString() == DocumentPointer.Root["components"]["schemas"][id].ToString();

    /// <summary>The name of the schema that a reference leads to; null when the document has none of that name. Microsoft.OpenApi keeps the escapes of JSON pointers.</summary>
    public string? ResolveId(OpenApiSchemaReference reference)
    {
        string id = reference.Reference.Id ?? "";
        return Schemas.ContainsKey(id) ? id : Schemas.ContainsKey(DocumentPointer.Unescape(id)) ? DocumentPointer.Unescape(id) : null;
    }

    /// <summary>The schema itself, or the one that a reference leads to; null for one that leads nowhere or around in a circle, at which Microsoft.OpenApi throws.</summary>
    public OpenApiSchema? Target(IOpenApiSchema? schema)
    {
        for (int hops = 0; schema is OpenApiSchemaReference reference && hops <= Schemas.Count; hops++)
            schema = ResolveId(reference) is { } id ? Schemas[id] : null;

        return schema as OpenApiSchema;
    }

    /// <summary>Follows references to the shape they stand for. A reference that leads back to itself, or to a shape still being found out, stays a reference.</summary>
    public Shape Resolve(Shape shape)
    {
        Shape resolved = shape;
        for (int hops = 0; resolved is ReferenceShape reference && hops <= Schemas.Count; hops++)
        {
            if (Component(reference.Id) is not { } target)
                return resolved;

            resolved = target.Nullable || !resolved.Nullable ? target : target with { Nullable = true };
        }

        return resolved;
    }

    /// <summary>Goes into a schema, unless it is too deep in others: then any JSON stands in its place, which is reported.</summary>
    public bool TryEnter(DocumentPointer pointer)
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (_levels.TryEnter())
            return true;

        ReportDepth(pointer, "JsonElement");
        return false;
    }

    /// <summary>Comes back from a schema.</summary>
    public void Leave() => _levels.Leave();

    /// <summary>Reports that schemas are made of each other to a depth that is not followed.</summary>
    public void ReportDepth(DocumentPointer pointer, string instead)
        => Report(Descriptors.Unsupported.Id, pointer, $"schemas that are nested in each other more than {Levels.Max} levels deep", instead);

    /// <summary>Takes what a type has that is made of several schemas from what all may have together. Beyond, any JSON stands in its place, which is reported.</summary>
    public bool TrySpend(int parts, DocumentPointer pointer)
    {
        CancellationToken.ThrowIfCancellationRequested();
        _parts += parts;
        long most = MaxParts + length / CharactersPerPart;
        if (_parts <= most)
            return true;

        Report(Descriptors.Unsupported.Id, pointer, $"combined schemas with more than {most} properties, members and values in total", "JsonElement");
        return false;
    }

    /// <summary>The class that a class derives from; null when it derives from none.</summary>
    public ObjectShape? BaseOf(ObjectShape shape) => shape.Id is { } id && Inheritance.BaseOf(id) is { } parent && Component(parent) is ObjectShape { Id: not null } found ? found : null;

    /// <summary>How many properties the largest has of the classes that derive from a class, and itself.</summary>
    public int MostProperties(ObjectShape root)
    {
        if (!_mostProperties.TryGetValue(root.Id!, out int most))
            _mostProperties.Add(root.Id!, most = DerivedOf(root).Append(root).Max(s => s.Properties.Count));

        return most;
    }

    /// <summary>The classes that derive from a class, directly or not.</summary>
    public IEnumerable<ObjectShape> DerivedOf(ObjectShape shape) => shape.Id is not { } id ? [] : Inheritance.DerivedOf(id).Select(Component).OfType<ObjectShape>().Where(d => d.Id is not null);

    /// <summary>Takes a name for something of the document, and reports when it is not the one that was wanted.</summary>
    public string Claim(NameScope scope, string wanted, DocumentPointer pointer, string? original = null)
    {
        string name = scope.Claim(wanted);
        if (name != wanted)
            Report(Descriptors.NameChanged.Id, pointer, original ?? wanted, name, wanted);

        return name;
    }

    /// <summary>Reports something once.</summary>
    public void Report(string id, DocumentPointer pointer, params string[] arguments)
    {
        if (Findings.IsFull)
            return;

        var finding = new Finding(id, pointer.ToString(), Array.ConvertAll(arguments, MessageText.Clean));
        if (_reported.Add(string.Join("\n", [id, finding.Pointer, .. arguments])))
            Findings.Add(finding);
    }

    /// <summary>What is known of a schema that is being found out; and nothing that is found out meanwhile is complete.</summary>
    private Shape? Incomplete(string id)
    {
        _incomplete.UnionWith(_open.TakeWhile(o => o != id).Append(id));
        return _provisional.TryGetValue(id, out Shape? provisional) ? provisional : null;
    }
}
