using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The kinds of JSON that the members of a union are, as they are and as items of an array; null: not looked at yet.</summary>
internal sealed record UnionKinds(JsonKinds? Own, JsonKinds? AsItem)
{
    public JsonKinds? Of(bool isItem) => isItem ? AsItem : Own;
}

/// <summary>The property that tells the objects in a union apart, if there is one, and its values.</summary>
internal sealed record UnionTag(string? Name, EquatableArray<string> Values)
{
    public static readonly UnionTag None = new(null, []);
}
