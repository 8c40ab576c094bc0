using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing;

/// <summary>What the API sends by itself: the payloads of webhooks are types, for whoever receives them.</summary>
internal static class WebhookParser
{
    public static List<WebhookShape> ParseShapes(DocumentFilter filter, ParseContext context)
    {
        var webhooks = new List<WebhookShape>();
        foreach (KeyValuePair<string, IOpenApiPathItem> webhook in context.Document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            DocumentPointer place = ReferenceParser.Follow(webhook.Value, DocumentPointer.Root["webhooks"][webhook.Key], "its payload has no type", context);
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in webhook.Value?.Operations ?? [])
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (operation.Value is null || !filter.Includes(webhook.Key, operation.Value))
                    continue;

                string name = Identifiers.Pascal(webhook.Key) + (webhook.Value!.Operations!.Count > 1 ? Identifiers.Pascal(operation.Key.Method.ToLowerInvariant()) : "");
                webhooks.AddRange(BodyParser.ParseShapes(operation.Value, place[operation.Key.Method.ToLowerInvariant()], context).Select(body => new WebhookShape(name, body.Shape)));
            }
        }

        return webhooks;
    }

    /// <summary>Looks for inline types.</summary>
    public static void Visit(WebhookShape webhook, TypeParser types) => types.Visit(webhook.Payload, webhook.Name, "Payload");
}

/// <summary>A webhook and what it sends.</summary>
internal sealed record WebhookShape(string Name, Shape Payload);
