using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A parameter for the number of the page, or of items to skip, and a parameter for the size of a page.</summary>
internal static class NumberRule
{
    public static readonly TypeKind[] Kinds = [TypeKind.Int32, TypeKind.Int64, TypeKind.Double];

    public static readonly string[] Pages = ["page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage"];

    public static readonly string[] Offsets = ["offset", "skip", "startat", "startindex"];

    private static readonly string[] Sizes =
    [
        "limit", "perpage", "pagesize", "size", "itemsperpage", "resultsperpage", "hitsperpage", "pagelimit", "maxresults", "count", "top", "take", "rows", "max",
    ];

    private static readonly Regex CountsFromZero = new(@"0\.\.N|" + Says("zero", "0"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex CountsFromOne = new(Says("one", "1"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Parameters that turn pages on or off. Without pages, the API would return the same response again.</summary>
    private static readonly string[] Switches = ["paginated", "paginate", "pagination", "paging", "paged"];

    /// <summary>The operation filters the items of a page, so their number is not the one to add to the offset, and an empty page is not the last.</summary>
    private static readonly Regex FiltersPages = new(@"\breturns? (fewer|less)\b[^.]{0,50}\bthan\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex IsNoOffset = new(@"\b(page number|pages|date|time|timestamp|key|day)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static PagesStyle? FindPage(ListingShape listing)
    {
        if (!CanCount(listing) || listing.Query(Pages, s => IsNumber(s, listing)) is not { } page)
            return null;

        return FirstPage(page, listing) is var first && first is 0 or 1 ? new NumberPagesStyle(page.Name, first, listing.More()) : null;
    }

    /// <summary>The number of the first page; null if it is unknown.</summary>
    public static int? FirstPage(ParameterShape page, ListingShape listing)
    {
        string description = ListingShape.Description(page);
        return First(page) ?? (CountsFromZero.IsMatch(description) ? 0
            : CountsFromOne.IsMatch(description) || listing.Query(["perpage"], s => IsNumber(s, listing)) is not null ? 1
            : null);
    }

    public static PagesStyle? FindOffset(ListingShape listing)
    {
        if (!CanCount(listing) || listing.Query(Offsets, s => IsNumber(s, listing)) is not { } offset || IsNoOffset.IsMatch(ListingShape.Description(offset)))
            return null;

        // An index can start at 1.
        int? first = First(offset) ?? (ListingShape.Word(offset.Name) == "startindex" && !CountsFromZero.IsMatch(ListingShape.Description(offset)) ? null : 0);
        return first == 0 ? new NumberPagesStyle(offset.Name, null, listing.More()) : null;
    }

    /// <summary>Whether the operation returns pages in any case, all of the same size.</summary>
    private static bool CanCount(ListingShape listing) => HasSize(listing) && Switch(listing) is null && !ReturnsFewer(listing);

    /// <summary>The parameter that turns pages on or off; null if there is none.</summary>
    public static ParameterShape? Switch(ListingShape listing) => listing.Query(Switches, s => listing.IsOf(s, TypeKind.Boolean));

    public static bool ReturnsFewer(ListingShape listing) => FiltersPages.IsMatch(listing.Operation.Operation.Description ?? "");

    public static bool HasSize(ListingShape listing) => listing.Query(Sizes, s => IsNumber(s, listing)) is not null;

    private static bool IsNumber(Shape shape, ListingShape listing) => listing.IsOf(shape, Kinds);

    /// <summary>The default of the parameter, or else its minimum; null if it has neither.</summary>
    private static int? First(ParameterShape parameter)
    {
        List<IOpenApiSchema> schemas = parameter.Declaration?.Schema is { } schema ? [schema, .. schema.OneOf ?? [], .. schema.AnyOf ?? [], .. schema.AllOf ?? []] : [];
        return schemas.Select(s => s.Default?.ToJsonString()).Concat(schemas.Select(s => s.Minimum)).Select(Number).FirstOrDefault(n => n is not null);
    }

    private static int? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? (int)number : null;

    /// <summary>A pattern for descriptions that state where a number starts.</summary>
    private static string Says(string word, string digit)
        => $@"\b({word}|{digit})[- ](based|indexed)|(start(s|ing)?|begin(s|ning)?|index(ed|ing)?) (at|from|with) (page )?({word}|{digit})\b|first page is \W?(page=)?({word}|{digit})\b|defaults? (to|is) \W?{digit}\b";
}
