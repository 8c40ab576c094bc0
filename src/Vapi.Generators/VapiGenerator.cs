using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators;

/// <summary>Generates a client, types and JSON code for each OpenAPI document among the additional files.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class VapiGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The capabilities of the consumer's framework and language. Most edits do not change them.
        IncrementalValueProvider<Capabilities> capabilities =
            context.CompilationProvider
            .Select(CapabilitiesFinder.Find)
            .WithTrackingName(TrackingNames.Capabilities);

        // The additional files that are OpenAPI documents.
        IncrementalValuesProvider<DocumentSource> documents =
            context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => DocumentSource.IsDocument(pair.Left, pair.Right))
            .Select(static (pair, cancellationToken) => DocumentSource.Read(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Documents);

        // The additional files that documents can reference.
        IncrementalValueProvider<ImmutableArray<ReferableFile>> files =
            context.AdditionalTextsProvider
            .Where(ReferableFile.IsReferable)
            .Select(ReferableFile.Read)
            .SelectMany(static (file, _) => file is null ? ImmutableArray<ReferableFile>.Empty : ImmutableArray.Create(file))
            .Collect();

        // Each document with the files that it references.
        IncrementalValuesProvider<DocumentSource> sources =
            documents
            .Combine(files)
            .Select(static (pair, cancellationToken) => pair.Left.WithOthers(pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Sources);

        // Whether the project has a document.
        IncrementalValueProvider<bool> hasDocuments =
            documents
            .Collect()
            .Select(static (all, _) => !all.IsEmpty)
            .WithTrackingName(TrackingNames.HasDocuments);

        // The namespaces whose types other documents use.
        IncrementalValueProvider<EquatableArray<WantedNamespace>> wanted =
            documents
            .Collect()
            .Select(static (all, _) => DocumentSource.FindWantedNamespaces(all))
            .WithTrackingName(TrackingNames.WantedNamespaces);

        // The code and the diagnostics of each document that declares all its types.
        IncrementalValuesProvider<DocumentCode> owners =
            sources
            .Where(static source => source.Options.TypesFrom is null)
            .Combine(wanted)
            .Select(static (pair, _) => pair.Left with { WantedNamespaces = pair.Right })
            .Combine(capabilities)
            .Select(static (pair, cancellationToken) => DocumentCode.Generate(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Generate);

        // The types that other documents use.
        IncrementalValueProvider<ImmutableArray<SharedTypes?>> types =
            owners
            .Select(static (document, _) => document.Shared)
            .WithTrackingName(TrackingNames.SharedTypes)
            .Collect();

        // The code and the diagnostics of each document that uses types of another one.
        IncrementalValuesProvider<DocumentCode> users =
            sources
            .Where(static source => source.Options.TypesFrom is not null)
            .Combine(types)
            .Select(static (pair, _) => pair.Left.WithTypes(pair.Right))
            .Combine(capabilities)
            .Select(static (pair, cancellationToken) => DocumentCode.Generate(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.GenerateUsers);

        // The code and the diagnostics of each document.
        IncrementalValuesProvider<DocumentCode> results =
            owners
            .Collect()
            .Combine(users.Collect())
            .SelectMany(static (pair, cancellationToken) => DocumentCode.RefuseSameNamespace(pair.Left.AddRange(pair.Right), cancellationToken))
            .WithTrackingName(TrackingNames.Results);

        IncrementalValuesProvider<CodeSettings?> settings =
            results
            .Select(static (document, _) => document.Settings)
            .WithTrackingName(TrackingNames.Settings);

        // The files of each group. Only the groups that differ from those of the run before are added again.
        IncrementalValuesProvider<EquatableArray<SourceFile>> groups =
            results
            .SelectMany(static (document, _) => document.Groups)
            .WithTrackingName(TrackingNames.Groups);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics =
            results
            .SelectMany(static (document, _) => document.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(settings.Collect(), EmitPolyfills);
        context.RegisterSourceOutput(settings, EmitRuntime);
        context.RegisterSourceOutput(groups, AddDeclarations);
        context.RegisterSourceOutput(hasDocuments, ReportMissingDocument);
        context.RegisterSourceOutput(diagnostics, static (context, diagnostic) => context.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }

    private static void ReportMissingDocument(SourceProductionContext context, bool hasDocuments)
    {
        if (!hasDocuments)
            context.ReportDiagnostic(new DiagnosticInfo(Descriptors.NoDocument.Id, null).ToDiagnostic());
    }

    private static void EmitPolyfills(SourceProductionContext context, ImmutableArray<CodeSettings?> settings)
    {
        foreach (CodeSettings first in settings.OfType<CodeSettings>().Take(1))
            Add(context, PolyfillEmitter.Emit(first.Capabilities));
    }

    private static void EmitRuntime(SourceProductionContext context, CodeSettings? settings)
    {
        foreach (SourceFile file in settings is null ? [] : RuntimeEmitter.Emit(settings))
            Add(context, file);
    }

    private static void AddDeclarations(SourceProductionContext context, EquatableArray<SourceFile> files)
    {
        foreach (SourceFile file in files)
            Add(context, file);
    }

    private static void Add(SourceProductionContext context, SourceFile file)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        context.AddSource(file.HintName, file.Text);
    }
}
