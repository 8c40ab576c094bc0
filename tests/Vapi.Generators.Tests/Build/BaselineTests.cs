namespace Vapi.Generators.Tests.Build;

/// <summary>The whole text of one file of each kind, as a reader of generated code sees it.</summary>
public class BaselineTests
{
    public const string Document = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Test", "version": "1.2", "description": "Pets and their owners." },
          "servers": [{ "url": "https://api.test/v1" }],
          "security": [{ "token": [] }],
          "tags": [{ "name": "Pets", "description": "What lives with people." }],
          "paths": {
            "/pets": {
              "get": {
                "operationId": "PetController_findAll", "tags": ["Pets"], "summary": "All pets, the youngest first.",
                "parameters": [
                  { "name": "limit", "in": "query", "description": "How many.", "schema": { "type": "integer", "format": "int32", "maximum": 100 } },
                  { "name": "kind", "in": "query", "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Kind" } } }
                ],
                "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } } } }
              },
              "post": {
                "operationId": "PetController_create", "tags": ["Pets"],
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": {
                  "201": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                  "422": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }
                }
              }
            },
            "/pets/{id}": { "delete": { "operationId": "PetController_remove", "tags": ["Pets"], "deprecated": true, "responses": { "204": { "description": "" } } } }
          },
          "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "schemas": {
              "Kind": { "type": "string", "description": "What it is.", "enum": ["cat", "dog", ">=", ""] },
              "Pet": {
                "type": "object", "description": "Lives with people.", "required": ["id", "kind", "born"],
                "properties": {
                  "id": { "type": "string", "format": "uuid" },
                  "object": { "type": "string", "enum": ["pet"] },
                  "kind": { "$ref": "#/components/schemas/Kind" },
                  "born": { "type": "string", "format": "date", "nullable": true },
                  "nickname": { "type": "string", "nullable": true, "description": "What it listens to.", "maxLength": 40 },
                  "weight": { "type": "number", "minimum": 0, "default": 4.5 },
                  "friends": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } },
                  "owner": { "$ref": "#/components/schemas/Owner" },
                  "chip": { "type": "integer", "deprecated": true }
                }
              },
              "Person": { "type": "object", "properties": { "type": { "type": "string", "enum": ["person"] }, "name": { "type": "string" } } },
              "Shelter": { "type": "object", "properties": { "type": { "type": "string", "enum": ["shelter"] }, "places": { "type": "integer" } } },
              "Owner": {
                "description": "Who feeds it.",
                "oneOf": [{ "$ref": "#/components/schemas/Person" }, { "$ref": "#/components/schemas/Shelter" }, { "type": "string" }, { "type": "array", "items": { "type": "string" } }]
              },
              "Problem": { "type": "object", "required": ["message"], "properties": { "message": { "type": "string" } } }
            }
          }
        }
        """;

    private static readonly Lazy<GeneratorOutput> Output = new(() => GeneratorHost.Run(Document));

    [Theory]
    [InlineData("Pet")]
    [InlineData("Kind")]
    [InlineData("Owner")]
    [InlineData("PetsClient")]
    [InlineData("PetsFindAllQuery")]
    [InlineData("TestClient")]
    public void Declaration_IsWrittenAsVerified(string name) => Baseline.Verify(name, Output.Value.File(name));
}
