using System.Globalization;
using Microsoft.CodeAnalysis;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Tests.Naming;

/// <summary>The names that stand in the file beside the document stay, whatever else is in the document.</summary>
public class NamesLockTests
{
    private const string LockPath = "/project/openapi.names.json";

    private const string Status = """{ "type": "string", "enum": ["open", "closed"] }""";

    private const string Sizes = """{ "type": "object", "properties": { "size": { "type": "string", "enum": ["s", "m"] } } }""";

    private static readonly string Order = $$"""{ "type": "object", "properties": { "status": {{Status}} } }""";

    [Fact]
    public void InlineType_HasItsLockedName()
    {
        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "Order": {{Order}} }"""), Types(("#/components/schemas/Order/properties/status", "State")));

        Assert.Equal("State?", TypeOf(output, "Order", "Status"));
        Assert.Empty(output.Diagnostics);
    }

    [Theory]
    [InlineData("items", """{ "type": "array", "items": { "type": "string", "enum": ["a", "b"] } }""")]
    [InlineData("additionalProperties", """{ "type": "object", "additionalProperties": { "type": "string", "enum": ["a", "b"] } }""")]
    [InlineData("oneOf/Cash", """{ "oneOf": [{ "type": "object", "properties": { "kind": { "const": "cash" } } }, { "type": "object", "properties": { "kind": { "const": "card" } } }] }""")]
    public void PartOfAProperty_HasItsLockedName(string part, string schema)
        => Assert.True(Run(OpenApi.Property(schema, version: "3.1.0"), Types(("#/components/schemas/Thing/properties/value/" + part, "Chosen"))).Has("Chosen"));

    /// <summary>The place of a member is what it is, not where it stands among the others.</summary>
    [Fact]
    public void MembersOfAUnion_KeepTheirNamesInAnotherOrder()
    {
        string[] members = [.. new[] { "cash", "card", "coin" }.Select(kind => $$"""{ "type": "object", "properties": { "kind": { "const": "{{kind}}" } } }""")];
        string names = Types(("#/components/schemas/Thing/properties/value/oneOf/Cash", "First"), ("#/components/schemas/Thing/properties/value/oneOf/Card", "Second"));

        GeneratorOutput output = Run(OpenApi.Property($$"""{ "oneOf": [{{string.Join(", ", members.Reverse())}}] }""", version: "3.1.0"), names);

        Assert.Contains("\"cash\"", output.File("First"), StringComparison.Ordinal);
        Assert.Contains("\"card\"", output.File("Second"), StringComparison.Ordinal);
    }

    [Fact]
    public void NewSchemaWithALockedName_GetsAnotherName()
    {
        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "State": {{Sizes}}, "Order": {{Order}} }"""), Types(("#/components/schemas/Order/properties/status", "State")));

        Assert.Equal("State?", TypeOf(output, "Order", "Status"));
        Assert.True(output.Has("State2"));
        Assert.Equal("VAPI008", Assert.Single(output.Diagnostics).Id);
    }

    [Fact]
    public void NewInlineTypeThatWantsALockedName_GetsAnotherName()
    {
        string schema = $$"""{ "type": "object", "properties": { "state": { "type": "string", "enum": ["x", "y"], "title": "Order status" }, "status": {{Status}} } }""";

        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "Other": {{schema}}, "Order": {{Order}} }"""), Types(("#/components/schemas/Order/properties/status", "OrderStatus")));

        Assert.Equal("OrderStatus?", TypeOf(output, "Order", "Status"));
        Assert.Equal(("OtherState?", "OtherStatus?"), (TypeOf(output, "Other", "State"), TypeOf(output, "Other", "Status")));
    }

    /// <summary>The schema takes the place of the inline type, so it may have its name.</summary>
    [Fact]
    public void InlineTypeThatBecomesASchema_LeavesItsNameToIt_AndIsReported()
    {
        var names = MarkedText.Parse("""{ "formatVersion": 1, "types": { [|"#/components/schemas/Order/properties/status"|]: "OrderStatus" } }""");

        GeneratorOutput output = Run(
            OpenApi.Schemas($$"""{ "OrderStatus": {{Status}}, "Order": { "type": "object", "properties": { "status": { "$ref": "#/components/schemas/OrderStatus" } } } }"""), names.Text);

        Assert.Equal("OrderStatus?", TypeOf(output, "Order", "Status"));
        Diagnostic diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal(("VAPI023", DiagnosticSeverity.Info), (diagnostic.Id, diagnostic.Severity));
        names.RequireAt(diagnostic, LockPath);
        Assert.Contains("'OrderStatus' for '#/components/schemas/Order/properties/status'", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void NewPlaceOfAFamily_HasTheLockedTypeOfTheFamily()
    {
        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "CreateOrder": {{Order}}, "Order": {{Order}} }"""), Types(("#/components/schemas/CreateOrder/properties/status", "State")));

        Assert.Equal(("State?", "State?"), (TypeOf(output, "Order", "Status"), TypeOf(output, "CreateOrder", "Status")));
    }

    /// <summary>The name stays with most of the places.</summary>
    [Fact]
    public void TypeOfSeveralPlacesOfWhichOneChanges_KeepsItsNameAtTheOthers()
    {
        string changed = Order.Replace("\"closed\"", "\"closed\", \"void\"", StringComparison.Ordinal);
        string names = Types([.. new[] { "Order", "CreateOrder", "UpdateOrder" }.Select(s => ($"#/components/schemas/{s}/properties/status", "OrderStatus"))]);

        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "Order": {{changed}}, "CreateOrder": {{Order}}, "UpdateOrder": {{Order}} }"""), names, "VAPI024");

        Assert.Equal(("OrderStatus?", "OrderStatus?"), (TypeOf(output, "CreateOrder", "Status"), TypeOf(output, "UpdateOrder", "Status")));
        Assert.NotEqual("OrderStatus?", TypeOf(output, "Order", "Status"));
    }

    [Fact]
    public void SchemasThatDifferByCaseOnly_KeepTheirNamesInAnotherOrder()
    {
        string names = Types(("#/components/schemas/thing", "Thing2"), ("#/components/schemas/Thing", "Thing"));

        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "thing": {{Order}}, "Thing": {{Sizes}} }"""), names);

        Assert.Equal("ThingSize?", TypeOf(output, "Thing", "Size"));
        Assert.Equal("Thing2Status?", TypeOf(output, "Thing2", "Status"));
    }

    [Fact]
    public void PropertiesThatDifferByCaseOnly_KeepTheirNamesInAnotherOrder() => Assert.Equal(
        ["string? ID2 { get; set; }", "long? Id { get; set; }"],
        Run(OpenApi.Properties("""{ "ID": { "type": "string" }, "id": { "type": "integer" } }"""), Members(("Thing.ID", "ID2"), ("Thing.id", "Id"))).Properties("Thing"));

    [Fact]
    public void EnumValue_HasItsLockedName() => Assert.Contains(
        "const string Fourth = \"a/b\"",
        Run(OpenApi.Property("""{ "type": "string", "enum": ["a/b", "a-b"] }"""), Members(("ThingValue.a/b", "Fourth"))).Constants("ThingValue"));

    [Fact]
    public void OptionalParameter_HasItsLockedName()
    {
        string content = """
            "parameters": [{ "name": "x", "in": "header", "schema": { "type": "string" } }, { "name": "x", "in": "query", "schema": { "type": "integer" } }],
            "responses": { "204": { "description": "" } }
            """;

        GeneratorOutput output = Run(OpenApi.Operation("/a", "get", content), """
            { "formatVersion": 1, "types": { "#/paths/~1a/get/parameters": "Filter" }, "members": { "Filter.query x": "X", "Filter.header x": "X2" } }
            """);

        Assert.Equal(("long?", "string?"), (TypeOf(output, "Filter", "X"), TypeOf(output, "Filter", "X2")));
        Assert.Empty(output.Diagnostics);
    }

    [Fact]
    public void Method_KeepsItsGroupAndName_WhenTagAndIdChange()
    {
        GeneratorOutput output = Run(
            OpenApi.Paths($$"""{ "/calls": { "get": {{Get("phoneCalls", "PhoneCallController_index")}}, "post": {{Get("phoneCalls", "PhoneCallController_add")}} } }"""),
            """{ "formatVersion": 1, "groups": { "Calls": "CallClient" }, "methods": { "GET /calls": "Calls.List" } }""");

        Assert.Equal("CallClient", TypeOf(output, "TestClient", "Calls"));
        Assert.Equal(["Task ListAsync()", "Task AddAsync()"], output.Methods("CallClient"));
    }

    [Fact]
    public void NewMethod_DoesNotTakeALockedName()
    {
        GeneratorOutput output = Run(
            OpenApi.Paths($$"""{ "/a": { "get": {{Get("calls", "list")}} }, "/b": { "get": {{Get("calls", "listAll")}} } }"""), """{ "formatVersion": 1, "methods": { "GET /b": "Calls.List" } }""");

        Assert.Equal(["Task List2Async()", "Task ListAsync()"], output.Methods("CallsClient"));
        Assert.Contains("/b", output.File("CallsClient").Split("ListAsync(")[1], StringComparison.Ordinal);
    }

    /// <summary>What is wrong with an entry is said where it stands; the names are those without it.</summary>
    [Theory]
    [InlineData("not a name", """ "types": { [|"#/components/schemas/Order/properties/status"|]: 1 } """)]
    [InlineData("no object", """ [|"types"|]: [] """)]
    [InlineData("keyword", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "class" } """)]
    [InlineData("keyword of a later version", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "record" } """)]
    [InlineData("keyword with underscores", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "__arglist" } """)]
    [InlineData("empty", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "" } """)]
    [InlineData("code", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "A { } class B" } """)]
    [InlineData("invisible character", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "Order\u200BStatus" } """)]
    [InlineData("half a character", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "Order\ud83d" } """)]
    [InlineData("name of the runtime", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "ApiException" } """)]
    [InlineData("name of the client", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "TestClient" } """)]
    [InlineData("own member", """ "types": { [|"#/components/schemas/Order/properties/status"|]: "TryParse" } """)]
    [InlineData("listed twice", """ "types": { "#/components/schemas/Order/properties/status": "OrderStatus", [|"#/components/schemas/Order/properties/status"|]: "State" } """)]
    [InlineData("name of another type", """ "types": { "#/components/schemas/Order/properties/status": "OrderStatus", [|"#/components/schemas/Order/properties/size"|]: "ORDERSTATUS" } """)]
    [InlineData("name of another member", """ "members": { "Order.status": "Status", [|"Order.size"|]: "Status" } """)]
    [InlineData("name of the class", """ "members": { [|"Order.status"|]: "Order" } """)]
    [InlineData("two groups", """ "methods": { [|"GET /calls"|]: "A.B.C" } """)]
    [InlineData("member of every client", """ "methods": { [|"GET /calls"|]: "Equals.List" } """)]
    [InlineData("group like a method", """ "methods": { [|"GET /calls"|]: "ListAsync.List" } """)]
    [InlineData("same method", """ "methods": { "GET /calls": "Calls.List", [|"POST /calls"|]: "Calls.LIST" } """)]
    [InlineData("class like a method", """ "groups": { [|"Calls"|]: "ListAsync" } """)]
    [InlineData("class of optional parameters like a member", """ "types": { [|"#/paths/~1calls/get/parameters"|]: "ToString" } """)]
    public void EntryThatCannotBeUsed_IsIgnoredAndReportedThere(string what, string marked)
    {
        Assert.NotEmpty(what);
        var names = MarkedText.Parse($$"""{ "formatVersion": 1, {{marked}} }""");
        string document = OpenApi.Paths(
            $$"""{ "/calls": { "get": {{Get("calls", "list", """ "parameters": [{ "name": "x", "in": "query", "schema": { "type": "string" } }], """)}}, "post": {{Get("calls", "add")}} } }""",
            $$"""{ "Order": { "type": "object", "properties": { "status": {{Status}}, "size": { "type": "string", "enum": ["s", "m"] }, "kind": {{Status}} } } }""");

        GeneratorOutput output = Run(document, names.Text, "VAPI024");

        names.RequireAt(Assert.Single(output.Diagnostics, d => d.Id == "VAPI024"), LockPath);
        Assert.True(output.Has("Order"));
    }

    [Theory]
    [InlineData("[||]")]
    [InlineData("{ \"formatVersion\": 1,\n[|<|]<<<<<< HEAD\n \"types\": {} }")]
    [InlineData("[|[|]]")]
    [InlineData("[|{|] \"types\": {} }")]
    [InlineData("[|{|] \"formatVersion\": 2, \"types\": {} }")]
    [InlineData("[|{|] \"formatVersion\": \"1\", \"types\": {} }")]
    public void NamesLockThatIsNone_IsIgnoredAndReportedThere(string marked)
    {
        var names = MarkedText.Parse(marked);

        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "Order": {{Order}} }"""), names.Text, "VAPI024");

        names.RequireAt(Assert.Single(output.Diagnostics), LockPath);
        Assert.Equal("OrderStatus?", TypeOf(output, "Order", "Status"));
    }

    [Fact]
    public void NamesLockThatIsTooLong_IsIgnored()
    {
        GeneratorOutput output = Run(OpenApi.Schemas($$"""{ "Order": {{Order}} }"""), $$"""{ "formatVersion": 1 {{new string(' ', NamesLock.MaxLength)}} }""", "VAPI024");

        Assert.Equal("OrderStatus?", TypeOf(output, "Order", "Status"));
    }

    /// <summary>The list of problems has an end.</summary>
    [Fact]
    public void NamesLockOfManyPlacesThatAreGone_ReportsTenThousandOfThem()
    {
        const int Most = 10_001;
        IEnumerable<string> entries = Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"#/{i}\": \"A{i}\""));

        GeneratorRunResult result = GeneratorHost.Generate(Input(OpenApi.Schemas($$"""{ "Order": {{Order}} }"""), $$"""{ "formatVersion": 1, "types": { {{string.Join(",", entries)}} } }"""));

        Assert.Equal(Most, result.Diagnostics.Length);
    }

    [Fact]
    public void NamesLockOfAnotherDocument_LocksNothing()
    {
        var other = new InputDocument(Types(("#/components/schemas/Order/properties/status", "State")), "/project/other.names.json");

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(new InputDocument(OpenApi.Schemas($$"""{ "Order": {{Order}} }""")), other));

        Assert.Equal("OrderStatus?", TypeOf(output, "Order", "Status"));
    }

    [Fact]
    public void NamesLockThatChanges_ReemitsOnlyWhatItRenames()
    {
        var document = new InputDocument(OpenApi.Schemas($$"""{ "Order": {{Order}}, "Other": {{Sizes}} }"""));
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document, new InputDocument(Types(), LockPath)));

        GeneratorRunResult result = GeneratorHost.Replace(output, new GeneratorInput(document, new InputDocument(Types(("#/components/schemas/Order/properties/status", "State")), LockPath)));

        Assert.DoesNotContain(GeneratorHost.Changed(output.Result, result), f => f.StartsWith("Test.Other", StringComparison.Ordinal));
        Assert.Contains("Test.State", GeneratorHost.Changed(output.Result, result));
    }

    private static GeneratorOutput Run(string document, string names, params string[] expected) => GeneratorHost.Run(Input(document, names) with { Expected = expected });

    private static string TypeOf(GeneratorOutput output, string type, string property)
        => output.Symbol(type).GetMembers(property).OfType<IPropertySymbol>().Single().Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static GeneratorInput Input(string document, string names) => new(new InputDocument(document), new InputDocument(names, LockPath));

    private static string Get(string tag, string id, string more = "") => $$"""{ "tags": ["{{tag}}"], "operationId": "{{id}}", {{more}} "responses": { "204": { "description": "" } } }""";

    private static string Types(params (string Place, string Name)[] names) => Lock(NameKind.Types, names);

    private static string Members(params (string Place, string Name)[] names) => Lock(NameKind.Members, names);

    private static string Lock(NameKind kind, (string Place, string Name)[] names)
    {
        var namesLock = new NamesLock();
        foreach ((string place, string name) in names)
            namesLock.Add(kind, place, name);

        return namesLock.Write();
    }
}
