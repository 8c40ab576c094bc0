using System.Collections.Immutable;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;

namespace Vapi.Generators;

/// <summary>
/// The code and the diagnostics of one document. The driver keeps them between two runs, and with them the texts of the files, which the compilation needs anyway. It does not keep the model, which
/// takes more memory than the document.
/// </summary>
/// <param name="Settings">Null if there is no code.</param>
/// <param name="Shared">The types that other documents use; null if no document uses them.</param>
/// <param name="Groups">The files, in a fixed number of groups: see <see cref="DeclarationGroup"/>.</param>
internal sealed record DocumentCode(string Path, CodeSettings? Settings, SharedTypes? Shared, EquatableArray<EquatableArray<SourceFile>> Groups, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static DocumentCode Generate(DocumentSource source, Capabilities capabilities, CancellationToken cancellationToken)
    {
        ParseResult result = DocumentParser.Parse(source, capabilities, cancellationToken);
        return new DocumentCode(result.Path, result.Model?.Settings, result.Model?.Shared, DeclarationEmitter.EmitGroups(result.Model, cancellationToken), result.Diagnostics);
    }

    /// <summary>Two documents in one namespace would declare the same types, so only the first one keeps the namespace.</summary>
    public static ImmutableArray<DocumentCode> RefuseSameNamespace(ImmutableArray<DocumentCode> documents, CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var kept = ImmutableArray.CreateBuilder<DocumentCode>(documents.Length);
        foreach (DocumentCode document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? name = document.Settings?.Namespace;
            if (name is null || !owners.TryGetValue(name, out string? owner))
            {
                kept.Add(document);
                if (name is not null)
                    owners.Add(name, document.Path);
            }
            else
                kept.Add(document.Refuse(new DiagnosticInfo(Descriptors.DuplicateDocument.Id, new DocumentLocation(document.Path, default, default), name, owner)));
        }

        return kept.MoveToImmutable();
    }

    private DocumentCode Refuse(DiagnosticInfo reason) => new(Path, null, null, DeclarationEmitter.EmitGroups(null, default), [reason]);
}
