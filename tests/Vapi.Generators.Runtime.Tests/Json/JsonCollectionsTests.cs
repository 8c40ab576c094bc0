using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonCollectionsTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[1,null,2]")]
    [InlineData("[1,2,3,4]")]
    [InlineData("[1,2,3,4,5]")]
    public void List_ReadAndWritten_IsTheSameJson(string json)
    {
        IReadOnlyList<int?> list = JsonText.Read<IReadOnlyList<int?>>(json, ReadNumbers)!;

        Assert.Equal(json, JsonText.Write(writer => Json.WriteList(writer, list, Json.WriteInt32)));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.Write<IReadOnlyList<int?>>(list, static (ref cursor, ref _, ref value) => cursor.TryWriteList(value, Json.WriteInt32)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"b":1,"a":null,"":2,"A":3}""")]
    public void Map_ReadAndWritten_IsTheSameJson(string json)
    {
        IReadOnlyDictionary<string, int?> map = JsonText.Read<IReadOnlyDictionary<string, int?>>(json, ReadNumberMap)!;

        Assert.Equal(json, JsonText.Write(writer => Json.WriteMap(writer, map, Json.WriteInt32)));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.Write<IReadOnlyDictionary<string, int?>>(map, static (ref cursor, ref _, ref value) => cursor.TryWriteMap(value, Json.WriteInt32)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"x":1},{"y":2,"new":true}]""")]
    public void ListOfModels_ReadAndWritten_IsTheSameJson(string json)
    {
        IReadOnlyList<Point> list = JsonText.Read(json, static (ref reader) => Json.ReadList<Point>(ref reader, JsonKinds.Object, ReadPoint))!;

        Assert.Equal(json, JsonText.Write(writer => Json.WriteModelList(writer, list)));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.Write(list, static (ref cursor, ref _, ref value) => cursor.TryWriteModelList(value)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":{"x":1},"b":{}}""")]
    public void MapOfModels_ReadAndWritten_IsTheSameJson(string json)
    {
        IReadOnlyDictionary<string, Point> map = JsonText.Read(json, static (ref reader) => Json.ReadMap<Point>(ref reader, JsonKinds.Object, ReadPoint))!;

        Assert.Equal(json, JsonText.Write(writer => Json.WriteModelMap(writer, map)));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.Write(map, static (ref cursor, ref _, ref value) => cursor.TryWriteModelMap(value)));
    }

    [Fact]
    public void NoCollection_IsNullAsAProperty()
    {
        const string Null = """{"name":null}""";

        Assert.Equal(Null, PropertyText.Write<IReadOnlyList<string>>(null, static (ref cursor, ref _, ref value) => cursor.TryWriteList(value, Json.WriteString)));
        Assert.Equal(Null, PropertyText.Write<IReadOnlyDictionary<string, string>>(null, static (ref cursor, ref _, ref value) => cursor.TryWriteMap(value, Json.WriteString)));
        Assert.Equal(Null, PropertyText.Write<IReadOnlyList<Point>>(null, static (ref cursor, ref _, ref value) => cursor.TryWriteModelList(value)));
        Assert.Equal(Null, PropertyText.Write<IReadOnlyDictionary<string, Point>>(null, static (ref cursor, ref _, ref value) => cursor.TryWriteModelMap(value)));
        Assert.Equal(Null, PropertyText.Write<NumberOrText>(default, static (ref cursor, ref _, ref value) => cursor.TryWriteUnion(value)));
    }

    [Fact]
    public void NoCollection_IsNullAsAnItem()
    {
        Assert.Equal("null", JsonText.Write(writer => Json.WriteList<string>(writer, null, Json.WriteString)));
        Assert.Equal("null", JsonText.Write(writer => Json.WriteMap<string>(writer, null, Json.WriteString)));
        Assert.Equal("null", JsonText.Write(writer => Json.WriteModelList<Point>(writer, null)));
        Assert.Equal("null", JsonText.Write(writer => Json.WriteModelMap<Point>(writer, null)));
    }

    [Fact]
    public void CollectionOfTheUser_IsWrittenWithItsNulls()
    {
        List<string?> texts = ["a", null, "b"];
        Point[] points = [new() { X = 1 }, null!];

        Assert.Equal("""{"name":["a",null,"b"]}""", PropertyText.Write<IReadOnlyList<string>>(texts!, static (ref cursor, ref reader, ref value) => cursor.Strings(ref reader, ref value)));
        Assert.Equal("""{"name":["a",null,"b"]}""", PropertyText.Write<IReadOnlyList<string>>([.. texts!], static (ref cursor, ref reader, ref value) => cursor.Strings(ref reader, ref value)));
        Assert.Equal("""[{"x":1},null]""", JsonText.Write(writer => Json.WriteModelList(writer, points)));
        Assert.Equal("""[{"x":1},null]""", JsonText.Write(writer => Json.WriteModelList(writer, points.ToList())));
        Assert.Equal("""{"a":{"x":1},"b":null}""", JsonText.Write(writer => Json.WriteModelMap(writer, new Dictionary<string, Point> { ["a"] = points[0], ["b"] = null! })));
    }

    [Theory]
    [InlineData("""["a","b"]""", "a b")]
    [InlineData("""["a",1,"b","c","d","e",null]""", "a b c d e")]
    [InlineData("[1]", "")]
    [InlineData("[]", "")]
    public void Strings_ReadAndWritten_AreTheSameJson(string json, string expected)
    {
        IReadOnlyList<string> strings = JsonText.Read(json, Json.ReadStrings)!;

        Assert.Equal(expected, string.Join(" ", strings));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.RoundTrip<IReadOnlyList<string>>($$"""{"name":{{json}}}""", static (ref cursor, ref reader, ref value) => cursor.Strings(ref reader, ref value)));
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[null]}}""")]
    [InlineData("{}")]
    public void FreeFormObject_ReadAndWritten_IsTheSameJson(string json)
        => Assert.Equal($$"""{"name":{{json}}}""", PropertyText.RoundTrip<IReadOnlyDictionary<string, JsonElement>>($$"""{"name":{{json}}}""", static (ref cursor, ref reader, ref value) => cursor.FreeForm(ref reader, ref value)));

    [Theory]
    [InlineData("""{"a":{"x":1},"b":2,"c":{},"d":null}""", "a c", """{"a":{"x":1},"c":{},"b":2,"d":null}""")]
    [InlineData("""{"a":{"x":1},"a":2}""", "", """{"a":2}""")]
    [InlineData("""{"a":2,"a":{"x":1}}""", "a", """{"a":{"x":1}}""")]
    public void MapOfModels_LeavesOutWhatIsNoModel_AndWritesItBack(string json, string expected, string written)
    {
        IReadOnlyDictionary<string, Point> map = JsonText.Read(json, static (ref reader) => Json.ReadMap<Point>(ref reader, JsonKinds.Object, ReadPoint))!;

        Assert.Equal(expected, string.Join(" ", map.Keys));
        Assert.Equal(written, JsonText.Write(writer => Json.WriteModelMap(writer, map)));
    }

    [Fact]
    public void EntryWithAnExactText_IsThere_AndWrittenBackAsItWas()
    {
        const string Text = """{"a":0.1000000000000000055511151231257827,"b":1,"c":"x"}""";
        IReadOnlyDictionary<string, double?> map = JsonText.Read(Text, static (ref reader) => Json.ReadMap<double?>(ref reader, JsonKinds.Number, Json.ReadDouble))!;

        Assert.Equal([new("a", 0.1), new("b", 1)], map);
        Assert.Equal(Text, JsonText.Write(writer => Json.WriteMap(writer, map, Json.WriteDouble)));
    }

    [Fact]
    public void MemberOfAUnion_IsWrittenAsItsType()
    {
        Assert.Equal("null", Member(null));
        Assert.Equal("\"a\"", Member("a"));
        Assert.Equal("true", Member(true));
        Assert.Equal("5000000000", Member(5_000_000_000));
        Assert.Equal("1.5", Member(1.5));
        Assert.Equal("""{"x":1}""", Member(new Point { X = 1 }));
        Assert.All(["null", "\"a\"", "true", "5000000000", "1.5", """{"x":1}""", "[1,{}]"], json => Assert.Equal(json, Member(JsonElement.Parse(json))));

        static string Member(object? value) => JsonText.Write(writer => Json.WriteMember(writer, value));
    }

    [Fact]
    public void UnionInAUnion_IsWrittenAsItsMember() => Assert.Equal("1", JsonText.Write(writer => Json.WriteMember(writer, new NumberOrText(1))));

    [Fact]
    public void Null_IsNoCollection()
    {
        Assert.Null(JsonText.Read<IReadOnlyList<int?>>("null", ReadNumbers));
        Assert.Null(JsonText.Read<IReadOnlyDictionary<string, int?>>("null", ReadNumberMap));
    }

    [Theory]
    [InlineData("""["a",1,{"b":[null]},1.5,2,3000000000,null,[]]""", "1 2 ")]
    [InlineData("""[true]""", "")]
    [InlineData("""[1,2,3,4,false]""", "1 2 3 4")]
    public void ItemThatDoesNotFit_IsLeftOut_AndWrittenBackInItsPlace(string json, string expected)
    {
        IReadOnlyList<int?> list = JsonText.Read<IReadOnlyList<int?>>(json, ReadNumbers)!;

        Assert.Equal(expected, string.Join(" ", list));
        Assert.Equal(json, JsonText.Write(writer => Json.WriteList(writer, list, Json.WriteInt32)));
    }

    [Theory]
    [InlineData("""[1,{"x":1},null,[{}],{"y":2},"a"]""")]
    [InlineData("[null]")]
    public void ListOfModels_LeavesOutWhatIsNoModel_AndWritesItBack(string json)
    {
        IReadOnlyList<Point> list = JsonText.Read(json, static (ref reader) => Json.ReadList<Point>(ref reader, JsonKinds.Object, ReadPoint))!;

        Assert.All(list, Assert.NotNull);
        Assert.Equal(json, JsonText.Write(writer => Json.WriteModelList(writer, list)));
        Assert.Equal(json, JsonText.Write(writer => Json.WriteModelList<IJsonModel>(writer, list)));
    }

    [Theory]
    [InlineData("""{"a":1,"b":"x","c":2}""", "a=1 c=2", """{"a":1,"c":2,"b":"x"}""")]
    [InlineData("""{"a":1,"a":"x"}""", "", """{"a":"x"}""")]
    [InlineData("""{"a":"x","a":1}""", "a=1", """{"a":1}""")]
    [InlineData("""{"a":1.5,"b":[]}""", "", """{"a":1.5,"b":[]}""")]
    public void EntryThatDoesNotFit_IsLeftOut_AndWrittenBack(string json, string expected, string written)
    {
        IReadOnlyDictionary<string, int?> map = JsonText.Read<IReadOnlyDictionary<string, int?>>(json, ReadNumberMap)!;

        Assert.Equal(expected, string.Join(" ", map.Select(e => $"{e.Key}={e.Value}")));
        Assert.Equal(written, JsonText.Write(writer => Json.WriteMap(writer, map, Json.WriteInt32)));
    }

    [Fact]
    public void NameTwice_LastWins() => Assert.Equal(2, JsonText.Read<IReadOnlyDictionary<string, int?>>("""{"a":1,"a":2}""", ReadNumberMap)!["a"]);

    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("\"a\"", true)]
    [InlineData("[1]", false)]
    [InlineData("1", false)]
    public void OtherKind_IsRefused(string json, bool isList)
        => Assert.Equal("$", Assert.Throws<JsonException>(() => isList ? (object?)JsonText.Read<IReadOnlyList<int?>>(json, ReadNumbers) : JsonText.Read<IReadOnlyDictionary<string, int?>>(json, ReadNumberMap)).Path);

    [Theory]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("{\"new\":[1]}")]
    public void Union_ReadAndWritten_IsTheSameJson(string json)
    {
        NumberOrText union = JsonText.Read(json, static NumberOrText (ref Utf8JsonReader reader) => NumberOrText.ReadJson(ref reader));

        Assert.Equal(json, JsonText.Write(writer => Json.WriteModel(writer, union)));
        Assert.Equal($$"""{"name":{{json}}}""", PropertyText.Write(union, static (ref cursor, ref _, ref value) => cursor.TryWriteUnion(value)));
        Assert.Equal(union, Json.OrNull(union));
    }

    [Fact]
    public void EmptyUnion_IsNull() => Assert.Null(Json.OrNull(default(NumberOrText)));

    private static IReadOnlyList<int?>? ReadNumbers(ref Utf8JsonReader reader) => Json.ReadList<int?>(ref reader, JsonKinds.Number | JsonKinds.Null, Json.ReadInt32);

    private static IReadOnlyDictionary<string, int?>? ReadNumberMap(ref Utf8JsonReader reader) => Json.ReadMap<int?>(ref reader, JsonKinds.Number | JsonKinds.Null, Json.ReadInt32);

    private static Point? ReadPoint(ref Utf8JsonReader reader) => Point.ReadJson(ref reader);
}
