using Vapi.Generators.Model;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Pairs the types of the two documents: by name, or else by place, or else by members if only one type has them.</summary>
internal sealed class TypePairs
{
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    public TypePairs(ApiDocument old, ApiDocument @new)
    {
        Dictionary<string, DeclarationModel> before = Types(old);
        Dictionary<string, DeclarationModel> after = Types(@new);
        List<DeclarationModel> gone = [.. before.Values.Where(d => !after.ContainsKey(d.Name))];
        List<DeclarationModel> added = [.. after.Values.Where(d => !before.ContainsKey(d.Name))];
        Rename(gone, added, d => old.Places.Find(d.Name) is var place && place == "#" ? null : place, d => @new.Places.Find(d.Name));
        Rename(gone, added, Members, Members);
        Rename(gone, added, d => d is RootClientModel ? "" : null, d => d is RootClientModel ? "" : null);

        Pairs = [.. before.Values.Select(d => (d, after.GetValueOrDefault(Renamed.GetValueOrDefault(d.Name, d.Name))))];
        Added = added;
    }

    /// <summary>The new names by the old ones.</summary>
    public IReadOnlyDictionary<string, string> Renamed => _renamed;

    /// <summary>The old types, each with its new type; null if there is none.</summary>
    public IReadOnlyList<(DeclarationModel Old, DeclarationModel? New)> Pairs { get; }

    /// <summary>The types that are new.</summary>
    public IReadOnlyList<DeclarationModel> Added { get; }

    private static Dictionary<string, DeclarationModel> Types(ApiDocument document)
        => document.Model.Declarations.Where(d => d is ObjectModel or EnumModel or UnionModel or QueryModel or WebhookReceiverModel or ClientModel or RootClientModel).ToDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>Pairs types of the same kind with the same key, if the key is unique.</summary>
    private void Rename(List<DeclarationModel> gone, List<DeclarationModel> added, Func<DeclarationModel, string?> oldKey, Func<DeclarationModel, string?> newKey)
    {
        ILookup<string, DeclarationModel> wanted = added.Where(d => newKey(d) is not null).ToLookup(d => d.GetType().Name + " " + newKey(d));
        foreach (IGrouping<string, DeclarationModel> same in gone.Where(d => oldKey(d) is not null).GroupBy(d => d.GetType().Name + " " + oldKey(d)).ToList())
        {
            if (same.Count() != 1 || wanted[same.Key].Count() != 1)
                continue;

            DeclarationModel before = same.Single();
            DeclarationModel after = wanted[same.Key].Single();
            _renamed.Add(before.Name, after.Name);
            gone.Remove(before);
            added.Remove(after);
        }
    }

    /// <summary>The definition of a type without its name; null if it is too small to identify the type.</summary>
    private static string? Members(DeclarationModel type) => type switch
    {
        ObjectModel { Properties: { Count: > 1 } properties } => string.Join("\n", properties.Select(p => p.JsonName + " " + Spelling.Of(p))),
        EnumModel { Members: { Count: > 1 } members } => string.Join("\n", members.Select(m => m.Value)),
        UnionModel { Cases: { Count: > 1 } cases } => string.Join("\n", cases.Select(c => Spelling.Of(c.Type))),
        WebhookReceiverModel receiver => string.Join("\n", receiver.Kinds.Select(k => k.Handler)),
        ClientModel { Operations: { Count: > 0 } operations } => string.Join("\n", operations.Select(o => o.HttpMethod + " " + Operations.Route(o))),
        _ => null,
    };
}
