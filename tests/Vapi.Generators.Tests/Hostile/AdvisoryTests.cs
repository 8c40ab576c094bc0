using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>
/// The attacks of published advisories against generators of this kind. Each test is named after its advisory. The text of Kiota's GHSA-2hx3-vp6r-mg3f, GHSA-4vv7-jj25-4gh6, GHSA-rg4h-fpcp-2qm8 and
/// GHSA-4rj6-vrwv-wr8m, and of CVE-2026-49451, was not available: their tests do what the titles and the notes of the corrections say.
/// </summary>
public class AdvisoryTests
{
    /// <summary>What the code of an attack sets when it runs.</summary>
    private const string Mark = "Vapi.Generators.Tests.Pwned";

    /// <summary>A type whose code runs when the assembly is loaded, in the form of the advisories: what is open is closed before it, and opened again after it.</summary>
    private const string Code =
        "file class Pwned { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => System.AppContext.SetData(\"" + Mark + "\", \"\"); } namespace Pwned2 { class Pwned3 { /*";

    /// <summary>The ways out of a string, a raw string, an attribute, an interpolation and a comment of several lines.</summary>
    private const string Printable = "\")] } } } " + Code + "*/ \\\")] } } } " + Code + "*/ \"\"\"; } } } " + Code + "*/ {System.AppContext.TargetFrameworkName}\"; } } } " + Code + "*/ </summary> } } } " + Code;

    /// <summary>The ways out of a comment of one line, by everything that ends a line in C#, into directives too.</summary>
    private const string Lines =
        "\n} } } " + Code + "*/ \r} } } " + Code + "*/ \u0085} } } " + Code + "*/ \u2028} } } " + Code + "*/ \u2029} } } " + Code + "*/ \n#endif\n#line hidden\n#pragma warning disable\n} } } " + Code;

    /// <summary>Where a line break is refused, the other one is not.</summary>
    private static readonly string[] Payloads = [Printable, Lines];

    public static TheoryData<string> AllPayloads => [.. Payloads];

    [Fact]
    public void RefitterGhsa3fhmP725H3g3_PathKey_StaysInAString()
        => RequireInert(text => OpenApi.Operation("/a" + text, "get", """ "responses": {} """), reachesCode: true);

    [Fact]
    public void RefitterGhsa58x9VjvpMx8_HeaderName_StaysInAString()
        => RequireInert(text => OpenApi.Operation("/a", "get", $$""" "parameters": [{ "name": {{OpenApi.Json(text)}}, "in": "header", "schema": { "type": "string" } }], "responses": {} """), reachesCode: true);

    [Fact]
    public void RefitterGhsaP32v8v8jJ534_ContentType_StaysInAString()
    {
        RequireInert(text => OpenApi.Operation("/a", "post", $$""" "requestBody": { "content": { {{OpenApi.Json("text/" + text)}}: { "schema": { "type": "string" } } } }, "responses": {} """), reachesCode: true);
        RequireInert(text => OpenApi.Operation("/a", "get", $$""" "responses": { "200": { "description": "", "content": { {{OpenApi.Json("text/" + text)}}: { "schema": { "type": "string" } } } } } """), reachesCode: false);
    }

    /// <summary>CVE-2026-41134: values and names of schemas in literals of the generated code.</summary>
    [Theory]
    [InlineData("""{ "type": "string", "enum": [@, "b"] }""")]
    [InlineData("""{ "type": "string", "enum": [@] }""")]
    [InlineData("""{ "const": @ }""")]
    [InlineData("""{ "type": "object", "properties": { @: { "type": "string" } } }""")]
    [InlineData("""{ "type": "object", "required": [@], "properties": { @: { "type": "string" } } }""")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }], "discriminator": { "propertyName": "k", "mapping": { @: "#/components/schemas/A", "y": "#/components/schemas/B" } } }""")]
    public void KiotaGhsa2hx3Vp6rMg3f_ValueOrNameOfASchema_StaysInAString(string schema)
        => RequireInert(text => Schemas(schema.Replace("@", OpenApi.Json(text), StringComparison.Ordinal)), reachesCode: true);

    /// <summary>The rest of CVE-2026-41134: what is only documentation here, or nothing.</summary>
    [Theory]
    [InlineData("""{ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }], "discriminator": { "propertyName": @, "mapping": { "x": "#/components/schemas/A", "y": "#/components/schemas/B" } } }""")]
    [InlineData("""{ "type": "string", "default": @ }""")]
    [InlineData("""{ "type": "string", "pattern": @ }""")]
    [InlineData("""{ "type": "string", "format": @ }""")]
    [InlineData("""{ "type": "string", "example": @, "enum": ["a"], "x-enum-varnames": [@], "x-ms-enum": { "name": @, "values": [{ "value": "a", "name": @, "description": @ }] } }""")]
    public void KiotaGhsa2hx3Vp6rMg3f_OtherValueOfASchema_IsNoCode(string schema)
        => RequireInert(text => Schemas(schema.Replace("@", OpenApi.Json(text), StringComparison.Ordinal)), reachesCode: false);

    /// <summary>A line break in a description ended the comment.</summary>
    [Fact]
    public void KiotaGhsa3hrf2gc2Mx32_Description_StaysInAComment()
    {
        RequireInert(text => Schemas($$"""{ "type": "object", "title": {{OpenApi.Json(text)}}, "description": {{OpenApi.Json(text)}}, "externalDocs": { "url": {{OpenApi.Json(text)}}, "description": {{OpenApi.Json(text)}} } }"""), reachesCode: false);
        RequireInert(
            text => OpenApi.Operation(
                "/a",
                "get",
                $$"""
                "summary": {{OpenApi.Json(text)}}, "description": {{OpenApi.Json(text)}}, "externalDocs": { "url": {{OpenApi.Json(text)}}, "description": {{OpenApi.Json(text)}} },
                "parameters": [{ "name": "q", "in": "query", "description": {{OpenApi.Json(text)}}, "schema": { "type": "string" } }], "responses": { "200": { "description": {{OpenApi.Json(text)}} } }
                """),
            reachesCode: false);
    }

    /// <summary>The document named the class, the namespace and with them the files of the client.</summary>
    [Fact]
    public void Kiota4vv7Jj254gh6_NamesThatTheDocumentGivesTheClient_AreIdentifiersAndNoPaths()
    {
        foreach (string name in (string[])[.. Payloads, "../../../../tmp/outside", @"..\..\outside", "/etc/outside", @"C:\outside", "con", "a\0b"])
        {
            string json = OpenApi.Json(name);
            string document = $$"""
                { "openapi": "3.0.3", "info": { "title": {{json}}, "version": "1", "x-ms-kiota-info": { "languagesInformation": { "CSharp": { "clientClassName": {{json}}, "clientNamespaceName": {{json}} } } } },
                  "tags": [{ "name": {{json}} }], "paths": { "/a": { "get": { "operationId": {{json}}, "tags": [{{json}}], "responses": {} } } }, "components": { "schemas": { {{json}}: { "type": "object", "title": {{json}} } } } }
                """;

            GeneratorRunResult result = GeneratorHost.Generate(document);

            RequireInert(result);
            Assert.All(result.GeneratedSources, s => Assert.Matches(@"^\w[\w-]*(\.\w[\w-]*)*\.g\.cs$", s.HintName));
        }
    }

    /// <summary>CVE-2026-59867: a reference made the generator request an address or read a file.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{0}/a.json#/A")]
    [InlineData("http://127.0.0.1:{0}/openapi.json")]
    [InlineData("//127.0.0.1:{0}/a.json#/A")]
    [InlineData("{1}#/A")]
    [InlineData("file://{1}#/A")]
    [InlineData("..{1}#/A")]
    [InlineData("%2e%2e{1}#/A")]
    [InlineData("../../../..{1}#/A")]
    [InlineData("\\\\127.0.0.1\\share\\a.json#/A")]
    public void KiotaGhsaRg4hFpcp2qm8_Reference_RequestsNothingAndReadsNoFile(string reference)
    {
        string secret = Path.GetTempFileName();
        File.WriteAllText(secret, """{ "A": { "type": "object", "properties": { "leaked": { "type": "string" } } } }""");
        try
        {
            RequireSilence(port =>
            {
                string target = OpenApi.Json(string.Format(CultureInfo.InvariantCulture, reference, port, secret));
                string everywhere = $$"""
                    { "openapi": "3.1.0", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "http://127.0.0.1:{{port}}" }], "externalDocs": { "url": {{target}} },
                      "paths": { "/a": { "get": { "operationId": "do", "parameters": [{ "$ref": {{target}} }], "requestBody": { "$ref": {{target}} }, "responses": { "200": { "$ref": {{target}} } }, "callbacks": { "c": { "$ref": {{target}} } } } }, "/b": { "$ref": {{target}} } },
                      "components": { "schemas": { "Thing": { "type": "object", "properties": { "value": { "$ref": {{target}} }, "other": { "$id": "http://127.0.0.1:{{port}}/id", "$dynamicRef": {{target}} } } } }, "examples": { "e": { "externalValue": {{target}} } } } }
                    """;

                GeneratorRunResult result = GeneratorHost.Generate(everywhere);

                Assert.Contains(result.Diagnostics, d => d.Id == "VAPI020");
                Assert.NotEmpty(result.GeneratedSources);
                Assert.All(result.GeneratedSources, s => Assert.DoesNotContain("leaked", s.SourceText.ToString(), StringComparison.OrdinalIgnoreCase));
            });
        }
        finally
        {
            File.Delete(secret);
        }
    }

    /// <summary>A file of settings in the repository made the generator write elsewhere and request addresses. The file beside the document here only pins it.</summary>
    [Fact]
    public void KiotaGhsa4rj6VrwvWr8m_LockFile_NamesNoOutputAndRequestsNothing()
    {
        string folder = Directory.CreateTempSubdirectory("vapi-advisory-").FullName;
        try
        {
            RequireSilence(port =>
            {
                string document = OpenApi.Property("""{ "type": "string" }""");
                string outside = OpenApi.Json(Path.Combine(folder, "pwned"));
                string poisoned = $$"""
                    { "url": "http://127.0.0.1:{{port}}/openapi.json", "descriptionLocation": "http://127.0.0.1:{{port}}/openapi.json", "outputPath": {{outside}}, "output": {{outside}}, "clientNamespaceName": {{outside}},
                      "version": {{OpenApi.Json(Lines)}}, "sha256": "{{new string('0', 64)}}", "etag": {{OpenApi.Json(Lines)}} }
                    """;

                GeneratorRunResult result = GeneratorHost.Generate(new GeneratorInput(new InputDocument(document), new InputDocument(poisoned, "/project/openapi.lock.json")));

                // Another hash than the document's: no code at all.
                Assert.NotEmpty(result.Diagnostics);
                Assert.Empty(result.GeneratedSources);
            });
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Theory]
    [InlineData("path", """ "/a@": { "get": { "operationId": "do", "responses": {} } } """)]
    [InlineData("query", """ "/a": { "get": { "operationId": "do", "parameters": [{ "name": "@", "in": "query", "schema": { "type": "string" } }], "responses": {} } } """)]
    [InlineData("cookie", """ "/a": { "get": { "operationId": "do", "parameters": [{ "name": "@", "in": "cookie", "schema": { "type": "string" } }], "responses": {} } } """)]
    [InlineData("path parameter", """ "/a/{x@}": { "get": { "operationId": "do", "parameters": [{ "name": "x@", "in": "path", "required": true, "schema": { "type": "string" } }], "responses": {} } } """)]
    [InlineData("media type", """ "/a": { "post": { "operationId": "do", "requestBody": { "content": { "text/@": { "schema": { "type": "string" } } } }, "responses": {} } } """)]
    [InlineData("form field", """ "/a": { "post": { "operationId": "do", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "properties": { "@": { "type": "string" } } } } } }, "responses": {} } } """)]
    public void OpenApiTypescriptCodegen2809_PartOfAnOperation_StaysInAString(string part, string path)
        => RequireInert(text => OpenApi.Paths("{" + path.Replace("@", OpenApi.Json(text)[1..^1], StringComparison.Ordinal) + "}"), reachesCode: true, part);

    [Fact]
    public void OpenApiTypescriptCodegen2809_ServerAndVersion_StayInAString()
    {
        RequireInert(text => OpenApi.Paths("""{ "/a": { "get": { "operationId": "do", "responses": {} } } }""").Replace("\"https://api.test\"", OpenApi.Json("https://api.test/" + text), StringComparison.Ordinal), reachesCode: true);
        RequireInert(text => OpenApi.Paths("""{ "/a": { "get": { "operationId": "do", "responses": {} } } }""").Replace("\"version\": \"1\"", "\"version\": " + OpenApi.Json(text), StringComparison.Ordinal), reachesCode: true);
        RequireInert(
            text => OpenApi.Operation("/a", "get", $$""" "responses": { "200": { "description": "", "headers": { {{OpenApi.Json(text)}}: { "schema": { "type": "string" } } }, "content": { "application/json": { "schema": {} } } } } """),
            reachesCode: false);
    }

    /// <summary>References in a circle overflowed the stack of the embedded parser and ended the process. <see cref="HostileDocumentTests"/> has circles through every keyword that holds a schema.</summary>
    [Theory]
    [InlineData("""{ "A": { "$ref": "#/components/schemas/A" } }""")]
    [InlineData("""{ "A": { "$ref": "#/components/schemas/B" }, "B": { "$ref": "#/components/schemas/C" }, "C": { "$ref": "#/components/schemas/A" } }""")]
    [InlineData("""{ "A": { "type": "object", "properties": { "b": { "$ref": "#/components/schemas/B" } } }, "B": { "allOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] } }""")]
    [InlineData("""{ "A": { "$ref": "#/components/schemas/A/properties/p", "properties": { "p": { "$ref": "#/components/schemas/A" } } } }""")]
    public void MicrosoftOpenApiCve202649451_ReferencesInACircle_EndOnASmallStack(string schemas)
    {
        const int Stack = 256 * 1024;
        foreach (string version in (string[])["3.0.3", "3.1.0", "3.2.0"])
        {
            GeneratorRunResult? result = null;
            var thread = new Thread(() => result = GeneratorHost.Generate(OpenApi.Schemas(schemas, version)), Stack);
            thread.Start();
            thread.Join();

            Assert.NotEmpty(result!.Value.GeneratedSources);
        }
    }

    /// <summary>All of the places in one document, compiled, loaded, and started as .NET does it.</summary>
    [Theory]
    [MemberData(nameof(AllPayloads))]
    public void CodeInEveryPlace_CompilesAndDoesNotRun(string payload)
    {
        string text = OpenApi.Json(payload);
        string inner = text[1..^1];
        string document = $$"""
            { "openapi": "3.0.3", "info": { "title": "Test", "version": {{text}}, "description": {{text}} }, "servers": [{ "url": "https://api.test/{{inner}}" }],
              "paths": { "/a{{inner}}": { "post": {
                "operationId": {{text}}, "tags": [{{text}}], "summary": {{text}},
                "parameters": [{ "name": {{text}}, "in": "header", "description": {{text}}, "schema": { "type": "string", "default": {{text}} } }, { "name": {{text}}, "in": "query", "schema": { "enum": [{{text}}, "b"] } }],
                "requestBody": { "content": { "text/{{inner}}": { "schema": { "type": "string" } } } },
                "responses": { "200": { "description": {{text}}, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "components": { "schemas": {
                "Thing": { "type": "object", "description": {{text}}, "required": [{{text}}], "properties": { {{text}}: { "type": "string", "enum": [{{text}}, "b"] }, "one": { "enum": [{{text}}] } } },
                {{text}}: { "type": "object", "externalDocs": { "url": {{text}}, "description": {{text}} } } } } }
            """;

        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput(document) { Expected = null });
        RuntimeHelpers.RunModuleConstructor(output.Assembly.ManifestModule.ModuleHandle);

        RequireInert(output.Result);
        Assert.Null(AppContext.GetData(Mark));
    }

    private static string Schemas(string schema) => OpenApi.Schemas($$"""
        { "A": { "type": "object", "properties": { "k": { "type": "string" } } }, "B": { "type": "object", "properties": { "k": { "type": "string" } } }, "Thing": { "type": "object", "properties": { "value": {{schema}} } } }
        """);

    /// <summary>Demands that no payload becomes code, and that the attack is one: with <paramref name="reachesCode"/>, some payload is inside a string of the generated code.</summary>
    private static void RequireInert(Func<string, string> document, bool reachesCode, string? part = null)
    {
        bool isReached = false;
        foreach (string payload in Payloads)
        {
            GeneratorRunResult result = GeneratorHost.Generate(document(payload));
            RequireInert(result);
            isReached |= Tokens(result).Any(t => (t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.Utf8StringLiteralToken)) && t.ValueText.Contains("Pwned", StringComparison.Ordinal));
        }

        Assert.True(isReached || !reachesCode, $"No payload reaches a string of the code{(part is null ? "" : " by the " + part)}: the test tests nothing.");
    }

    /// <summary>The files are whole, and declare nothing and name nothing that the payloads would.</summary>
    private static void RequireInert(GeneratorRunResult result)
    {
        Assert.All(result.GeneratedSources, s => Assert.Empty(s.SyntaxTree.GetDiagnostics()));
        Assert.DoesNotContain(Tokens(result), t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText is "Pwned" or "Pwned2" or "Pwned3" or "ModuleInitializer" or "SetData" or "TargetFrameworkName");
        Assert.DoesNotContain(
            OfDocument(result).SelectMany(s => s.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>()),
            d => d.IsKind(SyntaxKind.LineDirectiveTrivia) || d.ToString().TrimEnd() == "#pragma warning disable");
    }

    private static IEnumerable<SyntaxToken> Tokens(GeneratorRunResult result) => OfDocument(result).SelectMany(s => s.SyntaxTree.GetRoot().DescendantTokens());

    /// <summary>Without the runtime, into which no text of a document gets but the namespace.</summary>
    private static IEnumerable<GeneratedSourceResult> OfDocument(GeneratorRunResult result) => result.GeneratedSources.Where(s => !s.HintName.Contains("-runtime.", StringComparison.Ordinal));

    /// <summary>Demands that nobody connects to a port of this machine.</summary>
    private static void RequireSilence(Action<int> act)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        act(((IPEndPoint)listener.LocalEndpoint).Port);

        Assert.False(listener.Pending(), "Something connected.");
    }
}
