using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>
/// The inline types and their names. Within a family of schemas, the same structure at the same place is one type, named family + place. A different structure there is
/// a separate type of its owner, named owner + place. So a name depends on nothing outside the family.
/// </summary>
internal sealed class InlineTypes(NameScope scope, Func<DeclaredShape, string, string> claim)
{
    private readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);

    private readonly Dictionary<DeclaredShape, Site> _siteOf = [];

    private List<InlineType> _types = [];

    /// <summary>A place of an inline type.</summary>
    private sealed class Site(TypePlace place, DeclaredShape shape)
    {
        public TypePlace Place { get; set; } = place;

        public DeclaredShape Shape { get; } = shape;

        /// <summary>Whether the document declares the type at this place, so that it is not copied by an allOf.</summary>
        public bool IsDeclared { get; set; }

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

    public string NameOf(DeclaredShape shape) => _siteOf[shape].Type!.Name;

    /// <summary>Adds a shape at one of its places. A shape that an allOf copies from another schema belongs to that schema.</summary>
    /// <param name="root">The part of the document that is currently searched.</param>
    public void Add(DeclaredShape shape, TypePlace place, DocumentPointer root)
    {
        bool isDeclared = shape.Pointer.IsIn(root);
        if (_siteOf.TryGetValue(shape, out Site? known) && (known.IsDeclared || !isDeclared))
            return;

        string pointer = shape.Pointer.ToString();
        string key = pointer + " " + shape.Structure + (pointer.StartsWith("#/components/", StringComparison.Ordinal) ? "" : root);
        if (!_sites.TryGetValue(key, out Site? site))
            _sites.Add(key, site = new Site(place, shape) { IsDeclared = isDeclared });
        else if (isDeclared && !site.IsDeclared)
        {
            site.Place = place;
            site.IsDeclared = true;
        }

        _siteOf[shape] = site;
    }

    /// <summary>Names all types.</summary>
    public void Name()
    {
        _types = Unite();
        List<InlineType> open = _types;
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
    }

    /// <summary>Combines the sites with the same type into one type.</summary>
    private List<InlineType> Unite()
    {
        Dictionary<string, Site> heads = _sites.Values
            .GroupBy(s => s.Place.FamilyKey, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Place.Rank).ThenBy(s => s.Place.Owner, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        HashSet<string> titles = UsableTitles();
        var types = new Dictionary<string, InlineType>(StringComparer.Ordinal);
        foreach (Site site in _sites.Values)
        {
            TypePlace place = site.Place;
            bool isHead = heads[place.FamilyKey].Shape.Structure == site.Shape.Structure;
            string? title = TitleOf(site);
            string key = (title is not null && titles.Contains(title) ? title : isHead ? place.FamilyKey : place.Owner + "//" + place.FamilyKey) + " " + site.Shape.Structure;
            if (!types.TryGetValue(key, out InlineType? type))
            {
                IEnumerable<string> names = isHead && place.Family != place.Owner ? place.Names(place.Family).Concat(place.Names(place.Owner)) : place.Names(place.Owner);
                types.Add(key, type = new InlineType(site.Shape, title is not null && titles.Contains(title) ? names.Prepend(title) : names));
            }

            site.Type = type;
        }

        return [.. types.Values];
    }

    /// <summary>The titles that stand for a single structure.</summary>
    private HashSet<string> UsableTitles() => new(
        _sites.Values
            .Select(s => (Title: TitleOf(s), s.Shape.Structure))
            .Where(s => s.Title is not null && scope.IsFree(s.Title))
            .Distinct()
            .GroupBy(s => s.Title!, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() == 1)
            .Select(g => g.Single().Title!),
        StringComparer.Ordinal);

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
