using System.Net;
using System.Text.Json;

namespace Vapi.Generators.Tests.Operations;

/// <summary>From the declaration of a parameter to what is sent: OpenAPI's table of styles, for the types that schemas become. All rows are operations of one document.</summary>
public class ParameterTests
{
    private const string Text = """ "schema": { "type": "string" } """;

    private const string Integer = """ "schema": { "type": "integer" } """;

    private const string Items = """ "schema": { "type": "array", "items": { "type": "string" } } """;

    private const string Numbers = """ "schema": { "type": "array", "items": { "type": "number" } } """;

    private const string Rgb = """ "schema": { "$ref": "#/components/schemas/Rgb" } """;

    private const string Map = """ "schema": { "type": "object", "additionalProperties": { "type": "integer" } } """;

    private const string Either = """ "schema": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] } """;

    private const string Any = """ "schema": {} """;

    private const string Color = """ "blue" """;

    private const string Colors = """ new[] { "blue", "black", "brown" } """;

    private const string Red = "new Rgb { R = 100, G = 200 }";

    private const string Two = """ new Dictionary<string, long> { ["a"] = 1, ["b b"] = 2 } """;

    private static readonly Row[] Rows =
    [
        new("path", Text, Color, "/blue"),
        new("path", Text, """ "a b/c" """, "/a%20b%2Fc"),
        new("path", Items, Colors, "/blue,black,brown"),
        new("path", Rgb, Red, "/R,100,G,200"),
        new("path", Items, """ new[] { "a", "", null!, "b" } """, "/a,,b"),
        new("path", Rgb, "new Rgb { G = 200 }", "/G,200"),
        new("path", """ "explode": true, """ + Text, Color, "/blue"),
        new("path", """ "explode": true, """ + Items, Colors, "/blue,black,brown"),
        new("path", """ "explode": true, """ + Rgb, Red, "/R=100,G=200"),
        new("path", """ "style": "label", """ + Text, Color, "/.blue"),
        new("path", """ "style": "label", "explode": true, """ + Text, Color, "/.blue"),
        new("path", """ "style": "label", """ + Items, Colors, "/.blue,black,brown"),
        new("path", """ "style": "label", "explode": true, """ + Items, Colors, "/.blue.black.brown"),
        new("path", """ "style": "label", """ + Rgb, Red, "/.R,100,G,200"),
        new("path", """ "style": "label", "explode": true, """ + Rgb, Red, "/.R=100.G=200"),
        new("path", """ "style": "matrix", """ + Text, Color, "/;v=blue"),
        new("path", """ "style": "matrix", """ + Text, """ "" """, "/;v"),
        new("path", """ "style": "matrix", "explode": true, """ + Text, Color, "/;v=blue"),
        new("path", """ "style": "matrix", """ + Items, Colors, "/;v=blue,black,brown"),
        new("path", """ "style": "matrix", "explode": true, """ + Items, Colors, "/;v=blue;v=black;v=brown"),
        new("path", """ "style": "matrix", """ + Rgb, Red, "/;v=R,100,G,200"),
        new("path", """ "style": "matrix", "explode": true, """ + Rgb, Red, "/;R=100;G=200"),
        new("path", Map, Two, "/a,1,b%20b,2"),
        new("path", Either, Color, "/blue"),
        new("path", Either, Colors, "/blue,black,brown"),
        new("path", """ "schema": { "type": "string", "format": "uuid" } """, "new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)", "/00000001-0002-0003-0405-060708090a0b"),
        new("path", """ "schema": { "enum": ["x/y", "z"] } """, """ "x/y" """, "/x%2Fy"),
        new("path", """ "schema": { "type": "boolean" } """, "false", "/false"),
        new("path", """ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Rgb" } } } """, Red, "/%7B%22R%22%3A100%2C%22G%22%3A200%7D"),

        new("query", Text, Color, "?v=blue"),
        new("query", Text, """ "" """, "?v="),
        new("query", Text, """ "a b&c=d+ä" """, "?v=a%20b%26c%3Dd%2B%C3%A4"),
        new("query", """ "explode": false, """ + Text, Color, "?v=blue"),
        new("query", """ "style": "spaceDelimited", """ + Text, Color, "?v=blue"),
        new("query", """ "style": "spaceDelimited", "explode": true, """ + Text, Color, "?v=blue"),
        new("query", """ "style": "pipeDelimited", """ + Text, Color, "?v=blue"),
        new("query", """ "style": "pipeDelimited", "explode": true, """ + Text, Color, "?v=blue"),
        new("query", """ "style": "deepObject", """ + Text, Color, "?v=blue"),
        new("query", """ "style": "deepObject", "explode": true, """ + Text, Color, "?v=blue"),
        new("query", Integer, "-5", "?v=-5"),
        new("query", """ "schema": { "type": "number" } """, "1e21", "?v=1E%2B21"),
        new("query", """ "schema": { "type": "boolean" } """, "true", "?v=true"),
        new("query", """ "schema": { "type": "string", "format": "date" } """, "new DateOnly(2026, 2, 28)", "?v=2026-02-28"),
        new("query", """ "schema": { "type": "string", "format": "date-time" } """, "new DateTimeOffset(2026, 2, 28, 1, 2, 3, TimeSpan.Zero)", "?v=2026-02-28T01%3A02%3A03Z"),
        new("query", """ "schema": { "enum": ["x y", "z"] } """, """ "x y" """, "?v=x%20y"),
        new("query", """ "schema": { "type": "number", "enum": [1.5, 2] } """, "1.5", "?v=1.5"),
        new("query", Items, Colors, "?v=blue&v=black&v=brown"),
        new("query", """ "explode": false, """ + Items, Colors, "?v=blue,black,brown"),
        new("query", """ "explode": false, """ + Items, """ new[] { "a,b", "c" } """, "?v=a%2Cb,c"),
        new("query", Items, """ new[] { "a", "", null!, "b" } """, "?v=a&v=&v=b"),
        new("query", """ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } } """, """ new[] { "x y", "z" }.Select(v => (Kind)v).ToArray() """, "?v=x%20y&v=z"),
        new("query", """ "schema": { "type": "array", "items": { "type": "string", "format": "date" } } """, "new[] { new DateOnly(2026, 2, 28) }", "?v=2026-02-28"),
        new("query", Items, "new string[0]", ""),
        new("query", """ "explode": false, """ + Numbers, "new[] { 0.5, 2 }", "?v=0.5,2"),
        new("query", Rgb, Red, "?R=100&G=200"),
        new("query", """ "explode": false, """ + Rgb, Red, "?v=R,100,G,200"),
        new("query", Rgb, "new Rgb()", ""),
        new("query", """ "style": "spaceDelimited", "explode": false, """ + Items, Colors, "?v=blue%20black%20brown"),
        new("query", """ "style": "spaceDelimited", "explode": false, """ + Rgb, Red, "?v=R%20100%20G%20200"),
        new("query", """ "style": "spaceDelimited", "explode": true, """ + Items, Colors, "?v=blue&v=black&v=brown"),
        new("query", """ "style": "spaceDelimited", "explode": true, """ + Rgb, Red, "?R=100&G=200"),
        new("query", """ "style": "pipeDelimited", "explode": false, """ + Items, Colors, "?v=blue%7Cblack%7Cbrown"),
        new("query", """ "style": "pipeDelimited", "explode": false, """ + Rgb, Red, "?v=R%7C100%7CG%7C200"),
        new("query", """ "style": "pipeDelimited", "explode": true, """ + Items, Colors, "?v=blue&v=black&v=brown"),
        new("query", """ "style": "pipeDelimited", "explode": true, """ + Rgb, Red, "?R=100&G=200"),
        new("query", """ "style": "deepObject", "explode": true, """ + Rgb, Red, "?v%5BR%5D=100&v%5BG%5D=200"),
        new("query", """ "style": "deepObject", """ + Rgb, Red, "?v%5BR%5D=100&v%5BG%5D=200"),
        new("query", """ "style": "deepObject", """ + Items, Colors, "?v%5B%5D=blue&v%5B%5D=black&v%5B%5D=brown"),
        new("query", """ "style": "deepObject", """ + Any, """ JsonDocument.Parse("{\"a\":{\"b\":1},\"c\":[2,{\"d\":\"e\"}],\"f\":null}").RootElement """, "?v%5Ba%5D%5Bb%5D=1&v%5Bc%5D%5B%5D=2&v%5Bc%5D%5B1%5D%5Bd%5D=e"),
        new("query", """ "style": "deepObject", "explode": true, """ + Items, Colors, "?v%5B%5D=blue&v%5B%5D=black&v%5B%5D=brown"),
        new("query", """ "style": "deepObject", "explode": true, """ + Map, Two, "?v%5Ba%5D=1&v%5Bb%20b%5D=2"),
        new("query", """ "allowReserved": true, """ + Text, """ "a/b?c:d@e,f;g=h" """, "?v=a/b?c:d@e,f;g=h"),
        new("query", """ "allowReserved": true, """ + Text, """ "a&b#c+d%2Fe" """, "?v=a%26b%23c%2Bd%2Fe"),
        new("query", """ "allowReserved": true, """ + Items, """ new[] { "a/b", "c:d" } """, "?v=a/b&v=c:d"),
        new("query", """ "allowReserved": true, "explode": false, """ + Map, """ new Dictionary<string, long> { ["a/b"] = 1 } """, "?v=a/b,1"),
        new("query", """ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Rgb" } } } """, Red, "?v=%7B%22R%22%3A100%2C%22G%22%3A200%7D"),
        new("query", """ "content": { "application/json": { "schema": { "type": "array", "items": { "type": "string" } } } } """, Colors, "?v=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D"),
        new("query", """ "content": { "application/json": { "schema": { "type": "string" } } } """, Color, "?v=%22blue%22"),
        new("query", """ "content": { "text/plain": { "schema": { "type": "string" } } } """, Color, "?v=blue"),
        new("query", Map, Two, "?a=1&b%20b=2"),
        new("query", Either, Colors, "?v=blue&v=black&v=brown"),
        new("query", Any, """ JsonDocument.Parse("{\"a\":[1],\"b\":null}").RootElement """, "?a=1"),
        new("query", Any, """ JsonDocument.Parse("{\"a b\":[\"x y\",2,null],\"c\":[],\"d\":{\"e\":1}}").RootElement """, "?a%20b=x%20y&a%20b=2&d=%7B%22e%22%3A1%7D"),
        new("query", """ "explode": false, """ + Any, """ JsonDocument.Parse("{\"a\":[1]}").RootElement """, "?v=a,%5B1%5D"),
        new("query", """ "schema": { "type": "string", "default": "unsent" } """, "null", ""),
        new("query", """ "schema": { "type": "boolean", "default": true } """, "false", "?v=false"),

        new("header", Text, Color, "blue"),
        new("header", """ "explode": true, """ + Text, Color, "blue"),
        new("header", Items, Colors, "blue,black,brown"),
        new("header", """ "explode": true, """ + Items, Colors, "blue,black,brown"),
        new("header", Rgb, Red, "R,100,G,200"),
        new("header", """ "explode": true, """ + Rgb, Red, "R=100,G=200"),
        new("header", """ "style": "spaceDelimited", """ + Items, Colors, "blue black brown"),
        new("header", """ "style": "pipeDelimited", """ + Numbers, "new[] { 0.5, 2 }", "0.5|2"),
        new("header", """ "style": "pipeDelimited", """ + Text, Color, "blue"),
        new("path", """ "style": "pipeDelimited", """ + Items, """ new[] { "a|b", "c" } """, "/a%7Cb%7Cc"),
        new("header", Text, """ "a b; c=\"d\"" """, "a b; c=\"d\""),
        new("header", Numbers, "new[] { 0.5, 2 }", "0.5,2"),
        new("header", """ "schema": { "enum": ["x y", "z"] } """, """ "x y" """, "x y"),
        new("header", """ "schema": { "type": "boolean" } """, "true", "true"),
        new("header", """ "schema": { "type": "string", "format": "date-time" } """, "new DateTimeOffset(2026, 2, 28, 1, 2, 3, TimeSpan.Zero)", "2026-02-28T01:02:03Z"),
        new("header", """ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Rgb" } } } """, Red, """{"R":100,"G":200}"""),

        new("cookie", Text, Color, "v=blue"),
        new("cookie", """ "explode": false, """ + Text, Color, "v=blue"),
        new("cookie", Items, Colors, "v=blue; v=black; v=brown"),
        new("cookie", """ "explode": false, """ + Items, Colors, "v=blue,black,brown"),
        new("cookie", Rgb, Red, "R=100; G=200"),
        new("cookie", """ "explode": false, """ + Rgb, Red, "v=R,100,G,200"),
        new("cookie", Text, """ "a; b=c" """, "v=a%3B%20b%3Dc"),
        new("cookie", Text, """ "a\r\nX-Evil: 1" """, "v=a%0D%0AX-Evil%3A%201"),
        new("cookie", """ "style": "cookie", """ + Text, """ "YWJj/+==%20" """, "v=YWJj/+==%20"),
        new("cookie", """ "style": "cookie", "explode": false, """ + Text, Color, "v=blue"),
        new("cookie", """ "style": "cookie", """ + Items, Colors, "v=blue; v=black; v=brown"),
        new("cookie", """ "style": "cookie", "explode": false, """ + Items, Colors, "v=blue,black,brown"),
        new("cookie", """ "style": "cookie", """ + Rgb, Red, "R=100; G=200"),
        new("cookie", """ "style": "cookie", "explode": false, """ + Rgb, Red, "v=R,100,G,200"),
        new("cookie", Integer, "5", "v=5"),
        new("cookie", """ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Rgb" } } } """, Red, "v=%7B%22R%22%3A100%2C%22G%22%3A200%7D"),
    ];

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(new GeneratorInput(Document()) { Source = Source() }));

    public static IEnumerable<TheoryDataRow<int, string>> Cases => Rows.Select((row, i) => new TheoryDataRow<int, string>(i, $"{row.In}: {row.Declaration.Trim()} {row.Argument.Trim()}"));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Parameter_IsWrittenInItsStyle(int row, string what)
    {
        _ = what;
        var api = new FakeApi(HttpStatusCode.NoContent);

        await Output.Value.RunAsync<string>(api.CreateHttpClient(), row);

        FakeRequest request = Assert.Single(api.Requests);
        string sent = Rows[row].In switch
        {
            "path" => request.PathAndQuery[$"/p{row}".Length..],
            "query" => request.PathAndQuery[$"/q{row}".Length..],
            "header" => request.Header("v")!,
            _ => request.Header("Cookie")!,
        };
        Assert.Equal(Rows[row].Expected, sent);
    }

    [Fact]
    public void Table_HasEveryStyle_WithAndWithoutExplode_ForTextsItemsAndObjects()
    {
        HashSet<(string, string, bool, string)> proven = [.. Rows.Select(r => (r.In, r.Style, r.Explode, r.Schema))];

        Assert.Empty(
            from style in new[] { "path simple", "path label", "path matrix", "query form", "query spaceDelimited", "query pipeDelimited", "query deepObject", "header simple", "cookie form", "cookie cookie" }
            from explode in new[] { false, true }
            from schema in new[] { Text, Items, Rgb }
            where !proven.Contains((style.Split(' ')[0], style.Split(' ')[1], explode, schema))
            select $"{style} explode {explode} {schema}");
    }

    [Theory]
    [InlineData("path", "matrix", "form")]
    [InlineData("query", "form", "matrix")]
    [InlineData("header", "simple", "form")]
    [InlineData("cookie", "form", "deepObject")]
    public void StyleThatMayNotStandThere_IsReported(string place, string right, string wrong)
    {
        Assert.Empty(GeneratorHost.Run(Declared(right)).Diagnostics);
        Assert.Contains($"the style '{wrong}'", Assert.Single(GeneratorHost.Run(new GeneratorInput(Declared(wrong)) { Expected = ["VAPI012"] }).Diagnostics).GetMessage(), StringComparison.OrdinalIgnoreCase);

        string Declared(string style) => OpenApi.Operation(place == "path" ? "/a/{v}" : "/a", "get", $$"""
            "parameters": [{ "name": "v", "in": "{{place}}", "required": true, "style": "{{style}}", "schema": { "type": "array", "items": { "type": "string" } } }], "responses": { "204": { "description": "" } }
            """);
    }

    [Theory]
    [InlineData("string", "null!", "ArgumentNullException")]
    [InlineData("string", "\"\"", "ArgumentException")]
    [InlineData("string", "\"..\"", "ArgumentException")]
    [InlineData("array", "new string[0]", "ArgumentException")]
    [InlineData("array", "null!", "ArgumentNullException")]
    public async Task PathWithoutAValue_IsRefusedBeforeAnythingIsSent(string type, string argument, string expected)
    {
        var api = new FakeApi();
        string document = OpenApi.Operation("/a/{v}", "get", $$"""
            "parameters": [{ "name": "v", "in": "path", "required": true, "schema": { "type": "{{type}}", "items": { "type": "string" } } }], "responses": { "204": { "description": "" } }
            """);

        string thrown = await GeneratorHost.Run(new GeneratorInput(document)
        {
            Source = UserCode.Calling($$"""try { await client.DoAsync({{argument}}); return "sent"; } catch (ArgumentException e) { return e.GetType().Name; }"""),
        }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(expected, thrown);
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData("query", """{ "type": "string" }""")]
    [InlineData("header", """{ "type": "array", "items": { "type": "string" } }""")]
    [InlineData("cookie", """{ "type": "object", "properties": { "a": { "type": "string" } } }""")]
    [InlineData("query", """{ "enum": ["a", "b"] }""")]
    [InlineData("query", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""")]
    [InlineData("query", "{}")]
    [InlineData("body", """{ "type": "object", "properties": { "a": { "type": "string" } } }""")]
    [InlineData("body", """{ "type": "array", "items": { "type": "string" } }""")]
    [InlineData("body", """{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""")]
    public async Task NullForWhatIsRequired_IsRefusedBeforeAnythingIsSent(string place, string schema)
    {
        var api = new FakeApi();
        string declaration = place == "body"
            ? $$""" "requestBody": { "required": true, "content": { "application/json": { "schema": {{schema}} } } } """
            : $$""" "parameters": [{ "name": "v", "in": "{{place}}", "required": true, "schema": {{schema}} }] """;

        string thrown = await GeneratorHost.Run(new GeneratorInput(OpenApi.Operation("/a", "post", declaration + """, "responses": { "204": { "description": "" } } """))
        {
            Source = UserCode.Calling("""try { await client.DoAsync(default!); return "sent"; } catch (ArgumentNullException e) { return "no " + e.ParamName; }"""),
        }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(place == "body" ? "no body" : "no v", thrown);
        Assert.Empty(api.Requests);
    }

    private static string Document()
    {
        IEnumerable<string> paths = Rows.Select((row, i) => $$"""
            "{{(row.In == "path" ? $"/p{i}/{{v}}" : $"/q{i}")}}": { "get": { "operationId": "do{{i}}", "parameters": [{ "name": "v", "in": "{{row.In}}", {{(row.In == "path" ? "\"required\": true, " : "")}}{{row.Declaration}} }],
              "responses": { "204": { "description": "" } } } }
            """);
        return OpenApi.Paths($$"""{ {{string.Join(",\n", paths)}} }""", """{ "Rgb": { "type": "object", "properties": { "R": { "type": "integer" }, "G": { "type": "integer" } } }, "Kind": { "enum": ["x y", "z"] } }""");
    }

    private static string Source()
    {
        IEnumerable<string> calls = Rows.Select((row, i) => $"case {i}: await client.Do{i}Async({(row.In == "path" ? row.Argument : $"new() {{ V = {row.Argument} }}")}); break;");
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Test;

            public static class Probe
            {
                public static async Task<string> Run(HttpClient http, int row)
                {
                    var client = new TestClient(http, new TestClientOptions());
                    switch (row)
                    {
                        {{string.Join("\n            ", calls)}}
                    }

                    return "";
                }
            }
            """;
    }

    private sealed record Row(string In, string Declaration, string Argument, string Expected)
    {
        public string Style => Json.TryGetProperty("style", out JsonElement style) ? style.GetString()! : In is "query" or "cookie" ? "form" : "simple";

        /// <summary>OpenAPI: true is the default of form and cookie, false of the others.</summary>
        public bool Explode => Json.TryGetProperty("explode", out JsonElement explode) ? explode.GetBoolean() : Style is "form" or "cookie";

        public string Schema => Array.Find([Text, Items, Rgb], Declaration.EndsWith) ?? "";

        private JsonElement Json => JsonElement.Parse($"{{{Declaration}}}");
    }
}
