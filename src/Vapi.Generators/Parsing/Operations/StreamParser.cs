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

    /// <summary>The types that the runtime requests by default.</summary>
    private static readonly string[] Standard = [EventStream, "application/x-ndjson"];

    private static readonly string[] Streams =
    [
        .. Standard, "application/json-seq", "application/ndjson", "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines", "application/x-json-lines",
        "application/x-json-stream", "application/stream+json", "text/x-ndjson",
    ];

    public static bool IsStream(string contentType)
        => BodyParser.MediaType(contentType) is var type && (Streams.Contains(type) || type.EndsWith("+json-seq", StringComparison.Ordinal));

    /// <summary>The shape of the items of a streamed body; null if the body is not streamed.</summary>
    public static Shape? ItemOfBody(string contentType, IOpenApiMediaType? media, Shape shape, DocumentPointer pointer, ParseContext context)
    {
        if (!IsStream(contentType) || BodyParser.MediaType(contentType) == EventStream)
            return null;

        Shape? item = media switch
        {
            { ItemSchema: { } own } => SchemaParser.Parse(own, pointer["itemSchema"], context),
            { Schema: not null } => context.Resolve(shape) is ListShape list ? list.Item : shape,
            _ => null,
        };
        return item is null || context.Resolve(item) is PrimitiveShape { Kind: TypeKind.String or TypeKind.File } ? null : item;
    }

    public static StreamShape? Parse(OpenApiOperation operation, BodyShape? body, ResultShape result, DocumentPointer pointer, ParseContext context)
    {
        string? property = body is not null && AsksByProperty(body, context) ? StreamProperty : null;
        List<KeyValuePair<string, IOpenApiResponse>> successes = ResponseParser.Successes(operation);
        foreach (KeyValuePair<string, IOpenApiResponse> response in successes)
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                if (IsStream(content.Key))
                    return new StreamShape(ItemOf(content, ResponseParser.Place(response, pointer, context)["content"][content.Key], context), property) { Accept = Accept(successes) };
            }
        }

        // Vapi's own convention: one JSON response that is either the whole result or one of its parts.
        return property is not null && result is { Kind: ResultKind.Json, Shape: { } shape } && context.Resolve(shape) is UnionShape
            ? new StreamShape(shape, property)
            : null;
    }

    /// <summary>The Accept header: all documented stream types, and then JSON, which some APIs return instead. Null to use the default of the runtime.</summary>
    private static string? Accept(List<KeyValuePair<string, IOpenApiResponse>> successes)
    {
        List<string> types = [.. successes.SelectMany(s => s.Value?.Content?.Keys ?? []).Where(IsStream).Select(BodyParser.MediaType).Distinct()];
        return types.TrueForAll(Standard.Contains) ? null : string.Join(", ", types.Append("application/json;q=0.5"));
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
