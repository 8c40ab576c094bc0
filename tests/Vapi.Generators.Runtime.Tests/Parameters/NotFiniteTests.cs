using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>NaN and infinity are no numbers of JSON, nor of any API: nothing is sent, and the exception names the place.</summary>
public class NotFiniteTests
{
    public static TheoryData<double, string> Numbers => new() { { double.NaN, "NaN" }, { double.PositiveInfinity, "Infinity" }, { double.NegativeInfinity, "-Infinity" } };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Parameter_IsNamed(double number, string text)
    {
        ApiRequest request = TestClient.Get("/a/");
        foreach (ParameterValue value in new[] { ApiParameter.Double(number), ApiParameter.Single((float)number), ParameterValue.List<double>([1, number], static item => ApiParameter.Double(item)) })
        {
            foreach (Action add in new Action[]
            {
                () => request.AddQuery("ratio", value), () => request.AddQuery("ratio", value, ParameterStyle.DeepObject), () => request.AddPathParameter("ratio", value),
                () => request.AddHeader("ratio", value), () => request.AddCookie("ratio", value),
            })
            {
                ArgumentException exception = Assert.Throws<ArgumentException>(add);

                Assert.Equal("ratio", exception.ParamName);
                Assert.StartsWith($"The parameter 'ratio' contains {text}, ", exception.Message);
            }
        }
    }

    public static TheoryData<string, string> Places => new()
    {
        { "property", "$.child.number" },
        { "list", "$.list[1].numbers[2]" },
        { "first of a list", "$.numbers[0]" },
        { "map", "$.map.a.number" },
        { "union", "$.union[1].number" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Body_IsRefusedBeforeItIsSent_WithWhere(string place, string path)
    {
        Node body = Build(place, double.NaN);
        ApiRequest request = TestClient.Request("POST", "/");
        foreach (Action set in new Action[]
        {
            () => request.SetJson(body, "application/json", Json.WriteModel),
            () => request.SetStreamedJson(body, "application/json", Json.WriteModel, "stream"),
            () => request.SetForm(body, "application/x-www-form-urlencoded", Json.WriteModel),
        })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(set);

            Assert.Equal("body", exception.ParamName);
            Assert.StartsWith("The body (Node) cannot be sent as JSON. ", exception.Message);
            Assert.Contains(" is NaN, which JSON cannot represent. Path: " + path + ".", exception.Message);
        }

        Assert.Equal(0, request.CreateContent()!.Headers.ContentLength);
    }

    [Fact]
    public void Part_IsNamed()
    {
        ApiRequest request = TestClient.Request("POST", "/");
        request.SetMultipart();

        Assert.Equal("speed", Assert.Throws<ArgumentException>(() => request.AddJsonPart<double?>("speed", double.NaN, Json.WriteDouble)).ParamName);
        Assert.Equal("speed", Assert.Throws<ArgumentException>(() => request.AddJsonPart<float?>("speed", float.NegativeInfinity, Json.WriteSingle)).ParamName);
    }

    [Theory]
    [InlineData("property", "The property 'number' is NaN, which JSON cannot represent.")]
    [InlineData("list", "A number is NaN, which JSON cannot represent.")]
    public void Serializer_SaysItToo(string place, string expected)
        => Assert.Equal(expected, Assert.Throws<ArgumentException>(() => JsonSerializer.Serialize(Build(place, double.NaN))).Message);

    private static Node Build(string place, double number) => place switch
    {
        "property" => new() { Child = new() { Number = number } },
        "list" => new() { List = [new() { Number = 1 }, new() { Numbers = [1, 2, number] }] },
        "first of a list" => new() { Numbers = [number] },
        "map" => new() { Map = new Dictionary<string, Node> { ["a"] = new() { Number = number } } },
        _ => new() { Union = new(new NodeOrNodes[] { new(new Node()), new(new Node { Number = number }) }) },
    };
}
