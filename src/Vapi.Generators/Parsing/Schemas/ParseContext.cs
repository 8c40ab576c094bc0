using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The state of one run over one document. It is passed as an argument and never stored.</summary>
/// <param name="length">How long the document is, in characters.</param>
internal sealed class ParseContext(OpenApiDocument document, CodeSettings settings, int length, CancellationToken cancellationToken)
{
    /// <summary>The maximum number of properties, members and values of all combined schemas. A few lines can expand to more than any machine can compile. Real documents have up to 6,500.</summary>
    private const long MaxParts = 50_000;

    /// <summary>A long document can have more of them.</summary>
    private const int CharactersPerPart = 8;

    private static readonly Dictionary<string, IOpenApiSchema> NoSchemas = [];

    private readonly Dictionary<string, Shape> _components = new(StringComparer.Ordinal);

    /// <summary>The provisional shapes of the schemas that are parsed again.</summary>
    private readonly Dictionary<string, Shape> _provisional = new(StringComparer.Ordinal);

    /// <summary>So large that no schema reaches it: a component schema is not entered below <see cref="Levels.Max"/>.</summary>
    private readonly Levels _levels = new(4 * Levels.Max);

    private long _parts;

    /// <summary>The schemas that are being parsed, the innermost first.</summary>
    private readonly Stack<string> _open = new();

    /// <summary>The schemas that were parsed with incomplete information.</summary>
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    private Inheritance? _inheritance;

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public OpenApiDocument Document { get; } = document;

    public CodeSettings Settings { get; } = settings;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public FindingList Findings { get; } = [];

    /// <summary>The positions of all types and members, for callers that need them. The generator does not.</summary>
    public MemberPlaces? Places { get; init; }

    /// <summary>The descriptions of properties that were already parsed.</summary>
    public RepeatedDocumentation Repeated { get; } = new();

    /// <summary>The names that the document keeps.</summary>
    public LockedNames Names { get; init; } = LockedNames.None;

    /// <summary>Whether the places of types are needed to find or to list locked names.</summary>
    public bool NeedsPlaces => !Names.IsEmpty || Places is not null;

    /// <summary>The types of another document that this document uses; null if the documents of the project share no types.</summary>
    public TypeSharing? Sharing { get; init; }

    /// <summary>The schemas for the checks of JSON; null if JSON is not checked.</summary>
    public ContractTable? Contract { get; init; }

    /// <summary>Cache: the JSON kinds of the members of unions, as values and as items.</summary>
    public Dictionary<object, UnionKinds> Kinds { get; } = [];

    /// <summary>Cache: the tags of the objects in unions, by their members.</summary>
    public Dictionary<object, UnionTag> Tags { get; } = [];

    /// <summary>Cache: the required properties of schemas with an allOf, including all parts.</summary>
    public Dictionary<OpenApiSchema, ICollection<string>> Required { get; } = [];

    /// <summary>Cache: the shapes of schemas that many operations can reference, by their role there.</summary>
    public Dictionary<string, Dictionary<IOpenApiSchema, Shape>> Shared { get; } = [];

    /// <summary>The classes in hierarchies that were already created, by schema.</summary>
    public Dictionary<string, ObjectModel> Classes { get; } = new(StringComparer.Ordinal);

    public IDictionary<string, IOpenApiSchema> Schemas => Document.Components?.Schemas ?? NoSchemas;

    /// <summary>The inheritance of schemas.</summary>
    public Inheritance Inheritance => _inheritance ??= new Inheritance(this);

    /// <summary>
    /// Parses all component schemas. A schema that depends on itself, such as an allOf that extends the schema that contains it, is parsed again with the information from the first pass.
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

    /// <summary>The shape of a component schema; null while it is being parsed for the first time, as for a schema that references itself.</summary>
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

    /// <summary>Whether a pointer is the location of a component schema.</summary>
    public bool IsComponent(string id, DocumentPointer pointer) => _open.Count > 0 && _open.Peek() == id && pointer.Equals(DocumentPointer.Root["components"]["schemas"][id]);

    /// <summary>The name of the target schema of a reference; null if the document does not have it. Microsoft.OpenApi does not unescape JSON pointers.</summary>
    public string? ResolveId(OpenApiSchemaReference reference)
    {
        string id = reference.Reference.Id ?? "";
        return Schemas.ContainsKey(id) ? id : Schemas.ContainsKey(DocumentPointer.Unescape(id)) ? DocumentPointer.Unescape(id) : null;
    }

    /// <summary>The schema itself, or the target of a reference; null if the reference cannot be resolved or is a cycle, for which Microsoft.OpenApi throws.</summary>
    public OpenApiSchema? Target(IOpenApiSchema? schema)
    {
        for (int hops = 0; schema is OpenApiSchemaReference reference && hops <= Schemas.Count; hops++)
            schema = ResolveId(reference) is { } id ? Schemas[id] : null;

        return schema as OpenApiSchema;
    }

    /// <summary>Resolves references to a shape. A reference to itself, or to a shape that is still being parsed, stays a reference.</summary>
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

    /// <summary>Enters a schema. If it is nested too deeply, reports that JsonElement is generated instead, and returns false.</summary>
    public bool TryEnter(DocumentPointer pointer)
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (_levels.TryEnter())
            return true;

        ReportDepth(pointer, "JsonElement");
        return false;
    }

    /// <summary>Leaves a schema.</summary>
    public void Leave() => _levels.Leave();

    /// <summary>Reports that schemas are nested in each other too deeply.</summary>
    public void ReportDepth(DocumentPointer pointer, string instead)
        => Report(Descriptors.Unsupported.Id, pointer, $"schemas that are nested in each other more than {Levels.Max} levels deep", instead);

    /// <summary>Consumes the budget for combined schemas. If it is used up, reports that JsonElement is generated instead, and returns false.</summary>
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

    /// <summary>The base class of a class; null if it has none.</summary>
    public ObjectShape? BaseOf(ObjectShape shape) => shape.Id is { } id && Inheritance.BaseOf(id) is { } parent && Component(parent) is ObjectShape { Id: not null } found ? found : null;

    /// <summary>The directly and indirectly derived classes of a class.</summary>
    public IEnumerable<ObjectShape> DerivedOf(ObjectShape shape) => shape.Id is not { } id ? [] : Inheritance.DerivedOf(id).Select(Component).OfType<ObjectShape>().Where(d => d.Id is not null);

    /// <summary>Reserves a name for a part of the document, and reports if it differs from the requested name.</summary>
    public string Claim(NameScope scope, string wanted, DocumentPointer pointer, string? original = null)
    {
        string name = scope.Claim(wanted);
        ReportChange(name, wanted, pointer, original);
        return name;
    }

    /// <summary>Reports a name that differs from the requested name.</summary>
    public void ReportChange(string name, string wanted, DocumentPointer pointer, string? original)
    {
        if (name != wanted)
            Report(Descriptors.NameChanged.Id, pointer, original ?? wanted, name, wanted);
    }

    /// <summary>Reports a finding once.</summary>
    public void Report(string id, DocumentPointer pointer, params string[] arguments)
    {
        if (Findings.IsFull)
            return;

        var finding = new Finding(id, pointer.ToString(), Array.ConvertAll(arguments, MessageText.Clean));
        if (_reported.Add(string.Join("\n", [id, finding.Pointer, .. arguments])))
            Findings.Add(finding);
    }

    /// <summary>The provisional shape of a schema that is being parsed. Marks all schemas that are open meanwhile as incomplete.</summary>
    private Shape? Incomplete(string id)
    {
        _incomplete.UnionWith(_open.TakeWhile(o => o != id).Append(id));
        return _provisional.TryGetValue(id, out Shape? provisional) ? provisional : null;
    }
}
