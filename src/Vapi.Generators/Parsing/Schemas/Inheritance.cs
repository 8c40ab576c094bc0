using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// Which schemas of the components derive from which (OpenAPI 3.2, 4.25 "Discriminator Object"): a schema with a discriminator and no alternatives is a base, and one whose allOf refers to a base, or to
/// a schema derived from one, derives from that.
/// </summary>
internal sealed class Inheritance
{
    /// <summary>Deeper than any hierarchy: a class has the properties of all that it derives from, and the compiler goes through all of them.</summary>
    private const int MaxDepth = 32;

    private readonly ParseContext _context;

    private readonly Dictionary<string, string?> _bases = new(StringComparer.Ordinal);

    /// <summary>How many classes each derives from.</summary>
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

    /// <summary>The schemas derived from each, directly or not, in document order.</summary>
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    /// <summary>The values of the tag that the mapping of a base has for each schema.</summary>
    private readonly Dictionary<OpenApiDiscriminator, ILookup<string, string>> _mappings = [];

    public Inheritance(ParseContext context)
    {
        _context = context;
        foreach (string id in context.Schemas.Keys)
            FindBase(id);
        foreach (string id in context.Schemas.Keys)
        {
            for (string? ancestor = BaseOf(id); ancestor is not null; ancestor = BaseOf(ancestor))
            {
                if (!_derived.TryGetValue(ancestor, out List<string>? derived))
                    _derived.Add(ancestor, derived = []);

                derived.Add(id);
            }
        }
    }

    /// <summary>The schema that a schema derives from; null when it derives from none.</summary>
    public string? BaseOf(string id) => _bases.TryGetValue(id, out string? known) ? known : null;

    /// <summary>Finds what a schema derives from: before it, what those derive from that it may derive from.</summary>
    private void FindBase(string id)
    {
        var open = new Stack<string>([id]);
        while (open.Count > 0)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            string current = open.Peek();
            if (Decide(current, out string? unknown))
                open.Pop();
            else
                open.Push(unknown!);
        }
    }

    /// <summary>Decides what a schema derives from; or says of which schema that has to be known before. While that is being found out, a schema derives from none.</summary>
    private bool Decide(string id, out string? unknown)
    {
        unknown = null;
        if (_depths.ContainsKey(id))
            return true;

        _bases[id] = null;
        if (_context.Schemas[id] is OpenApiSchema { AllOf: { } parts })
        {
            foreach (string part in parts.OfType<OpenApiSchemaReference>().Select(_context.ResolveId).OfType<string>())
            {
                if (!_bases.ContainsKey(part))
                {
                    unknown = part;
                    return false;
                }

                if (!IsRoot(part) && BaseOf(part) is null || IsOrDerives(part, id))
                    continue;

                int depth = (_depths.TryGetValue(part, out int above) ? above : 0) + 1;
                if (depth <= MaxDepth)
                    (_bases[id], _depths[id]) = (part, depth);
                else
                    _context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"][id], $"inheritance of more than {MaxDepth} levels", "a separate class with all properties");
                break;
            }
        }

        if (_bases[id] is null)
            _depths[id] = 0;
        return true;
    }

    /// <summary>Whether a schema is another one or derives from it: that would be a circle, and one of its references does not count.</summary>
    private bool IsOrDerives(string id, string other)
    {
        string? ancestor = id;
        while (ancestor is not null && ancestor != other)
            ancestor = BaseOf(ancestor);

        return ancestor is not null;
    }

    /// <summary>The schemas derived from a schema, directly or not.</summary>
    public IReadOnlyList<string> DerivedOf(string id) => _derived.TryGetValue(id, out List<string>? derived) ? derived : [];

    /// <summary>The property that tells which of them a value is; null for a schema that neither derives nor is derived from.</summary>
    public string? TagOf(string id) => BaseOf(id) is null && DerivedOf(id).Count == 0 ? null : RootOf(id).Discriminator!.PropertyName;

    /// <summary>The values of the tag that mean a schema itself: those of its own constant, those of the mapping, or else its name. None for a base that no value means.</summary>
    public IReadOnlyList<string> TagValues(string id)
    {
        OpenApiDiscriminator discriminator = RootOf(id).Discriminator!;
        if (!_mappings.TryGetValue(discriminator, out ILookup<string, string>? mapped))
            _mappings.Add(discriminator, mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()).ToLookup(m => _context.ResolveId(m.Value) ?? "", m => m.Key));

        List<string> values = [.. Constants(_context.Schemas[id], discriminator.PropertyName!).Concat(mapped[id]).Distinct()];
        return values.Count > 0 || BaseOf(id) is null ? values : [id];
    }

    private bool IsRoot(string id) => _context.Schemas[id] is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema && SchemaParser.Alternatives(schema).Length == 0 && !EnumSchemaParser.HasValues(schema);

    private IOpenApiSchema RootOf(string id)
    {
        while (BaseOf(id) is { } parent)
            id = parent;

        return _context.Schemas[id];
    }

    /// <summary>The one value that a schema itself, not what it derives from, has for a property.</summary>
    private static IEnumerable<string> Constants(IOpenApiSchema schema, string property)
        => (schema.AllOf ?? []).Where(p => p is OpenApiSchema).Append(schema)
            .Select(part => part.Properties is { } properties && properties.TryGetValue(property, out IOpenApiSchema? declared) ? declared : null)
            .Where(declared => declared is OpenApiSchema { Enum.Count: 1 })
            .Select(declared => declared!.Enum![0])
            .Where(value => value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(value => value!.GetValue<string>());
}
