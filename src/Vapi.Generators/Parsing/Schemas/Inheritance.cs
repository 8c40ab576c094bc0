using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// The inheritance of component schemas (OpenAPI 3.2, 4.25 "Discriminator Object"). A schema with a discriminator and no alternatives is a base. A schema whose allOf references a base, or
/// a schema derived from one, derives from it.
/// </summary>
internal sealed class Inheritance
{
    /// <summary>The maximum depth of a hierarchy. A class has the properties of all its base classes, and the compiler processes all of them.</summary>
    private const int MaxDepth = 32;

    private readonly ParseContext _context;

    private readonly Dictionary<string, string?> _bases = new(StringComparer.Ordinal);

    /// <summary>The number of base classes of each class.</summary>
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

    /// <summary>The directly and indirectly derived schemas of each schema, in document order.</summary>
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    /// <summary>The discriminator values in the mapping of a base for each schema.</summary>
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

    /// <summary>The base of a schema; null if it has none.</summary>
    public string? BaseOf(string id) => _bases.TryGetValue(id, out string? known) ? known : null;

    /// <summary>Resolves the base of a schema, after the bases of its candidates.</summary>
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

    /// <summary>Resolves the base of a schema, or returns the schema whose base must be resolved first. A schema that is still being resolved has no base.</summary>
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

                // The code of the other document does not depend on this one, so its classes cannot read derived classes of this one.
                if (_context.Sharing is { } sharing && sharing.IsShared(part) && !sharing.IsShared(id))
                {
                    _context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"][id], "a class that derives from a class of another document", "a separate class with all properties");
                    continue;
                }

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

    /// <summary>Whether a schema is the same as another one or derives from it. This would be a cycle, so one of its references is ignored.</summary>
    private bool IsOrDerives(string id, string other)
    {
        string? ancestor = id;
        while (ancestor is not null && ancestor != other)
            ancestor = BaseOf(ancestor);

        return ancestor is not null;
    }

    /// <summary>The directly and indirectly derived schemas of a schema.</summary>
    public IReadOnlyList<string> DerivedOf(string id) => _derived.TryGetValue(id, out List<string>? derived) ? derived : [];

    /// <summary>The discriminator of the hierarchy; null for a schema that is in no hierarchy.</summary>
    public string? TagOf(string id) => BaseOf(id) is null && DerivedOf(id).Count == 0 ? null : RootOf(id).Discriminator!.PropertyName;

    /// <summary>The discriminator values of a schema itself: its own constant, the values in the mapping, or else its name. Empty for a base without a value.</summary>
    public IReadOnlyList<string> TagValues(string id)
    {
        OpenApiDiscriminator discriminator = RootOf(id).Discriminator!;
        if (!_mappings.TryGetValue(discriminator, out ILookup<string, string>? mapped))
            _mappings.Add(discriminator, mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>()).ToLookup(m => _context.ResolveId(m.Value) ?? "", m => m.Key));

        List<string> values = [.. Constants(_context.Schemas[id], discriminator.PropertyName!).Concat(mapped[id]).Distinct()];
        return values.Count > 0 || BaseOf(id) is null ? values : [id];
    }

    /// <summary>The schema of objects without a known discriminator value; null if the hierarchy declares none.</summary>
    public string? DefaultOf(string id) => ReferenceParser.Default(RootOf(id).Discriminator, DocumentPointer.Root["components"]["schemas"][RootIdOf(id)], _context);

    private bool IsRoot(string id) => _context.Schemas[id] is OpenApiSchema { Discriminator.PropertyName.Length: > 0 } schema && SchemaParser.Alternatives(schema).Length == 0 && !EnumSchemaParser.HasValues(schema);

    private IOpenApiSchema RootOf(string id) => _context.Schemas[RootIdOf(id)];

    private string RootIdOf(string id)
    {
        while (BaseOf(id) is { } parent)
            id = parent;

        return id;
    }

    /// <summary>The constant that a schema itself, not its base, declares for a property.</summary>
    private static IEnumerable<string> Constants(IOpenApiSchema schema, string property)
        => (schema.AllOf ?? []).Where(p => p is OpenApiSchema).Append(schema)
            .Select(part => part.Properties is { } properties && properties.TryGetValue(property, out IOpenApiSchema? declared) ? declared : null)
            .Where(declared => declared is OpenApiSchema { Enum.Count: 1 })
            .Select(declared => declared!.Enum![0])
            .Where(value => value?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(value => value!.GetValue<string>());
}
