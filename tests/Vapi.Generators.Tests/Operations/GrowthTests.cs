using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>An API that adds an optional parameter does not break a program: every call that compiled still compiles, and sends the same request.</summary>
public class GrowthTests
{
    private const string Limit = """{ "name": "limit", "in": "query", "schema": { "type": "integer" } }""";

    private const string Id = """{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }""";

    /// <summary>The ends of an argument list that are valid for a method without a query.</summary>
    private static readonly string[] Calls =
    [
        "", "null", "options", "new()", "default", "new() { MaxRetries = 0 }", "new RequestOptions { MaxRetries = 0 }",
        "null, default", "default, default", "new(), default", "options, default", "null, token", "default, token", "options, token", "new() { MaxRetries = 0 }, token", "new() { MaxRetries = 0 }, default",
        "options: null", "options: options", "options: new()", "options: new() { MaxRetries = 0 }", "cancellationToken: token", "null, cancellationToken: token", "new(), cancellationToken: token",
        "options: options, cancellationToken: token", "cancellationToken: token, options: null", "options: default, cancellationToken: default",
    ];

    [Theory]
    [InlineData("", "", "")]
    [InlineData(Id, "", "\"x\", ")]
    [InlineData("", "true", "7, ")]
    [InlineData(Id, "true", "\"x\", 7, ")]
    [InlineData("", "false", "7, ")]
    [InlineData("", "false", "null, ")]
    public async Task FirstOptionalParameter_KeepsAllCallsCompiling(string parameters, string bodyIsRequired, string arguments)
    {
        string[] calls = [.. Calls.Select(c => $"await client.DoAsync({(arguments + c).TrimEnd(' ', ',')});")];
        string grown = parameters.Length == 0 ? Limit : $"{parameters}, {Limit}";

        string[] before = await Send(Document(parameters, bodyIsRequired), calls);

        Assert.Equal(calls.Length, before.Length);
        Assert.Equal(before, await Send(Document(grown, bodyIsRequired), calls));
    }

    [Fact]
    public async Task OptionsInTheQuery_AreThoseOfTheRequest_UnlessOptionsArePassed() => Assert.Equal(["/things?limit=1 query", "/things?limit=2 options"], await Send(
        Document(Limit, ""),
        """await client.DoAsync(new() { Limit = 1, Headers = { ["X-From"] = "query" } });""",
        """await client.DoAsync(new() { Limit = 2, Headers = { ["X-From"] = "query" } }, new() { Headers = { ["X-From"] = "options" } });"""));

    [Theory]
    [InlineData("timeout", "long? TimeoutParameter { get; set; }")]
    [InlineData("base-address", "long? BaseAddressParameter { get; set; }")]
    [InlineData("limit", "long? Limit { get; set; }")]
    public void ParameterWithTheNameOfAnOption_IsNamedAParameter(string name, string expected)
        => Assert.Equal([expected], GeneratorHost.Run(Document($$"""{ "name": "{{name}}", "in": "query", "schema": { "type": "integer" } }""", "")).Properties("DoQuery"));

    /// <summary>The requests that statements send.</summary>
    private static async Task<string[]> Send(string document, params string[] statements)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        await GeneratorHost.Run(new GeneratorInput(document) { Source = UserCode.Calling($$"""
            var options = new RequestOptions();
            var token = System.Threading.CancellationToken.None;
            {{string.Join("\n", statements)}}
            return "";
            """) }).RunAsync<string>(api.CreateHttpClient());
        return [.. api.Requests.Select(r => $"{r.PathAndQuery}{r.Body} {r.Header("X-From")}".TrimEnd())];
    }

    private static string Document(string parameters, string bodyIsRequired)
    {
        string path = parameters.Contains(Id, StringComparison.Ordinal) ? "/things/{id}" : "/things";
        string body = bodyIsRequired.Length == 0 ? "" : $$""" "requestBody": { "required": {{bodyIsRequired}}, "content": { "application/json": { "schema": { "type": "integer" } } } }, """;
        return OpenApi.Operation(path, "post", $$""" "parameters": [{{parameters}}], {{body}} "responses": { "204": { "description": "" } } """);
    }
}
