namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>Documents of a few lines.</summary>
internal static class SmallDocument
{
    public static string With(string schema, string property) => $$"""
        {
          "openapi": "3.0.3",
          "info": { "title": "Small API", "version": "1" },
          "paths": {
            "/things": {
              "get": {
                "operationId": "list",
                "responses": { "200": { "description": "All.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{schema}}" } } } } }
              }
            }
          },
          "components": { "schemas": { "{{schema}}": { "type": "object", "properties": { "{{property}}": { "type": "string" } } } } }
        }
        """;

    public const string Yaml = """
        openapi: 3.0.3
        info: { title: Small API, version: '1' }
        paths:
          /things:
            get:
              operationId: list
              responses:
                '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        components:
          schemas:
            Thing:
              type: object
              properties:
                colour: { type: string }
        """;
}
