using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares the properties of a class.</summary>
internal static class PropertyComparer
{
    public static void Compare(string oldType, PropertyModel? old, string newType, PropertyModel? @new, Direction direction, Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        string name = $"{oldType}.{(old ?? @new)!.Name}";
        string place = $"{newType}.{@new?.Name}";

        // Inherited properties are compared in the base class.
        if (old?.Origin is null or PropertyOrigin.Inherited && @new?.Origin is null or PropertyOrigin.Inherited)
            return;

        if (@new is null)
            changes.Gone("property", name, Spelling.Of(old!), direction);
        else if (old is null)
            Add(place, @new, direction, changes);
        else
        {
            if (old.Name != @new.Name)
                changes.Add(ChangeGroup.Breaking, "property-renamed", name, "has another name", old.Name, @new.Name, direction, place);

            CompareSignatures(name, old, place, @new, direction, comparison);
            CompareWire(name, old, place, @new, direction, changes);
            DocumentationComparer.Compare(old.Documentation, @new.Documentation, name, place, direction, changes);
        }
    }

    /// <summary>A new required property breaks code that creates an object, which is code that sends one.</summary>
    private static void Add(string place, PropertyModel @new, Direction direction, ChangeList changes)
    {
        bool breaks = @new.MustBeSet && direction.HasFlag(Direction.Request);
        changes.Added("property", place, Spelling.Of(@new), direction, breaks ? ChangeGroup.Breaking : ChangeGroup.New, breaks ? "is new, and has to be set" : "is new");
    }

    /// <summary>Compares type, nullability and required together, because they are one line of C#.</summary>
    private static void CompareSignatures(string name, PropertyModel old, string place, PropertyModel @new, Direction direction, Comparison comparison)
    {
        (string before, string after) = (Spelling.Of(old), Spelling.Of(@new));
        bool isFixed = old.Constant is null && @new.Constant is not null;
        bool isSame = comparison.Spelling.IsSame(old.Type, @new.Type);
        bool mayBeNull = before.EndsWith('?');
        if (isFixed)
            comparison.Changes.Add(ChangeGroup.Breaking, "property-fixed", name, "has one value now, and cannot be set", before, @new.Constant, direction, place);
        else if (!isSame)
            comparison.Changes.Add(ChangeGroup.Breaking, "property-type-changed", name, "has another type", before, after, direction, place);
        else if (old.MustBeSet == @new.MustBeSet && mayBeNull == after.EndsWith('?'))
            return;
        else if (old.Type.IsValueType && mayBeNull != after.EndsWith('?'))
            comparison.Changes.Add(ChangeGroup.Breaking, "property-type-changed", name, mayBeNull ? "is never null now" : "may be null now", before, after, direction, place);
        else if (!old.MustBeSet && @new.MustBeSet)
            comparison.Changes.Add(direction.HasFlag(Direction.Request) ? ChangeGroup.Breaking : ChangeGroup.Behavior, "property-required", name, "has to be set", before, after, direction, place);
        else if (mayBeNull != after.EndsWith('?'))
            comparison.Changes.Add(ChangeGroup.Behavior, "property-nullability-changed", name, mayBeNull ? "is never null now" : "may be null now", before, after, direction, place);
        else
            comparison.Changes.Add(ChangeGroup.Behavior, "property-optional", name, "need not be set any more", before, after, direction, place);
    }

    private static void CompareWire(string name, PropertyModel old, string place, PropertyModel @new, Direction direction, ChangeList changes)
    {
        if (old.JsonName != @new.JsonName)
            changes.Add(ChangeGroup.Behavior, "property-json-name-changed", name, "has another name in JSON", old.JsonName, @new.JsonName, direction, place);
        if (old.Constant is { } before && @new.Constant is { } after && before != after)
            changes.Add(ChangeGroup.Behavior, "property-value-changed", name, "always has another value", before, after, direction, place);
        if (old.Constant is not null && @new is { Constant: null, MustBeSet: false })
            changes.Add(ChangeGroup.Behavior, "property-not-fixed", name, "may have other values now, and is not set by itself", old.Constant, null, direction, place);
        if (old.ReadOnly != @new.ReadOnly)
            changes.Add(ChangeGroup.Behavior, "property-read-only-changed", name, @new.ReadOnly ? "is not sent any more" : "is sent now", old.ReadOnly ? "read-only" : null, @new.ReadOnly ? "read-only" : null, direction, place);
    }
}
