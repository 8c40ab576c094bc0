using System.Text;
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
        var remarks = new StringBuilder();
        Range(remarks, "Value", schema.Minimum ?? schema.ExclusiveMinimum, schema.Maximum ?? schema.ExclusiveMaximum);
        Range(remarks, "Length", Text(schema.MinLength), Text(schema.MaxLength));
        Range(remarks, "Items", Text(schema.MinItems), Text(schema.MaxItems));
        if (schema.Default is { } value)
            remarks.Append("Default: ").Append(Literal.ToJson(value)).Append(". ");

        return remarks.Length == 0 ? null : remarks.ToString().TrimEnd();
    }

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Range(StringBuilder remarks, string what, string? low, string? high)
    {
        string? range = (low, high) switch
        {
            (null, null) => null,
            (_, null) => "at least " + low,
            (null, _) => "at most " + high,
            _ => low + " to " + high,
        };
        if (range is not null)
            remarks.Append(what).Append(": ").Append(range).Append(". ");
    }
}
