using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>Parts of a document.</summary>
public class FilterTests
{
    private static readonly string Document = OpenApi.Paths(
        $$"""
        {
          "/pets": { "get": {{Operation("listPets", "Pets", "Pet")}}, "post": {{Operation("addPet", "Pets", "Pet")}} },
          "/pets/{id}/photos": { "get": {{Operation("listPhotos", "Photos", "Photo")}} },
          "/orders": { "get": {{Operation("listOrders", "Store", "Order")}} }
        }
        """,
        """
        {
          "Pet": { "type": "object", "properties": { "owner": { "$ref": "#/components/schemas/Owner" }, "kind": { "enum": ["cat", "dog"] } } },
          "Owner": { "type": "object", "properties": { "pets": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }, "tags": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Tag" } } } },
          "Tag": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Colour" }] }, "Colour": { "type": "object", "properties": { "r": { "type": "integer" } } },
          "Photo": { "type": "object", "properties": { "url": { "type": "string" } } },
          "Order": { "type": "object", "properties": { "status": { "enum": ["open", "closed"] } } },
          "WebhookMessage": { "type": "object", "properties": { "photo": { "$ref": "#/components/schemas/Photo" } } }, "WebhookAnswer": { "type": "object", "properties": {} }
        }
        """);

    [Theory]
    [InlineData("OpenApiIncludeTags", "Pets", "AddPet ListPets", "Colour Owner Pet PetKind Tag")]
    [InlineData("OpenApiIncludeTags", " store , photos ", "ListOrders ListPhotos", "Order OrderStatus Photo")]
    [InlineData("OpenApiExcludeTags", "Pets,Store", "ListPhotos", "Photo")]
    [InlineData("OpenApiIncludePaths", "/orders", "ListOrders", "Order OrderStatus")]
    [InlineData("OpenApiIncludePaths", "/pets/**", "ListPhotos", "Photo")]
    [InlineData("OpenApiIncludePaths", "/*", "AddPet ListOrders ListPets", "Colour Order OrderStatus Owner Pet PetKind Tag")]
    [InlineData("OpenApiIncludePaths", "/PETS/{id}/*,/none*", "ListPhotos", "Photo", "VAPI016")]
    [InlineData("OpenApiIncludeSchemas", "Webhook*", "AddPet ListOrders ListPets ListPhotos", "Colour Order OrderStatus Owner Pet PetKind Photo Tag WebhookAnswer WebhookMessage")]
    public void Filter_LeavesOutWhatNothingReachesAnyMore(string option, string value, string methods, string types, params string[] expected)
    {
        foreach (GeneratorInput input in new[] { new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } }), new GeneratorInput(Document) { Properties = { [option] = value } } })
        {
            GeneratorOutput output = GeneratorHost.Run(input with { Expected = expected });

            Assert.Equal(methods, Methods(output));
            Assert.Equal(types, Types(output));
        }
    }

    [Fact]
    public void Filters_Add_UpToOne() => Assert.Equal("ListOrders / Order OrderStatus Photo WebhookMessage", GeneratorHost.Run(new GeneratorInput(new InputDocument(Document)
    {
        Metadata = { ["OpenApiIncludeTags"] = "Store,Pets", ["OpenApiIncludePaths"] = "/orders,/pets/**", ["OpenApiIncludeSchemas"] = "WebhookMessage" },
    })) is var output ? Methods(output) + " / " + Types(output) : "");

    [Fact]
    public void WithoutAFilter_AllSchemasAreThere() => Assert.Contains("WebhookAnswer", Types(GeneratorHost.Run(Document)), StringComparison.Ordinal);

    [Theory]
    [InlineData("OpenApiIncludeTags", "pet", "'pet' in OpenApiIncludeTags matches none of the document's tags. The document has, for example: 'Pets', 'Photos', 'Store'.")]
    [InlineData("OpenApiExcludeTags", "Other", "'Other' in OpenApiExcludeTags matches none of the document's tags. The document has, for example: 'Pets', 'Photos', 'Store'.")]
    [InlineData("OpenApiIncludePaths", "/order", "'/order' in OpenApiIncludePaths matches none of the document's paths. The document has, for example: '/orders', '/pets', '/pets/{id}/photos'.")]
    [InlineData("OpenApiIncludeSchemas", "Webhook", "'Webhook' in OpenApiIncludeSchemas matches none of the document's schemas. The document has, for example: 'WebhookMessage', 'WebhookAnswer', 'Pet', 'Owner', 'Tag'.")]
    public void FilterThatMatchesNothing_IsReportedWithNearNames(string option, string value, string message)
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { [option] = value } }) { Expected = ["VAPI016"] });

        Diagnostic diagnostic = Assert.Single(output.Diagnostics, d => d.Id == "VAPI016");
        Assert.Equal(message, diagnostic.GetMessage());
        MarkedText.Parse("[|{|]").RequireAt(diagnostic);
    }

    [Fact]
    public void FiltersThatMatchNothingTogether_AreReported() => Assert.Equal(
        "The combination of all filters matches none of the document's operations. The document has, for example: '/pets', '/pets/{id}/photos', '/orders'.",
        Assert.Single(GeneratorHost.Run(new GeneratorInput(new InputDocument(Document) { Metadata = { ["OpenApiIncludeTags"] = "Pets", ["OpenApiIncludePaths"] = "/orders" } }) { Expected = ["VAPI016"] }).Diagnostics).GetMessage());

    [LongFact("10 seconds")]
    public void RealDocument_OfTwoTagsOnly_IsSmall()
    {
        GeneratorOutput part = GeneratorHost.Run(new GeneratorInput(new InputDocument(File.ReadAllText(Repository.Shared("vapi/openapi.json"))) { Metadata = { ["OpenApiIncludeTags"] = "Assistants,Calls" } }));

        TestContext.Current.TestOutputHelper?.WriteLine($"Assistants and Calls: {Size(part)}; all: {Size(RealDocument.Output)}");
        Assert.InRange(part.Files.Count, 1, RealDocument.Output.Files.Count - 1);
        Assert.All(new[] { "Assistants", "Calls" }, group => Assert.NotNull(part.Assembly.GetType($"Vapi.{group}Client")));

        static string Size(GeneratorOutput output) => $"{output.Files.Values.Sum(f => f.Count(c => c == '\n')):N0} lines in {output.Files.Count} files, {output.Types.Length} types, {output.Image.Length / 1e6:0.00} MB";
    }

    private static string Methods(GeneratorOutput output)
        => string.Join(" ", output.Types.Where(t => t.Namespace == "Test" && t.Name.EndsWith("Client", StringComparison.Ordinal)).SelectMany(t => t.GetMethods()).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal)).Select(m => m.Name[..^5]).Distinct().Order());

    private static string Types(GeneratorOutput output) => string.Join(" ", output.Types
        .Where(t => t is { Namespace: "Test", IsAbstract: false } && t.GetInterfaces().Any(i => i.Name == "IJsonModel")).Select(t => t.Name).Order());

    private static string Operation(string id, string tag, string schema) => $$"""
        { "operationId": "{{id}}", "tags": ["{{tag}}"], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{schema}}" } } } } } }
        """;
}
