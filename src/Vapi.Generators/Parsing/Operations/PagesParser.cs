using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>
/// Finds list operations with pages. What the project or the document states takes precedence over the rules, and positions in the response over numbers. If nothing is certain, there is no method for pages. See docs/pagination.md.
/// </summary>
internal static class PagesParser
{
    private static readonly Func<ListingShape, PagesStyle?>[] Rules = [CursorRule.Find, LinkRule.FindInBody, NumberRule.FindPage, NumberRule.FindOffset, LinkRule.FindInHeader, WindowRule.Find];

    public static PagesModel? Parse(OperationShape operation, OperationModel model, NameScope names, TypeNamer types, PagesOption option, ParseContext context)
    {
        PagesStatement? statement = option.Find(model.OperationId);
        if (statement is null && option.IsOff)
            return null;

        statement ??= PagesExtension.Find(operation.Operation, context.Document);
        if (statement?.Style == PagesStatement.None)
            return null;

        ListingShape? listing = ListingShape.Of(operation, statement?.Items, context);
        PagesStyle? style = statement is null ? ByRules(operation, listing, context) : Stated(statement, operation, model, listing, context);
        return style is null ? null : Create(style, listing!, operation, names, types, context);
    }

    private static PagesStyle? ByRules(OperationShape operation, ListingShape? listing, ParseContext context)
    {
        bool canRepeat = listing is not null && !operation.Bodies.Any(b => b.Required);
        PagesStyle? style = canRepeat ? Rules.Select(rule => rule(listing!)).FirstOrDefault(s => s is not null) : null;
        if (style is null && PagesDoubt.Reason(operation, listing, context) is { } reason)
            Report(operation, reason, context);

        return style;
    }

    private static PagesStyle? Stated(PagesStatement statement, OperationShape operation, OperationModel model, ListingShape? listing, ParseContext context)
    {
        if (statement.Style == PagesExtension.Unsupported)
        {
            Report(operation, $"what {statement.Source} states is not supported", context);
            return null;
        }

        PagesMismatch? mismatch = null;
        PagesStyle? style = listing is null || operation.Bodies.Any(b => b.Required) ? null : StatedPages.Find(statement, listing, out mismatch);
        if (style is not null)
            return style;

        mismatch ??= new PagesMismatch(statement.Items ?? model.OperationId, "operations that are a GET, need no body, and return an array there", []);
        if (statement.Source == GeneratorOptions.PaginationKey)
            PagesOption.Report(context, mismatch, operation.Pointer);
        else
            Report(operation, $"'{mismatch.Value}' in {statement.Source} is none of the {mismatch.What}", context);

        return null;
    }

    private static PagesModel? Create(PagesStyle style, ListingShape listing, OperationShape operation, NameScope names, TypeNamer types, ParseContext context)
    {
        string items = "";
        Shape shape = operation.Result.Shape!;
        foreach (string name in listing.Path)
        {
            var owner = (ObjectShape)types.Declaring((ObjectShape)context.Resolve(shape));
            items += "?." + ObjectParser.Parse(owner, types.TypeOf(shape).Identifier, types, context).Properties.First(p => p.JsonName == name).Name;
            shape = owner.Find(name)!.Shape;
        }

        return types.TypeOf(shape) is not { Kind: TypeKind.List, Item: { } item } ? null : new PagesModel
        {
            Name = context.Claim(names, operation.Name + "PagesAsync", operation.Pointer),
            Item = item,
            Items = items,
            Style = style,
        };
    }

    private static void Report(OperationShape operation, string reason, ParseContext context)
        => context.Report(Descriptors.NoPages.Id, operation.Pointer, operation.Operation.OperationId ?? operation.HttpMethod + " " + operation.Path, reason);
}
