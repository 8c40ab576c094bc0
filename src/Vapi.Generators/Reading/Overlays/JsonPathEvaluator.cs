using System.Text.Json;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Finds the nodes that a path selects while the document does not change. A node is found only once, so that the work is proportional to the document for each segment.</summary>
internal sealed class JsonPathEvaluator(OverlayNode root, OverlayBudget budget)
{
    private readonly Levels _levels = new();

    /// <summary>Whether paths from the root, which are the same for all nodes, select something.</summary>
    private readonly Dictionary<JsonPath, bool> _absolute = [];

    /// <param name="current">The node that <c>@</c> refers to.</param>
    public IReadOnlyList<OverlayNode> Select(JsonPath path, OverlayNode current)
    {
        List<OverlayNode> nodes = [path.IsAbsolute ? root : current];
        foreach (PathSegment segment in path.Segments)
        {
            var found = new List<OverlayNode>();
            var known = new HashSet<OverlayNode>();
            var visited = new HashSet<OverlayNode>();
            foreach (OverlayNode node in nodes.SelectMany(n => segment.IsDescendant ? Descend(n, visited) : [n]))
                found.AddRange(segment.Selectors.SelectMany(s => Apply(s, node)).Where(known.Add));

            nodes = found;
        }

        return nodes;
    }

    /// <summary>A node and its descendants in document order, except those that were visited before.</summary>
    private IEnumerable<OverlayNode> Descend(OverlayNode from, HashSet<OverlayNode> visited)
    {
        var open = new Stack<OverlayNode>([from]);
        while (open.Count > 0 && budget.TryVisit())
        {
            OverlayNode node = open.Pop();
            if (!visited.Add(node))
                continue;

            yield return node;
            for (int i = node.Children.Count - 1; i >= 0; i--)
                open.Push(node.Children[i]);
        }
    }

    private IEnumerable<OverlayNode> Apply(PathSelector selector, OverlayNode node) => selector switch
    {
        NameSelector { Name: var name } => node.Find(name) is { } member && budget.TryVisit() ? [member] : [],
        IndexSelector { Index: var index } => node.Find(index) is { } item && budget.TryVisit() ? [item] : [],
        FilterSelector { Filter: var filter } => Children(node).Where(c => Test(filter, c)),
        _ => Children(node),
    };

    private IEnumerable<OverlayNode> Children(OverlayNode node) => node.Children.TakeWhile(_ => budget.TryVisit());

    private bool Test(PathFilter filter, OverlayNode node)
    {
        if (!_levels.TryEnter())
            return false;

        bool isTrue = filter switch
        {
            OrFilter { Parts: var parts } => parts.Any(p => Test(p, node)),
            AndFilter { Parts: var parts } => parts.All(p => Test(p, node)),
            NotFilter { Part: var part } => !Test(part, node),
            ExistsFilter { Query: var query } => Exists(query, node),
            ComparisonFilter comparison => Compare(Find(comparison.Query, node), comparison),
            _ => false,
        };
        _levels.Leave();
        return isTrue;
    }

    private bool Exists(JsonPath query, OverlayNode node)
    {
        if (query.IsSingular)
            return Find(query, node) is not null;
        if (!query.IsAbsolute)
            return Select(query, node).Count > 0;

        if (!_absolute.TryGetValue(query, out bool exists))
            _absolute.Add(query, exists = Select(query, node).Count > 0);

        return exists;
    }

    /// <summary>The node that a singular path selects.</summary>
    private OverlayNode? Find(JsonPath path, OverlayNode current)
    {
        OverlayNode? node = path.IsAbsolute ? root : current;
        foreach (PathSegment segment in path.Segments)
        {
            node = budget.TryVisit() ? segment.Selectors[0] switch
            {
                NameSelector { Name: var name } => node?.Find(name),
                IndexSelector { Index: var index } => node?.Find(index),
                _ => null,
            } : null;
        }

        return node;
    }

    /// <summary>RFC 9535, 2.3.5.2.2. Values of different kinds are not equal and have no order, and neither has a missing value.</summary>
    private static bool Compare(OverlayNode? node, ComparisonFilter comparison)
    {
        PathLiteral literal = comparison.Literal;
        int? order = node is null || node.Kind != literal.Kind ? null : literal.Kind switch
        {
            JsonValueKind.String => string.CompareOrdinal(node.Element.GetString(), literal.Text),
            JsonValueKind.Number => node.Element.TryGetDouble(out double number) ? number.CompareTo(literal.Number) : null,
            _ => 0,
        };
        bool hasOrder = literal.Kind is JsonValueKind.String or JsonValueKind.Number;
        return comparison.Operator switch
        {
            "==" => order == 0,
            "!=" => order != 0,
            "<" => hasOrder && order < 0,
            "<=" => order == 0 || hasOrder && order < 0,
            ">" => hasOrder && order > 0,
            _ => order == 0 || hasOrder && order > 0,
        };
    }
}
