using System.Text;
using Vapi.Generators.Model;
using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Tests;

/// <summary>The tool reads a document as the generator does, with what the project says about it.</summary>
public sealed class ApiDocumentTests : IDisposable
{
    private const string Yaml = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths: {}
        components:
          schemas:
            Order:
              type: object
              properties:
                id: { type: string }
        """;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The file is the one that MSBuild writes for the compiler.</summary>
    [Fact]
    public void Names_AreThoseOfTheProject()
    {
        string configuration = _folder.Path("Calls.GeneratedMSBuildEditorConfig.editorconfig");
        File.WriteAllText(configuration, $"""
            is_global = true
            build_property.OpenApiNamespace = Acme
            build_property.OpenApiIncludeTags = Orders,Sales

            [{_folder.Document.Replace('\\', '/')}]
            build_metadata.AdditionalFiles.OpenApiClientName = Api
            """);

        GeneratorOptions options = ProjectOptions.Read(configuration, _folder.Document);

        Assert.Equal(("Acme", "Api", "public"), (options.Namespace, options.ClientName, options.Accessibility));
        Assert.Equal(["Orders", "Sales"], options.IncludeTags);
    }

    [Fact]
    public void DocumentInYaml_HasItsChangesInTheLinesOfTheYaml()
    {
        ApiDocument @new = Read("openapi.yaml", Encoding.UTF8.GetBytes(Yaml.Replace("string", "integer", StringComparison.Ordinal)));

        Change change = Assert.Single(ApiComparer.Compare(Read("openapi.yaml", Encoding.UTF8.GetBytes(Yaml)), @new, TestContext.Current.CancellationToken));

        Assert.Equal(("property-type-changed", "Order.Id", ("openapi.yaml", 9, 9)), (change.Kind, change.Name, change.Place));
    }

    [Fact]
    public void FileThatTheDocumentRefersTo_IsRead()
    {
        _folder.Write("order.json", """{ "Order": { "type": "object", "properties": { "id": { "type": "string" } } } }""");
        byte[] text = Encoding.UTF8.GetBytes(Documents.With("", """ "Order": { "$ref": "order.json#/Order" } """));

        ApiDocument document = Read("openapi.json", text, _folder.Path("order.json"));

        ObjectModel type = Assert.Single(document.Model.Declarations.OfType<ObjectModel>());
        Assert.Equal(_folder.Path("order.json"), Assert.Single(document.Locate([document.Places.Find(type.Name + ".Id")], TestContext.Current.CancellationToken)).Path);
    }

    /// <summary>The compiler would take it for another encoding, and hash other bytes.</summary>
    [Fact]
    public void DocumentThatIsNotUtf8_IsRefused()
        => Assert.Contains("is not in UTF-8", Assert.Throws<ToolException>(() => Read("openapi.json", [(byte)'{', 0xE4, (byte)'}'])).Message, StringComparison.Ordinal);

    private ApiDocument Read(string name, byte[] bytes, params string[] others)
        => ApiDocument.Read(_folder.Path(name), bytes, ProjectOptions.Read(null, _folder.Path(name)), others, [], TestContext.Current.CancellationToken);
}
