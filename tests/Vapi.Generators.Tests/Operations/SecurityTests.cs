using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>From the security schemes and requirements of a document to the credentials that a request carries.</summary>
public class SecurityTests
{
    private const string Schemes = """
        {
          "bearer": { "type": "http", "scheme": "bearer" }, "basicAuth": { "type": "http", "scheme": "basic" }, "odd": { "type": "http", "scheme": "Signature" },
          "head": { "type": "apiKey", "in": "header", "name": "X-Key" }, "query": { "type": "apiKey", "in": "query", "name": "k" }, "cookie": { "type": "apiKey", "in": "cookie", "name": "sid" },
          "oauth": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "https://x.test", "scopes": { "read": "", "write": "" } } } },
          "oidc": { "type": "openIdConnect", "openIdConnectUrl": "https://x.test" }, "cert": { "type": "mutualTLS" }
        }
        """;

    private const string All = """
        Bearer = "b", BasicAuth = ApiCredential.Basic("me", "pass:word"), Odd = "o", Head = "h", Query = "q v", Cookie = "c/v==",
        Oauth = ApiCredential.FromToken((r, t) => Task.FromResult(r.Scheme + "-" + string.Join("-", r.Scopes))), Oidc = ApiCredential.FromToken((r, t) => Task.FromResult("t"))
        """;

    [Theory]
    [InlineData("""[{ "bearer": [] }]""", All, "Bearer b | | | ")]
    [InlineData("""[{ "basicAuth": [] }]""", All, "Basic bWU6cGFzczp3b3Jk | | | ")]
    [InlineData("""[{ "odd": [] }]""", All, "Signature o | | | ")]
    [InlineData("""[{ "head": [] }]""", All, " | h | | ")]
    [InlineData("""[{ "query": [] }]""", All, " | | | ?k=q%20v")]
    [InlineData("""[{ "cookie": [] }]""", All, " | | sid=c/v== | ")]
    [InlineData("""[{ "oauth": ["read", "write"] }]""", All, "Bearer oauth-read-write | | | ")]
    [InlineData("""[{ "oidc": [] }]""", All, "Bearer t | | | ")]
    [InlineData("""[{ "cert": [], "head": [] }]""", All, " | h | | ")]
    [InlineData("""[{ "head": [], "query": [], "cookie": [] }]""", All, " | h | sid=c/v== | ?k=q%20v")]
    [InlineData("""[{ "head": [] }, { "bearer": [] }]""", All, " | h | | ")]
    [InlineData("""[{ "head": [] }, { "bearer": [] }]""", """ Bearer = "b" """, "Bearer b | | | ")]
    [InlineData("""[{ "head": [], "query": [] }, { "bearer": [] }]""", """ Head = "h", Bearer = "b" """, "Bearer b | | | ")]
    [InlineData("""[{}, { "bearer": [] }]""", All, "Bearer b | | | ")]
    [InlineData("""[{}, { "bearer": [] }]""", "", " | | | ")]
    [InlineData("""[{ "head": [] }]""", """ Bearer = "b" """, " | | | ")]
    [InlineData("[]", All, " | | | ")]
    [InlineData("""[{ "unknown": [] }, { "head": [] }]""", All, " | h | | ")]
    [InlineData("""[{ "bearer": [] }]""", """ ApiKey = "k" """, "Bearer k | | | ")]
    [InlineData("""[{ "bearer": [] }]""", """ ApiKey = "k", Bearer = "b" """, "Bearer b | | | ")]
    public async Task Request_CarriesTheFirstAlternativeThatTheOptionsSatisfy(string security, string options, string expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);
        string document = Document(Schemes, $$""" "security": {{security}}, """, security: """ "security": [{ "head": [] }], """);

        await GeneratorHost.Run(new GeneratorInput(document)
        {
            Expected = null,
            Source = UserCode.Calling($$"""await new TestClient(http, new TestClientOptions { {{options}} }).DoAsync(); return "";"""),
        }).RunAsync<string>(api.CreateHttpClient());

        FakeRequest request = Assert.Single(api.Requests);
        Assert.Equal(expected, $"{request.Header("Authorization")} | {request.Header("X-Key")} | {request.Header("Cookie")} | {request.Query}".Replace(" |  |", " | |").Replace(" |  |", " | |"));
    }

    [Theory]
    [InlineData("""{ "ApiKey": { "type": "apiKey", "in": "header", "name": "X" } }""", "ApiKeyCredential")]
    [InlineData("""{ "timeout": { "type": "http", "scheme": "bearer" } }""", "TimeoutCredential")]
    [InlineData("""{ "api_key": { "type": "http", "scheme": "bearer" } }""", "ApiKeyCredential")]
    [InlineData("""{ "bearer": { "type": "http", "scheme": "bearer" }, "Bearer": { "type": "http", "scheme": "basic" } }""", "Bearer Bearer2")]
    [InlineData("""{ "petstore auth": { "type": "http", "scheme": "bearer" } }""", "PetstoreAuth")]
    public void Scheme_IsAPropertyOfTheOptions(string schemes, string expected)
        => Assert.Equal(expected.Split(' ').Select(n => $"ApiCredential? {n} {{ get; set; }}"), GeneratorHost.Run(Document(schemes)).Properties("TestClientOptions"));

    [Theory]
    [InlineData("""{ "a": { "type": "http", "scheme": "bearer" } }""", true)]
    [InlineData("""{ "a": { "type": "http", "scheme": "basic" } }""", false)]
    [InlineData("{}", false)]
    public void ConstructorWithAKey_IsThereWhenASchemeTakesOne(string schemes, bool expected)
        => Assert.Equal(expected, GeneratorHost.Run(Document(schemes)).Type("TestClient").GetConstructor([typeof(string)]) is not null);

    [Theory]
    [InlineData("", "", "Bearer k")]
    [InlineData("", """ "security": [{ "a": [] }], """, "Bearer k")]
    [InlineData(""" "security": [], """, """ "security": [{ "a": [] }], """, null)]
    [InlineData(""" "security": [{ "a": [] }], """, "", "Bearer k")]
    public async Task OwnSecurity_ReplacesTheDocuments(string own, string global, string? expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await GeneratorHost.Run(new GeneratorInput(Document("""{ "a": { "type": "http", "scheme": "bearer" } }""", own, global))
        {
            Source = UserCode.Calling("""await new TestClient(http, new TestClientOptions { ApiKey = "k" }).DoAsync(); return "";"""),
        }).RunAsync<string>(api.CreateHttpClient());

        Assert.Equal(expected, Assert.Single(api.Requests).Header("Authorization"));
    }

    private static string Document(string schemes, string own = "", string security = "") => $$"""
        { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], {{security}}
          "paths": { "/things": { "get": { "operationId": "do", {{own}} "responses": { "204": { "description": "" } } } } }, "components": { "securitySchemes": {{schemes}} } }
        """;
}
