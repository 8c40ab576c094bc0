using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Parsing.Types;

/// <summary>
/// The inline types and their names. Within a family of schemas, the same structure at the same place is one type, named family + place. A different structure there is
/// a separate type of its owner, named owner + place. So a name depends on nothing outside the family.
/// </summary>
internal sealed class InlineTypes(NameScope scope, Func<DeclaredShape, string, string> claim)
{
    private static readonly DocumentPointer Components = DocumentPointer.Root["components"];

    /// <summary>The places by the shape's pointer and structure. A shape that is not in the components is a separate type in each part of the document that contains it.</summary>
    private readonly Dictionary<(DocumentPointer Pointer, string Structure, DocumentPointer? Root), Site> _sites = [];

    private readonly Dictionary<DeclaredShape, Site> _siteOf = [];

    private List<InlineType> _types = [];

    /// <summary>A place of an inline type.</summary>
    private sealed class Site(TypePlace place, DeclaredShape shape)
    {
        public TypePlace Place { get; set; } = place;

        public DeclaredShape Shape { get; } = shape;

        /// <summary>Whether the document declares the type at this place, so that it is not copied by an allOf.</summary>
        public bool IsDeclared { get; set; }

        /// <summary>The name that the names lock of the document has for this place; null if it has none.</summary>
        public string? Locked { get; set; }

        public InlineType? Type { get; set; }
    }

    /// <summary>A type and its possible names, the best one first.</summary>
    private sealed class InlineType(DeclaredShape shape, IEnumerable<string> candidates)
    {
        private readonly Queue<string> _candidates = new(candidates.Distinct(StringComparer.OrdinalIgnoreCase));

        public DeclaredShape Shape { get; } = shape;

        public string Name { get; set; } = "";

        /// <summary>The best remaining name.</summary>
        public string Wanted => _candidates.Peek();

        public bool TryNext()
        {
            if (_candidates.Count == 1)
                return false;

            _candidates.Dequeue();
            return true;
        }
    }

    /// <summary>The declared shapes in document order.</summary>
    public IEnumerable<DeclaredShape> Shapes => _types.Select(t => t.Shape);

    /// <summary>The shapes at all places, with the names of their types.</summary>
    public IEnumerable<(DeclaredShape Shape, string Name)> Named => _sites.Values.Select(s => (s.Shape, s.Type!.Name));

    /// <summary>The name of an inline type; null if it was not added because another document declares it.</summary>
    public string? Find(DeclaredShape shape) => _siteOf.TryGetValue(shape, out Site? site) ? site.Type!.Name : null;

    /// <summary>The shape from which the type of a shape is declared: shapes at several places can have one type.</summary>
    public DeclaredShape Declaring(DeclaredShape shape) => _siteOf.TryGetValue(shape, out Site? site) ? site.Type!.Shape : shape;

    public string NameOf(DeclaredShape shape) => _siteOf[shape].Type!.Name;

    /// <summary>Whether there is nothing to add for a shape in a part of the document.</summary>
    public bool IsKnown(DeclaredShape shape, DocumentPointer root) => _siteOf.TryGetValue(shape, out Site? known) && (known.IsDeclared || !shape.Pointer.IsIn(root));

    /// <summary>Adds a shape at one of its places. A shape that an allOf copies from another schema belongs to that schema.</summary>
    /// <param name="root">The part of the document that is currently searched.</param>
    public void Add(DeclaredShape shape, TypePlace place, DocumentPointer root)
    {
        if (IsKnown(shape, root))
            return;

        bool isDeclared = shape.Pointer.IsIn(root);
        var key = (shape.Pointer, shape.Structure, shape.Pointer.IsIn(Components) ? null : root);
        if (!_sites.TryGetValue(key, out Site? site))
            _sites.Add(key, site = new Site(place, shape) { IsDeclared = isDeclared });
        else if (isDeclared && !site.IsDeclared)
        {
            site.Place = place;
            site.IsDeclared = true;
        }

        _siteOf[shape] = site;
    }

    /// <summary>Reserves the locked names of the places.</summary>
    public void TakeLockedNames(LockedNames names)
    {
        if (names.IsEmpty)
            return;

        foreach (Site site in _sites.Values)
            site.Locked = names.Wanted(NameKind.Types, PlaceOf(site));

        foreach (IGrouping<string, Site> same in _sites.Values.Where(s => s.Locked is not null).GroupBy(s => s.Locked!, StringComparer.OrdinalIgnoreCase).ToList())
        {
            // Places that were one type may have different structures now. The structure at most of the places keeps the name.
            List<Site> kept = [.. same.GroupBy(s => (s.Locked, s.Shape.Structure)).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(s => s.Place.Rank)).First()];
            bool isTaken = TypeNamer.HasMember(kept[0].Shape, kept[0].Locked!)
                ? names.Refuse(NameKind.Types, kept.Select(PlaceOf), LockedNames.IsMember)
                : names.Take(NameKind.Types, [.. kept.Select(PlaceOf)], scope);
            names.Refuse(NameKind.Types, same.Except(kept).Select(PlaceOf), "another type has this name");
            foreach (Site site in isTaken ? same.Except(kept) : same)
                site.Locked = null;
        }
    }

    /// <summary>Names all types.</summary>
    /// <param name="list">Receives the names; null if they are not needed.</param>
    public void Name(NamesLock? list)
    {
        _types = Unite();
        List<InlineType> open = _types.FindAll(t => t.Name.Length == 0);
        var numbered = new List<InlineType>();
        while (open.Count > 0)
        {
            var next = new List<InlineType>();
            foreach (IGrouping<string, InlineType> same in open.GroupBy(t => t.Wanted, StringComparer.OrdinalIgnoreCase).ToList())
            {
                // A name that several types want is ambiguous, so none of them gets it.
                bool isClear = scope.IsFree(same.Key) && same.Count() == 1;
                foreach (InlineType type in same)
                {
                    if (isClear)
                        type.Name = claim(type.Shape, type.Wanted);
                    else
                        (type.TryNext() ? next : numbered).Add(type);
                }
            }

            open = next;
        }

        foreach (InlineType type in numbered)
            type.Name = claim(type.Shape, type.Wanted);
        foreach (Site site in list is null ? [] : _sites.Values.AsEnumerable())
            list!.Add(NameKind.Types, PlaceOf(site), site.Type!.Name);
    }

    private static string PlaceOf(Site site) => site.Place.Pointer.ToString();

    /// <summary>Combines the sites with the same type into one type.</summary>
    private List<InlineType> Unite()
    {
        Dictionary<string, Site> heads = _sites.Values
            .GroupBy(s => s.Place.FamilyKey, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Place.Rank).ThenBy(s => s.Place.Owner, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        HashSet<string> titles = UsableTitles();

        // A new place of a type with a locked name has this type too.
        var locked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Site site in _sites.Values.Where(s => s.Locked is not null))
            locked[KeyOf(site)] = site.Locked!;

        var types = new Dictionary<string, InlineType>(StringComparer.Ordinal);
        foreach (Site site in _sites.Values)
        {
            string key = KeyOf(site);
            string? name = site.Locked ?? (locked.TryGetValue(key, out string? known) ? known : null);
            if (name is not null)
                key = name;
            if (!types.TryGetValue(key, out InlineType? type))
                types.Add(key, type = name is null ? new InlineType(site.Shape, Names(site)) : new InlineType(site.Shape, [name]) { Name = name });

            site.Type = type;
        }

        return [.. types.Values];

        // Sites with the same key are one type.
        string KeyOf(Site site) => (UsableTitle(site) ?? (IsHead(site) ? site.Place.FamilyKey : site.Place.Owner + "//" + site.Place.FamilyKey)) + " " + site.Shape.Structure;

        IEnumerable<string> Names(Site site)
        {
            TypePlace place = site.Place;
            IEnumerable<string> names = IsHead(site) && place.Family != place.Owner ? place.Names(place.Family).Concat(place.Names(place.Owner)) : place.Names(place.Owner);
            return UsableTitle(site) is { } title ? names.Prepend(title) : names;
        }

        string? UsableTitle(Site site) => TitleOf(site) is { } title && titles.Contains(title) ? title : null;

        bool IsHead(Site site) => heads[site.Place.FamilyKey].Shape.Structure == site.Shape.Structure;
    }

    /// <summary>The titles that stand for a single structure.</summary>
    private HashSet<string> UsableTitles()
    {
        HashSet<(string?, string)> locked = [.. _sites.Values.Where(s => s.Locked is not null).Select(s => (s.Locked, s.Shape.Structure))];
        IEnumerable<string> titles = _sites.Values
            .Select(s => (Title: TitleOf(s), s.Shape.Structure))
            .Where(s => s.Title is not null && (scope.IsFree(s.Title) || locked.Contains(s)))
            .Distinct()
            .GroupBy(s => s.Title!, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() == 1)
            .Select(g => g.Single().Title!);
        return new HashSet<string>(titles, StringComparer.Ordinal);
    }

    /// <summary>The title as a name; null if there is none, or it only repeats the name of the property.</summary>
    private static string? TitleOf(Site site)
        => Title(site.Shape) is { } title && !string.Equals(title, site.Place.Path.LastOrDefault().Whole, StringComparison.OrdinalIgnoreCase) ? title : null;

    /// <summary>A title that is a name, not a sentence or a number.</summary>
    public static string? Title(DeclaredShape shape)
    {
        const int MaxTitle = 60;
        if (shape.Schema.Title is not { Length: <= MaxTitle } text || !text.Any(char.IsLetter) || text.IndexOfAny(['.', ',', ';', ':', '!', '?', '`', '\n']) >= 0)
            return null;

        string title = Identifiers.Pascal(text);
        return char.IsLetter(title[0]) ? title : null;
    }
}
