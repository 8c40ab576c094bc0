using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Single values that match a schema.</summary>
internal static class SampleValue
{
    private const int MaxText = 1_000;

#pragma warning disable CS0618 // OpenAPI 3.0 uses `example`.
    /// <summary>The examples of a schema, and its default.</summary>
    public static IEnumerable<JsonNode> Examples(IOpenApiSchema? schema)
        => schema is null ? [] : new[] { schema.Example }.Concat(schema.Examples ?? []).Append(schema.Default).OfType<JsonNode>();
#pragma warning restore CS0618

    public static JsonNode Make(TypeKind kind, IOpenApiSchema? schema) => kind switch
    {
        TypeKind.Boolean => true,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => Number(kind, schema),
        TypeKind.DateTime => "2025-01-01T00:00:00Z",
        TypeKind.Date => "2025-01-01",
        TypeKind.Time => "12:00:00",
        TypeKind.Duration => "PT1S",
        TypeKind.Guid => "00000000-0000-4000-8000-000000000001",
        TypeKind.Uri => "https://example.com/",
        TypeKind.Bytes => "dGV4dA==",
        TypeKind.Element => new JsonObject(),
        _ => Text(schema),
    };

    private static JsonNode Text(IOpenApiSchema? schema)
    {
        string text = schema?.Format switch
        {
            "email" or "idn-email" => "user@example.com",
            "hostname" or "idn-hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "uri-reference" or "iri-reference" => "/",
            "iri" or "url" => "https://example.com/",
            _ => "text",
        };
        if (schema?.MinLength is { } min && min > text.Length)
            text = text.PadRight(Math.Min(min, MaxText), 'x');
        return schema?.MaxLength is { } max && max >= 0 && max < text.Length ? text.Substring(0, max) : text;
    }

    /// <summary>One, or the nearest number within the bounds.</summary>
    private static JsonNode Number(TypeKind kind, IOpenApiSchema? schema)
    {
        decimal number = 1;
        decimal step = Parse(schema?.MultipleOf?.ToString(CultureInfo.InvariantCulture)) is > 0 and { } multiple ? multiple : 1;
        if (Parse(schema?.Maximum) is { } max && number > max)
            number = max;
        if (Parse(schema?.ExclusiveMaximum) is { } below && number >= below)
            number = below - step;
        if (Parse(schema?.Minimum) is { } min && number < min)
            number = min;
        if (Parse(schema?.ExclusiveMinimum) is { } above && number <= above)
            number = above + step;
        if (step != 1)
            number = Math.Ceiling(number / step) * step;

        return kind is TypeKind.Int32 or TypeKind.Int64 ? (JsonNode)(long)Math.Ceiling(number) : number;
    }

    /// <summary>Null for a number that is not an ordinary one.</summary>
    private static decimal? Parse(string? number)
    {
        const decimal Largest = 1_000_000_000_000;
        return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && Math.Abs(value) <= Largest ? value : null;
    }
}
