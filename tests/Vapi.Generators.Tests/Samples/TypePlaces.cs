using Vapi.Generators.Model;

namespace Vapi.Generators.Tests.Samples;

/// <summary>The places of a document where inline types stand, with the structure and the name of each: a schema or operation, and from there the JSON names.</summary>
internal sealed class TypePlaces
{
    private readonly Dictionary<string, DeclarationModel> _declarations;

    private readonly IReadOnlyCollection<string> _components;

    private readonly Dictionary<string, string> _structures = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Structure, string Name)> _places = new(StringComparer.Ordinal);

    private TypePlaces(ApiModel model, IReadOnlyCollection<string> components)
    {
        _declarations = model.Declarations.ToDictionary(d => d.Name, StringComparer.Ordinal);
        _components = components;
        foreach (string component in components.Where(_declarations.ContainsKey))
            AddParts(component, component);
        foreach (OperationModel operation in model.Declarations.SelectMany(Operations))
            AddOperation(operation);
    }

    /// <param name="components">The C# names of the schemas of the components, which are not inline.</param>
    public static IReadOnlyDictionary<string, (string Structure, string Name)> Of(ApiModel model, IReadOnlyCollection<string> components) => new TypePlaces(model, components)._places;

    /// <summary>The types that a newer version of the document has under another name, or under several, although they stand where they stood and are what they were.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Now)> Renamed(
        IReadOnlyDictionary<string, (string Structure, string Name)> before, IReadOnlyDictionary<string, (string Structure, string Name)> after) =>
    [
        .. before.Where(p => after.TryGetValue(p.Key, out (string Structure, string Name) now) && now.Structure == p.Value.Structure)
            .GroupBy(p => p.Value.Name, p => after[p.Key].Name)
            .Select(names => (names.Key, (IReadOnlyList<string>)[.. names.Distinct().Order(StringComparer.Ordinal)]))
            .Where(names => names.Item2 is not [var only] || only != names.Key),
    ];

    private static IEnumerable<OperationModel> Operations(DeclarationModel declaration) => declaration switch
    {
        ClientModel client => client.Operations,
        RootClientModel client => client.Operations,
        _ => [],
    };

    private void AddOperation(OperationModel operation)
    {
        string place = operation.OperationId;
        foreach (ParameterModel parameter in operation.Parameters.Concat(operation.QueryParameters))
            Add($"{place} {parameter.Place} {parameter.WireName}", parameter.Type);
        if (operation.Body is { } body)
            Add($"{place} {body.ContentType}", body.Type);
        if (operation.Result.Type is { } result)
            Add($"{place} {operation.Result.Kind}", result);
        foreach (ErrorModel error in operation.Errors)
            Add($"{place} {error.From}-{error.To}", error.Type);
    }

    private void Add(string place, TypeRef type)
    {
        if (type.Item is { } item)
            Add(place + "[]", item);
        else if (IsInline(type))
        {
            if (_places.TryAdd(place, (Structure(type), type.Name)))
                AddParts(place, type.Name);
        }
    }

    private void AddParts(string place, string name)
    {
        if (_declarations[name] is ObjectModel model)
        {
            foreach (PropertyModel property in model.Properties.Where(p => p.Origin != PropertyOrigin.Inherited))
                Add($"{place}/{property.JsonName}", property.Type);
        }
        else if (_declarations[name] is UnionModel union)
        {
            foreach (UnionCaseModel member in union.Cases)
                Add($"{place}|{Structure(member.Type)}", member.Type);
        }
    }

    private bool IsInline(TypeRef type)
        => type.Kind is TypeKind.Object or TypeKind.Union or TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum && !_components.Contains(type.Name);

    private string Structure(TypeRef type)
    {
        if (type.Item is { } item)
            return $"{type.Kind}<{Structure(item)}{(item.Nullable ? "?" : "")}>";
        if (!IsInline(type))
            return type.Name;
        if (!_structures.TryGetValue(type.Name, out string? structure))
            _structures.Add(type.Name, structure = Structure(_declarations[type.Name]));

        return structure;
    }

    private string Structure(DeclarationModel declaration) => declaration switch
    {
        ObjectModel model => $"{{{string.Join(",", model.Properties.Select(p => $"{p.JsonName}{(p.Required ? "!" : "")}:{p.Constant}{Structure(p.Type)}{(p.Type.Nullable ? "?" : "")}"))}}}",
        UnionModel union => $"({string.Join("|", union.Cases.Select(c => Structure(c.Type)))})",
        EnumModel model => $"{model.Kind}({string.Join(",", model.Members.Select(m => m.Value))})",
        _ => throw new InvalidOperationException($"{declaration.Name} is no type of JSON."),
    };
}
