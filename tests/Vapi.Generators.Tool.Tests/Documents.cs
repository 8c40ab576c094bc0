namespace Vapi.Generators.Tool.Tests;

/// <summary>Documents of a few lines.</summary>
internal static class Documents
{
    /// <summary>A shop with one schema.</summary>
    public static string Shop(string properties, string version = "1", string required = "") => $$"""
        {
          "openapi": "3.0.3",
          "info": { "title": "Shop", "version": "{{version}}" },
          "paths": {
            "/orders": {
              "get": {
                "tags": ["Orders"], "operationId": "list",
                "responses": { "200": { "description": "All.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } }
              }
            }
          },
          "components": { "schemas": { "Order": { "type": "object", "required": [{{required}}], "properties": { {{properties}} } } } }
        }
        """;

    /// <summary>A document with these paths and schemas.</summary>
    public static string With(string paths, string schemas = "", string more = "") => $$"""
        { "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, {{more}} "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }
        """;
}
