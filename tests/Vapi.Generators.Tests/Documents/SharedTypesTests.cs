using System.Reflection;
using System.Xml.Linq;

namespace Vapi.Generators.Tests.Documents;

/// <summary>A document that uses the types of another document of the project (OpenApiTypesFrom).</summary>
public class SharedTypesTests
{
    [Fact]
    public void ProjectWithSharedTypes_HasNoTypeTwice()
    {
        string[] names = [.. TwoDocuments.Output.Types.Where(t => t is { IsNested: false, Namespace: "Phone" or "Hooks" or "Phone.ApiRuntime" or "Hooks.ApiRuntime" }).Select(t => t.Name)];

        Assert.Equal(["ApiInfo"], names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Equal(
            ["ApiInfo", "Everything", "EverythingEither", "EverythingEnded", "HooksClient", "HooksClientOptions", "HooksJsonTypeInfoResolver", "Own"],
            TwoDocuments.Output.Types.Where(t => t is { IsNested: false, IsPublic: true, Namespace: "Hooks" }).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Call", "Phone.Call")]
    [InlineData("Reason", "Phone.Reason")]
    [InlineData("Priority", "Phone.Priority")]
    [InlineData("Destination", "Phone.Destination")]
    [InlineData("Pet", "Phone.Pet")]
    [InlineData("Dog", "Phone.Dog")]
    public void ReferenceToTheOtherDocument_IsItsType(string property, string expected)
    {
        Type type = TwoDocuments.Output.Type("Hooks.Everything").GetProperty(property)!.PropertyType;

        Assert.Equal(expected, (Nullable.GetUnderlyingType(type) ?? type).FullName);
    }

    /// <summary>An allOf has the properties of the other document's schema, and inline types in them are the types of the other document.</summary>
    [Theory]
    [InlineData("Status", "Phone.CallStatus")]
    [InlineData("Cost", "Phone.CallCost")]
    [InlineData("Voice", "Phone.CallVoice")]
    public void InlineTypeInTheOtherDocument_IsItsType(string property, string expected)
    {
        Type type = TwoDocuments.Output.Type("Hooks.EverythingEnded").GetProperty(property)!.PropertyType;

        Assert.Equal(expected, (Nullable.GetUnderlyingType(type) ?? type).FullName);
    }

    [Fact]
    public void SharedTypes_AreReadAndWrittenInEveryPlace()
    {
        TwoDocuments.Output.RequireLossless("Hooks.Everything", TwoDocuments.Json);

        object pet = TwoDocuments.Output.Read("Hooks.Everything", TwoDocuments.Json).Get("Pet")!;
        Assert.Equal("Phone.Dog", pet.GetType().FullName);
    }

    [Theory]
    [InlineData("call", "7")]
    [InlineData("call", """{ "id": 7, "cost": "free", "status": {} }""")]
    [InlineData("list", """[{ "id": "1" }, 7, { "id": [] }]""")]
    [InlineData("map", """{ "a": 7, "b": { "id": "1", "voice": 8 } }""")]
    [InlineData("priority", "1.5")]
    [InlineData("either", "\"hangup\"")]
    [InlineData("either", "[]")]
    public void ValueThatDoesNotMatchASharedType_IsKept(string property, string value)
        => TwoDocuments.Output.RequireLossless("Hooks.Everything", $$"""{ "{{property}}": {{value}} }""");

    /// <summary>Misfits, exceptions and requests are those of the other document's runtime.</summary>
    [Fact]
    public void SharedRuntime_FindsMisfitsInBothDocuments()
    {
        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything)) with
        {
            Source = """"
                using System.Linq;
                using System.Text.Json;

                public static class Probe
                {
                    public static string Run()
                    {
                        Hooks.Everything read = JsonSerializer.Deserialize("""{ "call": { "id": 7 }, "list": [8], "reason": {} }""", Phone.ApiJson.Of<Hooks.Everything>())!;
                        Phone.Call call = read.Call!;
                        return string.Join(" ", Phone.ApiJson.Misfits(read).Select(m => m.ToString()));
                    }
                }
                """",
        });

        Assert.Equal("/call/id: 7 /list/0: 8 /reason: {}", output.Run<string>());
    }

    /// <summary>If the documents have different versions of OpenAPI, a keyword of the other document can have no meaning here (nullable).</summary>
    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Operations_TakeAndReturnSharedTypes(string version)
    {
        const string Paths = """
            "/call/{reason}": { "post": { "operationId": "send", "parameters": [{ "name": "reason", "in": "path", "required": true, "schema": { "$ref": "api/openapi.json#/components/schemas/Reason" } }],
              "requestBody": { "content": { "application/json": { "schema": { "$ref": "api/openapi.json#/components/schemas/Call" } }, "multipart/form-data": { "schema": { "$ref": "api/openapi.json#/components/schemas/Sip" } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "api/openapi.json#/components/schemas/Call" } } } } },
                "400": { "description": "", "content": { "application/json": { "schema": { "$ref": "api/openapi.json#/components/schemas/Voice" } } } } } } },
            "/calls": { "get": { "operationId": "list", "parameters": [{ "name": "page", "in": "query", "schema": { "type": "integer", "minimum": 1 } }, { "name": "limit", "in": "query", "schema": { "type": "integer" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "api/openapi.json#/components/schemas/CallPage" } } } } } } },
            "/form": { "post": { "operationId": "form", "requestBody": { "content": { "multipart/form-data": { "schema": { "oneOf": [{ "$ref": "api/openapi.json#/components/schemas/Call" }, { "$ref": "api/openapi.json#/components/schemas/Voice" }] } } } },
              "responses": { "204": { "description": "" } } } }
            """;
        string api = TwoDocuments.Api.Replace("\"Reason\":", """
            "CallPage": { "type": "object", "properties": { "results": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "name": { "type": "string", "nullable": true } } } },
              "metadata": { "type": "object", "properties": { "hasNextPage": { "type": "boolean" } } } } },
            "Reason":
            """, StringComparison.Ordinal);

        InputDocument hooks = TwoDocuments.Hooks("", Paths);

        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(hooks with { Text = hooks.Text!.Replace("3.0.3", version, StringComparison.Ordinal) }, api));

        MethodInfo send = output.Type("Hooks.HooksClient").GetMethods().First(m => m.Name == "SendAsync");
        Assert.Equal(["Phone.Reason", "Phone.Call", "Phone.RequestOptions", "System.Threading.CancellationToken"], send.GetParameters().Select(p => p.ParameterType.FullName));
        Assert.Equal("Phone.Call", send.ReturnType.GenericTypeArguments[0].GenericTypeArguments[0].FullName);
        Assert.Equal("Phone.CallPageResult", output.Type("Hooks.HooksClient").GetMethods().First(m => m.Name == "ListPagesAsync").ReturnType.GenericTypeArguments[0].FullName);
    }

    /// <summary>A schema of a third file, and a schema of the referring document that the other one refers to, are one type too.</summary>
    [Fact]
    public void SchemaThatBothDocumentsReferTo_IsOneType()
    {
        string api = TwoDocuments.Api.Replace("\"Reason\":", """
            "Common": { "type": "object", "properties": { "third": { "$ref": "../common.json#/Third" }, "back": { "$ref": "../hooks.openapi.json#/components/schemas/Own" } } },
            "Reason":
            """, StringComparison.Ordinal);
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks("""
            "Own": { "type": "object", "properties": { "third": { "$ref": "common.json#/Third" }, "common": { "$ref": "api/openapi.json#/components/schemas/Common" } } },
            "Other": { "type": "object", "properties": { "own": { "$ref": "#/components/schemas/Own" }, "third": { "$ref": "common.json#/Third" } } }
            """), api);

        GeneratorOutput output = GeneratorHost.Run(input with { Documents = [.. input.Documents, new("""{ "Third": { "type": "object", "properties": { "x": { "type": "string" } } } }""", "/project/common.json")] });

        Assert.Equal(["ApiInfo", "HooksClient", "HooksClientOptions", "HooksJsonTypeInfoResolver", "Other"], Public(output, "Hooks"));
        Assert.Equal("Phone.Own", output.Type("Hooks.Other").GetProperty("Own")!.PropertyType.FullName);
        Assert.Equal("Phone.Third", output.Type("Hooks.Other").GetProperty("Third")!.PropertyType.FullName);
    }

    [Fact]
    public void SchemaOfASwaggerDocument_IsItsType()
    {
        const string Swagger = """{ "swagger": "2.0", "info": { "title": "Phone", "version": "1" }, "paths": {}, "definitions": { "Call": { "type": "object", "properties": { "id": { "type": "string" }, "cost": { "type": "object", "properties": { "total": { "type": "number" } } } } } } }""";

        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(TwoDocuments.Hooks("""
            "Event": { "type": "object", "properties": { "call": { "$ref": "api/openapi.json#/definitions/Call" }, "cost": { "$ref": "api/openapi.json#/definitions/Call/properties/cost" } } }
            """), Swagger));

        Assert.Equal("Phone.Call", output.Type("Hooks.Event").GetProperty("Call")!.PropertyType.FullName);
        Assert.Equal("Phone.CallCost", output.Type("Hooks.Event").GetProperty("Cost")!.PropertyType.FullName);
        output.RequireLossless("Hooks.Event", """{ "call": { "id": "1", "cost": { "total": 1 } }, "cost": { "total": 2 } }""");
    }

    [Fact]
    public void InternalDocuments_ShareTypes()
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything), metadata: new() { ["OpenApiTypesFrom"] = "Phone", ["OpenApiAccessibility"] = "internal" });
        input.Documents[0].Metadata["OpenApiAccessibility"] = "internal";

        Assert.DoesNotContain(GeneratorHost.Run(input).Types, t => t.IsPublic);
    }

    /// <summary>The other document decides names: a schema can have another name there, and a type of this document can have the same name.</summary>
    [Fact]
    public void NamesOfTheOtherDocument_AreUsed()
    {
        string api = TwoDocuments.Api.Replace("\"Reason\":", "\"PhoneClient\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }, \"Reason\":", StringComparison.Ordinal);
        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(TwoDocuments.Hooks("""
            "Call": { "type": "object", "properties": { "client": { "$ref": "api/openapi.json#/components/schemas/PhoneClient" }, "call": { "$ref": "api/openapi.json#/components/schemas/Call" }, "shared": { "type": "string" } } }
            """), api));

        Assert.Equal("Phone.PhoneClient2", output.Type("Hooks.Call").GetProperty("Client")!.PropertyType.FullName);
        Assert.Equal("Phone.Call", output.Type("Hooks.Call").GetProperty("Call2")!.PropertyType.FullName);
        output.RequireLossless("Hooks.Call", """{ "client": { "a": "1" }, "call": { "id": "2", "call": "3" }, "shared": "4" }""");
    }

    [Fact]
    public void SchemaThatTheOtherDocumentDoesNotGenerate_IsDeclared()
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks("""
            "Event": { "type": "object", "properties": { "call": { "$ref": "api/openapi.json#/components/schemas/Call" }, "sip": { "$ref": "api/openapi.json#/components/schemas/Sip" } } }
            """));
        input.Documents[0].Metadata["OpenApiIncludePaths"] = "/calls";

        GeneratorOutput output = GeneratorHost.Run(input);

        Assert.Equal("Phone.Call", output.Type("Hooks.Event").GetProperty("Call")!.PropertyType.FullName);
        Assert.Equal("Hooks.Sip", output.Type("Hooks.Event").GetProperty("Sip")!.PropertyType.FullName);
        output.RequireLossless("Hooks.Event", """{ "call": { "id": "1" }, "sip": { "type": "Sip", "uri": "2" } }""");
    }

    [Fact]
    public void ClassThatDerivesFromASharedClass_IsASeparateClassAndAWarning()
    {
        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(TwoDocuments.Hooks("""
            "Cat": { "allOf": [{ "$ref": "api/openapi.json#/components/schemas/Pet" }, { "type": "object", "properties": { "lives": { "type": "integer" } } }] }
            """)) with { Expected = ["VAPI012"] });

        Assert.Equal(output.Type("Phone.ApiObject"), output.Type("Hooks.Cat").BaseType);
        output.RequireLossless("Hooks.Cat", """{ "kind": "Cat", "name": "c", "lives": 9 }""");
        Assert.Contains("derives from a class of another document", output.Diagnostics.Single(d => d.Id == "VAPI012").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_PassesTypesOfOneDocumentToTheOther()
    {
        InputDocument[] documents =
        [
            .. XDocument.Load(Path.Combine(Repository.TwoDocuments, "TwoDocuments.csproj")).Descendants("AdditionalFiles").Select(item => new InputDocument(
                File.ReadAllText(Path.Combine(Repository.TwoDocuments, item.Attribute("Include")!.Value)), "/project/" + item.Attribute("Include")!.Value)
            {
                Metadata = item.Attributes().Where(a => a.Name != "Include").ToDictionary(a => a.Name.LocalName, a => a.Value),
            }),
        ];

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(documents) { Source = File.ReadAllText(Path.Combine(Repository.TwoDocuments, "Program.cs")) });

        Assert.Empty(Public(output, "Acme.Shop").Intersect(Public(output, "Acme.Shop.Events")).Except(["ApiInfo"]));
        Type program = output.Assembly.GetType("Program", throwOnError: true)!;
        object? body = program.GetField("Body", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null);
        MethodInfo describe = program.GetMethod("Describe", BindingFlags.NonPublic | BindingFlags.Static, [typeof(string)])!;
        Assert.Equal("Order 17 of Ann (shipped) is on its way with Express.", describe.Invoke(null, [body]));
    }

    /// <summary>A document that refers to each schema of Vapi's document, and copies each class with an allOf, declares only these copies.</summary>
    [LongFact("1 minute")]
    public void DocumentThatRefersToEverySchemaOfTheRealDocument_DeclaresNoTypeTwice()
    {
        string[] ids = [.. RealDocument.Schemas.Select(s => s.Name)];
        string properties = string.Join(",", ids.Select((id, i) => $$"""{{OpenApi.Json("p" + i)}}: { "$ref": {{OpenApi.Json("api/openapi.json#/components/schemas/" + id)}} }"""));
        string copies = string.Join(",", RealDocument.Schemas.Where(s => s.Value.TryGetProperty("properties", out _)).Select(s
            => $$"""{{OpenApi.Json("Copy" + s.Name)}}: { "allOf": [{ "$ref": {{OpenApi.Json("api/openapi.json#/components/schemas/" + s.Name)}} }, { "type": "object", "properties": { "copied": { "type": "string" } } }] }"""));

        GeneratorOutput output = GeneratorHost.Run(TwoDocuments.Project(TwoDocuments.Hooks($$"""{{copies}}, "Everything": { "type": "object", "properties": { {{properties}} } }"""), RealDocument.Json.GetRawText()) with { Expected = null });

        Assert.True(ids.Length > 900);
        Assert.All(Public(output, "Hooks"), name => Assert.True(name.StartsWith("Copy", StringComparison.Ordinal) || name is "Everything" or "ApiInfo" or "HooksClient" or "HooksClientOptions" or "HooksJsonTypeInfoResolver", name));
    }

    private static IEnumerable<string> Public(GeneratorOutput output, string @namespace)
        => output.Types.Where(t => t is { IsNested: false, IsPublic: true } && t.Namespace == @namespace).Select(t => t.Name).Order(StringComparer.Ordinal);
}
