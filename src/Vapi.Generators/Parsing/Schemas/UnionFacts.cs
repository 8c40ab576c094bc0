using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The JSON kinds of the members of a union, as values and as items of an array; null if they are not computed yet.</summary>
internal sealed record UnionKinds(JsonKinds? Own, JsonKinds? AsItem)
{
    public JsonKinds? Of(bool isItem) => isItem ? AsItem : Own;
}

/// <summary>The property that distinguishes the objects in a union, if there is one, and its values.</summary>
internal sealed record UnionTag(string? Name, EquatableArray<string> Values)
{
    public static readonly UnionTag None = new(null, []);
}
