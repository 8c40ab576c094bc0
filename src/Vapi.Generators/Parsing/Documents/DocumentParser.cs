using System.Globalization;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Documents;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Documents;

/// <summary>Parses the text of a document into the model of its code and its diagnostics.</summary>
internal static class DocumentParser
{
    /// <summary>C# 11 introduced required members and UTF-8 literals.</summary>
    private const int MinimumLanguageVersion = 1100;

    public static ParseResult Parse(DocumentSource source, Capabilities capabilities, CancellationToken cancellationToken)
    {
        EquatableArray<DiagnosticInfo> refusals = Refuse(source, capabilities).ToEquatableArray();
        return refusals.Count > 0 ? new ParseResult(source.Path, null, refusals) : Cancellable.RunDeep(() => ReadAndParse(source, capabilities, cancellationToken), cancellationToken);
    }

    private static ParseResult ReadAndParse(DocumentSource source, Capabilities capabilities, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        var diagnostics = new List<DiagnosticInfo>();
        Task<string> hashing = Task.Factory.StartNew(() => DocumentPin.Hash(source.Text!), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        string? url = source.Overlays.Count > 0 && source.Lock is not null ? DocumentLock.Parse(source.Lock.ToString())?.Url : null;
        if (DocumentReader.Read(source.Path, source.Text!, source.Others.Select(o => (o.Path, o.Text)), [.. source.Overlays.Select(o => (o.Path, o.Text))], url, findings, diagnostics, cancellationToken) is not var (document, bundle))
            return new ParseResult(source.Path, null, diagnostics.ToEquatableArray());

        cancellationToken.ThrowIfCancellationRequested();
        string sha256 = hashing.GetAwaiter().GetResult();
        TypeSharing? sharing = source.Shared is null && source.WantedNamespaces.Count == 0 ? null : new TypeSharing(bundle, source.WantedNamespaces, source.Shared);
        ApiModel? model = null;
        FindingList mismatches = [.. DocumentPin.Check(document, sha256, source)];
        if (mismatches.Count > 0)
            findings = mismatches;
        else
        {
            LockedNames names = source.Names is { } file ? LockedNames.Read(file.Path, file.Text, cancellationToken) : LockedNames.None;
            model = ApiParser.Parse(document, source.Options, capabilities, sha256, source.Text!.Length, findings, names, cancellationToken, sharing: sharing);
        }

        DocumentLocation[] locations = bundle.Locate(findings, cancellationToken);
        diagnostics.AddRange(findings.Select((finding, i) => new DiagnosticInfo(finding.Id, locations[i], finding.Arguments)));
        return new ParseResult(source.Path, model, diagnostics.ToEquatableArray());
    }

    /// <summary>The reasons why no code can be generated, regardless of the document.</summary>
    private static IEnumerable<DiagnosticInfo> Refuse(DocumentSource source, Capabilities capabilities)
    {
        DocumentLocation start = Start(source.Path);
        if (capabilities.LanguageVersion < MinimumLanguageVersion)
            return [new DiagnosticInfo(Descriptors.LanguageVersionTooLow.Id, start, Version(capabilities.LanguageVersion))];
        if (!capabilities.HasJson)
            return [new DiagnosticInfo(Descriptors.JsonMissing.Id, start)];
        if (source.Text is null)
            return [new DiagnosticInfo(Descriptors.UnreadableDocument.Id, start, "The file is missing")];

        return source.Options.Validate(start).Concat(RefuseTypes(source, start));
    }

    /// <summary>The reason why the types of another document cannot be used.</summary>
    private static IEnumerable<DiagnosticInfo> RefuseTypes(DocumentSource source, DocumentLocation start)
    {
        if (source.Options.TypesFrom is not { } wanted)
            yield break;
        if (source.Shared is not { Settings.Accessibility: var accessibility })
            yield return Refuse("no code is generated from a document with this namespace, or that document uses the types of another one itself");
        else if (accessibility == "internal" && source.Options.Accessibility == "public")
            yield return Refuse("the types there are internal, and those of this document are public");

        DiagnosticInfo Refuse(string reason) => new(Descriptors.TypesNotShared.Id, start, GeneratorOptions.TypesFromKey, wanted, reason);
    }

    private static DocumentLocation Start(string path) => new(path, default, default);

    /// <summary>Roslyn writes C# 7 as 7, C# 7.3 as 703 and C# 10 as 1000.</summary>
    private static string Version(int version)
        => (version < 100 ? version : version / 100m).ToString(version % 100 == 0 || version < 100 ? "0" : "0.0#", CultureInfo.InvariantCulture).Replace(".0", ".");
}

/// <summary>The result of one document.</summary>
internal sealed record ParseResult(string Path, ApiModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
