using Microsoft.OpenApi;

namespace Vapi.Generators.Parsing;

/// <summary>
/// Which schemas of the components derive from which (OpenAPI 3.2, 4.25 "Discriminator Object"): a schema with a discriminator and no alternatives is a base, and one whose allOf refers to a base, or to
/// a schema derived from one, derives from that.
/// </summary>
internal sealed class Inheritance
{
    private readonly ParseContext _context;

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

        // A circle of schemas that derive from each other has no base.
        _bases[id] = null;
        return _bases[id] = _context.Schemas[id] is OpenApiSchema { AllOf: { } parts }
            ? parts.OfType<OpenApiSchemaReference>().Select(_context.ResolveId).OfType<string>().FirstOrDefault(part => part != id && (IsRoot(part) || BaseOf(part) is not null))
            : null;
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

    private bool IsRoot(string id) => _context.Schemas[id] is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema && !SchemaParser.Alternatives(schema).Any() && !EnumParser.HasValues(schema);

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
