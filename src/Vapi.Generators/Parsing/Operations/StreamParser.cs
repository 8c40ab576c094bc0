using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Streamed responses: event streams, JSON lines, and streams that a body requests with its <c>stream</c> property.</summary>
internal static class StreamParser
{
    private const string StreamProperty = "stream";

    /// <summary>The maximum nesting of alternatives.</summary>
    private const int MaxAlternatives = 4;

    private const string EventStream = "text/event-stream";

    public static bool IsStream(string contentType)
        => BodyParser.MediaType(contentType) is EventStream or "application/json-seq" or "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/json-lines";

    public static StreamShape? Parse(OpenApiOperation operation, BodyShape? body, ResultShape result, DocumentPointer pointer, ParseContext context)
    {
        string? property = body is not null && AsksByProperty(body, context) ? StreamProperty : null;
        foreach (KeyValuePair<string, IOpenApiResponse> response in ResponseParser.Successes(operation))
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (IsStream(content.Key))
                    return new StreamShape(ItemOf(content, ResponseParser.Place(response, pointer, context)["content"][content.Key], context), property);
            }
        }

        // Vapi's own convention: one JSON response that is either the whole result or one of its parts.
        return property is not null && result is { Kind: ResultKind.Json, Shape: { } shape } && context.Resolve(shape) is UnionShape
            ? new StreamShape(shape, property)
            : null;
    }

    /// <summary>In OpenAPI 3.2, itemSchema describes an item. In earlier versions, schema describes an item or an array of items. A string is the text of an item.</summary>
    private static Shape? ItemOf(KeyValuePair<string, IOpenApiMediaType> content, DocumentPointer pointer, ParseContext context)
    {
        Shape? shape = content.Value switch
        {
            { ItemSchema: { } item } when BodyParser.MediaType(content.Key) == EventStream => DataOf(item, pointer["itemSchema"], new Levels(MaxAlternatives), context),
            { ItemSchema: { } item } => SchemaParser.Parse(item, pointer["itemSchema"], context),
            { Schema: { } schema } => SchemaParser.Parse(schema, pointer["schema"], context),
            _ => null,
        };
        if (shape is null || context.Resolve(shape) is PrimitiveShape { Kind: TypeKind.String or TypeKind.File })
            return null;

        return content.Value!.ItemSchema is null && context.Resolve(shape) is ListShape list ? list.Item : shape;
    }

    /// <summary>The itemSchema of an event stream describes the events (OpenAPI 3.2, 4.14.4): their data is an item, either JSON (described by contentSchema) or text. An itemSchema without data describes the data itself.</summary>
    private static Shape? DataOf(IOpenApiSchema item, DocumentPointer pointer, Levels levels, ParseContext context)
    {
        if (context.Target(item) is not { } @event)
            return null;

        if (SchemaParser.Alternatives(@event).FirstOrDefault() is { } alternatives)
        {
            // Alternatives are rarely nested here, so a low limit stops recursive ones.
            if (!levels.TryEnter())
                return null;

            List<Shape> data = [.. alternatives.Select(a => DataOf(a, pointer, levels, context)).OfType<Shape>()];
            levels.Leave();
            return data.Count == 0 ? null : UnionSchemaParser.Unite(data, null, @event, pointer, context);
        }

        if (@event.Properties is not { } properties || !properties.TryGetValue("data", out IOpenApiSchema? declared))
            return SchemaParser.Parse(item, pointer, context);

        return declared is OpenApiSchema { ContentSchema: { } schema } ? SchemaParser.Parse(schema, pointer["properties"]["data"]["contentSchema"], context) : SchemaParser.Parse(declared, pointer["properties"]["data"], context);
    }

    private static bool AsksByProperty(BodyShape body, ParseContext context)
        => body is { Kind: BodyKind.Json, Required: true }
            && context.Resolve(body.Shape) is ObjectShape shape
            && shape.Properties.Any(p => p.Name == StreamProperty && context.Resolve(p.Shape) is PrimitiveShape { Kind: TypeKind.Boolean });
}
