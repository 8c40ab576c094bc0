using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Creates the classes that receive webhooks: one for the webhooks and callbacks of the document, and one for each pair of schemas that stands for messages and their responses.</summary>
internal static class WebhookReceiverParser
{
    /// <summary>The suffix of the class with extension methods, after the name of the receiver.</summary>
    public const string Suffix = "Extensions";

    /// <summary>The members of the receiver that are not handlers.</summary>
    private static readonly string[] ReservedMembers = ["OnOther"];

    public static List<WebhookReceiverShape> ParseShapes(EquatableArray<string> pairs, List<WebhookShape> webhooks, List<OperationShape> operations, ParseContext context)
    {
        var receivers = new List<WebhookReceiverShape>();
        List<WebhookShape> json = webhooks.FindAll(w => w.IsJson);
        if (json.Count > 0)
            receivers.Add(OfWebhooks(json, context));

        receivers.AddRange(pairs.Count > 0 ? WebhookPairParser.Named(pairs, context) : WebhookPairParser.Find(operations, context));
        return receivers;
    }

    /// <param name="name">The name of the first receiver. The others have the name of their schema in it.</param>
    /// <param name="declarations">The types of the document.</param>
    public static IEnumerable<DeclarationModel> Parse(List<WebhookReceiverShape> receivers, string name, List<DeclarationModel> declarations, NameScope scope, TypeNamer types, ParseContext context)
    {
        EquatableArray<string> functionCalls = declarations.OfType<ObjectModel>().Where(IsFunctionCall).Select(d => d.Name).ToEquatableArray();
        return receivers.ConvertAll(receiver => Parse(receiver, receiver == receivers[0] ? name : ClaimName(receiver), receiver == receivers[0] ? functionCalls : []));

        string ClaimName(WebhookReceiverShape receiver)
        {
            string wanted = Identifiers.Shorten(NameWords.Join(name.Substring(0, name.Length - "Webhooks".Length) + Identifiers.Pascal(receiver.Ids[0]), "Webhooks"));
            string claimed = context.Claim(scope, wanted, DocumentPointer.Root);
            scope.Claim(claimed + Suffix);
            return claimed;
        }

        WebhookReceiverModel Parse(WebhookReceiverShape receiver, string className, EquatableArray<string> calls)
        {
            var handlers = new NameScope([className, .. ReservedMembers]);
            return new WebhookReceiverModel
            {
                Name = className,
                MessageProperty = receiver.MessageProperty,
                TagName = receiver.TagName,
                ResponseProperty = receiver.ResponseProperty,
                Kinds = receiver.Kinds.Select(kind => ParseKind(kind, handlers, types, context)).ToEquatableArray(),
                Methods = receiver.Methods.ToEquatableArray(),
                FunctionCalls = calls,
                Documentation = new Documentation { Summary = "Receives the messages that the API sends. Set a handler for each kind of message that you need." },
            };
        }
    }

    /// <summary>The webhooks and callbacks of the document. Their names identify them, and the values of a tag if their payloads have one.</summary>
    private static WebhookReceiverShape OfWebhooks(List<WebhookShape> webhooks, ParseContext context)
    {
        var names = new NameScope([]);
        List<WebhookKindShape> kinds = [.. webhooks.Select(w => new WebhookKindShape(names.Claim(w.Key.Length == 0 ? w.Name : w.Key), w.Payload, w.Response)
        {
            Status = Status(w.Operation),
            Pointer = w.Pointer,
            Documentation = DocumentationParser.Parse(w.Operation),
        })];
        if (kinds.Count == 1)
            return new WebhookReceiverShape(kinds) { Methods = [webhooks[0].Method] };

        List<(int Kind, Shape Leaf)> leaves = [.. kinds.SelectMany((k, i) => (context.Resolve(k.Message) is UnionShape union ? union.Members : [k.Message]).Select(leaf => (i, leaf)))];
        (string Name, IReadOnlyList<UnionTagModel> Values)? tag = UnionResolver.FindTag(new UnionShape([.. leaves.Select(l => l.Leaf)], null, new OpenApiSchema(), DocumentPointer.Root["webhooks"]), context);
        var taken = new HashSet<string>(kinds.Select(k => k.Name), StringComparer.Ordinal);
        List<UnionTagModel> values = [.. tag?.Values.Where(v => leaves[v.Case].Kind is var kind && (kinds[kind].Name == v.Value || taken.Add(v.Value))) ?? []];
        return new WebhookReceiverShape([.. kinds.Select((k, i) => k with { Texts = [.. values.Where(v => leaves[v.Case].Kind == i).Select(v => v.Value).Prepend(k.Name).Distinct()] })])
        {
            TagName = tag?.Name,
            Methods = [.. webhooks.Select(w => w.Method).Distinct()],
        };
    }

    /// <summary>The first documented success.</summary>
    private static int Status(OpenApiOperation operation)
        => ResponseParser.Successes(operation).Select(r => int.TryParse(r.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0).FirstOrDefault(s => s > 0) is > 0 and var first ? first : 200;

    private static WebhookKindModel ParseKind(WebhookKindShape kind, NameScope handlers, TypeNamer types, ParseContext context)
    {
        string name = Identifiers.Pascal(kind.Name);
        bool hasPrefix = name.Length > 2 && name.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(name[2]);
        return new WebhookKindModel
        {
            Name = kind.Name,
            Handler = context.Claim(handlers, hasPrefix ? name : "On" + name, kind.Pointer, kind.Name),
            Texts = kind.Texts.ToEquatableArray(),
            Message = types.TypeOf(kind.Message) with { Nullable = false },
            Response = kind.Response is { } response ? types.TypeOf(response) with { Nullable = true } : null,
            Status = kind.Status,
            LineProperty = kind.Response is { } answer && HasToolResults(answer, context) ? ToolResult : null,
            Documentation = kind.Documentation with { Summary = $"Handles {kind.Name}.", Remarks = kind.Documentation.Summary },
        };
    }

    /// <summary>The result of a tool, which models read as one line of text.</summary>
    private const string ToolResult = "result";

    private static bool HasToolResults(Shape response, ParseContext context)
        => context.Resolve(response) is ObjectShape { Properties: var properties }
            && properties.Any(p => context.Resolve(p.Shape) is ListShape list && context.Resolve(list.Item) is ObjectShape item && item.Find("toolCallId") is not null && item.Find(ToolResult)?.Shape is PrimitiveShape { Kind: TypeKind.String });

    /// <summary>Whether a class describes the call of a function as models do: the name and the arguments, which are JSON in a string.</summary>
    private static bool IsFunctionCall(ObjectModel model) => model.Properties.Any(p => p.JsonName == "name") && model.Properties.Any(p => p is { JsonName: "arguments", Type.Kind: TypeKind.String });
}

/// <summary>A class that receives webhooks, before its types have names.</summary>
internal sealed record WebhookReceiverShape(IReadOnlyList<WebhookKindShape> Kinds)
{
    /// <summary>The schema of the requests, and that of the responses if there is one; empty for the webhooks and callbacks of the document.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Whether the project names the schemas, so that they are generated even if a filter would exclude them.</summary>
    public bool IsNamed { get; init; }

    public string? MessageProperty { get; init; }

    public string? TagName { get; init; }

    public string? ResponseProperty { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = ["POST"];
}

/// <summary>A kind of message and its response.</summary>
internal sealed record WebhookKindShape(string Name, Shape Message, Shape? Response)
{
    /// <summary>The texts that identify it; empty if every message is of this kind.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    public int Status { get; init; } = 200;

    public required DocumentPointer Pointer { get; init; }

    public required Documentation Documentation { get; init; }
}
