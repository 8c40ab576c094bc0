using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>
/// Finds messages and responses that are only schemas, because the document does not declare webhooks. The project names the pairs (<c>ServerMessage:ServerMessageResponse</c>), or the document has a schema X with one
/// required property, which is a union of tagged objects, and a schema XResponse of the same form, and no operation uses X.
/// </summary>
internal static class WebhookPairParser
{
    private const string ResponseSuffix = "Response";

    /// <summary>The pairs that the project names. The response can be omitted.</summary>
    public static IEnumerable<WebhookReceiverShape> Named(EquatableArray<string> pairs, ParseContext context)
    {
        foreach (string pair in pairs)
        {
            string[] ids = [.. pair.Split(':').Select(id => id.Trim())];
            if (ids.FirstOrDefault(id => !context.Schemas.ContainsKey(id)) is { } unknown)
                context.Report(Descriptors.UnknownWebhookSchema.Id, DocumentPointer.Root, unknown, DocumentFilter.Near(unknown, context.Schemas.Keys));
            else
                yield return Parse(ids[0], ids.ElementAtOrDefault(1), context) with { IsNamed = true };
        }
    }

    /// <summary>The pairs of the document.</summary>
    public static IEnumerable<WebhookReceiverShape> Find(List<OperationShape> operations, ParseContext context)
    {
        var used = new HashSet<string>(operations.SelectMany(o => o.Shapes).OfType<ReferenceShape>().Select(s => s.Id), StringComparer.Ordinal);
        return context.Schemas.Keys
            .Where(id => !used.Contains(id) && context.Schemas.ContainsKey(id + ResponseSuffix) && Envelope(id, context) is ({ Required: true }, var union) && UnionResolver.FindTag(union, context) is not null
                && Envelope(id + ResponseSuffix, context) is { Property.Required: true })
            .Select(id => Parse(id, id + ResponseSuffix, context));
    }

    private static WebhookReceiverShape Parse(string id, string? responseId, ParseContext context)
    {
        (PropertyShape Property, UnionShape Union)? envelope = Envelope(id, context);
        (PropertyShape Property, UnionShape Union)? responses = responseId is null ? null : Envelope(responseId, context);
        Shape message = envelope?.Property.Shape ?? new ReferenceShape(id);
        Shape? response = responses?.Property.Shape ?? (responseId is null ? null : new ReferenceShape(responseId));
        UnionShape? union = envelope?.Union ?? context.Resolve(message) as UnionShape;
        (string Name, IReadOnlyList<UnionTagModel> Values)? tag = union is null ? null : UnionResolver.FindTag(union, context);
        List<Shape> candidates = [.. responses?.Union.Members ?? (response is null ? null : (context.Resolve(response) as UnionShape)?.Members) ?? []];
        Dictionary<int, Shape> matches = tag is null ? [] : Match(union!, candidates, id, responseId, tag.Value.Name, context);
        return new WebhookReceiverShape(tag is null
            ? [new WebhookKindShape(envelope?.Property.Name ?? id, message, response) { Pointer = DocumentPointer.Root["components"]["schemas"][id], Documentation = Documentation.None }]
            : [.. union!.Members.Select((member, i) => Kind(member, i, tag.Value.Values, id, matches.Count > 0 ? matches.TryGetValue(i, out Shape? match) ? match : null : response, context))])
        {
            Ids = [.. new[] { id, responseId }.OfType<string>()],
            MessageProperty = envelope?.Property.Name,
            TagName = tag?.Name,
            ResponseProperty = responses?.Property.Name,
        };
    }

    private static WebhookKindShape Kind(Shape member, int index, IReadOnlyList<UnionTagModel> tags, string id, Shape? response, ParseContext context)
    {
        string[] texts = [.. tags.Where(t => t.Case == index).Select(t => t.Value)];
        string own = Suffix(member, id) ?? texts[0];
        return new WebhookKindShape(texts.Length == 1 ? texts[0] : own, member, response)
        {
            Texts = texts,
            Pointer = DocumentPointer.Root["components"]["schemas"][id],
            Documentation = DocumentationParser.Parse(Schema(member, context)),
        };
    }

    private static IOpenApiSchema Schema(Shape member, ParseContext context) => member is ReferenceShape reference ? context.Schemas[reference.Id] : ((DeclaredShape)member).Schema;

    /// <summary>The response for each kind of message that has one: the one with the same tag, or the one whose schema has the same name after the name of its union (<c>ServerMessageToolCalls</c>, <c>ServerMessageResponseToolCalls</c>).</summary>
    private static Dictionary<int, Shape> Match(UnionShape messages, List<Shape> responses, string id, string? responseId, string tag, ParseContext context)
    {
        var matches = new Dictionary<int, Shape>();
        for (int i = 0; i < messages.Members.Count; i++)
        {
            Shape message = messages.Members[i];
            IReadOnlyList<string>? values = UnionResolver.Values(context.Resolve(message), tag, context);
            if (responses.Find(r => Suffix(message, id) is { } name && name == Suffix(r, responseId!) || values is not null && UnionResolver.Values(context.Resolve(r), tag, context)?.Any(values.Contains) == true) is { } match)
                matches.Add(i, match);
        }

        return matches;
    }

    /// <summary>The name of a component after a prefix; null if it has another name.</summary>
    private static string? Suffix(Shape member, string prefix)
        => member is ReferenceShape { Id: var name } && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : null;

    /// <summary>The only property of a schema, if it is a union.</summary>
    private static (PropertyShape Property, UnionShape Union)? Envelope(string id, ParseContext context)
        => context.Component(id) is { } component && context.Resolve(component) is ObjectShape { Properties: { Count: 1 } properties } && context.Resolve(properties[0].Shape) is UnionShape union ? (properties[0], union) : null;
}
