using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Generates types for the payloads of webhooks and callbacks, which the API sends.</summary>
internal static class WebhookParser
{
    private const string Otherwise = "no payload type is generated";

    public static List<WebhookShape> ParseShapes(DocumentFilter filter, ParseContext context)
    {
        var payloads = new List<WebhookShape>();
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in context.Document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
            payloads.AddRange(Parse(webhook.Key, webhook.Value, DocumentPointer.Root["webhooks"][webhook.Key], o => filter.Includes(webhook.Key, o), context));
        foreach (KeyValuePair<string, IOpenApiPathItem> path in context.Document.Paths ?? [])
        {
            DocumentPointer pathPointer = ReferenceParser.At(path.Value, DocumentPointer.Root["paths"][path.Key]);
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in path.Value?.Operations ?? [])
            {
                if (operation.Value?.Callbacks is { Count: > 0 } callbacks && filter.Includes(path.Key, operation.Value))
                    payloads.AddRange(callbacks.SelectMany(c => Parse(c.Key, c.Value, pathPointer[operation.Key.Method.ToLowerInvariant()]["callbacks"][c.Key], context)));
            }
        }

        return payloads;
    }

    /// <summary>Finds inline types.</summary>
    public static void Visit(WebhookShape webhook, TypeNamer types)
    {
        types.Visit(webhook.Payload, TypePlace.InOperation(webhook.Name, webhook.Name, "Payload", "Webhook", webhook.Pointer["requestBody"]), webhook.Pointer);
        if (webhook.Response is { } response)
            types.Visit(response, TypePlace.InOperation(webhook.Name, webhook.Name, "Response", "WebhookResponse", webhook.Pointer["responses"]), webhook.Pointer);
    }

    private static IEnumerable<WebhookShape> Parse(string name, IOpenApiCallback? callback, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer place = ReferenceParser.Follow(callback, pointer, Otherwise, context);
        return (callback?.PathItems ?? []).SelectMany(item => Parse(name, item.Value, place[item.Key.Expression], _ => true, context));
    }

    private static IEnumerable<WebhookShape> Parse(string name, IOpenApiPathItem? item, DocumentPointer pointer, Func<OpenApiOperation, bool> includes, ParseContext context)
    {
        DocumentPointer place = ReferenceParser.Follow(item, pointer, Otherwise, context);
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in item?.Operations ?? [])
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (operation.Value is null || !includes(operation.Value))
                continue;

            string method = operation.Key.Method.ToLowerInvariant();
            string owner = Identifiers.Pascal(name) + (item!.Operations!.Count > 1 ? Identifiers.Pascal(method) : "");
            IReadOnlyList<BodyShape> bodies = BodyParser.ParseShapes(operation.Value, place[method], context);
            ResultShape result = ResponseParser.ParseResult(operation.Value, operation.Key.Method, place[method], context);
            foreach (BodyShape body in bodies)
            {
                yield return new WebhookShape(owner, body.Shape, place[method])
                {
                    Key = name,
                    Method = operation.Key.Method.ToUpperInvariant(),
                    IsJson = body.Kind == Model.BodyKind.Json,
                    Response = body == bodies[0] && result.Kind == Model.ResultKind.Json ? result.Shape : null,
                    Operation = operation.Value,
                };
            }
        }
    }
}

/// <summary>A webhook or callback and its payload in one content type.</summary>
internal sealed record WebhookShape(string Name, Shape Payload, DocumentPointer Pointer)
{
    /// <summary>The name in the document.</summary>
    public required string Key { get; init; }

    /// <summary>The HTTP method in capital letters.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the payload is JSON.</summary>
    public required bool IsJson { get; init; }

    /// <summary>The JSON of a successful response, with the first content type of the payload; null if it has none.</summary>
    public required Shape? Response { get; init; }

    public required OpenApiOperation Operation { get; init; }

    /// <summary>The shapes of everything that is received and sent.</summary>
    public IEnumerable<Shape> Shapes => new[] { Payload, Response }.OfType<Shape>();
}
