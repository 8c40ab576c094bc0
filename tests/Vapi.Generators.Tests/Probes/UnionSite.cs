using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A union type, and what the document says where it stands.</summary>
internal sealed record UnionSite(Type Type, string Path, JsonElement? Discriminator, UnionSiteMember[] Members)
{
    /// <summary>A value of a member as it stands in the union: OpenAPI demands the property that a discriminator names, also where the member's own schema does not.</summary>
    public JsonNode? WithTag(JsonNode? value, UnionSiteMember member)
    {
        if (Discriminator is { } discriminator && value is JsonObject @object && discriminator.GetProperty("propertyName").GetString()! is var name && !@object.ContainsKey(name))
            @object[name] = member.Listed(name) ?? Mapped(discriminator, member) ?? member.Name;

        return value;
    }

    private static string? Mapped(JsonElement discriminator, UnionSiteMember member) => discriminator.TryGetProperty("mapping", out JsonElement mapping)
        ? mapping.EnumerateObject().Where(m => m.Value.GetString()!.Split('/')[^1] == member.Name).Select(m => m.Name).FirstOrDefault()
        : null;
}

/// <summary>A member of a union and the C# type of its case; null when the union has no case for it.</summary>
/// <param name="Schema">As it stands among the alternatives.</param>
/// <param name="Target">What it refers to.</param>
internal sealed record UnionSiteMember(JsonElement Schema, JsonElement Target, Type? Case)
{
    /// <summary>The name of the schema it refers to.</summary>
    public string? Name => Schema.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString()!.Split('/')[^1] : null;

    /// <summary>The first value that the member itself lists for a property.</summary>
    public string? Listed(string property) => Target.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(property, out JsonElement schema)
        && schema.TryGetProperty("enum", out JsonElement values) ? values[0].GetString() : null;

    public override string ToString() => Name ?? string.Concat(Schema.GetRawText().Where(c => !char.IsWhiteSpace(c)));
}
