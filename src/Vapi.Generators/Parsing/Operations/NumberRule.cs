using System.Globalization;
using System.Text.RegularExpressions;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A parameter for the number of the page, or of items to skip, and a parameter for the size of a page.</summary>
internal static class NumberRule
{
    private static readonly string[] Pages = ["page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage"];

    private static readonly string[] Offsets = ["offset", "skip", "startat", "startindex"];

    private static readonly string[] Sizes =
    [
        "limit", "perpage", "pagesize", "size", "itemsperpage", "resultsperpage", "hitsperpage", "pagelimit", "maxresults", "count", "top", "take", "rows", "max",
    ];

    private static readonly Regex CountsFromZero = new(@"zero[- ](based|indexed)|\b0[- ](based|indexed)|0\.\.N|(start(s|ing)?|begin(s|ning)?|index(ed|ing)?) (at|from|with) (0|zero)\b|first page is (0|zero)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex IsNoOffset = new(@"\b(page number|pages|date|time|timestamp|key|day)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static PagesStyle? FindPage(ListingShape listing)
    {
        if (!HasSize(listing) || listing.Query(Pages, s => IsNumber(s, listing)) is not { } page)
            return null;

        int? first = First(page) ?? (CountsFromZero.IsMatch(ListingShape.Description(page)) ? 0 : ListingShape.Word(page.Name) == "pageindex" ? null : 1);
        return first is 0 or 1 ? new NumberPagesStyle(page.Name, first, listing.More()) : null;
    }

    public static PagesStyle? FindOffset(ListingShape listing)
    {
        if (!HasSize(listing) || listing.Query(Offsets, s => IsNumber(s, listing)) is not { } offset || IsNoOffset.IsMatch(ListingShape.Description(offset)))
            return null;

        // An index can start at 1.
        int? first = First(offset) ?? (ListingShape.Word(offset.Name) == "startindex" && !CountsFromZero.IsMatch(ListingShape.Description(offset)) ? null : 0);
        return first == 0 ? new NumberPagesStyle(offset.Name, null, listing.More()) : null;
    }

    private static bool HasSize(ListingShape listing) => listing.Query(Sizes, s => IsNumber(s, listing)) is not null;

    private static bool IsNumber(Shape shape, ListingShape listing) => listing.IsOf(shape, TypeKind.Int32, TypeKind.Int64, TypeKind.Double);

    /// <summary>The default of the parameter, or else its minimum; null if it has neither.</summary>
    private static int? First(ParameterShape parameter)
        => (parameter.Declaration?.Schema?.Default?.ToJsonString() ?? parameter.Declaration?.Schema?.Minimum) is { } number && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double first) ? (int)first : null;
}
