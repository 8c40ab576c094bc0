using System.Text;

namespace Vapi.Generators.Tests.Operations;

/// <summary>The classes that receive what an API sends.</summary>
public class WebhookTests
{
    /// <summary>Messages and responses that are only schemas.</summary>
    private const string Pair = """
        {
          "ServerMessage": { "type": "object", "required": ["message"], "properties": { "message": { "oneOf": [
            { "$ref": "#/components/schemas/ServerMessageToolCalls" }, { "$ref": "#/components/schemas/ServerMessageTranscript" }, { "$ref": "#/components/schemas/ServerMessageHang" }] } } },
          "ServerMessageResponse": { "type": "object", "required": ["messageResponse"], "properties": { "messageResponse": { "oneOf": [
            { "$ref": "#/components/schemas/ServerMessageResponseToolCalls" }, { "$ref": "#/components/schemas/Nothing" }] } } },
          "ServerMessageToolCalls": { "type": "object", "required": ["toolCallList"], "properties": { "type": { "enum": ["tool-calls"] }, "toolCallList": { "type": "array", "items": { "$ref": "#/components/schemas/ToolCall" } } } },
          "ServerMessageTranscript": { "type": "object", "properties": { "type": { "enum": ["transcript", "transcript[transcriptType=\"final\"]"] }, "transcript": { "type": "string" } } },
          "ServerMessageHang": { "type": "object", "properties": { "type": { "enum": ["hang"] } } },
          "ServerMessageResponseToolCalls": { "type": "object", "properties": { "results": { "type": "array", "items": { "$ref": "#/components/schemas/ToolCallResult" } } } },
          "Nothing": { "type": "object", "properties": { "label": { "type": "string" } } },
          "ToolCall": { "type": "object", "required": ["id", "function"], "properties": { "id": { "type": "string" }, "function": { "$ref": "#/components/schemas/ToolCallFunction" } } },
          "ToolCallFunction": { "type": "object", "required": ["name", "arguments"], "properties": { "name": { "type": "string" }, "arguments": { "type": "string" } } },
          "ToolCallResult": { "type": "object", "required": ["toolCallId"], "properties": { "toolCallId": { "type": "string" }, "result": { "type": "string" } } }
        }
        """;

    private const string ToolCalls = """{ "message": { "type": "tool-calls", "toolCallList": [{ "id": "c1", "function": { "name": "book", "arguments": ARGUMENTS } }] } }""";

    private const string Webhooks = """
        { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "webhooks": {
          "orderShipped": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["TAG"], "properties": { "TAG": { "const": "order.shipped" }, "id": { "type": "string" } } } } } },
            "responses": { "202": { "description": "" } } } },
          "orderLost": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["TAG"], "properties": { "TAG": { "const": "order.lost" }, "id": { "type": "string" } } } } } },
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "refund": { "type": "boolean" } } } } } } } } } } }
        """;

    [Theory]
    [InlineData("""{ "message": { "type": "hang" } }""", "hang")]
    [InlineData("""{ "message": { "transcript": "hi", "type": "transcript" } }""", "transcript hi")]
    [InlineData("""{ "message": { "type": "transcript[transcriptType=\"final\"]", "transcript": "ho" } }""", "transcript ho")]
    [InlineData("""{ "message": { "type": "new", "x": [1] } }""", "other { \"message\": { \"type\": \"new\", \"x\": [1] } }")]
    [InlineData("""{ "message": { "x": 1 } }""", "other { \"message\": { \"x\": 1 } }")]
    [InlineData("""{ "message": 5 }""", "other { \"message\": 5 }")]
    [InlineData("[1]", "other [1]")]
    [InlineData("{}", "other {}")]
    public async Task Message_ReachesTheHandlerOfItsKind_AndAllOthersReachOneHandler(string json, string expected) => Assert.Equal("200 | " + expected, await ReceiveAsync(json, """
        OnHang = (message, _) => { seen = "hang"; return Task.CompletedTask; },
        OnTranscript = (message, _) => { seen = "transcript " + message.Transcript; return Task.CompletedTask; },
        OnOther = (json, _) => { seen = "other " + json; return Task.FromResult<JsonElement?>(null); },
        """));

    [Theory]
    [InlineData("""{ "message": { "type": "hang" } }""")]
    [InlineData("""{ "message": { "type": "new" } }""")]
    public async Task MessageWithoutAHandler_IsAccepted(string json) => Assert.Equal("200 | ", await ReceiveAsync(json, ""));

    [Fact]
    public async Task BrokenJson_IsRefusedBeforeAHandlerRuns() => Assert.Equal(
        "400 | The body is not JSON. Expected end of string, but instead reached end of data. LineNumber: 0 | BytePositionInLine: 33. Path: $.x, byte 31.",
        await ReceiveAsync("""{"message":{"type":"hang"},"x":" """, """OnHang = (message, _) => throw new InvalidOperationException(), OnOther = (json, _) => throw new InvalidOperationException(),"""));

    /// <summary>The arguments of a function are an object or a string with JSON.</summary>
    [Theory]
    [InlineData("""{ "time": "19:00" }""", "19:00")]
    [InlineData("""  "{\"time\":\"19:00\"}"  """, "19:00")]
    [InlineData("\"\"", "")]
    public async Task Arguments_AreReadFromAnObjectAndFromAString(string arguments, string expected) => Assert.Equal(
        "200 {\"results\":[{\"toolCallId\":\"c1\",\"result\":\"" + expected + "\"}]} | ",
        await ReceiveAsync(ToolCalls.Replace("ARGUMENTS", arguments, StringComparison.Ordinal), """
            OnToolCalls = async (message, _) =>
            {
                await Task.Yield();
                ToolCall call = message.ToolCallList[0];
                return new ServerMessageResponseToolCalls { Results = [new ToolCallResult { ToolCallId = call.Id, Result = call.Function.ReadArguments().TryGetProperty("time", out JsonElement time) ? time.GetString() : "" }] };
            },
            """));

    [Fact]
    public async Task Arguments_AreReadAsATypeOfTheUser() => Assert.Equal(
        "200 | Test.Nothing 7",
        await ReceiveAsync(ToolCalls.Replace("ARGUMENTS", """{ "label": "7" }""", StringComparison.Ordinal), """
            OnToolCalls = (message, _) =>
            {
                Nothing? arguments = message.ToolCallList[0].Function.ReadArguments(ApiJson.Of<Nothing>());
                seen = arguments!.GetType() + " " + arguments.Label;
                return Task.FromResult<ServerMessageResponseToolCalls?>(null);
            },
            """));

    /// <summary>Models read the result of a tool as one line of text.</summary>
    [Theory]
    [InlineData("Result = \"a\\r\\nb\"", "\"a\\\\r\\\\nb\"")]
    [InlineData("AdditionalProperties = { [\"result\"] = JsonSerializer.Deserialize<JsonElement>(\"{ \\\"a\\\": [1, 2.50] }\") }", "\"{\\u0022a\\u0022:[1,2.50]}\"")]
    [InlineData("AdditionalProperties = { [\"other\"] = JsonSerializer.Deserialize<JsonElement>(\"[1e3, null, true, \\\"a\\\"]\") }", null)]
    public async Task ResultOfATool_IsOneLineOfText(string property, string? result)
    {
        string expected = result is null ? """{"results":[{"toolCallId":"c1","other":[1e3,null,true,"a"]}]}""" : $$"""{"results":[{"toolCallId":"c1","result":{{result}}}]}""";

        Assert.Equal($"200 {expected} | ", await ReceiveAsync(ToolCalls.Replace("ARGUMENTS", "{}", StringComparison.Ordinal), Respond(property)));
    }

    [Fact]
    public async Task Response_IsSentAsTheDocumentDeclaresIt_IfAsked() => Assert.Equal(
        """200 {"messageResponse":{"results":[{"toolCallId":"c1","result":"a"}]}} | """,
        await ReceiveAsync(ToolCalls.Replace("ARGUMENTS", "{}", StringComparison.Ordinal), "WrapResponses = true, " + Respond("Result = \"a\"")));

    [Fact]
    public void Pair_IsFoundOrNamed()
    {
        string renamed = OpenApi.Schemas(Pair.Replace("\"ServerMessageResponse\"", "\"Replies\"", StringComparison.Ordinal));

        Assert.Contains("Test.TestWebhooks.g.cs", GeneratorHost.Run(OpenApi.Schemas(Pair)).Files.Keys);
        Assert.DoesNotContain("Test.TestWebhooks.g.cs", GeneratorHost.Run(renamed).Files.Keys);
        Assert.Contains("public bool WrapResponses", GeneratorHost.Run(new GeneratorInput(new InputDocument(renamed) { Metadata = { ["OpenApiWebhooks"] = "ServerMessage:Replies" } })).File("TestWebhooks"), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownSchema_IsReported()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(OpenApi.Schemas(Pair)) { Properties = { ["OpenApiWebhooks"] = "ServerMessages" }, Expected = ["VAPI027"] });

        Assert.StartsWith("'ServerMessages' in OpenApiWebhooks is not a schema of the document, so nothing is generated to receive it. The document has, for example: 'ServerMessage', ", Assert.Single(output.Diagnostics, d => d.Id == "VAPI027").GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>A webhook is known by its name if the address tells it, and by a tag if all payloads have one.</summary>
    [Theory]
    [InlineData("type", null, "order.lost", "200 {\"refund\":true} | lost 7")]
    [InlineData("type", null, "order.shipped", "202 | shipped 7")]
    [InlineData("type", "orderLost", "order.lost", "200 {\"refund\":true} | lost 7")]
    [InlineData("type", null, "order.found", "200 | other")]
    [InlineData("type", "orderFound", "order.lost", "200 | other")]
    public async Task Webhook_IsKnownByItsNameOrItsTag(string tag, string? webhook, string value, string expected) => Assert.Equal(expected, await ReceiveAsync(
        Webhooks.Replace("TAG", tag, StringComparison.Ordinal),
        $$"""{ "{{tag}}": "{{value}}", "id": "7" }""",
        """
        OnOrderShipped = (order, _) => { seen = "shipped " + order.Id; return Task.CompletedTask; },
        OnOrderLost = (order, _) => { seen = "lost " + order.Id; return Task.FromResult<OrderLostResponse?>(new OrderLostResponse { Refund = true }); },
        OnOther = (json, _) => { seen = "other"; return Task.FromResult<JsonElement?>(null); },
        """,
        webhook));

    [Fact]
    public async Task OnlyCallback_NeedsNoTag() => Assert.Equal("204 | there", await ReceiveAsync(
        OpenApi.Operation("/watch", "post", """
            "callbacks": { "onMoved": { "{$request.body#/url}": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "to": { "type": "string" } } } } } },
              "responses": { "204": { "description": "" } } } } } }, "responses": { "204": { "description": "" } }
            """),
        """{ "to": "there" }""",
        """OnMoved = (moved, _) => { seen = moved.To!; return Task.CompletedTask; },""",
        null));

    /// <summary>Old frameworks, internal code, and names of the document that are no names of handlers.</summary>
    [Fact]
    public void EveryFramework_CanCompileIt()
    {
        string document = OpenApi.Schemas(Pair).Replace("\"hang\"", "\"other\"", StringComparison.Ordinal);

        Assert.Contains("OnOther2 { get; set; }", GeneratorHost.Run(new GeneratorInput(document) { Framework = Framework.NetStandard20, Properties = { ["OpenApiAccessibility"] = "internal" } }).File("TestWebhooks"), StringComparison.Ordinal);
        GeneratorHost.Run(new GeneratorInput(document) { Framework = Framework.Net472 });
        GeneratorHost.Run(new GeneratorInput(document) { Framework = Framework.Net8, LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11 });
    }

    /// <summary>The texts of the document are text.</summary>
    [Fact]
    public void HostileNames_AreEscaped() => GeneratorHost.Run("""
        { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "paths": {}, "webhooks": {
          "a\"b\\\n*/ </summary>": { "post": { "summary": "</summary> */ \n }", "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["\"t"], "properties": { "\"t": { "const": "\"x\n" } } } } } }, "responses": {} } },
          "": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "string" } } } }, "responses": {} }, "put": { "requestBody": { "content": { "application/json": { "schema": {} } } }, "responses": {} } },
          "on": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["\"t"], "properties": { "\"t": { "const": "y" } } } } } }, "responses": {} } },
          "number": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "integer" } } } }, "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "integer" } } } } } } } } } }
        """);

    /// <summary>A project without webhooks pays nothing for them.</summary>
    [Fact]
    public void WithoutWebhooks_NothingIsGenerated() => Assert.DoesNotContain(GeneratorHost.Run(OpenApi.Schemas("{}")).Files.Keys, name => name.Contains("Webhook", StringComparison.Ordinal));

    private static string Respond(string property) => $$"""
        OnToolCalls = (message, _) => Task.FromResult<ServerMessageResponseToolCalls?>(new ServerMessageResponseToolCalls { Results = [new ToolCallResult { ToolCallId = "c1", {{property}} }] }),
        """;

    private static Task<string> ReceiveAsync(string json, string handlers) => ReceiveAsync(OpenApi.Schemas(Pair), json, handlers, null);

    private static Task<string> ReceiveAsync(string document, string json, string handlers, string? webhook) => GeneratorHost.Run(new GeneratorInput(document)
    {
        Source = $$"""
            using System;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Test;

            public static class Probe
            {
                public static async Task<string> Run(byte[] body, string webhook)
                {
                    string seen = "";
                    var webhooks = new TestWebhooks(ApiWebhookVerification.None)
                    {
                        {{handlers}}
                    };
                    ApiWebhookResponse response = await webhooks.ReceiveAsync(body, _ => null, webhook.Length == 0 ? null : webhook);
                    return $"{response.StatusCode} {Encoding.UTF8.GetString(response.Body.Span)}".TrimEnd() + " | " + response.Reason + seen;
                }
            }
            """,
    }).RunAsync<string>(Encoding.UTF8.GetBytes(json), webhook ?? "");
}
