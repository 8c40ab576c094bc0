using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>The state of one run over one document: passed along, never stored.</summary>
internal sealed class ParseContext(OpenApiDocument document, CodeSettings settings, CancellationToken cancellationToken)
{
    private static readonly Dictionary<string, IOpenApiSchema> NoSchemas = [];

    private readonly Dictionary<string, Shape?> _components = new(StringComparer.Ordinal);

    private readonly HashSet<(string Id, string Pointer, string Arguments)> _reported = [];

    public OpenApiDocument Document { get; } = document;

    public CodeSettings Settings { get; } = settings;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<Finding> Findings { get; } = [];

    public IDictionary<string, IOpenApiSchema> Schemas => Document.Components?.Schemas ?? NoSchemas;

    /// <summary>What a schema of the components becomes; null while that is being found out, as for a schema that refers to itself.</summary>
    public Shape? Component(string id)
    {
        if (_components.TryGetValue(id, out Shape? shape))
            return shape;

        CancellationToken.ThrowIfCancellationRequested();
        _components[id] = null;
        shape = SchemaParser.ParseComponent(Schemas[id], DocumentPointer.Root["components"]["schemas"][id], this);
        return _components[id] = shape;
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
        if (_reported.Add((id, pointer.ToString(), string.Join("\n", arguments))))
            Findings.Add(new Finding(id, pointer.ToString(), arguments));
    }
}

/// <summary>Something to report about the document, before it is known which line it stands on.</summary>
internal sealed record Finding(string Id, string Pointer, string[] Arguments);
