using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Why an operation with parameters for pages has no method for all pages.</summary>
internal static class PagesDoubt
{
    private static readonly string[] Cursors = ["cursor", "nextcursor", "pagecursor", "startcursor", "aftercursor", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "startingafter"];

    /// <summary>Dates have these names, too.</summary>
    private static readonly string[] Starts = ["start", "from"];

    /// <summary>Returns the reason; null if the operation has no such parameters, or does not return JSON.</summary>
    public static string? Reason(OperationShape operation, ListingShape? listing, ParseContext context)
    {
        if (operation.HttpMethod != "GET" || operation.Result.Kind != ResultKind.Json)
            return null;

        (ParameterShape? cursor, ParameterShape? page, ParameterShape? start) = (Query(Cursors), Query(NumberRule.Pages), Query(NumberRule.Offsets) ?? Query(Starts, NumberRule.Kinds));
        if ((cursor ?? page ?? start) is not { } parameter)
            return null;
        if (operation.Bodies.Any(b => b.Required))
            return "each request needs a body";
        if (listing is null)
            return "the response has no array of items, or several that could be it";
        if (cursor is not null)
            return $"the response has no known place for the next value of '{cursor.Name}'";
        if (!listing.IsOf(parameter.Shape, NumberRule.Kinds))
            return $"the parameter '{parameter.Name}' is not a number";
        if (!NumberRule.HasSize(listing))
            return $"there is the parameter '{parameter.Name}', but none for the size of a page";
        if (NumberRule.Switch(listing) is { } @switch)
            return $"the parameter '{@switch.Name}' turns pages on or off";
        if (NumberRule.ReturnsFewer(listing))
            return "the operation filters the items of a page";

        return page is not null ? $"the first value of '{page.Name}' is unknown" : $"the parameter '{parameter.Name}' may not be a number of items";

        ParameterShape? Query(string[] words, params TypeKind[] kinds) => ListingShape.Query(operation, words, s => kinds.Length == 0 || s is PrimitiveShape { Kind: var kind } && kinds.Contains(kind), context);
    }
}
