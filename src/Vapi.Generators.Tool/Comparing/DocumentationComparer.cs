using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares descriptions. The remarks of a property or parameter are its range, length and default: what the API accepts, not a description.</summary>
internal static class DocumentationComparer
{
    public static void Compare(Documentation old, Documentation @new, string name, string place, Direction direction, ChangeList changes)
    {
        CompareDeprecation(old, @new, name, place, direction, changes);
        if (old.Remarks != @new.Remarks)
            changes.Add(ChangeGroup.Behavior, "limits-changed", name, "has other limits or another default", old.Remarks, @new.Remarks, direction, place);
        if (old.Summary != @new.Summary)
            changes.Add(ChangeGroup.Documentation, "description-changed", name, "is described differently", old.Summary, @new.Summary, direction, place);
    }

    public static void CompareMethods(Documentation old, Documentation @new, string name, string place, ChangeList changes)
    {
        CompareDeprecation(old, @new, name, place, Direction.None, changes);
        string before = $"{old.Summary}\n{old.Remarks}".Trim();
        string after = $"{@new.Summary}\n{@new.Remarks}".Trim();
        if (before != after)
            changes.Add(ChangeGroup.Documentation, "description-changed", name, "is described differently", before, after, Direction.None, place);
    }

    private static void CompareDeprecation(Documentation old, Documentation @new, string name, string place, Direction direction, ChangeList changes)
    {
        if (old.Deprecated != @new.Deprecated)
            changes.Add(ChangeGroup.Behavior, "deprecation-changed", name, @new.Deprecated ? "is deprecated now" : "is not deprecated any more", null, null, direction, place);
    }
}
