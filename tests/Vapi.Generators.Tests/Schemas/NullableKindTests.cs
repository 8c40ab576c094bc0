using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Schemas;

/// <summary>A property of any kind may be nullable.</summary>
public class NullableKindTests
{
    private static readonly Lazy<GeneratorOutput> Optional = new(() => Run(required: false));

    private static readonly Lazy<GeneratorOutput> Required = new(() => Run(required: true));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Null_IsWrittenWhenItWasAssignedOrRead(bool required)
    {
        GeneratorOutput output = required ? Required.Value : Optional.Value;
        Type type = output.Type("Thing");
        foreach ((string name, PropertyInfo member) in Members(type))
        {
            object value = JsonSerializer.Deserialize("{}", type)!;
            Assert.Equal("{}", JsonSerializer.Serialize(value, type));

            member.SetValue(value, null);
            Assert.Null(member.GetValue(value));
            Assert.Equal($$"""{"{{name}}":null}""", JsonSerializer.Serialize(value, type));
            Assert.Equal($$"""{"{{name}}":null}""", output.RoundTrip("Thing", $$"""{"{{name}}":null}"""));
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind.Misfits), MemberType = typeof(EveryKind))]
    public void Null_IsReplacedByWhatIsAssigned(string property, string fitting, string misfit)
    {
        GeneratorOutput output = Optional.Value;
        PropertyInfo member = Members(output.Type("Thing")).Single(m => m.Name == property).Member;
        object? value = output.Read("Thing", $$"""{ "{{property}}": null }""");

        member.SetValue(value, member.GetValue(output.Read("Thing", $$"""{ "{{property}}": {{fitting}} }""")));
        JsonAssert.Equal($$"""{ "{{property}}": {{fitting}} }""", JsonSerializer.Serialize(value));

        member.SetValue(value, null);
        JsonAssert.Equal($$"""{ "{{property}}": null }""", JsonSerializer.Serialize(value));
        output.RequireLossless("Thing", $$"""{ "{{property}}": {{misfit}} }""");
    }

    /// <summary>In the order of the document, as they are declared.</summary>
    private static IEnumerable<(string Name, PropertyInfo Member)> Members(Type type)
        => Thing(JsonNode.Parse(EveryKind.Document)!)["properties"]!.AsObject().Select(p => p.Key).Zip(type.GetProperties().Where(p => p.Name != "AdditionalProperties").OrderBy(p => p.MetadataToken));

    private static GeneratorOutput Run(bool required)
    {
        JsonNode document = JsonNode.Parse(EveryKind.Document)!;
        JsonObject properties = Thing(document)["properties"]!.AsObject();
        foreach (KeyValuePair<string, JsonNode?> property in properties.ToArray())
        {
            // What stands beside a reference does not count.
            JsonObject schema = property.Value!.AsObject();
            properties[property.Key] = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()) } : schema.DeepClone();
            properties[property.Key]!["nullable"] = true;
        }

        if (required)
            Thing(document)["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Key)]);

        return GeneratorHost.Run(document.ToJsonString());
    }

    private static JsonObject Thing(JsonNode document) => document["components"]!["schemas"]!["Thing"]!.AsObject();
}
