using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Applies overlays to a document before anything else reads it.</summary>
internal sealed class OverlayApplier
{
    private readonly DocumentFile _document;

    private readonly FindingList _findings;

    private readonly FindingList _errors;

    private readonly OverlayBudget _budget;

    private readonly OverlayNode _root;

    private OverlayApplier(DocumentFile document, OverlayBudget budget, FindingList findings, FindingList errors)
    {
        _document = document;
        _budget = budget;
        _findings = findings;
        _errors = errors;
        _root = new OverlayNode(document, DocumentPointer.Root, document.Root, budget);
    }

    /// <summary>Returns the document with its overlays, or null and diagnostics with the reasons.</summary>
    /// <param name="overlays">In the order in which they apply. A file without a text does not exist.</param>
    /// <param name="url">The URL of the published document; null if it is unknown.</param>
    public static DocumentFile? Apply(
        DocumentFile document, IReadOnlyList<(string Path, SourceText? Text)> overlays, string? url, FindingList findings, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var errors = new FindingList();
        List<DocumentFile> files = [.. overlays.Select(o => Read(document, o.Path, o.Text, errors, cancellationToken)).OfType<DocumentFile>()];
        List<(DocumentFile File, IReadOnlyList<OverlayAction> Actions)> parsed = [.. files.Select(f => (f, OverlayParser.Parse(f, errors)))];
        var applier = new OverlayApplier(document, new OverlayBudget(document.Length + files.Sum(f => f.Length), cancellationToken), findings, errors);
        foreach ((DocumentFile file, IReadOnlyList<OverlayAction> actions) in parsed.TakeWhile(_ => errors.Count == 0))
        {
            applier.CheckExtends(file, url);
            foreach (OverlayAction action in actions.TakeWhile(_ => errors.Count == 0))
                applier.Apply(action, file);
        }

        DocumentFile? result = errors.Count == 0 ? applier.Write(files[files.Count - 1]) : null;
        diagnostics.AddRange(errors.Select(e => new DiagnosticInfo(e.Id, e.Location ?? e.File!.Index.Locate([e.Pointer], cancellationToken)[0], e.Arguments)));
        return result;
    }

    private static DocumentFile? Read(DocumentFile document, string path, SourceText? text, FindingList errors, CancellationToken cancellationToken)
    {
        (string Reason, DocumentLocation Location) failure = ($"the file '{path}' does not exist, or is not one of the project's additional files", document.Index.Root);
        if (text is not null && DocumentFile.Read(path, text, isMain: false, cancellationToken, out failure) is { } file)
            return file;

        errors.Add(new Finding(Descriptors.OverlayNotApplied.Id, "#", [failure.Reason]) { Location = failure.Location });
        return null;
    }

    /// <summary>Reports an overlay that was written for another document.</summary>
    private void CheckExtends(DocumentFile overlay, string? url)
    {
        if (!overlay.Root.TryGetProperty("extends", out JsonElement extends) || extends.ToString() is not { Length: > 0 } target)
            return;

        bool isUrl = target.IndexOf("://", StringComparison.Ordinal) >= 0;
        bool isThis = isUrl ? url is null || url == target : DocumentFiles.IsSame(DocumentFiles.Resolve(overlay.Path, Uri.UnescapeDataString(target)), _document.Path);
        if (!isThis)
            _findings.Add(new Finding(Descriptors.OverlayMismatch.Id, "#/extends", [$"it extends '{target}', but is applied to '{(isUrl ? url : _document.Path)}'"]) { File = overlay });
    }

    private void Apply(OverlayAction action, DocumentFile overlay)
    {
        IReadOnlyList<OverlayNode> targets = Select(action.Target);
        if (targets.Count == 0)
            _findings.Add(new Finding(Descriptors.OverlayMismatch.Id, action.Pointer["target"].ToString(), ["the target of this action matches nothing in the document"]) { File = overlay });
        else if (action.IsRemoval)
            Remove(targets, action, overlay);
        else if (targets.Select(t => t.IsPrimitive ? JsonValueKind.Null : t.Kind).Distinct().Count() > 1)
            Refuse(overlay, action.Pointer["target"], "the target selects different kinds of nodes, but must select only objects, only arrays or only single values");
        else if (action.Update is { } update)
            Merge(targets, () => new OverlayNode(overlay, action.Pointer["update"], update, _budget), action, overlay);
        else if (action.Copy is { } copy)
            Copy(targets, copy, action, overlay);

        if (_budget.Exceeded is { } limit)
            Refuse(overlay, action.Pointer["target"], $"the overlays expand to more than {limit}");
    }

    private IReadOnlyList<OverlayNode> Select(JsonPath path) => new JsonPathEvaluator(_root, _budget).Select(path, _root);

    private void Remove(IReadOnlyList<OverlayNode> targets, OverlayAction action, DocumentFile overlay)
    {
        if (targets.Contains(_root))
        {
            Refuse(overlay, action.Pointer["target"], "the whole document cannot be removed");
            return;
        }

        foreach (OverlayNode target in targets)
            target.Remove();
    }

    private void Copy(IReadOnlyList<OverlayNode> targets, JsonPath copy, OverlayAction action, DocumentFile overlay)
    {
        IReadOnlyList<OverlayNode> sources = Select(copy);
        if (sources.Count != 1)
        {
            Refuse(overlay, action.Pointer["copy"], $"'copy' must select one node, but selects {sources.Count}");
            return;
        }

        // The copies are made before any target changes, because a target can contain the source.
        var copies = new Queue<OverlayNode>(targets.Select(_ => sources[0].Clone(new Levels())).TakeWhile(_ => _budget.TryCreate()));
        if (copies.Count == targets.Count)
            Merge(targets, copies.Dequeue, action, overlay);
    }

    private void Merge(IReadOnlyList<OverlayNode> targets, Func<OverlayNode> value, OverlayAction action, DocumentFile overlay)
    {
        var merger = new OverlayMerger(_budget);
        foreach (OverlayNode target in targets.TakeWhile(_ => _budget.TryCreate()))
        {
            if (merger.Merge(target, value()) is not var (part, reason))
                continue;

            Refuse(overlay, part.File == overlay ? part.Pointer : action.Pointer["copy"], reason);
            return;
        }
    }

    /// <param name="last">The overlay to blame if the result is too large.</param>
    private DocumentFile? Write(DocumentFile last)
    {
        (byte[] json, Dictionary<string, (DocumentFile File, string Pointer)> origins) = OverlayWriter.Write(_root, _budget);
        DocumentFile? result = _budget.Exceeded is null ? _document.With(json, origins) : null;
        if (result is null)
            Refuse(last, DocumentPointer.Root, $"the overlays expand to more than {_budget.Exceeded ?? $"{Levels.Max} levels"}");

        return result;
    }

    private void Refuse(DocumentFile overlay, DocumentPointer pointer, string reason)
        => _errors.Add(new Finding(Descriptors.OverlayNotApplied.Id, pointer.ToString(), [reason]) { File = overlay });
}
