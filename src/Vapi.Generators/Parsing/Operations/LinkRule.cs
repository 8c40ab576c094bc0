using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A response with the address of the next page, in its body or in the Link header (RFC 8288).</summary>
internal static class LinkRule
{
    private static readonly HashSet<string> Addresses = ["nextlink", "odatanextlink", "nexturl", "nexturi", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink"];

    private static readonly HashSet<string> Parameters =
    [
        "page", "perpage", "pagesize", "limit", "cursor", "after", "before", "pagetoken", "pagenumber", "since", "offset",
    ];

    public static PagesStyle? FindInBody(ListingShape listing)
    {
        string? next = listing.Place((word, owner, property) =>
            listing.IsOf(property.Shape, TypeKind.String, TypeKind.Uri) && (Addresses.Contains(word) || word == "next" && owner is "links" or "pages" || word == "href" && owner == "next")
            || word is "next" or "nextpage" && listing.IsOf(property.Shape, TypeKind.Uri));
        return next is null ? null : new LinkPagesStyle(next);
    }

    /// <summary>A declared Link header can have any relation. It is used only if the operation also has a parameter for pages.</summary>
    public static PagesStyle? FindInHeader(ListingShape listing)
    {
        bool hasLink = listing.Operation.Operation.Responses is { } responses && responses.Any(r => r.Key.StartsWith("2", StringComparison.Ordinal) && r.Value?.Headers?.Keys.Any(h => h.Equals("Link", StringComparison.OrdinalIgnoreCase)) == true);
        return hasLink && listing.Operation.Parameters.Any(p => p.Place == ParameterPlace.Query && Parameters.Contains(ListingShape.Word(p.Name))) ? new LinkPagesStyle(null) : null;
    }
}
