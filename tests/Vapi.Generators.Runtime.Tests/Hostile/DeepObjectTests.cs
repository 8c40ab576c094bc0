using System.Text;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Objects within objects without end, which contain themselves or are very deep: an exception that says so, on every thread, and never the end of the process.</summary>
public class DeepObjectTests
{
    private const int SmallStack = 256 * 1024;

    private const int Deep = 100_000;

    /// <summary>The time that JsonDocument takes grows with the square of the depth.</summary>
    private const int DeepElement = 5_000;

    public static TheoryData<string> Ways => ["child", "list", "map", "union", "union of lists", "cycle of children", "cycle of lists", "cycle of maps", "cycle of unions", "free-form", "additional"];

    /// <summary>What one level of depth is.</summary>
    public static TheoryData<string, string> Levels => new()
    {
        { """{"child":""", "}" },
        { """{"list":[""", "]}" },
        { """{"map":{"a":""", "}}" },
        { """{"union":""", "}" },
        { """{"union":[""", "]}" },
        { """{"free":{"a":""", "}}" },
        { """{"unknown":""", "}" },
        { """{"unknown":[""", "]}" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void DeepBody_IsRefusedBeforeItIsSent_WithItsTypeAndWhere(string way) => OnStack(SmallStack, () =>
    {
        Node node = Build(way);
        foreach (Action write in new Action[]
        {
            () => TestClient.Request("POST", "/").SetJson(node, "application/json", Json.WriteModel),
            () => TestClient.Request("POST", "/").SetForm(node, "application/x-www-form-urlencoded", Json.WriteModel),
            () => Json.ToElement(node, Json.WriteModel),
            () => ParameterValue.Json(node, Json.WriteModel),
            () => ApiParameter.Json(node, Json.WriteModel),
        })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(write);

            Assert.Matches(@"^The \w+ \(Node\) cannot be sent as JSON\. It is nested (more than 1000 levels deep|too deeply for the stack of the thread), or it contains itself\. Path: \$\.\w+", exception.Message);
            Assert.InRange(exception.Message.Length, 1, 500);
        }

        Assert.False(Json.IsRequest);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public void DeepObject_IsAJsonExceptionOfTheSerializer(string way) => OnStack(SmallStack, () =>
    {
        Node node = Build(way);
        foreach (JsonSerializerOptions options in new JsonSerializerOptions[] { new(), new() { MaxDepth = 1000 }, new() { MaxDepth = int.MaxValue } })
        {
            // What is JSON already is written without the stack, to any depth.
            if (way is "free-form" or "additional" && options.MaxDepth == int.MaxValue)
                continue;

            JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(node, options));

            Assert.Matches("^Node cannot be written as JSON. It is nested (more than (64|1000) levels deep|too deeply for the stack of the thread), or it contains itself.", exception.Message);
        }
    });

    [Theory]
    [MemberData(nameof(Levels))]
    public void DeepJson_IsAJsonExceptionWhateverTheLimit(string open, string close) => OnStack(SmallStack, () =>
    {
        string json = Nest(open, close, Deep);
        Assert.Throws<JsonException>(() => JsonText.Read(json, Node.ReadJson));
        Assert.Throws<JsonException>(() => JsonText.Read("[" + json + "]", NodeOrNodes.ReadJson));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Node>(json));

        // What has no type is read without the stack, to any depth.
        bool hasNoType = open.Contains("free", StringComparison.Ordinal) || open.Contains("unknown", StringComparison.Ordinal);
        Exception? thrown = Record.Exception(() => JsonSerializer.Deserialize<Node>(hasNoType ? Nest(open, close, DeepElement) : json, new JsonSerializerOptions { MaxDepth = int.MaxValue }));
        if (hasNoType)
            Assert.Null(thrown);
        else
            Assert.Contains("stack", Assert.IsType<JsonException>(thrown).Message);
    });

    [Theory]
    [MemberData(nameof(Levels))]
    public void DepthThatIsAllowed_IsWrittenAndReadOnASmallStack(string open, string close) => OnStack(SmallStack, () =>
    {
        string json = Nest(open, close, 64 / open.Count(c => c is '{' or '[') - 1);

        Assert.Equal(json, Encoding.UTF8.GetString(Json.ToUtf8(JsonText.Read(json, Node.ReadJson)!, Json.WriteModel).ToArray()));
    });

    [Fact]
    public void DeepParameterOrPart_IsWrittenOrRefused_OnASmallStack() => OnStack(SmallStack, () =>
    {
        JsonElement lists = Parse(new string('[', 999) + new string(']', 999));
        JsonElement objects = Parse(Nest("""{"a":""", "}", 998));
        ApiRequest request = TestClient.Request("POST", "/");
        request.SetMultipart();

        // Either way is right, as long as the process lives.
        Record.Exception(() => request.AddJsonPart("lists", lists, static (writer, value) => value.WriteTo(writer)));
        Record.Exception(() => request.AddQuery("lists", ParameterValue.Json(lists), ParameterStyle.DeepObject));
        Record.Exception(() => request.AddQuery("objects", ParameterValue.Json(objects), ParameterStyle.DeepObject));

        Assert.NotNull(request.CreateContent());
    });

    [Fact]
    public void DeepFreeFormObject_IsTakenApartAndWritten()
    {
        Node node = JsonSerializer.Deserialize<Node>("""{"free":{"a":""" + Nest("[", "]", DeepElement) + "}}", new JsonSerializerOptions { MaxDepth = int.MaxValue })!;

        Assert.Equal(JsonValueKind.Array, node.Free!["a"].ValueKind);
        Assert.StartsWith("""{"free":{"a":[[""", JsonSerializer.Serialize(node, new JsonSerializerOptions { MaxDepth = int.MaxValue }));
    }

    private static Node Build(string way)
    {
        if (way.StartsWith("cycle", StringComparison.Ordinal))
        {
            var node = new Node();
            var unions = new List<NodeOrNodes>();
            unions.Add(new(unions));
            return way switch
            {
                "cycle of lists" => Add(node, n => n.List = [new(), node]),
                "cycle of maps" => Add(node, n => n.Map = new Dictionary<string, Node> { ["a"] = node }),
                "cycle of unions" => Add(node, n => n.Union = new(unions)),
                _ => Add(node, n => n.Child = node),
            };
        }

        JsonElement deep = Parse(Nest("[", "]", DeepElement));
        if (way == "free-form")
            return new() { Free = new Dictionary<string, JsonElement> { ["a"] = deep } };
        if (way == "additional")
            return new() { AdditionalProperties = { ["a"] = deep } };

        var inner = new Node();
        for (int i = 0; i < Deep; i++)
        {
            inner = way switch
            {
                "list" => new() { List = [inner] },
                "map" => new() { Map = new Dictionary<string, Node> { ["a"] = inner } },
                "union" => new() { Union = new(inner) },
                "union of lists" => new() { Union = new(new NodeOrNodes[] { new(inner) }) },
                _ => new() { Child = inner },
            };
        }

        return inner;
    }

    private static Node Add(Node node, Action<Node> add)
    {
        add(node);
        return node;
    }

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }

    private static string Nest(string open, string close, int depth)
    {
        string core = open[0] == '[' ? "" : "{}";
        return new StringBuilder(depth * (open.Length + close.Length)).Insert(0, open, depth).Append(core).Insert(open.Length * depth + core.Length, close, depth).ToString();
    }

    private static void OnStack(int size, Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action), size);
        thread.Start();
        thread.Join();
        if (thrown is not null)
            throw new Xunit.Sdk.XunitException(thrown.ToString());
    }
}
