using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>The place of an inline type: a named part of the document, such as a schema or operation, and a path of property names.</summary>
/// <param name="Owner">The name of the part.</param>
/// <param name="Family">The common name of the schemas of its family. For any other part, the same as the owner.</param>
internal sealed record TypePlace(string Owner, string Family, IReadOnlyList<PlaceWord> Path)
{
    /// <summary>The maximum length of a name. A longer name omits words between its owner and its last words.</summary>
    public const int MaxLength = 60;

    /// <summary>The number of words that are compared for repetition, and that a shortened name can contain.</summary>
    private const int NearWords = 8;

    /// <summary>The maximum number of words in a path. For a deeper place, the first words become part of the owner.</summary>
    private const int MaxWords = 16;

    private static readonly (string Pointer, string Role)[] SharedParts =
        [("#/components/parameters/", "Parameter"), ("#/components/responses/", "Response"), ("#/components/requestBodies/", "Request")];

    /// <summary>The position in the document, independent of C# names, of the order of members, and of how schemas are combined.</summary>
    public required DocumentPointer Pointer { get; init; }

    private string? ShortOwner { get; init; }

    private string? OtherPart { get; init; }

    /// <summary>Whether it is a whole parameter, body or response.</summary>
    public bool IsPartOfOperation => ShortOwner is not null && Path.Count == 1;

    /// <summary>The key of the place, which is the same in each schema of a family.</summary>
    public string FamilyKey => Family + "/" + string.Join("/", Path.Select(w => w.Whole));

    /// <summary>The precedence of a schema in its family: the schema with the family's name, then the one that creates it, then any other.</summary>
    public int Rank => Owner == Family ? 0 : Owner.StartsWith("Create", StringComparison.Ordinal) ? 1 : 2;

    public static TypePlace InSchema(string name, DocumentPointer pointer)
    {
        string owner = char.IsLetter(name[0]) ? name : "Schema" + name.TrimStart('_');
        return new TypePlace(owner, NameWords.Family(owner), []) { Pointer = pointer };
    }

    /// <param name="shortOwner">The short name of the operation, for names that would be too long.</param>
    /// <param name="part">The part of the operation: the request, the response, a parameter, ….</param>
    /// <param name="otherPart">An alternative name of the part.</param>
    public static TypePlace InOperation(string owner, string shortOwner, string part, string otherPart, DocumentPointer pointer)
        => new TypePlace(owner, owner, []) { Pointer = pointer, ShortOwner = shortOwner, OtherPart = otherPart }.At(part, pointer);

    /// <summary>The place in a shared parameter, response or body of the components; null if the pointer is in the operation itself.</summary>
    public static TypePlace? InShared(DocumentPointer pointer)
    {
        string text = pointer.ToString();
        (string Pointer, string Role) part = SharedParts.FirstOrDefault(p => text.StartsWith(p.Pointer, StringComparison.Ordinal));
        if (part.Pointer is null)
            return null;

        string name = Identifiers.Pascal(DocumentPointer.Unescape(text.Substring(part.Pointer.Length).Split('/')[0]));
        string owner = char.IsLetter(name[0]) ? NameWords.Join(name, part.Role) : part.Role + name.TrimStart('_');
        return new TypePlace(owner, owner, []) { Pointer = pointer, OtherPart = "Body" };
    }

    /// <param name="noun">The word to use instead of a word that the owner ends with.</param>
    /// <param name="isOther">Whether a word is the name of another part at this place.</param>
    public TypePlace At(string word, DocumentPointer pointer, string? noun = null, Func<string, bool>? isOther = null)
    {
        if (Path.Count < MaxWords)
            return Below(word, pointer, noun, isOther);

        // From here on, the first words are part of the owner.
        return new TypePlace(Said(Owner), Said(Family), []) { Pointer = pointer }.Below(word, pointer, noun, isOther);
    }

    private TypePlace Below(string word, DocumentPointer pointer, string? noun, Func<string, bool>? isOther)
    {
        string before = (Path.Count < NearWords ? Family : "") + string.Concat(Path.Skip(Path.Count - NearWords).Select(w => w.Said));
        string said = NameWords.WithoutRepetition(before, word);
        if (said.Length == 0)
            said = noun ?? word;
        if (said != word && isOther?.Invoke(said) == true)
            said = word;

        return this with { Path = [.. Path, new PlaceWord(word, said)], Pointer = pointer };
    }

    public TypePlace OfProperty(PropertyShape property, ObjectShape owner)
        => At(Identifiers.Pascal(property.Name), Pointer["properties"][property.Name], Noun(property.Shape), said => owner.Properties.Any(p => string.Equals(Identifiers.Pascal(p.Name), said, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The name of a part with the same name as its owner: Name for a string, Details for an object.</summary>
    private static string? Noun(Shape shape) => shape switch
    {
        EnumShape { Kind: Model.TypeKind.StringEnum } => "Name",
        ObjectShape => "Details",
        _ => null,
    };

    /// <summary>The place of the items of a list or map: the singular of its name.</summary>
    /// <param name="isMember">Whether the list or map is a member of a union at this place.</param>
    public TypePlace OfItem(Shape collection, bool isMember = false)
    {
        (string otherwise, DocumentPointer pointer, Shape item) = collection is ListShape list ? ("Item", Pointer["items"], list.Item) : ("Value", Pointer["additionalProperties"], ((MapShape)collection).Value);
        if (Path.Count == 0)
            return At(otherwise, pointer);

        string last = Path[Path.Count - 1].Whole;
        string singular = NameWords.Singular(last);
        return singular != last ? (this with { Path = [.. Path.Take(Path.Count - 1)] }).At(singular, pointer, Noun(item)) : isMember ? At(otherwise, pointer) : this with { Pointer = pointer };
    }

    private string Said(string owner) => Identifiers.Shorten(owner + string.Concat(Path.Select(w => w.Said)));

    /// <summary>The possible names of a type at this place, the best one first: shortened, complete, with repeated words, and with the alternative name of its part.</summary>
    public IEnumerable<string> Names(string owner)
    {
        string whole = Said(owner);
        if (whole.Length > MaxLength)
        {
            // First the group of an operation is omitted, then the words between the owner and the last word, and then words in the middle of the owner.
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

/// <summary>A word of a place, and the part of it that does not repeat the words before it.</summary>
internal readonly record struct PlaceWord(string Whole, string Said);
