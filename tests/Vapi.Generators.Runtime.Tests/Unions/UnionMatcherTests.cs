using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class UnionMatcherTests
{
    [Theory]
    [InlineData("""{"role":"user"}""", 0)]
    [InlineData("""{"role":"system"}""", 1)]
    [InlineData("""{"text":"a","role":"system"}""", 1)]
    [InlineData("""{"role":"new"}""", 2)]
    public void Constant_DecidesBeforeAFreeString(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("role", JsonKinds.String, "user").Optional("text", JsonKinds.String),
        new UnionMember().Required("role", JsonKinds.String, "system"),
        new UnionMember().Required("role", JsonKinds.String).Required("text", JsonKinds.String)));

    [Theory]
    [InlineData("""{"v":1,"text":"a"}""", 0)]
    [InlineData("""{"v":2.0}""", 1)]
    [InlineData("""{"v":true}""", 2)]
    [InlineData("""{"v":false,"text":"a"}""", -1)]
    [InlineData("""{"v":3,"text":"a"}""", -1)]
    [InlineData("""{"v":"1","text":"a"}""", -1)]
    [InlineData("""{"v":[1],"text":"a"}""", -1)]
    [InlineData("""{"v":null,"text":"a"}""", 0)]
    public void ConstantOfAnyKind_RulesOutWhatIsAnother(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Optional("v", JsonKinds.Number, "1").Optional("text", JsonKinds.String),
        new UnionMember().Optional("v", JsonKinds.Number, "2").Optional("text", JsonKinds.String),
        new UnionMember().Optional("v", JsonKinds.Boolean, "true").Optional("text", JsonKinds.String)));

    [Theory]
    [InlineData("""{"kind":"b"}""", 0)]
    [InlineData("""{"kind":"d"}""", 1)]
    [InlineData("""{"kind":"e","text":"a"}""", -1)]
    public void TagWithSeveralValues_RulesOutWhatIsAnother(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("kind", JsonKinds.String, "a", "b").Telling().Optional("text", JsonKinds.String),
        new UnionMember().Required("kind", JsonKinds.String, "c", "d").Telling().Optional("text", JsonKinds.String)));

    [Theory]
    [InlineData("""{"model":"a"}""", 0)]
    [InlineData("""{"model":"c"}""", 1)]
    [InlineData("""{"model":"new"}""", 0)]
    public void ListedValue_Decides(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("model", JsonKinds.String, "a", "b"),
        new UnionMember().Required("model", JsonKinds.String, "c", "d")));

    [Theory]
    [InlineData("""{"value":1}""", 0)]
    [InlineData("""{"value":true}""", 1)]
    [InlineData("""{"value":["a"]}""", 2)]
    [InlineData("""{"value":[1]}""", 3)]
    [InlineData("""{"value":[]}""", 2)]
    [InlineData("""{"value":null}""", 0)]
    public void KindOfASharedProperty_Decides(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("value", JsonKinds.Number),
        new UnionMember().Required("value", JsonKinds.Boolean),
        new UnionMember().Required("value", JsonKinds.ArrayOfString | JsonKinds.EmptyArray),
        new UnionMember().Required("value", JsonKinds.ArrayOfNumber | JsonKinds.EmptyArray)));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", 1)]
    [InlineData("""{"a":1}""", 0)]
    public void RequiredProperties_Decide(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("a", JsonKinds.Number),
        new UnionMember().Required("a", JsonKinds.Number).Required("b", JsonKinds.Number)));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", 1)]
    [InlineData("""{"a":1,"c":2}""", 0)]
    [InlineData("""{"a":1}""", 0)]
    public void KnownNames_Decide_AndTheFirstWinsATie(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Optional("a", JsonKinds.Number).Optional("c", JsonKinds.Number),
        new UnionMember().Optional("a", JsonKinds.Number).Optional("b", JsonKinds.Number)));

    /// <summary>In each contest, the second member has one piece of the stronger evidence for it, or two pieces of the weaker evidence against it.</summary>
    private static readonly Dictionary<string, (string Json, UnionMember[] Members)> Contests = new()
    {
        ["listed value and names"] = ("""{"k":"a","p":1,"q":1}""",
        [
            new UnionMember().Optional("k", JsonKinds.String).Optional("p", JsonKinds.Number).Optional("q", JsonKinds.Number),
            new UnionMember().Optional("k", JsonKinds.String, "a", "b"),
            new UnionMember().Optional("p", JsonKinds.Number).Optional("q", JsonKinds.Number),
        ]),
        ["constant and listed values"] = ("""{"k":"a","p":"a","q":"a"}""",
        [
            new UnionMember().Optional("k", JsonKinds.String).Optional("p", JsonKinds.String, "a", "b").Optional("q", JsonKinds.String, "a", "b"),
            new UnionMember().Optional("k", JsonKinds.String, "a"),
        ]),
        ["missing name and constants"] = ("""{"k":"a","p":"a"}""",
        [
            new UnionMember().Optional("k", JsonKinds.String, "a").Optional("p", JsonKinds.String, "a").Required("missing", JsonKinds.Number),
            new UnionMember().Optional("k", JsonKinds.String),
        ]),
        ["unlisted value and missing names"] = ("""{"k":"new"}""",
        [
            new UnionMember().Optional("k", JsonKinds.String, "a", "b"),
            new UnionMember().Optional("k", JsonKinds.String).Required("missing", JsonKinds.Number).Required("missing too", JsonKinds.Number),
        ]),
        ["wrong kind and unlisted values"] = ("""{"k":"new","p":"new"}""",
        [
            new UnionMember().Optional("k", JsonKinds.Number).Optional("p", JsonKinds.String),
            new UnionMember().Optional("k", JsonKinds.String, "a", "b").Optional("p", JsonKinds.String, "a", "b"),
        ]),
        ["another constant and wrong kinds"] = ("""{"k":"b","p":"a","q":"a"}""",
        [
            new UnionMember().Optional("k", JsonKinds.String, "a").Optional("p", JsonKinds.String).Optional("q", JsonKinds.String),
            new UnionMember().Optional("k", JsonKinds.String).Optional("p", JsonKinds.Number).Optional("q", JsonKinds.Number),
        ]),
        ["constant of another kind and wrong kinds"] = ("""{"k":1,"p":"a","q":"a"}""",
        [
            new UnionMember().Optional("k", JsonKinds.String, "a").Optional("p", JsonKinds.String).Optional("q", JsonKinds.String),
            new UnionMember().Optional("k", JsonKinds.Number).Optional("p", JsonKinds.Number).Optional("q", JsonKinds.Number),
        ]),
        ["more required names and the order"] = ("""{"k":1}""", [new UnionMember().Optional("k", JsonKinds.Number), new UnionMember().Required("k", JsonKinds.Number)]),
    };

    public static TheoryData<string> ContestNames => [.. Contests.Keys];

    [Theory]
    [MemberData(nameof(ContestNames))]
    public void StrongerEvidence_DecidesAgainstSeveralPiecesOfTheWeaker(string contest) => Assert.Equal(1, Match(Contests[contest].Json, Contests[contest].Members));

    [Theory]
    [InlineData("""{"own":1,"kind":"a"}""", 0)]
    [InlineData("""{"own":1,"kind":"b"}""", 1)]
    [InlineData("""{"own":1,"other":1,"kind":"b"}""", 1)]
    [InlineData("""{"own":1}""", 0)]
    public void OwnName_DoesNotDecideBeforeAConstantThatFollows(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Optional("own", JsonKinds.Number).Optional("kind", JsonKinds.String, "a"),
        new UnionMember().Optional("other", JsonKinds.Number).Optional("kind", JsonKinds.String, "b")));

    [Theory]
    [InlineData("""{"own":1,"text":"a"}""", 1)]
    [InlineData("""{"own":1,"text":"a","needed":1}""", 0)]
    [InlineData("""{"own":true,"needed":1,"text":"a"}""", 1)]
    public void OwnName_DoesNotDecideIfARequiredNameIsMissing_OrItsKindIsWrong(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Optional("own", JsonKinds.Number).Required("needed", JsonKinds.Number).Optional("text", JsonKinds.String),
        new UnionMember().Optional("text", JsonKinds.String).Optional("needed", JsonKinds.Number)));

    [Theory]
    [InlineData("""{"model":{"provider":"a"}}""", 0)]
    [InlineData("""{"model":{"more":{},"provider":"b"}}""", 1)]
    [InlineData("""{"model":{"provider":"new"}}""", 0)]
    [InlineData("""{"model":null}""", 0)]
    [InlineData("""{"own":1,"model":{"provider":"b"}}""", 1)]
    public void TagOfAnObject_Decides(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Optional("own", JsonKinds.Number).Optional("model", JsonKinds.Object).Tagged("provider"u8, JsonText.Table("a")),
        new UnionMember().Optional("model", JsonKinds.Object).Tagged("provider"u8, JsonText.Table("b"))));

    [Theory]
    [InlineData("""{"any":1}""", 0)]
    [InlineData("""{"any":"a"}""", 1)]
    [InlineData("""{"any":null}""", 0)]
    [InlineData("""{"any":null,"more":"a"}""", 1)]
    public void KindOfAnUnknownName_Decides(string json, int expected)
        => Assert.Equal(expected, Match(json, new UnionMember(isOpen: true, others: JsonKinds.Number), new UnionMember(isOpen: true, others: JsonKinds.String)));

    [Theory]
    [InlineData("""{"v":2.0}""", 0)]
    [InlineData("""{"v":4}""", 1)]
    [InlineData("""{"v":5}""", 0)]
    [InlineData("""{"v":true}""", 2)]
    [InlineData("""{"v":false}""", 2)]
    public void ListedNumberOrBoolean_Decides(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("v", JsonKinds.Number, "1", "2"),
        new UnionMember().Required("v", JsonKinds.Number, "3", "4"),
        new UnionMember().Required("v", JsonKinds.Boolean, "true", "false")));

    [Fact]
    public void NothingKnown_IsNoMember() => Assert.Equal(-1, Match("""{"new":1}""", new UnionMember().Optional("a", JsonKinds.Number)));

    [Fact]
    public void NothingKnown_IsTheMemberThatTakesAnything()
        => Assert.Equal(1, Match("""{"new":1}""", new UnionMember().Optional("a", JsonKinds.Number), new UnionMember(isOpen: true)));

    [Fact]
    public void EmptyObject_IsTheFirstThatRequiresLeast()
        => Assert.Equal(1, Match("{}", new UnionMember().Required("a", JsonKinds.Number), new UnionMember().Optional("b", JsonKinds.Number), new UnionMember().Optional("c", JsonKinds.Number)));

    [Fact]
    public void ManyMembers_AreAllLookedAt()
    {
        UnionMember[] members = [.. Enumerable.Range(0, 40).Select(i => new UnionMember().Required("kind", JsonKinds.String, $"k{i}"))];

        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(i, Match($$"""{"kind":"k{{i}}"}""", members)));
    }

    [Theory]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(300)]
    public void LongName_IsAName(int length)
    {
        string name = new('n', length);

        Assert.Equal(1, Match($$"""{"{{name}}":1}""", new UnionMember().Optional("n", JsonKinds.Number), new UnionMember().Optional(name, JsonKinds.Number), new UnionMember().Optional(name + "n", JsonKinds.Number)));
    }

    [Theory]
    [InlineData("""{"kind":"\u0061","x":{"kind":"b"}}""", 0)]
    [InlineData("""{"x":{"kind":"a"},"\u006bind":"b"}""", 1)]
    public void NestedAndEscapedNames_MeanWhatTheySay(string json, int expected) => Assert.Equal(expected, Match(
        json,
        new UnionMember().Required("kind", JsonKinds.String, "a"),
        new UnionMember().Required("kind", JsonKinds.String, "b")));

    [Theory]
    [InlineData("null", JsonKinds.Null)]
    [InlineData("\"\"", JsonKinds.String)]
    [InlineData("1", JsonKinds.Number)]
    [InlineData("true", JsonKinds.Boolean)]
    [InlineData("false", JsonKinds.Boolean)]
    [InlineData("{}", JsonKinds.Object)]
    [InlineData("[]", JsonKinds.EmptyArray)]
    [InlineData("[null]", JsonKinds.ArrayOfNull)]
    [InlineData("[\"\"]", JsonKinds.ArrayOfString)]
    [InlineData("[1,\"\"]", JsonKinds.ArrayOfNumber)]
    [InlineData("[true]", JsonKinds.ArrayOfBoolean)]
    [InlineData("[false]", JsonKinds.ArrayOfBoolean)]
    [InlineData("[{}]", JsonKinds.ArrayOfObject)]
    [InlineData("[[]]", JsonKinds.ArrayOfArray)]
    public void Kind_OfAnArrayIsThatOfItsFirstItem(string json, object expected) => Assert.Equal(expected, Json.KindOf(JsonText.Reader(json)));

    private static int Match(string json, params UnionMember[] members) => new UnionMatcher(members).Match(JsonText.Reader(json));
}
