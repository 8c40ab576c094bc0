using System.Text;
using System.Text.Json;

namespace Vapi.Generators.Tests.Json;

/// <summary>How deep JSON may be is the caller's choice; deeper JSON is refused and never takes the process down.</summary>
public class DepthTests
{
    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(OpenApi.Schemas("""
        {
          "Leaf": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["leaf"] } } },
          "Node": { "type": "object", "required": ["kind"], "properties": { "next": { "$ref": "#/components/schemas/Tagged" }, "kind": { "type": "string", "enum": ["node"] } } },
          "Tagged": { "oneOf": [{ "$ref": "#/components/schemas/Leaf" }, { "$ref": "#/components/schemas/Node" }] },
          "Looks": { "oneOf": [{ "$ref": "#/components/schemas/Tree" }, { "$ref": "#/components/schemas/Bush" }, { "type": "array", "items": { "$ref": "#/components/schemas/Looks" } }] },
          "Bush": { "type": "object", "required": ["branches"], "properties": { "branches": { "$ref": "#/components/schemas/Looks" } } },
          "Tree": { "type": "object", "properties": {
            "child": { "$ref": "#/components/schemas/Tree" }, "list": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
            "map": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Tree" } }, "any": {}
          } }
        }
        """)));

    /// <summary>A type, and what one level of depth, or two, is in it.</summary>
    public static TheoryData<string, string, string> Levels => new()
    {
        { "Tree", """{ "child": """, "}" },
        { "Tree", """{ "list": [""", "] }" },
        { "Tree", """{ "map": { "a": """, "} }" },
        { "Tree", """{ "any": """, "}" },
        { "Tree", """{ "unknown": [""", "] }" },
        { "Tagged", """{ "kind": "node", "next": """, "}" },
        { "Tagged", """{ "next": """, """, "kind": "node" }""" },
        { "Looks", """{ "branches": """, "}" },
        { "Looks", """{ "child": """, "}" },
        { "Looks", "[", "]" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void DepthWithinTheLimit_IsReadAndWritten(string type, string open, string close)
    {
        string json = Nest(type, open, close, 512);
        var options = new JsonSerializerOptions { MaxDepth = 512 };

        JsonAssert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, Output.Value.Type(type), options), Output.Value.Type(type), options));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void DepthBeyondTheLimit_IsAJsonExceptionThatSaysSo(string type, string open, string close)
    {
        RequireRefused(new JsonSerializerOptions { MaxDepth = 512 }, 514, "512");
        RequireRefused(new JsonSerializerOptions(), 66, "64");
        RequireRefused(new JsonSerializerOptions { MaxDepth = 512 }, 100_000, "512");
        RequireRefused(new JsonSerializerOptions(), 100_000, "64");

        void RequireRefused(JsonSerializerOptions options, int depth, string limit)
        {
            JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(Nest(type, open, close, depth), Output.Value.Type(type), options));

            Assert.Contains(limit, exception.Message, StringComparison.Ordinal);
            Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task DepthBeyondTheLimit_IsAJsonExceptionInAStreamToo(string type, string open, string close)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Nest(type, open, close, 100_000)));

        await Assert.ThrowsAsync<JsonException>(async () => await JsonSerializer.DeserializeAsync(
            stream, Output.Value.Type(type), new JsonSerializerOptions { DefaultBufferSize = 64 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ObjectThatContainsItself_CannotBeWritten_AndNothingWorse()
    {
        object tree = Activator.CreateInstance(Output.Value.Type("Tree"))!;
        tree.GetType().GetProperty("Child")!.SetValue(tree, tree);

        Exception exception = Assert.ThrowsAny<Exception>(() => JsonSerializer.Serialize(tree));

        Assert.True(exception is JsonException or InvalidOperationException, exception.ToString());
    }

    /// <summary>JSON of that depth, or of one less where a level counts twice.</summary>
    private static string Nest(string type, string open, string close, int depth)
    {
        int levels = (depth - 1) / open.Count(c => c is '{' or '[');
        string core = type == "Tagged" ? """{ "kind": "leaf" }""" : "{}";
        return new StringBuilder().Insert(0, open, levels).Append(core).Insert(open.Length * levels + core.Length, close, levels).ToString();
    }
}
