using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Reads the XML documentation of a part of the document: its description, range and default.</summary>
internal static class DocumentationParser
{
    public static Documentation Parse(IOpenApiSchema schema)
    {
        List<OpenApiSchema> parts = [.. Parts(schema)];
        DescriptionTags tags = DescriptionTags.Parse(schema.Description ?? First(parts, p => p.Description));
        return new Documentation
        {
            Summary = tags.Text,
            Remarks = Remarks([], tags),
            Deprecated = parts.Exists(p => p.Deprecated),
        };
    }

    /// <summary>The description of a property, with its range and default.</summary>
    public static Documentation ParseProperty(IReadOnlyList<IOpenApiSchema> schemas)
    {
        List<OpenApiSchema> parts = [.. schemas.SelectMany(Parts)];
        // A reference has the description of its target, which belongs to the documentation of the type.
        DescriptionTags tags = DescriptionTags.Parse(
            schemas.Select(s => s is OpenApiSchemaReference reference ? reference.Reference.Description : First(Parts(s), p => p.Description)).FirstOrDefault(d => d is not null));
        return new Documentation
        {
            Summary = tags.Text,
            Remarks = Remarks(parts, tags),
            Deprecated = parts.Exists(p => p.Deprecated) || schemas.Any(s => s is OpenApiSchemaReference { Reference.Deprecated: true }),
        };
    }

    public static Documentation Parse(OpenApiOperation operation) => new()
    {
        Summary = string.IsNullOrWhiteSpace(operation.Summary) ? operation.Description : operation.Summary,
        Remarks = string.IsNullOrWhiteSpace(operation.Summary) ? null : operation.Description,
        Deprecated = operation.Deprecated,
    };

    public static Documentation Parse(IOpenApiParameter parameter)
    {
        DescriptionTags tags = DescriptionTags.Parse(parameter.Description);
        return new Documentation { Summary = tags.Text, Remarks = Remarks([.. Parts(parameter.Schema)], tags), Deprecated = parameter.Deprecated };
    }

    /// <summary>The range and the default. What the schema declares overrides the tags of its description.</summary>
    private static string? Remarks(List<OpenApiSchema> parts, DescriptionTags tags)
    {
        string remarks = Range("Value", First(parts, p => p.Minimum ?? p.ExclusiveMinimum) ?? tags.Minimum, First(parts, p => p.Maximum ?? p.ExclusiveMaximum) ?? tags.Maximum)
            + Range("Length", First(parts, p => Text(p.MinLength)), First(parts, p => Text(p.MaxLength)))
            + Range("Items", First(parts, p => Text(p.MinItems)), First(parts, p => Text(p.MaxItems)))
            + ((parts.Find(p => p.Default is not null)?.Default is { } value ? Literal.ToJson(value) : tags.Default) is { } text ? $"Default: {text}. " : "");
        return remarks.Length == 0 ? null : remarks.TrimEnd();
    }

    /// <summary>A schema and the parts of its allOf that describe the same value. The description of a reference belongs to its target.</summary>
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
