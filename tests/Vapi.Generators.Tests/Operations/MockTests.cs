namespace Vapi.Generators.Tests.Operations;

/// <summary>Mocking libraries can replace what is generated.</summary>
public class MockTests
{
    private const string Document = """
        { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }],
          "paths": { "/things/{id}": { "get": { "operationId": "find", "tags": ["things"], "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
            "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "name": { "type": "string" } } } } } }
        """;

    [Fact]
    public async Task NSubstitute_ReplacesGroupsAndMethods() => Assert.Equal("mocked 7", await Mocking().RunAsync<string>());

    private static GeneratorOutput Mocking() => GeneratorHost.Run(new GeneratorInput(Document)
    {
        Framework = Framework.Net10WithNSubstitute,
        Source = """
            using System.Threading.Tasks;
            using NSubstitute;
            using Test;

            public static class Probe
            {
                public static async Task<string> Run()
                {
                    var things = Substitute.For<ThingsClient>();
                    var client = Substitute.For<TestClient>();
                    client.Things.Returns(things);
                    things.FindAsync(Arg.Any<string>()).Returns(call => new Thing { Name = "mocked " + call.Arg<string>() });

                    Thing thing = await client.Things.FindAsync("7");

                    await things.Received(1).FindAsync("7");
                    return thing.Name!;
                }
            }
            """,
    });
}
