using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>The list of changes. A part that is removed or added together with its container is part of the container's change.</summary>
internal sealed class ChangeList(ApiDocument old, ApiDocument @new)
{
    private readonly List<Change> _changes = [];

    private readonly Dictionary<string, Change> _gone = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Change> _added = new(StringComparer.Ordinal);

    public IEnumerable<Change> Changes => _changes;

    /// <summary>Adds a change of a part that is in both documents.</summary>
    /// <param name="place">Its name in the new document, if it was renamed.</param>
    public void Add(ChangeGroup group, string kind, string name, string text, string? was, string? @is, Direction direction = Direction.None, string? place = null) => _changes.Add(new Change
    {
        Group = group,
        Kind = kind,
        Name = name,
        Text = text,
        Old = was,
        New = @is,
        Direction = direction,
        Pointer = @new.Places.Find(place ?? name),
    });

    public void Gone(string kind, string name, string? was, Direction direction = Direction.None, params string[] with) => AddOrJoin(_gone, old.Places.Find(name), with, new Change
    {
        Group = ChangeGroup.Breaking,
        Kind = kind + "-gone",
        Name = name,
        Text = "is gone",
        Old = was,
        Direction = direction,
        Pointer = old.Places.Find(name),
    });

    public void Added(string kind, string name, string? @is, Direction direction = Direction.None, ChangeGroup group = ChangeGroup.New, string text = "is new") => AddOrJoin(_added, @new.Places.Find(name), [], new Change
    {
        Group = group,
        Kind = kind + "-new",
        Name = name,
        Text = text,
        New = @is,
        Direction = direction,
        Pointer = @new.Places.Find(name),
    });

    /// <summary>Adds a change, or adds its name to the change of its container.</summary>
    private void AddOrJoin(Dictionary<string, Change> known, string pointer, string[] with, Change change)
    {
        if (change.Kind is "type-gone" or "type-new" or "method-gone" or "method-new" && Container(known, pointer) is { } container)
        {
            container.With.AddRange([change.Name, .. with]);
            return;
        }

        change.With.AddRange(with);
        _changes.Add(change);
        known.TryAdd(pointer, change);
    }

    private static Change? Container(Dictionary<string, Change> known, string pointer)
    {
        // A part that is not in the document has no container.
        for (int end = pointer.Length; end > 1; end = pointer.LastIndexOf('/', end - 1))
        {
            if (known.TryGetValue(pointer[..end], out Change? container))
                return container;
        }

        return null;
    }
}
