using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>A GET whose response has one array, with the parameters and properties that the rules for pages examine.</summary>
/// <param name="Response">The shape of the response.</param>
/// <param name="Items">The array.</param>
/// <param name="Path">The names of the properties that lead to the array; empty if the response is the array.</param>
internal sealed record ListingShape(OperationShape Operation, Shape Response, ListShape Items, IReadOnlyList<string> Path, ParseContext Context)
{
    /// <summary>Arrays that are not the items of a listing.</summary>
    private static readonly HashSet<string> Asides = ["errors", "warnings", "links", "messages", "included", "facets", "sort", "notes", "fields", "columns", "headers"];

    /// <summary>The names of the array of items if there are several arrays.</summary>
    private static readonly string[] ListNames = ["items", "data", "results", "value", "values", "records", "entries", "list", "content"];

    /// <summary>Objects that can contain the array: <c>data.items</c>.</summary>
    private static readonly HashSet<string> Wrappers = ["data", "result", "results", "response", "payload", "embedded"];

    /// <summary>Objects that can contain the position of the next page.</summary>
    private static readonly HashSet<string> Containers = ["meta", "metadata", "pagination", "paging", "pageinfo", "page", "cursor", "cursors", "links", "next", "pages", "responsemetadata", "pagemetadata", "paginginfo", "paginationinfo"];

    /// <param name="items">The JSON pointer of the array; null to find it.</param>
    public static ListingShape? Of(OperationShape operation, string? items, ParseContext context)
    {
        if (operation.HttpMethod != "GET" || operation.Result is not { Kind: ResultKind.Json, Shape: { } result })
            return null;

        Shape response = context.Resolve(result);
        if (items is not null)
            return Resolve(response, items, entersLists: false, context) is ListShape stated ? new ListingShape(operation, response, stated, Names(items), context) : null;
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

    /// <summary>Normalizes a name: <c>page[size]</c>, <c>page_size</c> and <c>$PageSize</c> are the same word.</summary>
    public static string Word(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Returns the query parameter that has the first possible of some names and is not deprecated; null if there is none.</summary>
    public ParameterShape? Query(IReadOnlyList<string> words, Func<Shape, bool> fits) => Query(Operation, words, fits, Context);

    public static ParameterShape? Query(OperationShape operation, IReadOnlyList<string> words, Func<Shape, bool> fits, ParseContext context) => words
        .Select(word => operation.Parameters.FirstOrDefault(p => p is { Place: ParameterPlace.Query, IsJson: false, IsWholeQuery: false, Declaration: not { Deprecated: true } } && !Description(p).StartsWith("Deprecated", StringComparison.OrdinalIgnoreCase) && Word(p.Name) == word && fits(context.Resolve(p.Shape))))
        .FirstOrDefault(p => p is not null);

    /// <summary>Finds a property: in the response, next to the array, or in an object for the position of the next page.</summary>
    /// <param name="fits">Whether a property matches: gets its word, the word of its object (empty for the response), and the property.</param>
    /// <returns>A JSON pointer; null if there is none.</returns>
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

    /// <summary>The place of the Boolean that states whether there is another page; null if there is none.</summary>
    public string? More() => Place((word, _, property) => word is "hasmore" or "hasnextpage" or "hasnext" or "morepages" or "hasmorepages" or "hasmoreresults" or "hasmoreitems" && IsOf(property.Shape, TypeKind.Boolean));

    /// <summary>Whether the response has a value at a JSON pointer.</summary>
    public bool Has(string pointer) => Resolve(Response, pointer, entersLists: true, Context) is not null;

    public bool IsOf(Shape shape, params TypeKind[] kinds) => Context.Resolve(shape) is PrimitiveShape { Kind: var kind } && kinds.Contains(kind);

    /// <summary>Whether each item has a property of one of the kinds.</summary>
    public bool ItemsHave(string property, params TypeKind[] kinds)
    {
        Shape item = Context.Resolve(Items.Item);
        IReadOnlyList<Shape> members = item is UnionShape union ? union.Members : [item];
        return members.All(m => Context.Resolve(m) is ObjectShape o && o.Find(property) is { } found && IsOf(found.Shape, kinds));
    }

    /// <summary>The description of a parameter and of its schema.</summary>
    public static string Description(ParameterShape parameter) => parameter.Declaration?.Description + " " + parameter.Declaration?.Schema?.Description;

    public static string Pointer(string parent, string name) => parent + "/" + name.Replace("~", "~0").Replace("/", "~1");

    private static string[] Names(string pointer) => [.. pointer.Split('/').Skip(1).Select(n => n.Replace("~1", "/").Replace("~0", "~"))];

    /// <param name="entersLists">Whether <c>-</c> is the last item of a list.</param>
    private static Shape? Resolve(Shape response, string pointer, bool entersLists, ParseContext context)
    {
        Shape? shape = response;
        foreach (string name in Names(pointer))
        {
            shape = shape switch
            {
                ObjectShape owner => owner.Find(name)?.Shape,
                ListShape list when entersLists && name == "-" => list.Item,
                _ => null,
            };
            shape = shape is null ? null : context.Resolve(shape);
        }

        return shape;
    }

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
