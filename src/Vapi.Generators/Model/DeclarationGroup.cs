using System.Collections.Immutable;

namespace Vapi.Generators.Model;

/// <summary>
/// Some of the declarations of a document: the unit that is emitted again when one of them changes. The driver compares a sequence by position, so the groups are
/// a fixed number and a declaration finds its own by its name: one that is added or removed touches one group, not all that follow it.
/// A document that cannot be read has its groups too, so that those of the next one stay where they are.
/// </summary>
/// <param name="Settings">Null where there is no declaration.</param>
internal sealed record DeclarationGroup(CodeSettings? Settings, EquatableArray<DeclarationModel> Declarations)
{
    private const int Count = 512;

    private static readonly ImmutableArray<DeclarationGroup> None = Enumerable.Repeat(new DeclarationGroup(null, []), Count).ToImmutableArray();

    public static ImmutableArray<DeclarationGroup> Split(ApiModel? model, CancellationToken cancellationToken)
    {
        if (model is null)
            return None;

        var groups = new List<DeclarationModel>[Count];
        foreach (DeclarationModel declaration in model.Declarations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (groups[StableHash.Of(declaration.Name) % Count] ??= []).Add(declaration);
        }

        return groups.Select((g, i) => g is null ? None[i] : new DeclarationGroup(model.Settings, g.ToEquatableArray())).ToImmutableArray();
    }
}
