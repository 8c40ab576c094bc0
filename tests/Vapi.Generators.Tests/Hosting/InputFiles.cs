using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>An additional file in memory. It hands over the same text again, and is the same file again for the same document, as the compiler has it for a file that has not changed.</summary>
internal sealed class InputText(InputDocument document) : AdditionalText
{
    private readonly InputDocument _document = document;

    private readonly SourceText? _text = document.Text is { } text ? SourceText.From(text, Encoding.UTF8) : null;

    public override string Path => _document.Path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;

    public override bool Equals(object? obj) => obj is InputText other && ReferenceEquals(other._document, _document);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_document);
}

/// <summary>MSBuild properties and item metadata, under the names that the SDK gives them.</summary>
internal sealed class InputOptions(GeneratorInput input) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, Options> _files = input.Documents.DistinctBy(d => d.Path).ToDictionary(d => d.Path, d => new Options("build_metadata.AdditionalFiles.", d.Metadata));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.", input.Properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _files[textFile.Path];

    private sealed class Options(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static readonly Options None = new("", ImmutableDictionary<string, string>.Empty);

        private readonly Dictionary<string, string> _values = values.ToDictionary(v => prefix + v.Key, v => v.Value, KeyComparer);

        public override bool TryGetValue(string key, out string value) => _values.TryGetValue(key, out value!);
    }
}
