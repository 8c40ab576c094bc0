using System.Text;

namespace Vapi.Generators.Tests.Samples;

/// <summary>Documents that are legal, or nearly, and cost a reader more than their length says, of any size: what the keywords of a schema can be made of, and the rest of a document.</summary>
internal static class HostileDocuments
{
    private const string Name = "#/components/schemas/S";

    private const string Text = """{ "type": "string" }""";

    /// <summary>The keywords that hold schemas or refer to them; <c>@</c> is the schema, <c>%</c> a number.</summary>
    public static readonly (string Keyword, string Schema)[] Holders =
    [
        ("$ref", "@"),
        ("properties", """{ "type": "object", "properties": { "p": @ } }"""),
        ("additionalProperties", """{ "type": "object", "additionalProperties": @ }"""),
        ("patternProperties", """{ "type": "object", "patternProperties": { "^x": @ } }"""),
        ("items", """{ "type": "array", "items": @ }"""),
        ("prefixItems", """{ "type": "array", "prefixItems": [@, { "type": "integer" }] }"""),
        ("allOf", """{ "allOf": [@] }"""),
        ("allOf with properties", """{ "allOf": [@], "properties": { "own%": { "type": "string" } } }"""),
        ("allOf with a discriminator", """{ "type": "object", "allOf": [@], "discriminator": { "propertyName": "kind" }, "properties": { "kind": { "type": "string" } } }"""),
        ("nullable allOf", """{ "allOf": [@], "nullable": true }"""),
        ("oneOf", """{ "oneOf": [@, { "type": "integer" }] }"""),
        ("anyOf", """{ "anyOf": [{ "type": "boolean" }, @] }"""),
        ("oneOf of two", """{ "oneOf": [@, { "type": "object", "properties": { "q%": @ } }] }"""),
        ("oneOf beside properties", """{ "type": "object", "properties": { "own": { "type": "string" } }, "oneOf": [@, { "type": "object", "properties": { "other%": {} } }] }"""),
        ("anyOf beside oneOf", """{ "oneOf": [@, { "type": "string" }], "anyOf": [@, { "type": "integer" }] }"""),
        ("not", """{ "not": @ }"""),
        ("if", """{ "if": @, "then": @, "else": @ }"""),
        ("contains", """{ "type": "array", "contains": @ }"""),
        ("propertyNames", """{ "type": "object", "propertyNames": @ }"""),
        ("unevaluatedProperties", """{ "type": "object", "unevaluatedProperties": @ }"""),
        ("dependentSchemas", """{ "type": "object", "dependentSchemas": { "x": @ } }"""),
        ("$defs", """{ "type": "object", "$defs": { "x": @ } }"""),
        ("contentSchema", """{ "type": "string", "contentMediaType": "application/json", "contentSchema": @ }"""),
        ("type list", """{ "type": ["object", "array"], "properties": { "p": @ }, "items": @ }"""),
    ];

    /// <summary>What grows, and the size that it has in a test.</summary>
    public static readonly (string Structure, int Size, Func<int, string> Make)[] All =
    [
        .. Holders.SelectMany<(string Keyword, string Schema), (string, int, Func<int, string>)>(h =>
        [
            ($"{h.Keyword}: chain", 500, n => Schemas(n, i => Fill(h.Schema, Reference(i + 1), i), """{ "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } }""")),
            ($"{h.Keyword}: cycle", 500, n => Schemas(n, i => Fill(h.Schema, Reference((i + 1) % n), i), Text)),
            ($"{h.Keyword}: nest", 40, n => Schemas(1, _ => Nest(h.Schema, Text, n), Text)),
            ($"{h.Keyword}: nests that refer to each other", 30, n => Schemas(n, i => Nest(h.Schema, Reference((i + 1) % n), h.Schema.Split('@').Length > 2 ? 4 : 60), Text)),
            ($"{h.Keyword}: fan", 500, n => Schemas(n, i => Fill(h.Schema, Reference(n), i), """{ "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } }""")),
            ($"{h.Keyword}: all to all", 25, n => Schemas(n, i => Fill(h.Schema, $$"""{ "anyOf": [{{string.Join(", ", Enumerable.Range(0, n).Select(Reference))}}] }""", i), Text)),
        ]),
        ("allOf of oneOfs", 5, n => Schemas(1, _ => Product(n, 10, "oneOf", distinct: true), Text)),
        ("allOf of anyOfs of texts", 5, n => Schemas(1, _ => Product(n, 10, "anyOf", distinct: false), Text)),
        ("allOf nested 99 deep in schemas that refer to each other", 115, n => Schemas(n, i => Nest("""{ "allOf": [@] }""", Reference((i + 1) % n), 99), Text)),
        ("oneOf nested 99 deep in schemas that refer to each other", 115, n => Schemas(n, i => Nest("""{ "oneOf": [@, { "type": "string" }] }""", Reference((i + 1) % n), 99), Text)),
        ("each derives from the one before", 600, n => Schemas(n, i => Derived(i, i + 1), Base)),
        ("all derive from one", 400, n => Schemas(n, i => Derived(i, n), Base)),
        ("required by many alternatives", 300, n => Schemas(1, _ => $$"""{ "type": "object", "properties": { {{Join(n, i => $$""" "p{{i}}": {} """)}} }, "oneOf": [{{Join(n, i => $$"""{ "required": ["p{{i}}"] }""")}}] }""", Text)),
        ("references by pointer to one long parameter", 400, n => Document($$"""{ "/a": { "get": { {{LongParameter(330 * n)}}, "responses": {} } }, {{Join(n, i => $$""" "/r{{i}}": { "get": { "parameters": [{ "$ref": "#/paths/~1a/get/parameters/0" }], "responses": {} } } """)}} }""", "")),
        ("references by pointer into paths", 400, n => Document($$"""{ {{Join(n, i => $$""" "/r{{i}}": { "get": { "operationId": "o{{i}}", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } } } } } } }, "/s{{i}}": { "get": { "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/paths/~1r{{i}}/get/responses/200/content/application~1json/schema" } } } } } } } """)}} }""", "")),
        ("references by pointer into $defs", 400, n => Schemas(1, _ => $$"""{ "type": "object", "$defs": { {{Join(n, i => $$""" "d{{i}}": { "type": "object", "properties": { "p{{i}}": { "type": "string" } } } """)}} }, "properties": { {{Join(n, i => $$""" "q{{i}}": { "$ref": "{{Name}}0/$defs/d{{i}}" } """)}} } }""", Text, "3.1.0")),
        ("references by anchor", 300, n => Schemas(n, i => $$"""{ "$anchor": "a{{i}}", "type": "object", "properties": { "q": { "$ref": "#a{{(i + 1) % n}}" } } }""", Text, "3.1.0")),
        ("references that lead nowhere", 600, n => Schemas(n, i => $$"""{ "type": "object", "properties": { "q": { "$ref": "#/a/b/c/d{{i}}" } } }""", Text)),
        ("mappings that lead nowhere", 600, n => Schemas(1, _ => $$"""{ "oneOf": [{ "$ref": "{{Name}}1" }, { "type": "object" }], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, i => $$""" "m{{i}}": "#/a/{{i}}" """)}} } } }""", Text)),
        ("mapping of many values", 400, n => Schemas(n, i => $$"""{ "type": "object", "properties": { "a{{i}}": {} } }""", $$"""{ "oneOf": [{{Join(n, Reference)}}], "discriminator": { "propertyName": "k", "mapping": { {{Join(n, i => $$""" "m{{i}}": "{{Name}}{{i}}" """)}} } } }""")),
        ("union of many objects", 200, n => Schemas(n, i => $$"""{ "type": "object", "required": ["a{{i}}"], "properties": { "a{{i}}": {}, "b": { "enum": ["x", "y{{i}}"] } } }""", $$"""{ "oneOf": [{{Join(n, Reference)}}] }""")),
        ("union of many objects without a difference", 200, n => Schemas(n, i => """{ "type": "object", "properties": { "a": {}, "b": {} } }""", $$"""{ "oneOf": [{{Join(n, Reference)}}] }""")),
        ("union of many lists", 200, n => Schemas(n, i => $$"""{ "type": "object", "properties": { "a{{i}}": {} } }""", $$"""{ "oneOf": [{{Join(n, i => $$"""{ "type": "array", "items": {{Reference(i)}} }""")}}] }""")),
        ("allOf of many objects", 400, n => Schemas(1, _ => $$"""{ "allOf": [{{Join(n, i => $$"""{ "type": "object", "properties": { "a{{i}}": {}, "b": { "type": "string" } } }""")}}] }""", Text)),
        ("two enums under one allOf", 4000, n => Schemas(1, _ => $$"""{ "allOf": [{ "enum": [{{Join(n, i => $"\"v{i}\"")}}] }, { "enum": [{{Join(n, i => $"\"v{i + 1}\"")}}] }] }""", Text)),
        ("many enums under one anyOf", 400, n => Schemas(1, _ => $$"""{ "anyOf": [{{Join(n, i => $$"""{ "enum": ["v{{i}}", "w"] }""")}}] }""", Text)),
        ("values that are called alike", 2000, n => Schemas(1, _ => $$"""{ "enum": [{{Join(n, i => $"\"{new string('-', i % 50)}v{new string('_', i / 50)}\"")}}] }""", Text)),
        ("properties that are called alike", 2000, n => Schemas(1, _ => $$"""{ "type": "object", "properties": { {{Join(n, i => $"\"{new string('-', i % 50)}v{new string('_', i / 50)}\": {{}}")}} } }""", Text)),
        ("many properties and required", 2000, n => Schemas(1, _ => $$"""{ "type": "object", "required": [{{Join(n, i => $"\"p{i}\"")}}], "properties": { {{Join(n, i => $"\"p{i}\": {{}}")}} } }""", Text)),
        ("keys that stand more than once", 2000, n => Schemas(1, _ => $$"""{ "type": "object", "properties": { {{Join(n, i => $"\"p\": {Text}")}} } }""", Text)),
        ("tuple of many places", 300, n => Schemas(1, _ => $$"""{ "type": "array", "prefixItems": [{{Join(n, i => $$"""{ "type": "object", "properties": { "a{{i}}": {} } }""")}}] }""", Text, "3.1.0")),
        ("many operations", 300, n => Document($$"""{ {{Join(n, i => $$""" "/r{{i}}/{id}": { "get": { "tags": ["t{{i}}"], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "p": {} } } } } } } } } """)}} }""", "")),
        ("operations that are called alike", 600, n => Document($$"""{ {{Join(n, i => $$""" "/r{{i}}": { "get": { "operationId": "o", "responses": {} } } """)}} }""", "")),
        ("many parameters", 600, n => Document($$"""{ "/a": { "get": { "parameters": [{{Join(n, i => $$"""{ "name": "p{{i}}", "in": "query", "schema": {{Text}} }""")}}], "responses": {} } } }""", "")),
        ("template of many parameters", 600, n => Document($$"""{ "/{{Join(n, i => $$"""{p{{i}}}""", "/")}}": { "get": { "responses": {} } } }""", "")),
        ("parameters of a path for many operations", 40, n => Document($$"""{ {{Join(n, i => $$""" "/a{{i}}": { "parameters": [{ "$ref": "#/components/parameters/P" }], "get": { "responses": {} }, "put": { "responses": {} } } """)}} }""", """ "parameters": { "P": { "name": "p", "in": "query", "schema": { "type": "string" } } }, """)),
        ("many security schemes", 100, n => Document($$"""{ {{Join(n, i => $$""" "/a{{i}}": { "get": { "security": [{ "k{{i}}": [] }], "responses": {} } } """)}} }""", $$""" "securitySchemes": { {{Join(n, i => $$""" "k{{i}}": { "type": "apiKey", "in": "header", "name": "X{{i}}" } """)}} }, """)),
        ("bodies of many kinds", 200, n => Document($$"""{ "/a": { "post": { "requestBody": { "content": { {{Join(n, i => $$""" "application/x{{i}}+json": { "schema": { "type": "object", "properties": { "p{{i}}": {} } } } """)}} } }, "responses": {} } } }""", "")),
        ("callbacks in callbacks", 25, n => Document($$"""{ "/a": {{Nest("""{ "post": { "responses": {}, "callbacks": { "c": { "/x": @ } } } }""", "{}", n)}} }""", "")),
        ("long name", 60_000, n => Schemas(1, _ => $$"""{ "type": "object", "properties": { "{{new string('n', n)}}": { "enum": ["{{new string('v', n)}}", "{{new string('-', n)}}"] } } }""", Text)),
        ("long name that many are named after", 300, n => Document("{}", $$""" "schemas": { "{{new string('n', 200 * n)}}": { "type": "object", "properties": { {{Join(n, i => $$""" "p{{i}}": { "type": "object", "properties": { "q{{i}}": {} } } """)}} } } }, """)),
        ("long text", 200_000, n => Schemas(1, _ => $$"""{ "type": "object", "description": "{{new string('t', n)}}", "properties": { "p": { "description": "{{string.Concat(Enumerable.Repeat("\\n<", n / 3))}}", "type": "string" } } }""", Text)),
        ("text that many take from one", 300, n => Schemas(n, i => $$"""{ "allOf": [{{Reference(n)}}, { "type": "object", "properties": { "own{{i}}": {} } }] }""", $$"""{ "type": "object", "properties": { "p": { "type": "string", "description": "{{new string('t', 100 * n)}}" } } }""")),
        ("properties that many take from one", 150, n => Schemas(n, i => $$"""{ "allOf": [{{Reference(n)}}, { "type": "object", "properties": { "own{{i}}": {} } }] }""", $$"""{ "type": "object", "properties": { {{Join(n, i => $$""" "p{{i}}": { "type": "string" } """)}} } }""")),
        ("unknown keywords", 2000, n => Schemas(1, _ => $$"""{ "type": "object", {{Join(n, i => $"\"k{i}\": 1")}} }""", Text)),
    ];

    /// <summary>Documents that only YAML can be.</summary>
    public static readonly (string Structure, int Size, Func<int, string> Make)[] AllYaml =
    [
        ("aliases of aliases", 8, n => Yaml(Join(n, i => $"  S{i}: &a{i}\n    type: object\n    properties: {{ {(i == 0 ? "p: { type: string }" : Join(10, j => $"p{j}: *a{i - 1}"))} }}\n", ""))),
        ("many aliases of one", 400, n => Yaml("  S0: &a { type: object, properties: { p: { type: string } } }\n" + Join(n, i => $"  T{i}: *a\n", ""))),
        ("merges of merges", 100, n => Yaml(Join(n, i => $"  S{i}: &a{i}\n    type: object\n    p{i}: 1\n{(i == 0 ? "" : $"    <<: *a{i - 1}\n")}", ""))),
        ("quotes that are not closed", 300, n => Yaml(Join(n, i => $"  S{i}: {{ type: object, description: \"a\n b\" }}\n", "") + "  T: \"\n")),
        ("nested flow", 60, n => Yaml($"  S: {new string('[', n)}{new string(']', n)}\n")),
        ("nested blocks", 60, n => Yaml("  S:\n" + Join(n, i => $"{new string(' ', 2 * i + 4)}items:\n", ""))),
        ("anchors that are written again", 400, n => Yaml(Join(n, i => $"  S{i}: &a {{ type: object }}\n  T{i}: *a\n", ""))),
    ];

    private const string Base = """{ "type": "object", "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } }""";

    /// <summary>The same document in another version, as far as that has its words.</summary>
    public static string In(string version, string document) => version == "2.0"
        ? document.Replace("\"openapi\": \"3.0.3\"", "\"swagger\": \"2.0\"", StringComparison.Ordinal).Replace("\"components\": { \"schemas\": { ", "\"definitions\": { ", StringComparison.Ordinal).Replace("} } }<end>", "} }", StringComparison.Ordinal).Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal).Replace("<end>", "", StringComparison.Ordinal)
        : document.Replace("3.0.3", version, StringComparison.Ordinal).Replace("<end>", "", StringComparison.Ordinal);

    private static string Yaml(string schemas) => "openapi: 3.0.3\ninfo: { title: Test, version: '1' }\npaths: {}\ncomponents:\n schemas:\n" + schemas;

    private static string Schemas(int count, Func<int, string> make, string last, string version = "3.0.3")
        => $$"""{ "openapi": "{{version}}", "info": { "title": "Test", "version": "1" }, "paths": {}, "components": { "schemas": { {{Join(count, i => $"\"S{i}\": {make(i)}")}}, "S{{count}}": {{last}}} } }<end>""";

    private static string Document(string paths, string components)
        => $$"""{ "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "paths": {{paths}}, "components": { {{components.TrimEnd().TrimEnd(',')}} } }<end>""";

    private static string Reference(int index) => $$"""{ "$ref": "{{Name}}{{index}}" }""";

    private static string Derived(int index, int parent) => $$"""{ "allOf": [{{Reference(parent)}}, { "type": "object", "properties": { "own{{index}}": { "type": "string" } } }] }""";

    private static string Product(int count, int members, string keyword, bool distinct)
        => $$"""{ "allOf": [{{Join(count, i => $$"""{ "{{keyword}}": [{{Join(members, j => $$"""{ "type": "object", "properties": { "a{{(distinct ? i : 0)}}_{{j}}": {{Text}} } }""")}}] }""")}}] }""";

    private static string LongParameter(int length) => $$""" "parameters": [{ "name": "p", "in": "query", "description": "{{new string('d', length)}}", "schema": {{Text}} }] """;

    private static string Fill(string schema, string inner, int number) => schema.Replace("@", inner, StringComparison.Ordinal).Replace("%", number.ToString(), StringComparison.Ordinal);

    private static string Nest(string schema, string core, int depth)
    {
        string[] parts = schema.Replace("%", "", StringComparison.Ordinal).Split('@');
        if (parts.Length > 2)
            return depth == 0 ? core : string.Join(Nest(schema, core, Math.Min(depth, 5) - 1), parts);

        var nested = new StringBuilder();
        for (int i = 0; i < depth; i++)
            nested.Append(parts[0]);
        nested.Append(core);
        for (int i = 0; i < depth; i++)
            nested.Append(parts[1]);

        return nested.ToString();
    }

    private static string Join(int count, Func<int, string> make, string separator = ", ") => string.Join(separator, Enumerable.Range(0, count).Select(make));
}
