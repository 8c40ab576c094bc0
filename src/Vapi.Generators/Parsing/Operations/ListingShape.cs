using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A GET whose response has one array: the parameters and properties by which its pages may be told.</summary>
/// <param name="Response">What the response is.</param>
/// <param name="Items">The array.</param>
/// <param name="Path">The properties that lead to the array; none where the response is the array.</param>
internal sealed record ListingShape(OperationShape Operation, Shape Response, ListShape Items, IReadOnlyList<string> Path, ParseContext Context)
{
    /// <summary>Arrays of a response that are not what is listed.</summary>
    private static readonly HashSet<string> Asides = ["errors", "warnings", "links", "messages", "included", "facets", "sort", "notes", "fields", "columns", "headers"];

    /// <summary>What an array is called that is listed, where there are others.</summary>
    private static readonly string[] ListNames = ["items", "data", "results", "value", "values", "records", "entries", "list", "content"];

    /// <summary>Objects around the array: <c>data.items</c>.</summary>
    private static readonly HashSet<string> Wrappers = ["data", "result", "results", "response", "payload", "embedded"];

    /// <summary>Objects that say how a listing goes on.</summary>
    private static readonly HashSet<string> Containers = ["meta", "metadata", "pagination", "paging", "pageinfo", "page", "cursor", "cursors", "links", "next", "pages", "responsemetadata", "pagemetadata", "paginginfo", "paginationinfo"];

    public static ListingShape? Of(OperationShape operation, ParseContext context)
    {
        if (operation.HttpMethod != "GET" || operation.Result is not { Kind: ResultKind.Json, Shape: { } result })
            return null;

        Shape response = context.Resolve(result);
        if (response is ListShape list)
            return new ListingShape(operation, response, list, [], context);
        if (response is not ObjectShape owner)
            return null;

        if (FindList(owner, context) is { } direct)
            return new ListingShape(operation, response, direct.List, [direct.Name], context);

        List<ListingShape> wrapped =
        [
            .. from property in owner.Properties
               where Wrappers.Contains(Word(property.Name))
               let inner = context.Resolve(property.Shape) as ObjectShape
               where inner is not null
               let found = FindList(inner, context)
               where found is not null
               select new ListingShape(operation, response, found.Value.List, [property.Name, found.Value.Name], context),
        ];
        return wrapped.Count == 1 ? wrapped[0] : null;
    }

    /// <summary>A name without what only spells it: <c>page[size]</c>, <c>page_size</c> and <c>$PageSize</c> are the same word.</summary>
    public static string Word(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The query parameter that has one of some names, the first of them that there is and that is no longer only supported; null when there is none.</summary>
    public ParameterShape? Query(IReadOnlyList<string> words, Func<Shape, bool> fits) => words
        .Select(word => Operation.Parameters.FirstOrDefault(p => p is { Place: ParameterPlace.Query, IsJson: false, IsWholeQuery: false, Declaration: not { Deprecated: true } } && !Description(p).StartsWith("Deprecated", StringComparison.OrdinalIgnoreCase) && Word(p.Name) == word && fits(Context.Resolve(p.Shape))))
        .FirstOrDefault(p => p is not null);

    /// <summary>Where the response has a property: in itself, beside the array, or in the objects that say how a listing goes on.</summary>
    /// <param name="fits">Whether a property is it, by the word of its name, that of the object it is in (empty in the response itself), and its declaration.</param>
    /// <returns>A JSON pointer; null where there is none.</returns>
    public string? Place(Func<string, string, PropertyShape, bool> fits)
    {
        const int Depth = 3;
        var level = new List<(string Pointer, string Word, ObjectShape Shape)>();
        if (Response is ObjectShape response)
            level.Add(("", "", response));

        for (int depth = 0; depth < Depth && level.Count > 0; depth++)
        {
            foreach ((string pointer, string word, ObjectShape shape) in level)
            {
                if (shape.Properties.FirstOrDefault(p => fits(Word(p.Name), word, p)) is { } found)
                    return Pointer(pointer, found.Name);
            }

            level =
            [
                .. from outer in level
                   from property in outer.Shape.Properties
                   where Containers.Contains(Word(property.Name)) || Path.Count == 2 && outer.Pointer.Length == 0 && property.Name == Path[0]
                   let inner = Context.Resolve(property.Shape) as ObjectShape
                   where inner is not null
                   select (Pointer(outer.Pointer, property.Name), Path.Count == 2 && property.Name == Path[0] ? "" : Word(property.Name), inner),
            ];
        }

        return null;
    }

    /// <summary>Where the response says whether there is another page; null where it does not.</summary>
    public string? More() => Place((word, _, property) => word is "hasmore" or "hasnextpage" or "hasnext" or "morepages" or "hasmorepages" or "hasmoreresults" or "hasmoreitems" && IsOf(property.Shape, TypeKind.Boolean));

    public bool IsOf(Shape shape, params TypeKind[] kinds) => Context.Resolve(shape) is PrimitiveShape { Kind: var kind } && kinds.Contains(kind);

    /// <summary>Whether each item has a property of one of some kinds.</summary>
    public bool ItemsHave(string property, params TypeKind[] kinds)
    {
        Shape item = Context.Resolve(Items.Item);
        IReadOnlyList<Shape> members = item is UnionShape union ? union.Members : [item];
        return members.All(m => Context.Resolve(m) is ObjectShape o && o.Find(property) is { } found && IsOf(found.Shape, kinds));
    }

    /// <summary>What the document says about a parameter; empty when it says nothing.</summary>
    public static string Description(ParameterShape parameter) => parameter.Declaration?.Description + " " + parameter.Declaration?.Schema?.Description;

    public static string Pointer(string parent, string name) => parent + "/" + name.Replace("~", "~0").Replace("/", "~1");

    private static (string Name, ListShape List)? FindList(ObjectShape owner, ParseContext context)
    {
        List<(string Name, ListShape List)> lists =
        [
            .. from property in owner.Properties
               let list = context.Resolve(property.Shape) as ListShape
               where list is not null && !Asides.Contains(Word(property.Name))
               select (property.Name, list),
        ];
        foreach (string name in ListNames)
        {
            if (lists.Find(l => Word(l.Name) == name) is { List: not null } named)
                return named;
        }

        return lists.Count == 1 ? lists[0] : null;
    }
}
