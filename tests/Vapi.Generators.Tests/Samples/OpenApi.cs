using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Samples;

/// <summary>Documents around a fragment. Each is called Test, so that its namespace is Test and its client TestClient.</summary>
internal static class OpenApi
{
    /// <summary>A document with schemas: <c>{ "Pet": { … } }</c>.</summary>
    public static string Schemas(string schemas, string version = "3.0.3")
        => $$"""{ "openapi": "{{version}}", "info": { "title": "Test", "version": "1" }, "paths": {}, "components": { "schemas": {{schemas}} } }""";

    /// <summary>A document with one class, Thing, that has one property, value.</summary>
    public static string Property(string schema, bool required = false, string version = "3.0.3") => Properties($$"""{ "value": {{schema}} }""", required ? ["value"] : [], version);

    /// <summary>A document with one class, Thing.</summary>
    public static string Properties(string properties, string[]? required = null, string version = "3.0.3")
        => Schemas($$"""{ "Thing": { "type": "object", "required": {{Json(required ?? [])}}, "properties": {{properties}} } }""", version);

    /// <summary>A document with paths: <c>{ "/pets": { "get": { … } } }</c>.</summary>
    public static string Paths(string paths, string schemas = "{}", string rest = "")
        => $$"""
            { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "paths": {{paths}},
              "components": { "schemas": {{schemas}} }{{rest}} }
            """;

    /// <summary>A document with one operation, whose method is DoAsync on TestClient.</summary>
    public static string Operation(string path, string method, string content, string schemas = "{}")
        => Paths($$"""{ {{Json(path)}}: { "{{method}}": { "operationId": "do", {{content}} } } }""", schemas);

    /// <summary>A JSON literal. Strings are escaped to ASCII, so that any text may stand in a document.</summary>
    public static string Json(string text) => JsonValue.Create(text).ToJsonString();

    /// <inheritdoc cref="Json(string)"/>
    public static string Json(IEnumerable<string> texts) => JsonSerializer.Serialize(texts);
}
