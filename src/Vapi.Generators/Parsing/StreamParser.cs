using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Answers that come item by item: event streams, lines of JSON, and what a body asks for by its property <c>stream</c>.</summary>
internal static class StreamParser
{
    private const string StreamProperty = "stream";

    public static bool IsStream(string contentType)
        => contentType.Split(';')[0].Trim().ToLowerInvariant() is "text/event-stream" or "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json-lines";

    public static StreamShape? Parse(OpenApiOperation operation, BodyShape? body, ResultShape result, DocumentPointer pointer, ParseContext context)
    {
        string? property = body is not null && AsksByProperty(body, context) ? StreamProperty : null;
        foreach (KeyValuePair<string, IOpenApiResponse> response in ResponseParser.Successes(operation))
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (IsStream(content.Key))
                    return new StreamShape(ItemOf(content.Value?.Schema, ResponseParser.Place(response, pointer, context)["content"][content.Key]["schema"], context), property);
            }
        }

        // Vapi's own way: one JSON answer that is either the whole or one of its parts.
        return property is not null && result is { Kind: ResultKind.Json, Shape: { } shape } && context.Resolve(shape) is UnionShape
            ? new StreamShape(shape, property)
            : null;
    }

    /// <summary>The schema describes an item, or an array of them; a string is the text of an item.</summary>
    private static Shape? ItemOf(IOpenApiSchema? schema, DocumentPointer pointer, ParseContext context)
    {
        if (schema is null)
            return null;

        Shape shape = SchemaParser.Parse(schema, pointer, context);
        if (context.Resolve(shape) is ListShape list)
            shape = list.Item;

        return context.Resolve(shape) is PrimitiveShape { Kind: TypeKind.String or TypeKind.File } ? null : shape;
    }

    private static bool AsksByProperty(BodyShape body, ParseContext context)
        => body is { Kind: BodyKind.Json, Required: true }
            && context.Resolve(body.Shape) is ObjectShape shape
            && shape.Properties.Any(p => p.Name == StreamProperty && context.Resolve(p.Shape) is PrimitiveShape { Kind: TypeKind.Boolean });
}
