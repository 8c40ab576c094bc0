using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Parsing.Documents;

namespace Vapi.Generators.Tests.Samples;

/// <summary>The model of a document, which the generator does not keep.</summary>
internal static class ParsedDocument
{
    private static readonly GeneratorOptions Options = new() { Namespace = "Test", ClientName = null, Accessibility = "public", Contract = "true", Fake = "true" };

    public static ParseResult Of(string document) => DocumentParser.Parse(new DocumentSource("/project/openapi.json", SourceText.From(document), Options), VersionNames.Newest, CancellationToken.None);
}
