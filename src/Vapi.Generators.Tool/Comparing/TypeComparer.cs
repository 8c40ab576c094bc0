using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares a type that is in both documents.</summary>
internal static class TypeComparer
{
    public static void Compare(DeclarationModel old, DeclarationModel @new, Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        Direction direction = comparison.DirectionOf(old.Name, @new.Name);
        if (old.GetType() != @new.GetType())
        {
            changes.Add(ChangeGroup.Breaking, "type-replaced", old.Name, "is something else now", Kind(old), Kind(@new), direction);
            return;
        }

        if (old.Name != @new.Name && old is not (ClientModel or RootClientModel))
            changes.Add(ChangeGroup.Breaking, "type-renamed", old.Name, "has another name", old.Name, @new.Name, direction, @new.Name);

        switch (old, @new)
        {
            case (ObjectModel before, ObjectModel after):
                CompareObjects(before, after, direction, comparison);
                break;
            case (EnumModel before, EnumModel after):
                CompareEnums(before, after, direction, changes);
                break;
            case (UnionModel before, UnionModel after):
                CompareUnions(before, after, direction, comparison);
                break;
            case (WebhookReceiverModel before, WebhookReceiverModel after):
                WebhookReceiverComparer.Compare(before, after, comparison);
                break;
        }

        if (old is ObjectModel or EnumModel or UnionModel)
            DocumentationComparer.Compare(old.Documentation, @new.Documentation, old.Name, @new.Name, direction, changes);
    }

    private static void CompareObjects(ObjectModel old, ObjectModel @new, Direction direction, Comparison comparison)
    {
        string? oldBase = old.Hierarchy?.BaseName is { } parent ? comparison.Spelling.Rename(parent) : null;
        if (oldBase != @new.Hierarchy?.BaseName)
        {
            comparison.Changes.Add(
                oldBase is null ? ChangeGroup.Behavior : ChangeGroup.Breaking, "base-changed", old.Name, "derives from another class now", old.Hierarchy?.BaseName ?? "object", @new.Hierarchy?.BaseName ?? "object", direction, @new.Name);
        }

        foreach ((PropertyModel? before, PropertyModel? after) in Pairs.Of(old.Properties, @new.Properties, p => p.Name, p => p.JsonName))
            PropertyComparer.Compare(old.Name, before, @new.Name, after, direction, comparison);
        if (AdditionalValues(old) is var oldValues && AdditionalValues(@new) is var newValues && (oldValues ?? newValues) is not null)
            PropertyComparer.Compare(old.Name, oldValues, @new.Name, newValues, direction, comparison);
    }

    /// <summary>The property for additional properties, as a property without a name of its own in JSON.</summary>
    private static PropertyModel? AdditionalValues(ObjectModel model) => model.AdditionalValues is not { } values ? null : new PropertyModel
    {
        JsonName = "",
        Name = values.Name,
        Field = "",
        Type = new TypeRef { Kind = TypeKind.Map, Name = $"generic::IDictionary<string, {values.Type.Spelling}>", Item = values.Type },
        Required = true,
        MustBeSet = false,
        Origin = values.IsInherited ? PropertyOrigin.Inherited : PropertyOrigin.Own,
        Documentation = Documentation.None,
    };

    private static void CompareEnums(EnumModel old, EnumModel @new, Direction direction, ChangeList changes)
    {
        if (old.Kind != @new.Kind)
            changes.Add(ChangeGroup.Breaking, "enum-kind-changed", old.Name, "has values of another type", Kind(old.Kind), Kind(@new.Kind), direction, @new.Name);

        foreach ((EnumMemberModel? before, EnumMemberModel? after) in Pairs.Of(old.Members, @new.Members, m => m.Name, m => m.Value))
        {
            string name = $"{old.Name}.{(before ?? after!).Name}";
            string place = $"{@new.Name}.{after?.Name}";
            if (after is null)
                changes.Gone("value", name, before!.Value, direction);
            else if (before is null)
                changes.Added("value", place, after.Value, direction);
            else if (before.Name != after.Name)
                changes.Add(ChangeGroup.Breaking, "value-renamed", name, "has another name", before.Name, after.Name, direction, place);
            else if (before.Value != after.Value)
                changes.Add(ChangeGroup.Behavior, "value-changed", name, "stands for another value", before.Value, after.Value, direction, place);
        }
    }

    private static void CompareUnions(UnionModel old, UnionModel @new, Direction direction, Comparison comparison)
    {
        foreach (UnionCaseModel before in old.Cases.Where(c => !@new.Cases.Any(n => comparison.Spelling.IsSame(c.Type, n.Type))))
            comparison.Changes.Add(ChangeGroup.Breaking, "case-gone", old.Name, "no longer holds one of its types", Spelling.Of(before.Type.Name), null, direction, @new.Name);
        foreach (UnionCaseModel after in @new.Cases.Where(c => !old.Cases.Any(o => comparison.Spelling.IsSame(o.Type, c.Type))))
            comparison.Changes.Add(ChangeGroup.New, "case-new", @new.Name, "may hold another type", null, Spelling.Of(after.Type.Name), direction);
    }

    private static string Kind(DeclarationModel type) => type switch
    {
        ObjectModel => "class",
        EnumModel => "enum",
        UnionModel => "union",
        QueryModel => "query",
        WebhookReceiverModel => "receiver of webhooks",
        _ => "client",
    };

    private static string Kind(TypeKind kind) => kind switch
    {
        TypeKind.StringEnum => "string",
        TypeKind.Int64Enum => "long",
        _ => "double",
    };
}
