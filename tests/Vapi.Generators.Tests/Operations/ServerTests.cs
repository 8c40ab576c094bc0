using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>The servers of a document.</summary>
public class ServerTests
{
    private const string Several = """
        [{ "url": "https://api.test/v1", "description": "Production" }, { "url": "https://{region}.api.test:{port}/{base path}", "description": "One of the regions", "variables": {
           "region": { "default": "eu", "enum": ["eu", "us"], "description": "Where." }, "port": { "default": "443" }, "base path": { "default": "v1" } } },
         { "url": "https://c.test", "description": "A description that is a whole sentence." }, { "url": "/relative" }]
        """;

    [Theory]
    [InlineData("""[{ "url": "https://api.test/v1" }]""", "https://api.test/v1/things")]
    [InlineData("""[{ "url": "https://{a}.test/{b}", "variables": { "a": { "default": "x" }, "b": { "default": "y", "enum": ["y", "z"] } } }]""", "https://x.test/y/things")]
    [InlineData(Several, "https://api.test/v1/things")]
    public async Task BaseAddress_IsTheFirstServer(string servers, string expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(Document(servers)) { Source = UserCode.Calling("""await client.DoAsync(); return "";""") }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(expected, Assert.Single(api.Requests).Url);
    }

    [Theory]
    [InlineData("TestClientServers.Production", "https://api.test/v1")]
    [InlineData("TestClientServers.OneOfTheRegions()", "https://eu.api.test/v1")]
    [InlineData("TestClientServers.OneOfTheRegions(\"us\", port: \"8443\", basePath: \"v2\")", "https://us.api.test:8443/v2")]
    [InlineData("TestClientServers.Server3", "https://c.test/")]
    [InlineData("TestClientServers.OneOfTheRegions(\"mars\")", "'mars' is not one of the allowed values: eu, us. (Parameter 'region')")]
    [InlineData("TestClientServers.OneOfTheRegions(port: \"x\")", "'https://eu.api.test:x/v1' is not a valid http or https address.")]
    public void Servers_AreMembersOfAClass(string expression, string expected) => Assert.Equal(
        expected,
        GeneratorHost.Run(new GeneratorInput(Document(Several)) { Source = UserCode.Returning($$"""try { return {{expression}}.AbsoluteUri; } catch (ArgumentException e) { return e.Message; }""") }).Run<string>());

    [Theory]
    [InlineData("""[{ "url": "https://api.test" }]""")]
    [InlineData("""[{ "url": "/v1" }, { "url": "https://api.test" }]""")]
    [InlineData("[]")]
    public void NothingToChoose_IsNoClass(string servers) => Assert.Null(GeneratorHost.Run(Document(servers)).Assembly.GetType("Test.TestClientServers"));

    private static string Document(string servers) => $$"""
        { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": {{servers}}, "paths": { "/things": { "get": { "operationId": "do", "responses": { "204": { "description": "" } } } } } }
        """;
}
