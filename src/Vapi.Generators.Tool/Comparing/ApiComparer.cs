using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>The state of a comparison of two documents.</summary>
internal sealed record Comparison(ApiDocument Old, ApiDocument New, TypePairs Types, Spelling Spelling, ChangeList Changes)
{
    private readonly Directions _old = new(Old.Model);

    private readonly Directions _new = new(New.Model);

    /// <summary>The directions of a type in either of the two documents.</summary>
    public Direction DirectionOf(string old, string @new) => _old.Of(old) | _new.Of(@new);

    public Direction DirectionOfOld(string type) => _old.Of(type);

    public Direction DirectionOfNew(string type) => _new.Of(type);
}

/// <summary>Finds the changes for code that uses the client when one document replaces another.</summary>
internal static class ApiComparer
{
    /// <summary>Returns each change once, the most severe first, in document order.</summary>
    public static List<Change> Compare(ApiDocument old, ApiDocument @new, CancellationToken cancellationToken)
    {
        var types = new TypePairs(old, @new);
        var comparison = new Comparison(old, @new, types, new Spelling(types.Renamed), new ChangeList(old, @new));
        if (old.Model.Settings.Namespace != @new.Model.Settings.Namespace)
        {
            comparison.Changes.Add(
                ChangeGroup.Breaking, "namespace-renamed", old.Model.Settings.Namespace, "is another namespace now: keep the old one by OpenApiNamespace", old.Model.Settings.Namespace, @new.Model.Settings.Namespace);
        }

        MethodComparer.Compare(comparison);
        RootComparer.Compare(comparison);
        foreach ((DeclarationModel before, DeclarationModel? after) in types.Pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (after is not null)
                TypeComparer.Compare(before, after, comparison);
        }

        // A part is compared after the part that contains it.
        foreach ((DeclarationModel before, _) in types.Pairs.Where(p => p.New is null).OrderBy(p => old.Places.Find(p.Old.Name).Length))
            comparison.Changes.Gone("type", before.Name, null, comparison.DirectionOfOld(before.Name), [.. before is WebhookReceiverModel ? [before.Name + "Extensions"] : RootComparer.PropertiesOf(before, comparison)]);
        foreach (DeclarationModel after in types.Added.Where(d => d is not QueryModel).OrderBy(d => @new.Places.Find(d.Name).Length))
            comparison.Changes.Added("type", after.Name, null, comparison.DirectionOfNew(after.Name));

        return Locate([.. comparison.Changes.Changes], @new, cancellationToken);
    }

    private static List<Change> Locate(List<Change> changes, ApiDocument @new, CancellationToken cancellationToken)
    {
        DocumentLocation[] places = @new.Locate([.. changes.Select(c => c.Pointer)], cancellationToken);
        IEnumerable<Change> located = changes.Select((change, i) => change with { Place = (Path.GetFileName(places[i].Path), places[i].Lines.Start.Line + 1, places[i].Lines.Start.Character + 1) });
        return [.. located.OrderBy(c => c.Group).ThenBy(c => c.Place.Line).ThenBy(c => c.Place.Column).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }
}
