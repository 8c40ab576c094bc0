using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>What the document says about its parts, for the XML documentation.</summary>
internal static class DocumentationParser
{
    public static Documentation Parse(IOpenApiSchema schema)
    {
        List<OpenApiSchema> parts = [.. Parts(schema)];
        return new Documentation
        {
            Summary = schema.Description ?? First(parts, p => p.Description),
            Deprecated = parts.Exists(p => p.Deprecated),
        };
    }

    /// <summary>The description of a property, with its range and default.</summary>
    public static Documentation ParseProperty(IReadOnlyList<IOpenApiSchema> schemas)
    {
        List<OpenApiSchema> parts = [.. schemas.SelectMany(Parts)];
        return new Documentation
        {
            // A reference answers for its target, whose description belongs to the type.
            Summary = schemas.Select(s => s is OpenApiSchemaReference reference ? reference.Reference.Description : First(Parts(s), p => p.Description)).FirstOrDefault(d => d is not null),
            Remarks = Remarks(parts),
            Deprecated = parts.Exists(p => p.Deprecated) || schemas.Any(s => s is OpenApiSchemaReference { Reference.Deprecated: true }),
        };
    }

    public static Documentation Parse(OpenApiOperation operation) => new()
    {
        Summary = string.IsNullOrWhiteSpace(operation.Summary) ? operation.Description : operation.Summary,
        Remarks = string.IsNullOrWhiteSpace(operation.Summary) ? null : operation.Description,
        Deprecated = operation.Deprecated,
    };

    public static Documentation Parse(IOpenApiParameter parameter) => new()
    {
        Summary = parameter.Description,
        Remarks = parameter.Schema is { } schema ? Remarks([.. Parts(schema)]) : null,
        Deprecated = parameter.Deprecated,
    };

    private static string? Remarks(List<OpenApiSchema> parts)
    {
        string remarks = Range("Value", First(parts, p => p.Minimum ?? p.ExclusiveMinimum), First(parts, p => p.Maximum ?? p.ExclusiveMaximum))
            + Range("Length", First(parts, p => Text(p.MinLength)), First(parts, p => Text(p.MaxLength)))
            + Range("Items", First(parts, p => Text(p.MinItems)), First(parts, p => Text(p.MaxItems)))
            + (parts.Find(p => p.Default is not null)?.Default is { } value ? $"Default: {Literal.ToJson(value)}. " : "");
        return remarks.Length == 0 ? null : remarks.TrimEnd();
    }

    /// <summary>A schema and the parts of its allOf that only say more of the same value; what a reference says belongs to its target.</summary>
    private static IEnumerable<OpenApiSchema> Parts(IOpenApiSchema? schema)
        => AllOfParser.PartsOf(schema).OfType<OpenApiSchema>().Where(p => p == schema || p.Properties is null or { Count: 0 });

    private static string? First(IEnumerable<OpenApiSchema> parts, Func<OpenApiSchema, string?> say) => parts.Select(say).FirstOrDefault(said => said is not null);

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Range(string what, string? low, string? high) => (low, high) switch
    {
        (null, null) => "",
        (_, null) => $"{what}: at least {low}. ",
        (null, _) => $"{what}: at most {high}. ",
        _ => $"{what}: {low} to {high}. ",
    };
}
