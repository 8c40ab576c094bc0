using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A parameter for a cursor, and a response with the next cursor. The ID of the last item can be the cursor.</summary>
internal static class CursorRule
{
    private static readonly TypeKind[] Kinds = [TypeKind.String, TypeKind.Bytes, TypeKind.Guid, TypeKind.Int32, TypeKind.Int64];

    private static readonly string[] Parameters =
    [
        "cursor", "nextcursor", "pagecursor", "startcursor", "aftercursor", "paginationcursor", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "paginationtoken", "startingtoken", "marker", "after", "pageafter",
        "startingafter", "afterid", "token",
    ];

    private static readonly HashSet<string> Next =
    [
        "nextcursor", "nextpagetoken", "nexttoken", "nextcontinuationtoken", "continuationtoken", "nextpaginationtoken", "nextpagecursor", "nextmarker", "nextstartcursor", "nextstartingafter", "nextafter", "nextafterid",
    ];

    public static PagesStyle? Find(ListingShape listing)
    {
        if ((listing.Query(Parameters, s => listing.IsOf(s, Kinds)) ?? PageCursor(listing)) is not { } parameter)
            return null;

        string? more = listing.More();
        string? next = listing.Place((word, owner, property) => IsNext(word, owner, property, listing, more) || word == "nextpage" && parameter == PageCursor(listing) && listing.IsOf(property.Shape, TypeKind.String));
        return next is not null ? new CursorPagesStyle(parameter.Name, next, more) : ByLastItem(parameter, more, listing);
    }

    /// <summary>In some APIs, <c>page</c> is a cursor. Its next value is then called <c>next_page</c>.</summary>
    private static ParameterShape? PageCursor(ListingShape listing)
        => listing.Query(["page"], s => listing.IsOf(s, TypeKind.String)) is { } page && ListingShape.Description(page).IndexOf("cursor", StringComparison.OrdinalIgnoreCase) >= 0 ? page : null;

    private static bool IsNext(string word, string owner, PropertyShape property, ListingShape listing, string? more) => listing.IsOf(property.Shape, Kinds) && (
        Next.Contains(word)
        || word == "endcursor" && more is not null
        || word is "next" or "after" && owner is "cursor" or "cursors"
        || word == "after" && owner == "next"
        || word == "cursor" && owner.Length == 0 && Says(property, "next", "subsequent"));

    private static bool Says(PropertyShape property, params string[] words)
        => property.Schemas[0].Description is { } description && Array.Exists(words, w => description.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>APIs such as Stripe's: the response only states whether there is another page, which starts after the ID of the last item.</summary>
    private static PagesStyle? ByLastItem(ParameterShape parameter, string? more, ListingShape listing)
    {
        if (more is null || ListingShape.Word(parameter.Name) is not ("startingafter" or "after" or "afterid") || !TakesId(parameter))
            return null;
        if (listing.Place((word, owner, property) => word == "lastid" && owner.Length == 0 && listing.IsOf(property.Shape, Kinds)) is { } last)
            return new CursorPagesStyle(parameter.Name, last, more);

        return listing.ItemsHave("id", Kinds) ? new CursorPagesStyle(parameter.Name, listing.Path.Aggregate("", ListingShape.Pointer) + "/-/id", more) : null;
    }

    /// <summary>A parameter named <c>after</c> can also be a time.</summary>
    private static bool TakesId(ParameterShape parameter)
        => ListingShape.Word(parameter.Name) != "after" || ListingShape.Description(parameter).Split(' ', '.', ',').Any(w => w.Equals("id", StringComparison.OrdinalIgnoreCase));
}
