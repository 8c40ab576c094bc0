namespace Vapi.Generators.Tests.Samples;

/// <summary>A document with everything that is generated in a way of its own: the properties of <see cref="EveryKind"/>, and operations of every kind.</summary>
internal static class EveryFeature
{
    private const string Paths = """
        {
          "/things": {
            "get": {
              "operationId": "ThingController_list", "tags": ["Things"], "summary": "All things, page by page.",
              "parameters": [
                { "name": "page", "in": "query", "schema": { "type": "integer", "minimum": 1 } }, { "name": "limit", "in": "query", "schema": { "type": "integer" } },
                { "name": "since", "in": "query", "schema": { "type": "string", "format": "date-time" } }, { "name": "day", "in": "query", "schema": { "type": "string", "format": "date" } },
                { "name": "kinds", "in": "query", "style": "pipeDelimited", "explode": false, "schema": { "type": "array", "items": { "type": "string", "enum": ["a", "b"] } } },
                { "name": "filter", "in": "query", "style": "deepObject", "schema": { "type": "object", "additionalProperties": { "type": "string" } } },
                { "name": "X-Trace", "in": "header", "schema": { "type": "string", "format": "uuid" } }, { "name": "session", "in": "cookie", "schema": { "type": "string" } }
              ],
              "responses": {
                "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingPage" } } } },
                "4XX": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Person" } } } }
              }
            },
            "post": {
              "operationId": "ThingController_create", "tags": ["Things"],
              "requestBody": { "required": true, "content": {
                "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/Person" } },
                "multipart/form-data": { "schema": { "$ref": "#/components/schemas/Upload" } }, "text/plain": { "schema": { "type": "string" } },
                "application/octet-stream": { "schema": { "type": "string", "format": "binary" } }
              } },
              "responses": {
                "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "202": { "description": "", "content": { "application/json": { "schema": { "type": "string" } } } }
              }
            }
          },
          "/things/{id}/{coordinates}": {
            "parameters": [
              { "name": "id", "in": "path", "required": true, "schema": { "oneOf": [{ "type": "integer" }, { "type": "string", "format": "uuid" }] } },
              { "name": "coordinates", "in": "path", "required": true, "style": "matrix", "schema": { "type": "array", "items": { "type": "number" } } }
            ],
            "get": { "operationId": "ThingController_download", "tags": ["Things"], "responses": { "200": { "description": "", "content": { "audio/wav": { "schema": { "type": "string", "format": "binary" } } } } } },
            "put": {
              "operationId": "ThingController_replace", "tags": ["Things"], "deprecated": true, "security": [{ "basic": [] }, {}],
              "requestBody": { "content": { "application/json": { "schema": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } }, "204": { "description": "" } }
            },
            "delete": { "operationId": "ThingController_remove", "tags": ["Things"], "responses": { "204": { "description": "" } } }
          },
          "/events": {
            "get": { "operationId": "events", "responses": { "200": { "description": "", "content": { "text/event-stream": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } },
            "post": {
              "operationId": "ask", "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Ask" } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } }, "application/x-ndjson": { "schema": { "$ref": "#/components/schemas/Cat" } } } } }
            }
          }
        }
        """;

    private const string Schemas = """
        "ThingPage": { "type": "object", "required": ["results", "metadata"], "properties": {
          "results": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }, "metadata": { "type": "object", "properties": { "hasNextPage": { "type": "boolean" } } } } },
        "Upload": { "type": "object", "required": ["file"], "properties": {
          "file": { "type": "string", "format": "binary" }, "more": { "type": "array", "items": { "type": "string", "format": "binary" } }, "at": { "type": "string", "format": "date-time" }, "pet": { "$ref": "#/components/schemas/Cat" } } },
        "Ask": { "type": "object", "required": ["question"], "properties": { "question": { "type": "string" }, "stream": { "type": "boolean" } } },
        "Parent": { "type": "object", "required": ["born"], "properties": { "born": { "type": "string", "format": "date" } }, "additionalProperties": { "type": "integer" } },
        "Child": { "allOf": [{ "$ref": "#/components/schemas/Parent" }, { "type": "object", "required": ["at", "pet"], "properties": {
          "at": { "type": "string", "format": "time", "nullable": true }, "pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] } } }] },
        "Level": { "type": "integer", "description": "How high.", "enum": [1, 2, 3], "x-enum-varnames": ["Low", "Middle", "High"] },
        """;

    public static readonly string Document = EveryKind.Document
        .Replace("\"paths\": {}", $$"""
            "servers": [{ "url": "https://{region}.test", "variables": { "region": { "default": "us", "enum": ["us", "eu"] } } }, { "url": "https://staging.test" }],
            "security": [{ "token": [] }, { "key": [] }], "paths": {{Paths}}
            """, StringComparison.Ordinal)
        .Replace("\"components\": { \"schemas\": {", $$"""
            "components": { "securitySchemes": {
              "token": { "type": "http", "scheme": "bearer" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "basic": { "type": "http", "scheme": "basic" } },
              "schemas": { {{Schemas}}
            """, StringComparison.Ordinal);
}
