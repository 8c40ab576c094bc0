namespace Vapi.Generators.Tests.Schemas;

/// <summary>The table from schema to C#.</summary>
public class PrimitiveTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "string?", "\"text\"")]
    [InlineData("""{ "type": "string", "format": "email" }""", "string?", "\"a@b.c\"")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "DateTimeOffset?", "\"2024-05-06T07:08:09.123Z\"")]
    [InlineData("""{ "type": "string", "format": "date" }""", "DateOnly?", "\"2024-05-06\"")]
    [InlineData("""{ "type": "string", "format": "time" }""", "TimeOnly?", "\"07:08:09\"")]
    [InlineData("""{ "type": "string", "format": "duration" }""", "TimeSpan?", "\"PT1H30M\"")]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "Guid?", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "Uri?", "\"HTTPS://Example.com/a%20b?q=%C3%A4#x\"")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "Uri?", "\"not a uri: ä\"")]
    [InlineData("""{ "type": "string", "format": "byte" }""", "byte[]?", "\"AQID\"")]
    [InlineData("""{ "type": "integer" }""", "long?", "9223372036854775807")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", "long?", "-9223372036854775808")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "int?", "-2147483648")]
    [InlineData("""{ "type": "integer" }""", "long?", "1.0")]
    [InlineData("""{ "type": "integer" }""", "long?", "1e3")]
    [InlineData("""{ "type": "number" }""", "double?", "1.7976931348623157E308")]
    [InlineData("""{ "type": "number", "format": "double" }""", "double?", "0.1")]
    [InlineData("""{ "type": "number", "format": "float" }""", "float?", "1.5")]
    [InlineData("""{ "type": "number", "format": "decimal" }""", "decimal?", "79228162514264337593543950335")]
    [InlineData("""{ "type": "boolean" }""", "bool?", "true")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } }""", "IReadOnlyList<string>?", """["a", "b"]""")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "integer" } } }""", "IReadOnlyList<IReadOnlyList<long>>?", "[[1], [], [2, 3]]")]
    [InlineData("""{ "type": "array" }""", "IReadOnlyList<JsonElement>?", """[1, "a", null, {}]""")]
    [InlineData("""{ "items": { "type": "boolean" } }""", "IReadOnlyList<bool>?", "[true, false]")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "number" } }""", "IReadOnlyDictionary<string, double>?", """{ "a": 1.5, "": 2 }""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } }""", "IReadOnlyDictionary<string, IReadOnlyList<string>>?", """{ "a": ["b"] }""")]
    [InlineData("""{ "type": "object", "additionalProperties": true }""", "IReadOnlyDictionary<string, JsonElement>?", """{ "a": [1, null] }""")]
    [InlineData("""{ "type": "object" }""", "IReadOnlyDictionary<string, JsonElement>?", """{ "a": null }""")]
    [InlineData("""{ "type": "object", "example": "text" }""", "JsonElement?", "\"text\"")]
    [InlineData("""{ "type": "object", "default": 1 }""", "JsonElement?", "[1]")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "example": 1 } }""", "IReadOnlyList<JsonElement>?", """[1, {}, "a"]""")]
    [InlineData("{}", "JsonElement?", """{ "a": [1, null, "x"] }""")]
    [InlineData("""{ "description": "Anything." }""", "JsonElement?", "0.10")]
    public void Schema_HasItsCSharpType_AndItsValuesKeepTheirJson(string schema, string type, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property(schema));

        Assert.Equal($"{type} Value {{ get; set; }}", output.Property("Thing"));
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");
    }

    [Theory]
    [InlineData("""{ "type": ["string", "null"] }""", "string?", "null")]
    [InlineData("""{ "type": ["integer", "null"] }""", "long?", "null")]
    [InlineData("""{ "type": ["string", "integer"] }""", "ThingValue?", "1")]
    [InlineData("""{ "type": "null" }""", "JsonElement?", "null")]
    [InlineData("""{ "anyOf": [{ "type": "integer" }, { "type": "null" }] }""", "long?", "null")]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "type": "string", "format": "uuid" }] }""", "Guid?", "null")]
    [InlineData("""{ "type": "array", "items": { "type": ["integer", "null"] } }""", "IReadOnlyList<long?>?", "[1, null]")]
    [InlineData("""{ "type": "array", "items": { "type": ["string", "null"] } }""", "IReadOnlyList<string?>?", """["a", null]""")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": ["boolean", "null"] } }""", "IReadOnlyDictionary<string, bool?>?", """{ "a": null, "b": true }""")]
    public void Schema31_HasItsCSharpType_AndItsValuesKeepTheirJson(string schema, string type, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property(schema, version: "3.1.0"));

        Assert.Equal($"{type} Value {{ get; set; }}", output.Property("Thing"));
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06T07:08:09.1234567Z")]
    [InlineData("2024-05-06T07:08:09+02:00")]
    [InlineData("2024-05-06T07:08:09-11:30")]
    [InlineData("2024-05-06t07:08:09z")]
    [InlineData("2024-05-06T07:08:09.123456789Z")]
    [InlineData("2024-05-06 07:08:09Z")]
    public void DateTime_ReadsRfc3339(string text)
    {
        object? value = GeneratorHost.Run(OpenApi.Property("""{ "type": "string", "format": "date-time" }""")).Read("Thing", $$"""{ "value": "{{text}}" }""").Get("Value");

        Assert.Equal(new DateTime(2024, 5, 6), ((DateTimeOffset)value!).Date);
    }

    [Theory]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"yesterday\"")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "\"2024-05-06T23:59:60Z\"")]
    [InlineData("""{ "type": "string", "format": "date" }""", "\"06.05.2024\"")]
    [InlineData("""{ "type": "string", "format": "time" }""", "\"late\"")]
    [InlineData("""{ "type": "string", "format": "duration" }""", "\"an hour\"")]
    [InlineData("""{ "type": "string", "format": "duration" }""", "\"P1Y2M\"")]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "\"1\"")]
    [InlineData("""{ "type": "string", "format": "byte" }""", "\"?\"")]
    [InlineData("""{ "type": "integer" }""", "1.5")]
    [InlineData("""{ "type": "integer" }""", "99999999999999999999")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "3000000000")]
    [InlineData("""{ "type": "number", "format": "decimal" }""", "1e300")]
    [InlineData("""{ "type": "number" }""", "1e400")]
    public void ValueThatItsTypeCannotHold_IsKept(string schema, string json)
    {
        GeneratorOutput output = GeneratorHost.Run(OpenApi.Property(schema));

        Assert.Null(output.Read("Thing", $$"""{ "value": {{json}} }""").Get("Value"));
        output.RequireLossless("Thing", $$"""{ "value": {{json}} }""");
    }

    [Fact]
    public void NamedSchemaWithoutProperties_IsSpelledWhereItIsUsed() => Assert.Equal(
        ["string? A { get; set; }", "IReadOnlyList<Guid>? B { get; set; }", "IReadOnlyDictionary<string, long>? C { get; set; }"],
        GeneratorHost.Run(OpenApi.Schemas("""
            {
              "Name": { "type": "string" }, "Ids": { "type": "array", "items": { "$ref": "#/components/schemas/Id" } }, "Id": { "type": "string", "format": "uuid" },
              "Counts": { "type": "object", "additionalProperties": { "type": "integer" } },
              "Thing": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/Name" }, "b": { "$ref": "#/components/schemas/Ids" }, "c": { "$ref": "#/components/schemas/Counts" } } }
            }
            """)).Properties("Thing"));

    [Fact]
    public void ReferenceToNowhere_IsAnyJson()
    {
        var input = new GeneratorInput(OpenApi.Property("""{ "$ref": "#/components/schemas/Missing" }"""));

        Assert.Equal("JsonElement? Value { get; set; }", GeneratorHost.Run(input).Property("Thing"));
    }

    [Fact]
    public void FrameworkWithoutDateOnly_HasDateTimeAndTimeSpan()
    {
        var input = new GeneratorInput(OpenApi.Properties("""{ "day": { "type": "string", "format": "date" }, "at": { "type": "string", "format": "time" } }""")) { Framework = Framework.NetStandard20 };

        Assert.Equal(["DateTime? Day { get; set; }", "TimeSpan? At { get; set; }"], GeneratorHost.Run(input).Properties("Thing"));
    }
}
