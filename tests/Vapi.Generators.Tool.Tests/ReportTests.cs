using System.Text;
using System.Text.Json;
using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Tests;

/// <summary>What a change of the document is called in C#, and how bad it is.</summary>
public class ReportTests
{
    private const string Text = """{ "type": "string" }""";

    private const string Number = """{ "type": "integer" }""";

    [Theory]
    [InlineData(Text, Text, "")]
    [InlineData(Text, Number, "Breaking property-type-changed Order.Id")]
    [InlineData("""{ "type": "integer" }""", """{ "type": ["integer", "null"] }""", "")]
    [InlineData("""{ "type": "string", "default": "a" }""", """{ "type": "string", "default": "b" }""", "Behavior limits-changed Order.Id")]
    [InlineData("""{ "type": "string", "maxLength": 5 }""", """{ "type": "string", "maxLength": 4 }""", "Behavior limits-changed Order.Id")]
    [InlineData(Text, """{ "type": "string", "deprecated": true }""", "Behavior deprecation-changed Order.Id")]
    [InlineData(Text, """{ "type": "string", "readOnly": true }""", "Behavior property-read-only-changed Order.Id")]
    [InlineData(Text, """{ "type": "string", "description": "The ID." }""", "Documentation description-changed Order.Id")]
    [InlineData("""{ "enum": ["a", "b"] }""", """{ "enum": ["a", "c"] }""", "Breaking value-gone OrderId.B, New value-new OrderId.C")]
    [InlineData("""{ "enum": ["a", "b"], "x-enum-varnames": ["X", "Y"] }""", """{ "enum": ["a", "b"], "x-enum-varnames": ["X", "Z"] }""", "Breaking value-renamed OrderId.Y")]
    [InlineData("""{ "enum": ["a", "b"] }""", Text, "Breaking property-type-changed Order.Id, Breaking type-gone OrderId")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", """{ "oneOf": [{ "type": "string" }, { "type": "boolean" }] }""", "Breaking case-gone OrderId, New case-new OrderId")]
    [InlineData("""{ "enum": ["a"] }""", """{ "enum": ["b"] }""", "Behavior property-value-changed Order.Id")]
    [InlineData(Text, """{ "enum": ["b"] }""", "Breaking property-fixed Order.Id")]
    public void ChangeOfAProperty_IsOneLine(string old, string @new, string expected)
        => Assert.Equal(expected, Describe(Documents.Shop($"\"id\": {old}"), Documents.Shop($"\"id\": {@new}")));

    [Theory]
    [InlineData(null, Number, "New property-new Order.AdditionalValues")]
    [InlineData(Number, null, "Breaking property-gone Order.AdditionalValues")]
    [InlineData(Number, Text, "Breaking property-type-changed Order.AdditionalValues")]
    [InlineData(Number, Number, "")]
    public void TypeOfAdditionalProperties_IsAProperty(string? old, string? @new, string expected)
    {
        Assert.Equal(expected, Describe(Document(old), Document(@new)));

        static string Document(string? type)
            => Documents.Shop($"\"id\": {Text}").Replace("\"properties\": { \"id\"", type is null ? "\"properties\": { \"id\"" : $"\"additionalProperties\": {type}, \"properties\": {{ \"id\"", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "\"id\"", "Behavior property-required Order.Id", "Breaking property-required Order.Id")]
    [InlineData("\"id\"", "", "Behavior property-nullability-changed Order.Id", "Behavior property-nullability-changed Order.Id")]
    public void RequiredProperty_BreaksWhoSendsIt(string old, string @new, string inResponses, string inRequests)
    {
        Assert.Equal(inResponses, Describe(Documents.Shop($"\"id\": {Text}", required: old), Documents.Shop($"\"id\": {Text}", required: @new)));
        Assert.Equal(inRequests, Describe(Sent(old), Sent(@new)));

        static string Sent(string required) => Documents.With(
            Post("""{ "$ref": "#/components/schemas/Order" }"""), $$"""
            "Order": { "type": "object", "required": [{{required}}], "properties": { "id": {{Text}} } }
            """);
    }

    [Theory]
    [InlineData("moved", "moved", Text, Text, "")]
    [InlineData("moved", "moved", Text, Number, "Breaking property-type-changed ShopWebhooks.OnMoved")]
    [InlineData("moved", "lost", Text, Text, "Breaking property-gone ShopWebhooks.OnMoved, New property-new ShopWebhooks.OnLost")]
    public void ChangeOfAWebhook_IsOneLine(string oldName, string newName, string oldPayload, string newPayload, string expected)
    {
        Assert.Equal(expected, Describe(With(oldName, oldPayload), With(newName, newPayload)));

        static string With(string name, string payload) => $$"""
            { "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {}, "webhooks": {
              "kept": { "post": { "requestBody": { "content": { "application/json": { "schema": { "type": "boolean" } } } }, "responses": {} } },
              "{{name}}": { "post": { "requestBody": { "content": { "application/json": { "schema": {{payload}} } } }, "responses": {} } } } }
            """;
    }

    [Fact]
    public void NewRequiredProperty_BreaksWhoSendsIt()
    {
        const string Plain = """{ "type": "object", "properties": { "a": { "type": "string" } } }""";
        const string More = """{ "type": "object", "required": ["b"], "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }""";

        Assert.Equal("Breaking property-new OrdersCreateRequest.B", Describe(Documents.With(Post(Plain)), Documents.With(Post(More))));
        Assert.Equal("New property-new Order.B", Describe(Documents.Shop("\"a\": " + Text), Documents.Shop($"\"a\": {Text}, \"b\": {Text}", required: "\"b\"")));
    }

    [Theory]
    [InlineData("", """{ "name": "limit", "in": "query", "schema": { "type": "integer" } }""", "New parameter-new OrdersListQuery.Limit")]
    [InlineData("", """{ "name": "limit", "in": "query", "required": true, "schema": { "type": "integer" } }""", "Breaking parameter-new OrdersClient.ListAsync(limit)")]
    [InlineData("""{ "name": "limit", "in": "query", "required": true, "schema": { "type": "integer" } }""", "", "Breaking parameter-gone OrdersClient.ListAsync(limit)")]
    [InlineData("""{ "name": "limit", "in": "query", "schema": { "type": "integer" } }""", """{ "name": "limit", "in": "query", "required": true, "schema": { "type": "integer" } }""", "Breaking parameter-required-changed OrdersListQuery.Limit, Breaking type-gone OrdersListQuery")]
    [InlineData("""{ "name": "limit", "in": "query", "schema": { "type": "integer" } }""", """{ "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 10 } }""", "Behavior limits-changed OrdersListQuery.Limit")]
    [InlineData("""{ "name": "ids", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } }""", """{ "name": "ids", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } }""", "Behavior parameter-style-changed OrdersListQuery.Ids")]
    public void ChangeOfAParameter_IsOneLine(string old, string @new, string expected) => Assert.Equal(expected, Describe(Documents.With(Get(old)), Documents.With(Get(@new))));

    [Theory]
    [InlineData("\"get\"", "\"put\"", "Behavior route-changed OrdersClient.ListAsync")]
    [InlineData("\"operationId\": \"list\"", "\"operationId\": \"listAll\"", "Breaking method-renamed OrdersClient.ListAsync")]
    [InlineData("\"tags\": [\"Orders\"]", "\"tags\": [\"Sales\"]", "Breaking group-renamed OrdersClient")]
    [InlineData("\"/orders\"", "\"/sales\"", "Behavior route-changed OrdersClient.ListAsync")]
    [InlineData("\"description\": \"All.\"", "\"description\": \"All.\", \"content\": { \"text/plain\": { \"schema\": { \"type\": \"string\" } } }", "Breaking result-changed OrdersClient.ListAsync")]
    [InlineData("\"title\": \"Shop\"", "\"title\": \"Store\"", "Breaking client-renamed ShopClient, Breaking namespace-renamed Shop")]
    public void ChangeOfAnOperation_IsOneLine(string old, string @new, string expected)
    {
        string document = Documents.With(Get(""));
        Assert.Contains(old, document, StringComparison.Ordinal);

        Assert.Equal(expected, Describe(document, document.Replace(old, @new, StringComparison.Ordinal)));
    }

    [Fact]
    public void MethodForAllPages_IsReportedWithItsType()
    {
        string paged = Listing("page");

        Assert.Equal("ApiPages<string, IReadOnlyList<string>>", Assert.Single(Compare(Listing("part"), paged), c => c is { Kind: "pages-new", Group: ChangeGroup.New, Name: "OrdersClient.ListPagesAsync" }).New);
        Assert.Equal("ApiPages<string, IReadOnlyList<string>>", Assert.Single(Compare(paged, Listing("part")), c => c is { Kind: "pages-gone", Group: ChangeGroup.Breaking, Name: "OrdersClient.ListPagesAsync" }).Old);

        static string Listing(string parameter) => Documents.With(Get($$"""{ "name": "{{parameter}}", "in": "query", "schema": { "type": "integer" } }, { "name": "per_page", "in": "query", "schema": { "type": "integer" } }""")
            .Replace("\"All.\"", "\"All.\", \"content\": { \"application/json\": { \"schema\": { \"type\": \"array\", \"items\": { \"type\": \"string\" } } } }", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatGoesWithSomething_IsPartOfItsLine()
    {
        string old = Documents.Shop("\"id\": { \"type\": \"string\" }, \"status\": { \"type\": \"object\", \"properties\": { \"kind\": { \"enum\": [\"a\", \"b\"] } } }");

        Change gone = Assert.Single(Compare(old, Documents.Shop("\"id\": { \"type\": \"string\" }")));

        Assert.Equal("Order.Status", gone.Name);
        Assert.Equal(["OrderStatus", "OrderStatusKind"], gone.With);
    }

    [Fact]
    public void TypeThatHasAnotherName_IsTheSameTypeEverywhere()
    {
        const string Schemas = """
            "Line": { "type": "object", "properties": { "sku": { "type": "string" }, "count": { "type": "integer" } } },
            "Order": { "type": "object", "properties": { "lines": { "type": "array", "items": { "$ref": "#/components/schemas/Line" } } } }
            """;

        Assert.Equal("Breaking type-renamed Line", Describe(Documents.With("", Schemas), Documents.With("", Schemas.Replace("Line", "OrderLine", StringComparison.Ordinal))));
    }

    /// <summary>Line and column are those of the new document, also for what is gone: where it would be.</summary>
    [Fact]
    public void Change_KnowsItsPlaceAndPointer()
    {
        string old = Documents.Shop("\n\"id\": { \"type\": \"string\" },\n\"note\": { \"type\": \"string\" }");
        string @new = Documents.Shop("\n\"id\": { \"type\": \"string\" },\n\"more\": { \"type\": \"string\" }");

        List<Change> changes = Compare(old, @new);

        Assert.Equal(["#/components/schemas/Order/properties/note", "#/components/schemas/Order/properties/more"], changes.Select(c => c.Pointer));
        Assert.Equal([("openapi.json", 12, 77), ("openapi.json", 14, 1)], changes.Select(c => c.Place));
    }

    [Fact]
    public void Fingerprint_IsThatOfTheChange_WhereverItStands()
    {
        string old = Documents.Shop("\"id\": { \"type\": \"string\" }");
        string @new = Documents.Shop("\"id\": { \"type\": \"integer\" }");
        string fingerprint = Assert.Single(Compare(old, @new)).Fingerprint;

        Assert.Equal(fingerprint, Assert.Single(Compare("\n\n" + old, "\n\n\n" + @new)).Fingerprint);
        Assert.NotEqual(fingerprint, Assert.Single(Compare(@new, old)).Fingerprint);
        Assert.Matches("^[0-9a-f]{12}$", fingerprint);
    }

    /// <summary>A document is written by others: its text is text in every report.</summary>
    [Theory]
    [InlineData("``` <script>alert(1)</script> @everyone [x](http://evil) #1")]
    [InlineData("a\r\n# Heading\n::error::forged\u001b[31m\u202e")]
    public void HostileText_IsOnlyTextInEveryReport(string hostile)
    {
        string value = JsonSerializer.Serialize(hostile);
        string @new = Documents.Shop($"\"id\": {{ \"type\": \"string\", \"description\": {value}, \"default\": {value} }}").Replace("\"Shop\"", value, StringComparison.Ordinal);
        var report = new ChangeReport(Read(Documents.Shop("\"id\": { \"type\": \"string\" }")), Read(@new), null, CancellationToken.None);

        string markdown = MarkdownReport.Write(report);
        using var console = new StringWriter();
        ConsoleReport.Write(console, report, color: false);
        using JsonDocument json = JsonDocument.Parse(JsonReport.Write(report));

        Assert.All([markdown, console.ToString()], text => Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n' || c == '\u202e'));
        Assert.All([markdown, console.ToString()], text => Assert.DoesNotContain(text.Split('\n'), l => l.StartsWith("# H", StringComparison.Ordinal) || l.StartsWith("::", StringComparison.Ordinal)));
        Assert.DoesNotContain("<script", OutsideOfCode(markdown), StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", OutsideOfCode(markdown), StringComparison.Ordinal);
        Assert.Equal(report.Changes.Count, json.RootElement.GetProperty("changes").GetArrayLength());
    }

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a", "`` `a ``")]
    [InlineData("```", "```` ``` ````")]
    [InlineData("a\nb", "`a b`")]
    [InlineData(" ", "`-`")]
    public void Code_EndsWhereItsTextEnds(string text, string expected) => Assert.Equal(expected, MarkdownReport.Code(text));

    [Fact]
    public void ManyChanges_AreNotAllInThePullRequest()
    {
        string old = Documents.Shop(string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"p{i}\": {Text}")));

        string markdown = MarkdownReport.Write(new ChangeReport(Read(old), Read(Documents.Shop("")), null, CancellationToken.None));

        Assert.Contains("**1000 breaking**", markdown, StringComparison.Ordinal);
        Assert.Contains("… and 900 more", markdown, StringComparison.Ordinal);
        Assert.InRange(markdown.Length, 1000, 65_536);
    }

    private static string OutsideOfCode(string markdown) => System.Text.RegularExpressions.Regex.Replace(markdown, "(`+)(?!`).*?(?<!`)\\1(?!`)", "");

    private static string Get(string parameter) => $$"""
        "/orders": { "get": { "tags": ["Orders"], "operationId": "list", "parameters": [{{parameter}}], "responses": { "200": { "description": "All." } } } }
        """;

    private static string Post(string schema) => $$"""
        "/orders": { "post": { "tags": ["Orders"], "operationId": "create", "requestBody": { "required": true, "content": { "application/json": { "schema": {{schema}} } } }, "responses": { "204": { "description": "Done." } } } }
        """;

    private static string Describe(string old, string @new) => string.Join(", ", Compare(old, @new).Select(c => $"{c.Group} {c.Kind} {c.Name}").Order(StringComparer.Ordinal));

    private static List<Change> Compare(string old, string @new) => ApiComparer.Compare(Read(old), Read(@new), TestContext.Current.CancellationToken);

    private static ApiDocument Read(string text)
        => ApiDocument.Read("/project/openapi.json", Encoding.UTF8.GetBytes(text), ProjectOptions.Read(null, "/project/openapi.json"), [], [], TestContext.Current.CancellationToken);
}
