using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Spells types for a report, and determines whether types of two documents are the same.</summary>
/// <param name="renamed">The types that have a different name in the new document.</param>
internal sealed class Spelling(IReadOnlyDictionary<string, string> renamed)
{
    /// <summary>The name of an old type in the new document.</summary>
    public string Rename(string type) => renamed.TryGetValue(type, out string? name) ? name : type;

    /// <summary>Whether both are the same type, regardless of nullability.</summary>
    public bool IsSame(TypeRef? old, TypeRef? @new)
    {
        if (old is null || @new is null)
            return old is null && @new is null;
        if (old.Kind != @new.Kind)
            return false;

        return old.Kind is TypeKind.List or TypeKind.Map
            ? IsSame(old.Item, @new.Item) && old.Item!.Nullable == @new.Item!.Nullable
            : Rename(old.Name) == @new.Name;
    }

    /// <summary>The type as users write it.</summary>
    public static string Of(string type) => type.Replace("generic::", "").Replace("json::", "").Replace("global::System.", "").Replace("global::", "");

    public static string Of(TypeRef type) => Of(type.Spelling);

    public static string Of(PropertyModel property)
    {
        string type = Of(property.Required && !property.Type.Nullable || property.Constant is not null ? property.Type.Name : property.Type.NullableName);
        return property.MustBeSet ? "required " + type : type;
    }

    public static string OfResult(OperationModel operation) => operation.Result switch
    {
        { Kind: ResultKind.Json, Type: { } type } => $"Task<{Of(type)}>",
        { Kind: ResultKind.Text } => "Task<string>",
        { Kind: ResultKind.Stream } => "Task<ApiStream>",
        { Kind: ResultKind.Items, Type: var item } => $"IAsyncEnumerable<{(item is null ? "string" : Of(item))}>",
        _ => "Task",
    };

    public static string OfPages(OperationModel operation) => $"ApiPages<{Of(operation.Pages!.Item)}, {Of(operation.Result.Type!)}>";
}
