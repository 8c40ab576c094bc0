using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>A member of a type that gets a name.</summary>
/// <param name="Original">Its name in the document.</param>
/// <param name="Wanted">The name that follows from it.</param>
internal readonly record struct NamedMember(string Original, string Wanted, DocumentPointer Pointer)
{
    /// <summary>The part of the document that it is in, if its name is unique only there: for a parameter, the query or the headers.</summary>
    public string? Part { get; init; }

    /// <summary>Its unique name in the type.</summary>
    public string Key => Part is null ? Original : Part + " " + Original;
}

/// <summary>Names the members of a type: first those with a locked name, then the others in their order.</summary>
internal static class MemberNames
{
    /// <summary>One unique name for each member. A name that is not the wanted one is reported.</summary>
    /// <param name="type">The name of the type.</param>
    public static string[] Choose(string type, NameScope scope, IReadOnlyList<NamedMember> members, ParseContext context)
    {
        string?[]? locked = TakeLocked(type, scope, members.Select(m => m.Key), context);
        string[] names = [.. members.Select((m, i) => locked?[i] ?? context.Claim(scope, m.Wanted, m.Pointer, m.Original))];
        List(type, members.Select((m, i) => (m.Key, m.Wanted, names[i])), context);
        return names;
    }

    /// <summary>Reserves the locked names, with null for a member without one; null if there are none.</summary>
    public static string?[]? TakeLocked(string type, NameScope scope, IEnumerable<string> keys, ParseContext context)
        => context.Names.IsEmpty ? null : [.. keys.Select(key => context.Names.Take(NameKind.Members, Place(type, key), scope))];

    /// <summary>Adds the names that depend on other members to the names lock: those that several members want.</summary>
    public static void List(string type, IEnumerable<(string Key, string Wanted, string Name)> members, ParseContext context)
    {
        if (context.Places is not { Names: var names })
            return;

        foreach (IGrouping<string, (string Key, string Wanted, string Name)> same in members.GroupBy(m => m.Wanted, StringComparer.OrdinalIgnoreCase))
        {
            bool isContested = same.Count() > 1 || same.Any(m => m.Name != m.Wanted);
            foreach ((string key, _, string name) in same.Where(_ => isContested))
                names.Add(NameKind.Members, Place(type, key), name);
        }
    }

    private static string Place(string type, string key) => type + "." + key;
}
