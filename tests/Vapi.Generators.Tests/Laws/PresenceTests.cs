using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Missing, null and present are three different things, for every property of every schema of Vapi's document.</summary>
public class PresenceTests
{
    [Fact]
    public void NewObject_HasItsConstantsOnly() => RequireOfEverySchema((schema, type) =>
    {
        string[] constants = [.. Properties(schema).Where(p => IsConstant(p.Value)).Select(p => p.Name)];
        string json = JsonSerializer.Serialize(Activator.CreateInstance(type), type);
        return Names(json).SequenceEqual(constants) ? null : json;
    });

    [Fact]
    public void AbsentProperty_StaysAbsent() => RequireOfEverySchema((_, type) => RoundTrip("{}", type) == "{}" ? null : RoundTrip("{}", type));

    [Fact]
    public void NullThatIsRead_IsWritten() => RequireOfEveryProperty((property, type, _) =>
    {
        string json = $$"""{"{{property.Name}}":null}""";
        return RoundTrip(json, type) == json ? null : RoundTrip(json, type);
    });

    [Fact]
    public void NullThatIsAssigned_IsWrittenWhereTheDocumentAllowsIt() => RequireOfEveryProperty((property, type, member) =>
    {
        if (!TakesNull(member))
            return null;

        object value = Activator.CreateInstance(type)!;
        member.SetValue(value, null);
        bool isWritten = Names(JsonSerializer.Serialize(value, type)).Contains(property.Name);
        return isWritten == IsNullable(property.Value) ? null : isWritten ? "is written" : "is not written";
    });

    [Fact]
    public void NullThatIsAssigned_ReplacesTheValueThatWasRead() => RequireOfEveryProperty((property, type, member) =>
    {
        JsonNode? read = new RandomJson(RealDocument.Json, Richness.Minimal, seed: 20261122).Next(property.Value);
        if (!TakesNull(member) || read is null)
            return null;

        object value = JsonSerializer.Deserialize(new JsonObject { [property.Name] = read }, type)!;
        bool wasThere = member.GetValue(value) is not null;
        member.SetValue(value, null);
        string json = JsonSerializer.Serialize(value, type);
        string expected = IsNullable(property.Value) ? $$"""{"{{property.Name}}":null}""" : "{}";
        return wasThere && json == expected ? null : json;
    });

    private static void RequireOfEverySchema(Func<JsonElement, Type, string?> fail)
    {
        string[] failures = [.. RealDocument.Schemas.Select(s => (s.Name, Failure: fail(s.Value, Class(s.Name)))).Where(f => f.Failure is not null).Select(f => $"{f.Name}: {f.Failure}")];

        Assert.True(failures.Length == 0, $"{failures.Length} schemas:\n{string.Join("\n", failures.Take(20))}");
    }

    private static void RequireOfEveryProperty(Func<JsonProperty, Type, PropertyInfo, string?> fail)
    {
        var failures = new List<string>();
        int count = 0;
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            // In the order of the document, as they are declared.
            PropertyInfo[] members = [.. Class(schema.Name).GetProperties().Where(p => p.Name != "AdditionalProperties").OrderBy(p => p.MetadataToken)];
            foreach ((JsonProperty property, PropertyInfo member) in Properties(schema.Value).Zip(members))
            {
                count++;
                if (fail(property, Class(schema.Name), member) is { } failure)
                    failures.Add($"{schema.Name}.{property.Name}: {failure}");
            }
        }

        Assert.True(failures.Count == 0 && count > 0, $"{failures.Count} of {count} properties:\n{string.Join("\n", failures.Take(20))}");
    }

    private static Type Class(string schema) => RealDocument.Output.Assembly.GetType("Vapi." + schema)!;

    private static bool TakesNull(PropertyInfo member) => member.CanWrite && (!member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null);

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) => schema.GetProperty("properties").EnumerateObject();

    private static IEnumerable<string> Names(string json) => JsonElement.Parse(json).EnumerateObject().Select(p => p.Name);

    private static string RoundTrip(string json, Type type) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);

    private static bool IsConstant(JsonElement schema) => Part(schema) is var part && part.TryGetProperty("enum", out JsonElement values) && values.GetArrayLength() == 1
        && !IsNullable(schema) && (!part.TryGetProperty("type", out JsonElement type) || type.GetString() != "array");

    private static bool IsNullable(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return IsNullable(RealDocument.Json.Resolve(reference.GetString()!));
        if (schema.TryGetProperty("nullable", out JsonElement nullable) && nullable.GetBoolean())
            return true;
        if (schema.TryGetProperty("oneOf", out JsonElement alternatives))
            return alternatives.EnumerateArray().Any(a => IsNullable(a) || a.TryGetProperty("type", out JsonElement type) && type.GetString() == "null");

        return Part(schema) is var part && part.GetRawText() != schema.GetRawText() && IsNullable(part);
    }

    /// <summary>The only entry of an <c>allOf</c> is what stands around it.</summary>
    private static JsonElement Part(JsonElement schema) => schema.TryGetProperty("allOf", out JsonElement parts) && parts.GetArrayLength() == 1 ? parts[0] : schema;
}
