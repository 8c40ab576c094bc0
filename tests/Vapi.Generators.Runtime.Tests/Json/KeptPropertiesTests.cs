using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What an object keeps besides its values: properties that the document does not have, values that do not match, and texts that a type would write differently.</summary>
public class KeptPropertiesTests
{
    [Theory]
    [InlineData(false, false, """{"new":1,"x":[2]}""", """{"new":1,"x":[2]}""")]
    [InlineData(false, true, """{"new":1,"x":[2]}""", """{"new":1}""")]
    [InlineData(true, false, """{"new":1,"x":[2]}""", """{"new":1,"x":[2]}""")]
    [InlineData(true, true, """{"new":1,"x":[2]}""", """{"new":1}""")]
    public void ReadOnlyProperty_IsWritten_ExceptInARequest(bool isExact, bool isReadOnly, string written, string sent)
    {
        KeptProperties kept = Kept(isExact, isReadOnly);

        Assert.Equal(written, JsonText.Write(writer => JsonText.WriteKept(writer, kept)));
        Assert.Equal(sent, Json.ToElement(kept, JsonText.WriteKept).GetRawText());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void ExactText_IsNoEntryOfTheUser_AndAMisfitIsOne(bool isExact, bool isEntry)
    {
        KeptProperties kept = Kept(isExact, isReadOnly: false);

        Assert.Equal(isEntry, kept.ContainsKey("x"));
        Assert.Equal(isEntry, kept.IsDeclared("x"));
        Assert.False(kept.IsDeclared("new"));
        Assert.False(kept.IsDeclared("y"));
        Assert.Equal(isEntry ? ["/x"] : [], Json.FindMisfits(writer => JsonText.WriteKept(writer, kept)).Select(m => m.Pointer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AssignedProperty_LosesWhatWasKept_AndTheOthersDoNot(bool isExact)
    {
        var state = new JsonState { Kept = Kept(isExact, isReadOnly: false) };
        state.Kept.Keep(1, "y", JsonElement.Parse("3"), isExact, isReadOnly: false);

        state.Assign(0);
        state.Assign(2);

        Assert.Equal("""{"new":1,"y":3}""", JsonText.Write(writer => JsonText.WriteKept(writer, state.Kept)));
    }

    [Fact]
    public void EntryOfTheUser_StaysIfAnExactTextOfTheSameNameIsReplaced()
    {
        KeptProperties kept = Kept(isExact: true, isReadOnly: false);
        kept["x"] = JsonElement.Parse("4");

        kept.Forget(0);

        Assert.Equal("""{"new":1,"x":4}""", JsonText.Write(writer => JsonText.WriteKept(writer, kept)));
    }

    [Fact]
    public void NoProperty_IsDeclaredByNothing() => Assert.False(new KeptProperties().IsDeclared("x"));

    [Theory]
    [InlineData("""{"child":{"new":1,"number":@},"number":@}""")]
    [InlineData("""{"numbers":[@,1,@],"new":{}}""")]
    public void NumberOfMoreDigitsThanItsType_IsWrittenBackAsItWas(string template)
    {
        string json = template.Replace("@", "0.1000000000000000055511151231257827");

        Assert.Equal(json, JsonText.Write(writer => Json.WriteModel(writer, JsonText.Read(json, Node.ReadJson))));
    }

    [Theory]
    [InlineData("D", """{"a":"x"}""")]
    [InlineData("E", "{}")]
    public void BitOfNullInTheTable_MarksAReadOnlyProperty(string kinds, string sent)
    {
        Utf8JsonReader reader = JsonText.Reader("""{"a":"x"}""");
        var cursor = default(JsonCursor);
        var state = default(JsonState);
        while (Json.Next(ref reader, JsonText.Table(kinds + "a"), ref cursor, ref state))
            continue;

        Assert.Equal(sent, Json.ToElement(state.Kept!, JsonText.WriteKept).GetRawText());
    }

    [Fact]
    public void PropertyThatIsKeptAgain_IsKeptOnce()
    {
        KeptProperties kept = Kept(isExact: true, isReadOnly: false);
        kept.Keep(0, "x", JsonElement.Parse("3"), isExact: true, isReadOnly: false);

        Assert.Equal("""{"new":1,"x":3}""", JsonText.Write(writer => JsonText.WriteKept(writer, kept)));
    }

    private static KeptProperties Kept(bool isExact, bool isReadOnly)
    {
        var kept = new KeptProperties { ["new"] = JsonElement.Parse("1") };
        kept.Keep(0, "x", JsonElement.Parse("[2]"), isExact, isReadOnly);
        return kept;
    }
}
