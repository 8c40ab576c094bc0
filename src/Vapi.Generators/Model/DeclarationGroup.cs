using System.Collections.Immutable;

namespace Vapi.Generators.Model;

/// <summary>
/// Some of the declarations of a document: the files of all of them are added again when one of them changes. The generator driver compares a sequence by position, so there is
/// a fixed number of groups, and the name of a declaration determines its group. Adding or removing a declaration changes one group, not all groups after it.
/// A document that cannot be read also has its groups, so that the groups of the next document keep their positions.
/// </summary>
/// <param name="Settings">Null if there is no declaration.</param>
/// <param name="Declarations">In the order of their names, so that moving a schema within the document changes nothing.</param>
internal sealed record DeclarationGroup(CodeSettings? Settings, EquatableArray<DeclarationModel> Declarations)
{
    private const int Count = 512;

    /// <summary>The groups for types. The types of a group are in one file, because editors slow down with thousands of files.</summary>
    private const int TypeGroups = 192;

    private static readonly ImmutableArray<DeclarationGroup> None = Enumerable.Repeat(new DeclarationGroup(null, []), Count).ToImmutableArray();

    /// <summary>Whether the declarations are types. A group contains only types or only other declarations.</summary>
    public bool HasTypes => Declarations.Count > 0 && IsType(Declarations[0]);

    public static ImmutableArray<DeclarationGroup> Split(ApiModel? model, CancellationToken cancellationToken)
    {
        if (model is null)
            return None;

        var groups = new List<DeclarationModel>[Count];
        foreach (DeclarationModel declaration in model.Declarations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            uint hash = StableHash.Of(declaration.Name);
            (groups[IsType(declaration) ? hash % TypeGroups : TypeGroups + hash % (Count - TypeGroups)] ??= []).Add(declaration);
        }

        return groups.Select((g, i) => g is null ? None[i] : new DeclarationGroup(model.Settings, g.OrderBy(d => d.Name, StringComparer.Ordinal).ToEquatableArray())).ToImmutableArray();
    }

    private static bool IsType(DeclarationModel declaration) => declaration is ObjectModel or EnumModel or UnionModel;
}
