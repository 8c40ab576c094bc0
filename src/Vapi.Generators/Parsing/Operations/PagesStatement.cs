using System.Text.RegularExpressions;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>How the pages of an operation are read, as the option OpenApiPagination or an extension of the document states it. Places are JSON pointers into the response.</summary>
/// <param name="Style">One of the styles of <see cref="StatedPages"/>.</param>
/// <param name="Source">The option or the extension.</param>
internal sealed record PagesStatement(string Style, string Source)
{
    public const string None = "none";
    public const string Page = "page";
    public const string Offset = "offset";
    public const string Cursor = "cursor";
    public const string Link = "link";
    public const string Header = "header";

    private static readonly Regex Words = new("^(?<style>none)$|^(?:(?<style>page|offset) (?<parameter>[^ /]+)|(?<style>cursor) (?<parameter>[^ /]+) (?<next>/[^ ]+)|(?<style>link) (?<next>/[^ ]+)|(?<style>header))(?: (?<items>/[^ ]+))?$", RegexOptions.CultureInvariant);

    /// <summary>The query parameter for the number or the cursor.</summary>
    public string? Parameter { get; init; }

    /// <summary>The place of the next cursor or address.</summary>
    public string? Next { get; init; }

    /// <summary>The place of the array of items; null to find it as in any response.</summary>
    public string? Items { get; init; }

    /// <summary>The place of the Boolean that states whether there is another page; null to find it as in any response.</summary>
    public string? More { get; init; }

    /// <summary>Parses a statement of the option: <c>cursor token /meta/next /items</c>. Returns null if it is invalid.</summary>
    public static PagesStatement? Parse(string text)
    {
        Match match = Words.Match(text);
        return !match.Success ? null : new PagesStatement(match.Groups["style"].Value, GeneratorOptions.PaginationKey) { Parameter = Value("parameter"), Next = Value("next"), Items = Value("items") };

        string? Value(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
    }
}
