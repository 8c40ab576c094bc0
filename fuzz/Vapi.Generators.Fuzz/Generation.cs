extern alias Generator;

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Generator::Vapi.Generators;
using Generator::Vapi.Generators.Diagnostics;
using Generator::Vapi.Generators.Emitting.Files;
using Generator::Vapi.Generators.Emitting.Writing;
using Generator::Vapi.Generators.Model;
using Generator::Vapi.Generators.Parsing.Documents;

namespace Vapi.Generators.Fuzz;

/// <summary>All steps from the text of a document to C#. The finding is an exception, or a file that is not C#.</summary>
internal static class Generation
{
    /// <summary>Everything that a document can add to the code.</summary>
    private static readonly GeneratorOptions Options = new() { Namespace = null, ClientName = null, Accessibility = "public", Contract = "true", Fake = "true" };

    private static readonly Capabilities Newest = new()
    {
        LanguageVersion = (int)LanguageVersion.CSharp14,
        HasJson = true,
        HasTypeInfoResolver = true,
        HasHttpClientFactory = true,
        HasKeyedServices = true,
        HasConfiguration = true,
        HasEndpoints = true,
        HasDateOnly = true,
        HasUnionAttribute = false,
        HasIUnion = false,
        HasRequiredMemberAttribute = true,
        HasCompilerFeatureRequiredAttribute = true,
        HasSetsRequiredMembersAttribute = true,
    };

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static void Run(string path, byte[] input)
    {
        var text = SourceText.From(Encoding.UTF8.GetString(input), Encoding.UTF8);
        ParseResult result = DocumentParser.Parse(new DocumentSource(path, text, Options), Newest, default);
        foreach (DiagnosticInfo diagnostic in result.Diagnostics)
            diagnostic.ToDiagnostic();
        if (result.Model is not { } model)
            return;

        foreach (SourceFile file in DeclarationEmitter.Emit(model))
            RequireCSharp(file);
    }

    private static void RequireCSharp(SourceFile file)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(file.Text, ParseOptions);
        if (tree.GetDiagnostics().FirstOrDefault(d => d.Severity > DiagnosticSeverity.Info) is { } complaint)
            throw new InvalidOperationException($"{file.HintName} is not C#: {complaint}: {file.Text.Lines[complaint.Location.GetLineSpan().StartLinePosition.Line]}");
    }
}
