using Microsoft.OpenApi;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// Numbers that can also be strings of digits, as in the OpenAPI documents of ASP.NET Core: <c>"type": ["integer", "string"]</c> with a pattern of digits. They are numbers in C#.
/// </summary>
internal static class NumericText
{
    /// <summary>The number, if the alternatives are a number and a string of digits (and null); otherwise null.</summary>
    public static Shape? Find(IList<IOpenApiSchema> alternatives)
    {
        IOpenApiSchema? number = null;
        bool hasText = false;
        bool isNullable = false;
        foreach (IOpenApiSchema? alternative in alternatives)
        {
            switch (alternative)
            {
                case OpenApiSchema { Enum: not { Count: > 0 }, Type: JsonSchemaType.Integer or JsonSchemaType.Number } when number is null:
                    number = alternative;
                    break;
                case OpenApiSchema { Enum: not { Count: > 0 }, Type: JsonSchemaType.String } when IsOfDigits(alternative.Pattern):
                    hasText = true;
                    break;
                case OpenApiSchema { Type: JsonSchemaType.Null }:
                    isNullable = true;
                    break;
                default:
                    return null;
            }
        }

        return number is not null && hasText ? ParseShape(number) with { Nullable = isNullable } : null;
    }

    /// <summary>Whether a schema without a type is such a number. OpenAPI 3.0 does not allow several types, so ASP.NET Core omits them.</summary>
    public static bool IsNumber(IOpenApiSchema schema)
        => schema is { Type: null, Format: "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" or "float" or "double" or "decimal" } && IsOfDigits(schema.Pattern);

    public static PrimitiveShape ParseShape(IOpenApiSchema schema)
    {
        JsonSchemaType type = schema.Type ?? (schema.Format is "float" or "double" or "decimal" ? JsonSchemaType.Number : JsonSchemaType.Integer);
        return new PrimitiveShape(PrimitiveTypes.Find(type, schema.Format)) { TakesText = true };
    }

    /// <summary>Whether a pattern contains digits, and otherwise only characters of numbers.</summary>
    private static bool IsOfDigits(string? pattern)
    {
        const string Syntax = "^$()[]{}?:!*+|,-.\\";
        const string Number = "0123456789dDeE";
        return pattern is not null && (pattern.Contains("\\d") || pattern.Contains("0-9") || pattern.Contains("1-9")) && pattern.All(c => Syntax.IndexOf(c) >= 0 || Number.IndexOf(c) >= 0);
    }
}
