using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Reading.Documents;
using Vapi.Generators.Tests.Samples;

namespace Vapi.Generators.Benchmarks;

/// <summary>The steps from a document to text, one by one.</summary>
internal sealed class GenerationSteps(string path)
{
    private static readonly Capabilities Current = VersionNames.Newest with { LanguageVersion = (int)LanguageVersion.CSharp14, HasEndpoints = false };

    private static readonly GeneratorOptions Options = new() { Namespace = null, ClientName = null, Accessibility = "public" };

    private readonly SourceText _text = SourceText.From(File.ReadAllText(path), Encoding.UTF8);

    private readonly byte[] _utf8 = File.ReadAllBytes(path);

    /// <summary>What Microsoft.OpenApi takes by itself: the measure of everything else.</summary>
    public OpenApiDocument ReadAlone()
    {
        var settings = new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetEmptyRuleSet() };
        return OpenApiModelFactory.Load(new MemoryStream(_utf8), "json", settings).Document!;
    }

    /// <summary>Reading as the generator does it.</summary>
    public OpenApiDocument Read() => DocumentReader.Read(path, _text, [], [], null, [], [], default)!.Value.Document;

    public ApiModel Parse(OpenApiDocument document) => ApiParser.Parse(document, Options, Current, "", _text.Length, [], LockedNames.None, default)!;

    /// <summary>Every step with its diagnostics, as the pipeline runs it.</summary>
    public ApiModel ReadAndParse() => TryReadAndParse()!;

    /// <summary>The same for a document that may be refused.</summary>
    public ApiModel? TryReadAndParse() => DocumentParser.Parse(new DocumentSource(path, _text, Options), Current, default).Model;

    /// <summary>A run that may end early.</summary>
    /// <exception cref="OperationCanceledException">It did.</exception>
    public void Generate(CancellationToken cancellationToken)
    {
        if (DocumentParser.Parse(new DocumentSource(path, _text, Options), Current, cancellationToken).Model is not { } model)
            return;

        foreach (SourceFile _ in DeclarationEmitter.Emit(model, cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
    }

    public IReadOnlyList<SourceFile> Emit(ApiModel model)
        => [.. DeclarationEmitter.Emit(model), .. RuntimeEmitter.Emit(model.Settings), PolyfillEmitter.Emit(Current)];
}
