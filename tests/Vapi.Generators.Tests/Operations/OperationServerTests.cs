using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>Operations and paths with servers of their own.</summary>
public class OperationServerTests
{
    private const string Default = """ BaseAddress = new Uri("https://api.test/v1") """;

    private const string Elsewhere = """ BaseAddress = new Uri("https://fake.test") """;

    private const string Region = """ BaseAddress = TestClientServers.Region("us") """;

    private const string Absolute = """[{ "url": "https://api.test/v1" }, { "url": "https://{region}.test:{port}/v1", "description": "Region", "variables": { "region": { "default": "eu" }, "port": { "default": "8443" } } }]""";

    private const string Relative = """[{ "url": "/v1" }]""";

    private const string Files = """{ "url": "https://files.test/up" }""";

    private const string Cells = """{ "url": "https://{cell}.files.test", "description": "Cell", "variables": { "cell": { "default": "a", "enum": ["a", "b"] } } }""";

    [Theory]
    [InlineData(Absolute, Files, "", Default, "https://files.test/up/things")]
    [InlineData(Absolute, """{ "url": "https://{region}.test", "variables": { "region": { "default": "eu" } } }""", "", Default, "https://eu.test/things")]
    [InlineData(Absolute, """{ "url": "/v2" }""", "", Default, "https://api.test/v2/things")]
    [InlineData(Absolute, "", """{ "url": "https://path.test" }""", Default, "https://path.test/things")]
    [InlineData(Absolute, """{ "url": "https://own.test" }""", """{ "url": "https://path.test" }""", Default, "https://own.test/things")]
    [InlineData(Absolute, """{ "url": "http://plain.test" }""", "", Default, "https://api.test/v1/things")]
    [InlineData(Absolute, """{ "url": "http://plain.test" }""", "", Default + ", AllowCredentialsOverHttp = true", "http://plain.test/things")]
    [InlineData(Absolute, Files, "", Region, "https://files.test/up/things")]
    [InlineData(Absolute, """{ "url": "/v2" }""", "", Region, "https://us.test:8443/v2/things")]
    [InlineData(Absolute, """{ "url": "https://api.test/v1" }""", "", Region, "https://api.test/v1/things")]
    [InlineData(Absolute, Files, "", Elsewhere, "https://fake.test/things")]
    [InlineData(Relative, Files, "", Elsewhere, "https://files.test/up/things")]
    [InlineData(Relative, Files, "", """ BaseAddress = new Uri("http://localhost:5000/v1") """, "http://localhost:5000/v1/things")]
    [InlineData(Absolute, Cells, "", Default, "https://b.files.test/things", """new() { BaseAddress = TestClientServers.DoCell("b") }""")]
    public async Task OwnServer_IsUsedUnlessTheBaseAddressIsNoneOfTheDocuments(string servers, string own, string path, string options, string expected, string request = "null")
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(Document(servers, own, path))
        {
            Source = UserCode.Connecting($$"""
                await new TestClient(http, new TestClientOptions { ApiKey = "key", {{options}} }).DoAsync({{request}});
                return "";
                """),
        }).RunAsync<string>(api.CreateHttpClient());

        FakeRequest sent = Assert.Single(api.Requests);
        Assert.Equal((expected, "Bearer key"), (sent.Url, sent.Header("Authorization")));
    }

    [Theory]
    [InlineData(Absolute, "", false)]
    [InlineData(Absolute, Files, true)]
    public void ServersOfTheDocument_AreOnlyTakenAlongWhereAnOperationHasItsOwn(string servers, string own, bool expected)
        => Assert.Equal(expected, GeneratorHost.Run(Document(servers, own, "")).File("TestClient").Contains("DocumentServers", StringComparison.Ordinal));

    private static string Document(string servers, string own, string path) => $$"""
        { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": {{servers}}, "security": [{ "main": [] }],
          "components": { "securitySchemes": { "main": { "type": "http", "scheme": "bearer" } } },
          "paths": { "/things": { "servers": [{{path}}], "get": { "operationId": "do", "servers": [{{own}}], "responses": { "204": { "description": "" } } } } } }
        """;
}
