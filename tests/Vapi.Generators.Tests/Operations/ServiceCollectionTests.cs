using System.Net;

namespace Vapi.Generators.Tests.Operations;

/// <summary>The client among the services of an application.</summary>
public class ServiceCollectionTests
{
    private const string Document = """
        { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "security": [{ "token": [] }, { "login": [] }],
          "components": { "securitySchemes": { "token": { "type": "http", "scheme": "bearer" }, "login": { "type": "http", "scheme": "basic" } } },
          "paths": { "/things": { "get": { "operationId": "do", "responses": { "204": { "description": "" } } } } } }
        """;

    [Theory]
    [InlineData("services.AddTestClient(o => o.ApiKey = \"k\")", "GetRequiredService<TestClient>()", "https://api.test/things Bearer k ")]
    [InlineData("services.Configure<TestClientOptions>(o => o.ApiKey = \"k\").AddTestClient()", "GetRequiredService<TestClient>()", "https://api.test/things Bearer k ")]
    [InlineData("services.AddTestClient(o => o.ApiKey = \"k\"); services.AddTestClient(\"b\", o => o.ApiKey = \"second\")", "GetRequiredKeyedService<TestClient>(\"b\")", "https://api.test/things Bearer second ")]
    [InlineData("services.AddTestClient(Section(\"BaseAddress=https://x.test/v1\", \"ApiKey=c\", \"DefaultHeaders:X-Team=a\"))", "GetRequiredService<TestClient>()", "https://x.test/v1/things Bearer c a")]
    [InlineData("services.AddTestClient(Section(\"BaseAddress=https+http://shop\", \"ApiKey=c\", \"AllowCredentialsOverHttp=true\"))", "GetRequiredService<TestClient>()", "https+http://shop/things Bearer c ")]
    [InlineData("services.AddTestClient(Section(\"Token=t\"))", "GetRequiredService<TestClient>()", "https://api.test/things Bearer t ")]
    [InlineData("services.AddTestClient(\"b\", Section(\"Login:UserName=me\", \"Login:Password=pw\"))", "GetRequiredKeyedService<TestClient>(\"b\")", "https://api.test/things Basic bWU6cHc= ")]
    public async Task Client_IsAService(string add, string get, string expected)
    {
        var api = new FakeApi(HttpStatusCode.NoContent);

        await Run(add, $"await provider.{get}.DoAsync(); return \"\";").RunAsync<string>(api.CreateHandler());

        FakeRequest request = Assert.Single(api.Requests);
        Assert.Equal(expected, $"{request.Url} {request.Header("Authorization")} {request.Header("X-Team")}");
    }

    [Theory]
    [InlineData("BaseAddress=somewhere", "The configuration value 'somewhere' of the option BaseAddress is not an absolute address.")]
    [InlineData("AllowCredentialsOverHttp=yes", "The configuration value 'yes' of the option AllowCredentialsOverHttp is not true or false.")]
    [InlineData("MaxRetries=-1", "The configuration value '-1' of the option MaxRetries is not a whole number.")]
    [InlineData("Timeout=soon", "The configuration value 'soon' of the option Timeout is not a time such as 00:01:40.")]
    public async Task OptionThatIsNotUnderstood_IsNamed(string setting, string expected) => Assert.Equal(
        expected,
        await Run($"services.AddTestClient(Section(\"{setting}\"))", "try { provider.GetRequiredService<TestClient>(); return \"\"; } catch (InvalidOperationException e) { return e.Message; }").RunAsync<string>(new FakeApi().CreateHandler()));

    [Fact]
    public void WithoutTheFactory_NothingIsGenerated() => Assert.DoesNotContain("Test.TestClientServiceCollectionExtensions.g.cs", GeneratorHost.Run(Document).Files.Keys);

    private static GeneratorOutput Run(string add, string statements) => GeneratorHost.Run(new GeneratorInput(Document)
    {
        Framework = Framework.Net10WithHttpFactory,
        Source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Test;

            public static class Probe
            {
                public static async Task<string> Run(DelegatingHandler handler)
                {
                    await Task.Yield();
                    var services = new ServiceCollection();
                    {{add}}.AddHttpMessageHandler(() => handler);
                    using ServiceProvider provider = services.BuildServiceProvider();
                    {{statements}}
                }

                private static IConfiguration Section(params string[] settings)
                    => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(s => new KeyValuePair<string, string?>("Api:" + s[0], s[1]))).Build().GetSection("Api");
            }
            """,
    });
}
