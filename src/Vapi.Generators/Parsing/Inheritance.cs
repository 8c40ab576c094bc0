using Microsoft.OpenApi;

namespace Vapi.Generators.Parsing;

/// <summary>
/// Which schemas of the components derive from which (OpenAPI 3.2, 4.25 "Discriminator Object"): a schema with a discriminator and no alternatives is a base, and one whose allOf refers to a base, or to
/// a schema derived from one, derives from that.
/// </summary>
internal sealed class Inheritance
{
    private readonly ParseContext _context;

    /// <summary>How many schemas are being looked at, each of which may derive from the next.</summary>
    private int _depth;

    private readonly Dictionary<string, string?> _bases = new(StringComparer.Ordinal);

    /// <summary>The schemas derived from each, directly or not, in document order.</summary>
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    public Inheritance(ParseContext context)
    {
        _context = context;
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
    public string? BaseOf(string id)
    {
        if (_bases.TryGetValue(id, out string? known))
            return known;
        if (_depth >= ParseContext.MaxChain)
            return null;

        _depth++;
        _bases[id] = null;
        string? found = _context.Schemas[id] is OpenApiSchema { AllOf: { } parts }
            ? parts.OfType<OpenApiSchemaReference>().Select(_context.ResolveId).OfType<string>().FirstOrDefault(part => (IsRoot(part) || BaseOf(part) is not null) && !IsOrDerives(part, id))
            : null;
        _depth--;
        return _bases[id] = found;
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
        IEnumerable<string> mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()).Where(m => _context.ResolveId(m.Value) == id).Select(m => m.Key);
        List<string> values = [.. Constants(_context.Schemas[id], discriminator.PropertyName!).Concat(mapped).Distinct()];
        return values.Count > 0 || BaseOf(id) is null ? values : [id];
    }

    private bool IsRoot(string id) => _context.Schemas[id] is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema && SchemaParser.Alternatives(schema).Length == 0 && !EnumParser.HasValues(schema);

    private IOpenApiSchema RootOf(string id) => BaseOf(id) is { } parent ? RootOf(parent) : _context.Schemas[id];

    /// <summary>The one value that a schema itself, not what it derives from, has for a property.</summary>
    private static IEnumerable<string> Constants(IOpenApiSchema schema, string property)
        => (schema.AllOf ?? []).Where(p => p is OpenApiSchema).Append(schema)
            .Select(part => part.Properties is { } properties && properties.TryGetValue(property, out IOpenApiSchema? declared) ? declared : null)
            .Where(declared => declared is OpenApiSchema { Enum.Count: 1 })
            .Select(declared => declared!.Enum![0])
            .Where(value => value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(value => value!.GetValue<string>());
}
