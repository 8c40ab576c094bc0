namespace Vapi.Generators.Tests.Samples;

/// <summary>A project with two documents: the namespace Hooks uses the types of the namespace Phone.</summary>
internal static class TwoDocuments
{
    /// <summary>The document whose types are used.</summary>
    public const string Api = """
        { "openapi": "3.0.3", "info": { "title": "Phone", "version": "1" }, "servers": [{ "url": "https://api.test" }], "paths": {
          "/calls": { "get": { "operationId": "listCalls", "responses": { "200": { "description": "", "content": { "application/json": {
            "schema": { "type": "object", "properties": { "calls": { "type": "array", "items": { "$ref": "#/components/schemas/Call" } } } } } } } } } } },
          "components": { "schemas": {
            "Call": { "type": "object", "required": ["id"], "properties": {
              "id": { "type": "string" }, "call": { "type": "string" }, "started": { "type": "string", "format": "date-time" },
              "status": { "type": "string", "enum": ["queued", "ended"] },
              "cost": { "type": "object", "properties": { "total": { "type": "number" }, "reason": { "$ref": "#/components/schemas/Reason" } } },
              "voice": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Voice" }] } } },
            "Reason": { "type": "string", "enum": ["hangup", "error"] },
            "Priority": { "type": "integer", "enum": [1, 2] },
            "Voice": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } },
            "Destination": { "oneOf": [{ "$ref": "#/components/schemas/Number" }, { "$ref": "#/components/schemas/Sip" }], "discriminator": { "propertyName": "type" } },
            "Number": { "type": "object", "required": ["type", "number"], "properties": { "type": { "enum": ["Number"] }, "number": { "type": "string" } } },
            "Sip": { "type": "object", "required": ["type", "uri"], "properties": { "type": { "enum": ["Sip"] }, "uri": { "type": "string" } } },
            "Calls": { "type": "array", "items": { "type": "object", "properties": { "call": { "$ref": "#/components/schemas/Call" } } } },
            "Pet": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "name": { "type": "string" } }, "discriminator": { "propertyName": "kind" } },
            "Dog": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "barks": { "type": "boolean" } } }] } } } }
        """;

    /// <summary>Schemas that refer to each kind of type in the other document, in each place.</summary>
    public const string Everything = """
        "Everything": { "type": "object", "properties": {
          "call": { "$ref": "api/openapi.json#/components/schemas/Call" },
          "reason": { "$ref": "api/openapi.json#/components/schemas/Reason" },
          "priority": { "$ref": "api/openapi.json#/components/schemas/Priority" },
          "destination": { "$ref": "api/openapi.json#/components/schemas/Destination" },
          "list": { "type": "array", "items": { "$ref": "api/openapi.json#/components/schemas/Call" } },
          "reasons": { "type": "array", "items": { "$ref": "api/openapi.json#/components/schemas/Reason" } },
          "destinations": { "type": "array", "items": { "$ref": "api/openapi.json#/components/schemas/Destination" } },
          "map": { "type": "object", "additionalProperties": { "$ref": "api/openapi.json#/components/schemas/Call" } },
          "calls": { "$ref": "api/openapi.json#/components/schemas/Calls" },
          "either": { "oneOf": [{ "$ref": "api/openapi.json#/components/schemas/Call" }, { "$ref": "api/openapi.json#/components/schemas/Reason" }, { "$ref": "#/components/schemas/Own" }] },
          "pet": { "$ref": "api/openapi.json#/components/schemas/Pet" },
          "dog": { "$ref": "api/openapi.json#/components/schemas/Dog" },
          "ended": { "allOf": [{ "$ref": "api/openapi.json#/components/schemas/Call" }, { "type": "object", "properties": { "summary": { "type": "string" } } }] } } },
        "Own": { "type": "object", "required": ["own"], "properties": { "own": { "type": "integer", "format": "int32" } } }
        """;

    /// <summary>A value of the schema Everything.</summary>
    public const string Json = """
        { "call": { "id": "1", "status": "ended", "cost": { "total": 1.5, "reason": "hangup" }, "voice": { "id": "v" }, "started": "2024-01-02T03:04:05", "more": [1] },
          "reason": "error", "priority": 2, "destination": { "type": "Sip", "uri": "sip:a" }, "list": [{ "id": "2", "voice": "plain" }], "reasons": ["hangup", "new"],
          "destinations": [{ "type": "Number", "number": "3" }, { "type": "new" }], "map": { "a": { "id": "4" } }, "calls": [{ "call": { "id": "5" } }],
          "either": { "own": 1 }, "pet": { "kind": "Dog", "name": "d", "barks": true }, "dog": { "kind": "Dog", "barks": false }, "ended": { "id": "6", "status": "queued", "summary": "s", "cost": { "total": 2 } } }
        """;

    private static readonly Lazy<GeneratorOutput> Run = new(() => GeneratorHost.Run(Project(Hooks(Everything))));

    /// <summary>The code of the documents with all of these schemas.</summary>
    public static GeneratorOutput Output => Run.Value;

    /// <summary>The document that uses types of the other one.</summary>
    public static InputDocument Hooks(string schemas, string paths = "") => new(
        $$"""{ "openapi": "3.0.3", "info": { "title": "Hooks", "version": "1" }, "servers": [{ "url": "https://hooks.test" }], "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }""",
        "/project/hooks.openapi.json");

    public static GeneratorInput Project(InputDocument hooks, string api = Api, Dictionary<string, string>? metadata = null) => new(
        new InputDocument(api, "/project/api/openapi.json") { Metadata = { ["OpenApiNamespace"] = "Phone" } },
        hooks.Metadata.Count > 0 ? hooks : hooks with { Metadata = metadata ?? new() { ["OpenApiTypesFrom"] = "Phone" } });
}
