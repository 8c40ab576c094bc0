namespace Vapi.Generators.Tests.Samples;

/// <summary>A class with a property of every kind, generated once.</summary>
internal static class EveryKind
{
    public const string Document = """
        {
          "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "paths": {},
          "components": { "schemas": {
            "Cat": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["cat"] }, "lives": { "type": "integer" } } },
            "Dog": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["dog"] }, "tricks": { "type": "array", "items": { "type": "string" } } } },
            "Person": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "id": { "type": "string" } } },
            "Company": { "type": "object", "required": ["employees"], "properties": { "employees": { "type": "integer" }, "id": { "type": "string" } } },
            "Thing": { "type": "object", "properties": {
              "constant": { "type": "string", "enum": ["thing"] }, "one": { "type": "integer", "enum": [1] },
              "text": { "type": "string" }, "none": { "type": "string", "nullable": true }, "maybe": { "type": "integer", "nullable": true }, "flag": { "type": "boolean" },
              "int": { "type": "integer", "format": "int32" }, "long": { "type": "integer" },
              "float": { "type": "number", "format": "float" }, "double": { "type": "number" }, "decimal": { "type": "number", "format": "decimal" },
              "at": { "type": "string", "format": "date-time" }, "date": { "type": "string", "format": "date" }, "time": { "type": "string", "format": "time" },
              "duration": { "type": "string", "format": "duration" }, "guid": { "type": "string", "format": "uuid" }, "uri": { "type": "string", "format": "uri" }, "bytes": { "type": "string", "format": "byte" },
              "choice": { "type": "string", "enum": ["a", "b"] }, "level": { "type": "integer", "enum": [1, 2] }, "ratio": { "type": "number", "enum": [0.5, 1.5] },
              "list": { "type": "array", "items": { "type": "integer" } }, "numbers": { "type": "array", "items": { "type": "number" } },
              "times": { "type": "array", "items": { "type": "string", "format": "date-time" } }, "choices": { "type": "array", "items": { "enum": ["a", "b"] } },
              "things": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }, "self": { "$ref": "#/components/schemas/Thing" }, "any": {},
              "map": { "type": "object", "additionalProperties": { "type": "string" } }, "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
              "pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }] },
              "owner": { "oneOf": [{ "$ref": "#/components/schemas/Person" }, { "$ref": "#/components/schemas/Company" }] },
              "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "array", "items": { "type": "string" } }, { "$ref": "#/components/schemas/Thing" }] },
              "number": { "oneOf": [{ "type": "number" }, { "type": "boolean" }] },
              "digits": { "anyOf": [{ "type": "integer", "format": "int32" }, { "type": "string", "pattern": "^-?(?:0|[1-9]\\d*)$" }] },
              "digitList": { "type": "array", "items": { "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$" }] } },
              "stamp": { "type": "string", "format": "date-time", "readOnly": true }
            } }
          } }
        }
        """;

    /// <summary>Properties with a value that their C# type holds, and one that it does not hold although the JSON kind is right.</summary>
    public static readonly TheoryData<string, string, string> Misfits = new()
    {
        { "int", "1", "3000000000" },
        { "long", "1", "1.5" },
        { "long", "1", "1208925819614629174706175" },
        { "maybe", "1", "1.5" },
        { "float", "0.5", "1e400" },
        { "double", "0.5", "1e400" },
        { "decimal", "0.5", "1e300" },
        { "at", "\"2024-05-06T07:08:09Z\"", "\"yesterday\"" },
        { "date", "\"2024-05-06\"", "\"06.05.2024\"" },
        { "time", "\"07:08:09\"", "\"late\"" },
        { "duration", "\"PT1H\"", "\"P1Y\"" },
        { "guid", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"1\"" },
        { "uri", "\"https://a.test\"", "\"http://\"" },
        { "bytes", "\"AQID\"", "\"?\"" },
        { "level", "1", "1.5" },
        { "ratio", "0.5", "1e400" },
    };

    /// <summary>Properties with a text that their C# type holds, but would write otherwise, and with another value.</summary>
    public static readonly TheoryData<string, string, string> Inexact = new()
    {
        { "float", "16777217.00000000000000001", "0.5" },
        { "double", "9007199254740993", "0.5" },
        { "double", "18446744073709551615", "0.5" },
        { "double", "1e-400", "0.5" },
        { "decimal", "0.1234567890123456789012345678901", "0.5" },
        { "at", "\"2024-05-06T07:08:09\"", "\"2024-05-06T07:08:09Z\"" },
        { "at", "\"2024-05-06T07:08:09.123456789Z\"", "\"2024-05-06T07:08:09Z\"" },
        { "stamp", "\"2024-05-06T07:08:09\"", "\"2024-05-06T07:08:09Z\"" },
        { "time", "\"07:08:09Z\"", "\"07:08:09\"" },
        { "duration", "\"P2W\"", "\"PT1H\"" },
        { "guid", "\"0F8FAD5B-D9CB-469F-A165-70867728950E\"", "\"1f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { "bytes", "\"AQ ID\"", "\"AQID\"" },
        { "digits", "\"12\"", "12" },
    };

    private static readonly Lazy<GeneratorOutput> Run = new(() => GeneratorHost.Run(Document));

    public static GeneratorOutput Output => Run.Value;
}
