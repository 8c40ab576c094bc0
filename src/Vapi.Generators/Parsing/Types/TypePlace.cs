using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Where an inline type stands: in a schema, an operation or another part of the document that has a name, under the names of properties.</summary>
/// <param name="Owner">The name of that part.</param>
/// <param name="Family">The name that it shares with the other schemas of its family; that of anything else is its own.</param>
internal sealed record TypePlace(string Owner, string Family, IReadOnlyList<PlaceWord> Path)
{
    /// <summary>A longer name is not said: it leaves out what stands between its owner and its last words.</summary>
    public const int MaxLength = 60;

    /// <summary>How many words of a place are near the type that stands there.</summary>
    private const int NearWords = 8;

    /// <summary>How many words a place has: one that is deeper has an owner that says the first of them.</summary>
    private const int MaxWords = 16;

    private static readonly (string Pointer, string Role)[] SharedParts =
        [("#/components/parameters/", "Parameter"), ("#/components/responses/", "Response"), ("#/components/requestBodies/", "Request")];

    private string? ShortOwner { get; init; }

    private string? OtherPart { get; init; }

    /// <summary>Whether it is all of a parameter, body or answer.</summary>
    public bool IsPartOfOperation => ShortOwner is not null && Path.Count == 1;

    /// <summary>The place without the owner, of which it has one in each schema of a family.</summary>
    public string FamilyKey => Family + "/" + string.Join("/", Path.Select(w => w.Whole));

    /// <summary>Which schema of a family has the say: the one of its name, the one that creates it, any other.</summary>
    public int Rank => Owner == Family ? 0 : Owner.StartsWith("Create", StringComparison.Ordinal) ? 1 : 2;

    public static TypePlace InSchema(string name)
    {
        string owner = char.IsLetter(name[0]) ? name : "Schema" + name.TrimStart('_');
        return new TypePlace(owner, NameWords.Family(owner), []);
    }

    /// <param name="shortOwner">What the operation is called where its whole name is too long.</param>
    /// <param name="part">What stands there: the request, the response, a parameter, ….</param>
    /// <param name="otherPart">What it is called too.</param>
    public static TypePlace InOperation(string owner, string shortOwner, string part, string otherPart)
        => new TypePlace(owner, owner, []) { ShortOwner = shortOwner, OtherPart = otherPart }.At(part);

    /// <summary>The place in a part of the components that operations share; null for one in an operation itself.</summary>
    public static TypePlace? InShared(DocumentPointer pointer)
    {
        string text = pointer.ToString();
        (string Pointer, string Role) part = SharedParts.FirstOrDefault(p => text.StartsWith(p.Pointer, StringComparison.Ordinal));
        if (part.Pointer is null)
            return null;

        string name = Identifiers.Pascal(DocumentPointer.Unescape(text.Substring(part.Pointer.Length).Split('/')[0]));
        string owner = char.IsLetter(name[0]) ? NameWords.Join(name, part.Role) : part.Role + name.TrimStart('_');
        return new TypePlace(owner, owner, []) { OtherPart = "Body" };
    }

    /// <param name="noun">What to say instead of a word that the owner ends with.</param>
    /// <param name="isOther">Whether a word is the name of another part of what stands here.</param>
    public TypePlace At(string word, string? noun = null, Func<string, bool>? isOther = null)
    {
        if (Path.Count < MaxWords)
            return Below(word, noun, isOther);

        // The first words belong to the owner from here on.
        return new TypePlace(Said(Owner), Said(Family), []).Below(word, noun, isOther);
    }

    private TypePlace Below(string word, string? noun, Func<string, bool>? isOther)
    {
        string before = (Path.Count < NearWords ? Family : "") + string.Concat(Path.Skip(Path.Count - NearWords).Select(w => w.Said));
        string said = NameWords.WithoutRepetition(before, word);
        if (said.Length == 0)
            said = noun ?? word;
        if (said != word && isOther?.Invoke(said) == true)
            said = word;

        return this with { Path = [.. Path, new PlaceWord(word, said)] };
    }

    public TypePlace OfProperty(PropertyShape property, ObjectShape owner)
        => At(Identifiers.Pascal(property.Name), Noun(property.Shape), said => owner.Properties.Any(p => string.Equals(Identifiers.Pascal(p.Name), said, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What to call a part that is called like its owner: a text is the name of that, an object its details.</summary>
    private static string? Noun(Shape shape) => shape switch
    {
        EnumShape { Kind: Model.TypeKind.StringEnum } => "Name",
        ObjectShape => "Details",
        _ => null,
    };

    /// <summary>The place of one of the several that stand here: the singular of what they are called.</summary>
    /// <param name="isMember">Whether here stands a union too, of which the several are a member.</param>
    public TypePlace OfItem(string otherwise, Shape item, bool isMember = false)
    {
        if (Path.Count == 0)
            return At(otherwise);

        string last = Path[Path.Count - 1].Whole;
        string singular = NameWords.Singular(last);
        return singular != last ? (this with { Path = [.. Path.Take(Path.Count - 1)] }).At(singular, Noun(item)) : isMember ? At(otherwise) : this;
    }

    private string Said(string owner) => Identifiers.Shorten(owner + string.Concat(Path.Select(w => w.Said)));

    /// <summary>The names for a type that stands here, the best one first: short, whole, with every word said, and with the other name of its part.</summary>
    public IEnumerable<string> Names(string owner)
    {
        string whole = Said(owner);
        if (whole.Length > MaxLength)
        {
            // What is left out first is the group of an operation, then the words between the owner and the last one, then those in the middle of the owner.
            List<string> shorter = [.. new[] { owner, ShortOwner }.OfType<string>().SelectMany(o => Enumerable.Range(1, Math.Min(NearWords, Path.Count)).Select(n => Path.Skip(Path.Count - n).Select(w => w.Whole).Aggregate(o, NameWords.Join)))];
            yield return shorter.Where(n => n.Length <= MaxLength).OrderByDescending(n => n.Length).FirstOrDefault() ?? NameWords.WithoutMiddle(ShortOwner ?? owner, Path.LastOrDefault().Whole ?? "", MaxLength);
            foreach (string longer in shorter.Where(n => n.Length > MaxLength && n.Length < whole.Length).OrderBy(n => n.Length))
                yield return longer;
        }

        yield return whole;
        yield return Identifiers.Shorten(owner + string.Concat(Path.Select(w => w.Whole)));
        if (OtherPart is not null)
            yield return Identifiers.Shorten(owner + OtherPart + string.Concat(Path.Skip(1).Select(w => w.Said)));
    }
}

/// <summary>A word of a place, and what of it a name says that has said the words before.</summary>
internal readonly record struct PlaceWord(string Whole, string Said);
