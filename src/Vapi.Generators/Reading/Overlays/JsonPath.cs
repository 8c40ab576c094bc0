using System.Text.Json;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>A query for parts of a document: the subset of JSONPath (RFC 9535) that overlays use.</summary>
/// <param name="IsAbsolute">Whether it starts at the root (<c>$</c>), not at the current node of a filter (<c>@</c>).</param>
internal sealed record JsonPath(bool IsAbsolute, IReadOnlyList<PathSegment> Segments)
{
    /// <summary>Whether it selects at most one node.</summary>
    public bool IsSingular { get; } = Segments.All(s => s is { IsDescendant: false, Selectors.Count: 1 } && s.Selectors[0] is NameSelector or IndexSelector);
}

/// <param name="IsDescendant">Whether the selectors apply to all descendants too (<c>..</c>).</param>
internal sealed record PathSegment(bool IsDescendant, IReadOnlyList<PathSelector> Selectors);

internal abstract record PathSelector;

internal sealed record NameSelector(string Name) : PathSelector;

/// <param name="Index">A negative index counts from the end.</param>
internal sealed record IndexSelector(int Index) : PathSelector;

internal sealed record WildcardSelector : PathSelector;

/// <summary>Selects the children for which a condition is true.</summary>
internal sealed record FilterSelector(PathFilter Filter) : PathSelector;

/// <summary>A condition for a node.</summary>
internal abstract record PathFilter;

internal sealed record OrFilter(IReadOnlyList<PathFilter> Parts) : PathFilter;

internal sealed record AndFilter(IReadOnlyList<PathFilter> Parts) : PathFilter;

internal sealed record NotFilter(PathFilter Part) : PathFilter;

internal sealed record ExistsFilter(JsonPath Query) : PathFilter;

/// <param name="Query">Selects at most one node.</param>
/// <param name="Operator">One of <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
internal sealed record ComparisonFilter(JsonPath Query, string Operator, PathLiteral Literal) : PathFilter;

/// <param name="Kind">A string, a number, true, false or null.</param>
internal sealed record PathLiteral(JsonValueKind Kind, string Text = "", double Number = 0);
