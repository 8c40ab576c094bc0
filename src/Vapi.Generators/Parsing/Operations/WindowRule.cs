using System.Globalization;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>An array of items with their creation time, and parameters that limit this time and the number of items.</summary>
internal static class WindowRule
{
    private const int UsualLimit = 100;

    private static readonly string[] Times = ["createdAt", "created_at"];

    private static readonly string[] LatestSuffixes = ["le", "lte"];

    private static readonly string[] EarliestSuffixes = ["ge", "gte", "gt"];

    /// <summary>The latest time must be inclusive: otherwise, items with the same time could be lost between two pages.</summary>
    public static PagesStyle? Find(ListingShape listing)
    {
        if (listing.Path.Count > 0 || listing.Response.Nullable || listing.Query(["limit"], s => listing.IsOf(s, TypeKind.Int32, TypeKind.Int64, TypeKind.Double)) is not { } limit)
            return null;
        if (Array.Find(Times, t => listing.ItemsHave(t, TypeKind.DateTime)) is not { } time || !listing.ItemsHave("id", TypeKind.String, TypeKind.Guid))
            return null;

        return Parameter(LatestSuffixes) is { } latest && Parameter(EarliestSuffixes) is not null ? new WindowPagesStyle(latest.Name, time, limit.Name, Limit(limit)) : null;

        ParameterShape? Parameter(string[] suffixes) => listing.Query([.. suffixes.Select(s => ListingShape.Word(time) + s)], s => listing.IsOf(s, TypeKind.DateTime));
    }

    /// <summary>The size of a page is always sent, so that a full page can be recognized.</summary>
    private static int Limit(ParameterShape parameter)
    {
        string? most = parameter.Declaration?.Schema?.Maximum;
        return double.TryParse(most, NumberStyles.Float, CultureInfo.InvariantCulture, out double maximum) && maximum is >= 1 and < UsualLimit ? (int)maximum : UsualLimit;
    }
}
