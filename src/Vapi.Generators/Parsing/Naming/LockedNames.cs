using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names that places of the document keep, because its names lock lists them. Their text is untrusted: a name that C# does not allow, or that is already used, is ignored.</summary>
internal sealed class LockedNames
{
    /// <summary>No names. It is never changed.</summary>
    public static readonly LockedNames None = new();

    /// <summary>Why a part of the document cannot have a name.</summary>
    public const string IsUsed = "the name is already used";

    /// <inheritdoc cref="IsUsed"/>
    public const string IsMember = "the type has a member with this name";

    private readonly Dictionary<(NameKind Kind, string Place), Entry> _entries = [];

    private readonly List<Finding> _refused = [];

    private DocumentFile? _file;

    private sealed class Entry(string name, string pointer)
    {
        public string Name { get; } = name;

        public string Pointer { get; } = pointer;

        /// <summary>Whether the document has the place.</summary>
        public bool IsFound { get; set; }

        /// <summary>Whether the place has the name.</summary>
        public bool IsTaken { get; set; }

        public bool IsRefused { get; set; }
    }

    /// <summary>Why the whole names lock cannot be used; null if it can.</summary>
    public string? Failure { get; private set; }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>What is wrong with the names lock: ignored names, and places that the document does not have.</summary>
    public IEnumerable<Finding> Findings => _refused.Concat(_entries
        .Where(e => !e.Value.IsFound)
        .Select(e => new Finding(Descriptors.LockedNameUnused.Id, e.Value.Pointer, [e.Value.Name, e.Key.Place]) { File = _file }));

    /// <summary>Reads a names lock.</summary>
    public static LockedNames Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        const string Whole = "The names lock";
        var names = new LockedNames();
        (string Reason, DocumentLocation Location) failure = ($"it has more than {NamesLock.MaxLength} characters", new DocumentLocation(path, default, default));
        if (text.Length > NamesLock.MaxLength || DocumentFile.Read(path, text, isMain: false, cancellationToken, out failure) is not { } file)
        {
            names.Failure = failure.Reason;
            names._refused.Add(new Finding(Descriptors.LockedNameIgnored.Id, "#", [Whole, failure.Reason]) { Location = failure.Location });
            return names;
        }

        names._file = file;
        names.Failure = NamesLock.Refuse(file.Root);
        if (names.Failure is not null)
            names.Refuse(Whole, "#", names.Failure);
        else
        {
            foreach ((NameKind kind, string place, string? name, string pointer) in NamesLock.Read(file.Root))
            {
                cancellationToken.ThrowIfCancellationRequested();
                names.Add(kind, place, name, pointer);
            }
        }

        return names;
    }

    /// <summary>The name that a place of the document is to keep; null if it is not locked.</summary>
    public string? Wanted(NameKind kind, string place)
    {
        if (!_entries.TryGetValue((kind, place), out Entry? entry))
            return null;

        entry.IsFound = true;
        return entry.IsRefused ? null : entry.Name;
    }

    /// <summary>Reserves the name of a place; returns null if it is not locked, or the name is already used.</summary>
    public string? Take(NameKind kind, string place, NameScope scope) => Wanted(kind, place) is { } name && Take(kind, [place], scope) ? name : null;

    /// <summary>Reserves the name that all these places have; returns false if it is already used.</summary>
    public bool Take(NameKind kind, IReadOnlyList<string> places, NameScope scope)
    {
        if (!scope.TryClaim(_entries[(kind, places[0])].Name))
            return Refuse(kind, places, IsUsed);

        foreach (string place in places)
            _entries[(kind, place)].IsTaken = true;

        return true;
    }

    /// <summary>The name that a place has taken; null if it has taken none.</summary>
    public string? Find(NameKind kind, string place) => _entries.TryGetValue((kind, place), out Entry? entry) && entry.IsTaken ? entry.Name : null;

    /// <summary>Ignores the names of places, unless they already have them. Always returns false.</summary>
    public bool Refuse(NameKind kind, IEnumerable<string> places, string reason)
    {
        foreach (string place in places)
        {
            Entry entry = _entries[(kind, place)];
            if (entry.IsTaken || entry.IsRefused)
                continue;

            entry.IsRefused = true;
            Refuse(Subject(entry.Name, place), entry.Pointer, reason);
        }

        return false;
    }

    private void Refuse(string subject, string pointer, string reason) => _refused.Add(new Finding(Descriptors.LockedNameIgnored.Id, pointer, [subject, reason]) { File = _file });

    private void Add(NameKind kind, string place, string? name, string pointer)
    {
        const int MaxParts = 2;
        if (name is null)
            Refuse($"The entry '{place}'", pointer, "it is not a name");
        else if (!(kind == NameKind.Methods ? name.Split('.') is { Length: <= MaxParts } parts && parts.All(Identifiers.IsName) : Identifiers.IsName(name)))
            Refuse(Subject(name, place), pointer, "it is not a C# name that begins with a capital letter");
        else if (_entries.ContainsKey((kind, place)))
            Refuse(Subject(name, place), pointer, "the place is listed twice");
        else
            _entries.Add((kind, place), new Entry(name, pointer));
    }

    private static string Subject(string name, string place) => $"The name '{name}' of '{place}'";
}
