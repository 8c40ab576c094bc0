using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Finds list operations with pages. Positions in the response take precedence over numbers. If no rule is certain, there is no method for pages. See docs/pagination.md.</summary>
internal static class PagesParser
{
    private static readonly Func<ListingShape, PagesStyle?>[] Rules = [CursorRule.Find, LinkRule.FindInBody, NumberRule.FindPage, NumberRule.FindOffset, LinkRule.FindInHeader, WindowRule.Find];

    public static PagesModel? Parse(OperationShape operation, OperationModel model, NameScope names, TypeNamer types, ParseContext context)
    {
        if (model.Body is { Required: true } || ListingShape.Of(operation, context) is not { } listing || Rules.Select(rule => rule(listing)).FirstOrDefault(s => s is not null) is not { } style)
            return null;

        string items = "";
        Shape shape = operation.Result.Shape!;
        foreach (string name in listing.Path)
        {
            var owner = (ObjectShape)context.Resolve(shape);
            items += "?." + ObjectParser.Parse(owner, types.TypeOf(shape).Name, types, context).Properties.First(p => p.JsonName == name).Name;
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
}
