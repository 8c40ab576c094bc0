using System.Text.Json;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Merges values into the nodes of a document: Overlay Specification 1.1.0, "Action Object".</summary>
internal sealed class OverlayMerger(OverlayBudget budget)
{
    private readonly Levels _levels = new();

    /// <summary>Merges a value into a node that an action selects. Returns null, or the part of the value that cannot be merged and the reason.</summary>
    public (OverlayNode Part, string Reason)? Merge(OverlayNode target, OverlayNode value)
    {
        if (target.Kind != JsonValueKind.Array || value.Kind == JsonValueKind.Array)
            return MergeSame(target, value);

        target.Add(null, value);
        return null;
    }

    private (OverlayNode Part, string Reason)? MergeSame(OverlayNode target, OverlayNode value)
    {
        if (target.IsPrimitive && value.IsPrimitive)
            target.Replace(value);
        else if (target.Kind != value.Kind)
            return (value, $"{Describe(target)} in the document ({target.Pointer}) cannot be merged with {Describe(value)}; remove it in an earlier action");
        else if (!_levels.TryEnter())
            budget.Fail($"{Levels.Max} levels");
        else
        {
            (OverlayNode, string)? failure = target.Kind == JsonValueKind.Object ? MergeMembers(target, value) : Append(target, value);
            _levels.Leave();
            return failure;
        }

        return null;
    }

    private (OverlayNode Part, string Reason)? MergeMembers(OverlayNode target, OverlayNode value)
    {
        foreach (OverlayNode member in value.Children)
        {
            if (target.Find(member.Name!) is not { } existing)
                target.Add(member.Name, member);
            else if (MergeSame(existing, member) is { } failure)
                return failure;
        }

        return null;
    }

    private static (OverlayNode Part, string Reason)? Append(OverlayNode target, OverlayNode value)
    {
        foreach (OverlayNode item in value.Children)
            target.Add(null, item);

        return null;
    }

    private static string Describe(OverlayNode node) => node.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        _ => "a single value",
    };
}
