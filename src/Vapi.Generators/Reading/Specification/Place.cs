using System.Text.Json;

namespace Vapi.Generators.Reading.Specification;

/// <summary>The kind of object at a place of a document, as far as it affects normalization.</summary>
internal enum Place
{
    /// <summary>An OpenAPI object with keywords: an operation, a response.</summary>
    Object,

    /// <summary>Custom names, each with an <see cref="Object"/>.</summary>
    Map,

    Schema,

    /// <summary>Custom names, each with a <see cref="Schema"/>.</summary>
    SchemaMap,

    SchemaList,

    /// <summary>Any JSON: examples, defaults, values, extensions.</summary>
    Data,
}

/// <summary>The places of members and items: OpenAPI 3.2, section 4, and JSON Schema 2020-12.</summary>
internal static class Places
{
    /// <summary>The place of a member of an object.</summary>
    public static Place Of(Place parent, string name, JsonValueKind kind) => parent switch
    {
        Place.Data => Place.Data,
        Place.Map => Place.Object,
        Place.SchemaMap or Place.SchemaList => Place.Schema,
        Place.Schema => OfSchema(name, kind),
        _ => OfObject(name),
    };

    /// <summary>The place of an item of an array.</summary>
    public static Place OfItem(Place parent) => parent switch
    {
        Place.Data => Place.Data,
        Place.SchemaList => Place.Schema,
        _ => Place.Object,
    };

    private static Place OfSchema(string name, JsonValueKind kind) => name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => Place.SchemaMap,
        "allOf" or "anyOf" or "oneOf" or "prefixItems" => Place.SchemaList,
        "items" when kind == JsonValueKind.Array => Place.SchemaList,
        "items" or "additionalProperties" or "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "unevaluatedProperties" or "unevaluatedItems" or "contentSchema" => Place.Schema,
        "discriminator" or "xml" or "externalDocs" => Place.Object,
        _ => Place.Data,
    };

    private static Place OfObject(string name) => name switch
    {
        "schema" or "itemSchema" or "items" => Place.Schema,
        "schemas" or "definitions" => Place.SchemaMap,
        "paths" or "webhooks" or "responses" or "parameters" or "requestBodies" or "headers" or "securitySchemes" or "securityDefinitions" or "links" or "callbacks" or "pathItems" or "mediaTypes"
            or "content" or "variables" or "encoding" or "additionalOperations" or "mapping" => Place.Map,
        "example" or "examples" or "default" or "enum" or "value" or "scopes" => Place.Data,
        _ => name.StartsWith("x-", StringComparison.Ordinal) ? Place.Data : Place.Object,
    };
}
