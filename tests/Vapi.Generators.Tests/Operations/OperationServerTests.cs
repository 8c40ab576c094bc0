using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Operations and paths with servers of their own.</summary>
public class OperationServerTests
{
    private const string Default = """ BaseAddress = new Uri("https://api.test/v1") """;

    private const string Elsewhere = """ BaseAddress = new Uri("https://fake.test") """;

    [Theory]
    [InlineData("""{ "url": "https://files.test/up" }""", "", Default, "https://files.test/up/things")]
    [InlineData("""{ "url": "https://{region}.test", "variables": { "region": { "default": "eu" } } }""", "", Default, "https://eu.test/things")]
    [InlineData("""{ "url": "/v2" }""", "", Default, "https://api.test/v2/things")]
    [InlineData("", """{ "url": "https://path.test" }""", Default, "https://path.test/things")]
    [InlineData("""{ "url": "https://own.test" }""", """{ "url": "https://path.test" }""", Default, "https://own.test/things")]
    [InlineData("""{ "url": "http://plain.test" }""", "", Default, "https://api.test/v1/things")]
    [InlineData("""{ "url": "https://files.test/up" }""", "", Elsewhere, "https://fake.test/things")]
    [InlineData("""{ "url": "/v2" }""", "", Elsewhere, "https://fake.test/things")]
    public async Task OwnServer_IsUsedAsLongAsTheClientUsesTheDocuments(string own, string path, string options, string expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        string document = $$"""
            { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test/v1" }], "security": [{ "main": [] }],
              "components": { "securitySchemes": { "main": { "type": "http", "scheme": "bearer" } } },
              "paths": { "/things": { "servers": [{{path}}], "get": { "operationId": "do", "servers": [{{own}}], "responses": { "204": { "description": "" } } } } } }
            """;

        await GeneratorHost.Run(new GeneratorInput(document)
        {
            Source = UserCode.Calling($$"""
                await new TestClient(http, new TestClientOptions { ApiKey = "key", {{options}} }).DoAsync();
                return "";
                """),
        }).RunAsync<string>(api.CreateHttpClient());

        FakeRequest request = Assert.Single(api.Requests);
        Assert.Equal((expected, "Bearer key"), (request.Url, request.Header("Authorization")));
    }
}
