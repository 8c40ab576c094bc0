using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>How the documents of a project share types: what OpenApiTypesFrom can name, and what an edit changes.</summary>
public class SharedTypesProjectTests
{
    [Theory]
    [InlineData("Nowhere", "public", "no code is generated")]
    [InlineData("Hooks2", "public", "no code is generated")]
    [InlineData("Phone", "internal", "internal")]
    public void TypesThatCannotBeUsed_AreAnError(string types, string accessibility, string reason)
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything), metadata: new() { ["OpenApiTypesFrom"] = types });
        input.Documents[0].Metadata["OpenApiAccessibility"] = accessibility;
        var other = new InputDocument(TwoDocuments.Hooks("").Text, "/project/other.openapi.json") { Metadata = { ["OpenApiNamespace"] = "Hooks2", ["OpenApiTypesFrom"] = "Phone" } };
        bool isInternal = accessibility == "internal";
        GeneratorOutput output = GeneratorHost.Run((isInternal ? input : input with { Documents = [.. input.Documents, other] }) with { Expected = ["VAPI022"] });

        Assert.DoesNotContain(output.Files.Keys, f => f.StartsWith("Hooks.", StringComparison.Ordinal));
        Diagnostic diagnostic = output.Diagnostics.Single(d => d.Id == "VAPI022");
        Assert.Contains($"'OpenApiTypesFrom' is '{types}', but ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(reason, diagnostic.GetMessage(), StringComparison.Ordinal);
        MarkedText.Parse("[||]").RequireAt(diagnostic, "/project/hooks.openapi.json");
    }

    [Fact]
    public void PropertyOfTheProject_DoesNotApplyToTheDocumentThatItNames()
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything), metadata: []) with { Properties = new() { ["OpenApiTypesFrom"] = "Phone" } };

        Assert.Equal(TwoDocuments.Output.Files, GeneratorHost.Run(input).Files);
    }

    [Theory]
    [InlineData("/project/hooks/../api/openapi.json")]
    [InlineData("\\project\\API\\openapi.json")]
    public void SpellingOfPaths_ChangesNothing(string path)
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything));

        Assert.Equal(TwoDocuments.Output.Files, GeneratorHost.Run(input with { Documents = [input.Documents[0] with { Path = path }, input.Documents[1]] }).Files);
    }

    [Fact]
    public void OrderOfDocuments_ChangesNothing()
    {
        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Hooks(TwoDocuments.Everything));

        Assert.Equal(TwoDocuments.Output.Files, GeneratorHost.Run(input with { Documents = [.. input.Documents.Reverse()] }).Files);
    }

    /// <summary>An edit of the other document emits the types here again only if they change.</summary>
    [Theory]
    [InlineData("\"Sip\": {", "\"Sip\": { \"description\": \"An address.\",", "Phone.ApiInfo Phone.Sip")]
    [InlineData("\"Voice\":", "\"Added\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }, \"Voice\":", "Phone.Added Phone.ApiInfo Phone.PhoneJsonTypeInfoResolver")]
    [InlineData("\"voice\":", "\"voices\": { \"type\": \"string\" }, \"voice\":", "Hooks.EverythingEither Hooks.EverythingEnded Phone.ApiInfo Phone.Call")]
    [InlineData("\"enum\": [1, 2]", "\"enum\": [\"a\", \"b\"]", "Hooks.Everything Phone.ApiInfo Phone.Priority")]
    public void EditOfTheOtherDocument_ChangesOnlyWhatDependsOnIt(string old, string @new, string changed)
    {
        string api = TwoDocuments.Api.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(TwoDocuments.Api, api);

        GeneratorInput input = TwoDocuments.Project(TwoDocuments.Output.Input.Documents[1], api);
        GeneratorRunResult edited = GeneratorHost.Replace(TwoDocuments.Output, input);

        Assert.Equal(changed.Split(' '), GeneratorHost.Changed(TwoDocuments.Output.Result, edited));
        Assert.Equal(GeneratorHost.Files(GeneratorHost.Run(input).Result), GeneratorHost.Files(edited));
    }
}
