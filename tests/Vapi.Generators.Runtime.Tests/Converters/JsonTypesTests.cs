using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonTypesTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new Resolver() };

    public static TheoryData<Type, string> Types => new()
    {
        { typeof(Point), """{"x":1,"new":2}""" },
        { typeof(Point[]), """[{"x":1},null]""" },
        { typeof(List<Point>), """[{"x":1},null]""" },
        { typeof(IReadOnlyList<Point>), """[{"x":1},null]""" },
        { typeof(IEnumerable<Point>), """[{"x":1},null]""" },
        { typeof(Dictionary<string, Point>), """{"a":{"x":1},"b":null}""" },
        { typeof(IReadOnlyDictionary<string, Point>), """{"a":{"x":1},"b":null}""" },
        { typeof(NumberOrText), "1" },
        { typeof(NumberOrText?), "null" },
        { typeof(NumberOrText?), "\"a\"" },
        { typeof(NumberOrText[]), "[1,\"a\",null]" },
        { typeof(IReadOnlyList<NumberOrText>), "[1,\"a\",null]" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void TypeAndItsCollections_AreReadAndWrittenWithoutReflection(Type type, string json)
    {
        JsonTypeInfo typeInfo = Options.GetTypeInfo(type);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, typeInfo), typeInfo));
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(HashSet<Uri>))]
    public void OtherType_IsLeftToOthers(Type type) => Assert.Null(JsonTypes.Find<Point>(type, Options));

    [Theory]
    [InlineData(typeof(Point), typeof(Point))]
    [InlineData(typeof(Point[]), typeof(Point))]
    [InlineData(typeof(List<Point>), typeof(Point))]
    [InlineData(typeof(Dictionary<string, Point>), typeof(Point))]
    [InlineData(typeof(int?), typeof(int))]
    public void ElementOfACollection_IsItsItemOrValue(Type type, Type element) => Assert.Equal(element, JsonTypes.ElementOf(type));

    /// <summary>The generator computes the same number when it compiles: it must not change from process to process.</summary>
    [Theory]
    [InlineData("", 5)]
    [InlineData("Assistant", 7)]
    [InlineData("größe", 2)]
    public void Group_IsTheSameInEveryProcess(string name, int expected) => Assert.Equal(expected, JsonTypes.GroupOf(name));

    private sealed class Resolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => JsonTypes.ElementOf(type) switch
        {
            var element when element == typeof(Point) => JsonTypes.Find<Point>(type, options),
            var element when element == typeof(NumberOrText) => JsonTypes.FindValue<NumberOrText>(type, options),
            _ => null,
        };
    }
}
