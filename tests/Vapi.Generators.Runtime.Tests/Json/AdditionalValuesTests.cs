using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The kept properties as values of the type that the document declares for them.</summary>
public class AdditionalValuesTests
{
    private const JsonKinds Kinds = JsonKinds.Number | JsonKinds.Null;

    [Fact]
    public void Values_AreThePropertiesThatMatchTheirType()
    {
        IDictionary<string, int?> values = Json.AdditionalValues<int?>(Kept("""{"a":1,"b":"x","c":null,"d":2.5}"""), Kinds, Json.ReadInt32, Json.WriteInt32);

        Assert.Equal([new("a", 1), new("c", null)], values);
    }

    [Fact]
    public void Values_AreTheSameForEachCall()
    {
        KeptProperties kept = Kept("{}");

        Assert.Same(Json.AdditionalValues<int?>(kept, Kinds, Json.ReadInt32, Json.WriteInt32), Json.AdditionalValues<int?>(kept, Kinds, Json.ReadInt32, Json.WriteInt32));
    }

    [Theory]
    [InlineData("""{"a":{"x":1.0},"b":7}""", """{"a":{"x":2},"b":7}""")]
    [InlineData("""{"b":7,"a":{"x":1,"new":[]}}""", """{"b":7,"a":{"x":2,"new":[]}}""")]
    public void ChangeOfAnObject_IsWritten_AndTheOthersAreAsTheyWere(string json, string expected)
    {
        KeptProperties kept = Kept(json);
        Json.AdditionalValues<Point>(kept, JsonKinds.Object, Point.ReadJson, Json.WriteModel)["a"].X = 2;

        Assert.Equal(expected, JsonText.Write(writer => JsonText.WriteKept(writer, kept)));
        Assert.Equal(expected, "{" + string.Join(",", kept.Select(e => $"\"{e.Key}\":{kept.ToElement(e).GetRawText()}")) + "}");
    }

    [Fact]
    public void NumberOfADeclaredProperty_IsNoAdditionalValue()
    {
        KeptProperties kept = Kept("""{"a":1}""");
        kept.Keep(0, "declared", JsonElement.Parse("2"), isExact: false, isReadOnly: false);

        Assert.Equal(["a"], Json.AdditionalValues<int?>(kept, Kinds, Json.ReadInt32, Json.WriteInt32).Keys);
    }

    private static KeptProperties Kept(string json)
    {
        var kept = new KeptProperties();
        foreach (JsonProperty property in JsonElement.Parse(json).EnumerateObject())
            kept[property.Name] = property.Value;

        return kept;
    }
}
