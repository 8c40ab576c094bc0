using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>The body of a request: JSON when the operation takes it, else the first content type that can be written.</summary>
internal static class BodyParser
{
    public static BodyShape? ParseShape(OpenApiOperation operation, DocumentPointer pointer, ParseContext context)
    {
        if (operation.RequestBody is not { Content: { Count: > 0 } contents } body)
            return null;

        DocumentPointer content = pointer["requestBody"]["content"];
        KeyValuePair<string, IOpenApiMediaType> chosen = contents.OrderBy(c => Rank(c.Key)).First();
        foreach (string other in contents.Keys.Where(k => k != chosen.Key))
            context.Report(Descriptors.Unsupported.Id, content[other], $"the content type '{other}' beside '{chosen.Key}'", $"a method for '{chosen.Key}' only");

        Shape shape = chosen.Value?.Schema is { } schema ? SchemaParser.Parse(schema, content[chosen.Key]["schema"], context) : PrimitiveShape.Any;
        BodyKind kind = Kind(chosen.Key, shape, context);
        shape = kind switch
        {
            BodyKind.Text => new PrimitiveShape(TypeKind.String),
            BodyKind.Binary => new PrimitiveShape(TypeKind.File),
            _ => shape,
        };
        return new BodyShape(chosen.Key, kind, body.Required, shape, body.Description);
    }

    public static BodyModel Parse(BodyShape body, TypeParser types, ParseContext context) => new()
    {
        Type = types.TypeOf(body.Shape),
        Required = body.Required,
        ContentType = body.ContentType,
        Kind = body.Kind,
        Description = body.Description,
        Parts = body.Kind == BodyKind.Multipart && context.Resolve(body.Shape) is ObjectShape shape ? ObjectParser.Parse(shape, "", types, context).Properties : [],
    };

    public static bool IsJson(string contentType)
    {
        string type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "application/json" or "text/json" or "*/*" || type.EndsWith("+json", StringComparison.Ordinal);
    }

    private static BodyKind Kind(string contentType, Shape shape, ParseContext context) => Rank(contentType) switch
    {
        0 => BodyKind.Json,
        1 when context.Resolve(shape) is ObjectShape => BodyKind.Multipart,
        2 => BodyKind.Text,
        _ => BodyKind.Binary,
    };

    private static int Rank(string contentType)
        => IsJson(contentType) ? 0
        : contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) ? 1
        : contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? 2
        : 3;
}
