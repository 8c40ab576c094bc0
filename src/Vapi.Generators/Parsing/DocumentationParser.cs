using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>What the document says about its parts, for the XML documentation.</summary>
internal static class DocumentationParser
{
    public static Documentation Parse(IOpenApiSchema schema) => new()
    {
        Summary = schema.Description,
        Deprecated = schema is OpenApiSchema { Deprecated: true },
    };

    /// <summary>The description of a property, with its range and default.</summary>
    public static Documentation ParseProperty(IOpenApiSchema schema)
    {
        // A reference answers for its target, whose description belongs to the type.
        if (schema is OpenApiSchemaReference reference)
            return new Documentation { Summary = reference.Reference.Description, Deprecated = reference.Reference.Deprecated == true };

        return new Documentation { Summary = schema.Description, Remarks = Remarks(schema), Deprecated = schema.Deprecated };
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
        Remarks = parameter.Schema is OpenApiSchema schema ? Remarks(schema) : null,
        Deprecated = parameter.Deprecated,
    };

    private static string? Remarks(IOpenApiSchema schema)
    {
        string remarks = Range("Value", schema.Minimum ?? schema.ExclusiveMinimum, schema.Maximum ?? schema.ExclusiveMaximum)
            + Range("Length", Text(schema.MinLength), Text(schema.MaxLength))
            + Range("Items", Text(schema.MinItems), Text(schema.MaxItems))
            + (schema.Default is { } value ? $"Default: {Literal.ToJson(value)}. " : "");
        return remarks.Length == 0 ? null : remarks.TrimEnd();
    }

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Range(string what, string? low, string? high) => (low, high) switch
    {
        (null, null) => "",
        (_, null) => $"{what}: at least {low}. ",
        (null, _) => $"{what}: at most {high}. ",
        _ => $"{what}: {low} to {high}. ",
    };
}
