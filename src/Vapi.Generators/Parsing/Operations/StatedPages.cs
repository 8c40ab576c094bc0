using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The style of pages that a statement describes, if the operation has what the statement names.</summary>
internal static class StatedPages
{
    /// <param name="mismatch">What the statement names and the operation does not have; null if the result is a style.</param>
    public static PagesStyle? Find(PagesStatement statement, ListingShape listing, out PagesMismatch? mismatch)
    {
        ParameterShape? parameter = listing.Operation.Parameters.FirstOrDefault(p => p is { Place: ParameterPlace.Query, IsJson: false, IsWholeQuery: false } && p.Name == statement.Parameter);
        bool needsParameter = statement.Style is PagesStatement.Page or PagesStatement.Offset or PagesStatement.Cursor;
        bool needsNext = statement.Style is PagesStatement.Cursor or PagesStatement.Link;
        mismatch = needsParameter && parameter is null ? new PagesMismatch(statement.Parameter ?? "", "query parameters of " + Name(listing), listing.Operation.Parameters.Where(p => p.Place == ParameterPlace.Query).Select(p => p.Name))
            : needsNext && !listing.Has(statement.Next!) ? new PagesMismatch(statement.Next!, "properties in the response of " + Name(listing), Properties(listing))
            : null;
        if (mismatch is not null)
            return null;

        string? more = statement.More is { } stated && listing.Has(stated) ? stated : listing.More();
        return statement.Style switch
        {
            PagesStatement.Page => new NumberPagesStyle(parameter!.Name, NumberRule.FirstPage(parameter, listing) ?? 1, more),
            PagesStatement.Offset => new NumberPagesStyle(parameter!.Name, null, more),
            PagesStatement.Cursor => new CursorPagesStyle(parameter!.Name, statement.Next!, more),
            PagesStatement.Link => new LinkPagesStyle(statement.Next),
            _ => new LinkPagesStyle(null),
        };
    }

    private static string Name(ListingShape listing) => listing.Operation.HttpMethod + " " + listing.Operation.Path;

    private static IEnumerable<string> Properties(ListingShape listing) => listing.Response is ObjectShape response ? response.Properties.Select(p => ListingShape.Pointer("", p.Name)) : [];
}

/// <summary>A name or place that the document does not have.</summary>
/// <param name="What">What the document has instead: <c>operations</c>.</param>
/// <param name="Existing">Those that the document has.</param>
internal sealed record PagesMismatch(string Value, string What, IEnumerable<string> Existing);
