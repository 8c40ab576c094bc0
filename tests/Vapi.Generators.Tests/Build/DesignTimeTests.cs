using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Build;

/// <summary>In an editor a document may be missing, empty or half written at any moment: the generator says so, and the user's own code is spoken of as before.</summary>
public class DesignTimeTests
{
    private const string Source = """
        using System;
        using Test;

        public static class Own
        {
            public static int Count(string text) => text.Length;

            public static Thing? Find() => null;

            public static int Wrong() => "text";
        }
        """;

    private static readonly string Document = OpenApi.Property("""{ "type": "string" }""");

    [Fact]
    public void WholeDocument_LeavesTheUsersOwnMistakes() => Assert.Equal(["CS0029"], Build(Document));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{")]
    [InlineData("{ \"openapi\": \"3.0.3\", \"info\": { \"title\": \"Te")]
    public void DocumentThatIsNotThere_IsOneError_AndTheMissingTypesAreTheOthers(string? document)
        => Assert.Equal(["CS0246", "CS0246", "CS0029", "VAPI001"], Build(document));

    [Fact]
    public void DocumentTypedFromItsStart_NeverThrowsAndIsWholeInTheEnd()
    {
        GeneratorOutput output = GeneratorHost.Run(new GeneratorInput("") { Expected = ["VAPI001"] });
        for (int length = 1; length < Document.Length; length++)
        {
            GeneratorRunResult typing = GeneratorHost.Replace(output, Document[..length]);

            Assert.Equal("VAPI001", Assert.Single(typing.Diagnostics).Id);
            Assert.Empty(typing.GeneratedSources);
        }

        Assert.Equal(GeneratorHost.Files(GeneratorHost.Generate(Document)), GeneratorHost.Files(GeneratorHost.Replace(output, Document)));
    }

    [Fact]
    public void DocumentThatIsDeletedAndRestored_TakesItsCodeAwayAndBringsItBack()
    {
        GeneratorOutput output = GeneratorHost.Run(Document);

        Assert.Empty(GeneratorHost.Replace(output, "").GeneratedSources);
        Assert.Equal(GeneratorHost.Files(output.Result), GeneratorHost.Files(GeneratorHost.Replace(output, Document)));
    }

    private static string[] Build(string? document) => [.. GeneratorHost.Build(new GeneratorInput(new InputDocument(document)) { Source = Source }).Select(d => d.Id)];
}
