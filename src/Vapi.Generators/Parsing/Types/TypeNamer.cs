using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Types;

/// <summary>
/// Names every type that is declared, and then spells shapes with these names. An inline type is named owner + property; the same structure under the same
/// property name is one type, named after the shortest owner. Unions are one type wherever they stand.
/// </summary>
internal sealed class TypeNamer(ParseContext context, NameScope scope)
{
    /// <summary>How deep generic types may be nested: more than any document has, and less than what the compiler's own stack allows for.</summary>
    private const int MaxNesting = 32;

    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Site> _sites = new(StringComparer.Ordinal);

    private readonly Dictionary<DeclaredShape, string> _siteKeys = [];

    /// <summary>What the parts of a shape were named after, by the list of the parts.</summary>
    private readonly Dictionary<object, string> _owners = [];

    private int _numberOfRenamed;

    /// <summary>Shapes whose parts are to be named after something better, the best first.</summary>
    private readonly SortedSet<Renaming> _renamed = new(Comparer<Renaming>.Create((x, y) => TypeNames.Compare(x.Owner, y.Owner) is not 0 and var order ? order : x.Number - y.Number));

    private readonly Dictionary<string, string> _inlineNames = new(StringComparer.Ordinal);

    private HashSet<string> _components = [];

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The lists and maps that the type is in that is being spelled.</summary>
    private readonly Levels _nesting = new(MaxNesting - 1);

    /// <summary>The references that lead from one to the next to the type that is being spelled.</summary>
    private readonly Levels _references = new();

    /// <summary>A better name for what a shape is in.</summary>
    private sealed record Renaming(string Owner, int Number, Shape Shape);

    /// <summary>The place after which an inline type is named.</summary>
    private sealed record Site(string Owner, string Property, DeclaredShape Shape);

    /// <summary>Schemas of the components keep their own names, wanted or not, so they come first.</summary>
    public void NameComponents()
    {
        foreach (string id in context.Schemas.Keys)
        {
            if (!IsDeclared(context.Component(id)!, out DeclaredShape? declared))
                continue;

            _componentNames.Add(id, Claim(declared, Identifiers.Pascal(id), id));
        }
    }

    /// <summary>Takes a name for a type: C# wants none that one of its own members has.</summary>
    private string Claim(DeclaredShape shape, string wanted, string? original)
    {
        string[] members = shape switch
        {
            ObjectShape => ObjectParser.ReservedMembers,
            UnionShape => UnionParser.ReservedMembers,
            _ => EnumParser.ReservedMembers,
        };
        if (members.Contains(wanted, StringComparer.Ordinal))
            scope.Claim(wanted);

        return context.Claim(scope, wanted, shape.Pointer, original);
    }

    /// <summary>The schemas of the components that are declared.</summary>
    public void AddComponents(HashSet<string> ids)
    {
        _components = ids;
        foreach (string id in context.Schemas.Keys.Where(ids.Contains))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (_componentNames.TryGetValue(id, out string? name))
                VisitParts(context.Component(id)!, name, "");
            else
                Visit(context.Component(id)!, Identifiers.Pascal(id), "");
        }
    }

    /// <summary>Looks for inline types in a shape that stands at a property (or parameter, or body) of an owner.</summary>
    public void Visit(Shape shape, string owner, string property)
    {
        if (!IsDeclared(shape, out DeclaredShape? declared))
        {
            VisitParts(shape, owner, property);
            return;
        }

        // A union is the same type under every name; a small enum or object might be the same by accident.
        string key = declared is UnionShape ? declared.Structure : property + " " + declared.Structure;
        if (!_sites.TryGetValue(key, out Site? earlier) || IsBetter(owner, property, earlier))
            _sites[key] = new Site(owner, property, declared);

        _siteKeys[declared] = key;
        VisitParts(shape, Identifiers.Shorten(owner + property), "");
    }

    /// <summary>Names the inline types, in document order.</summary>
    public void NameInlineTypes()
    {
        // The best names first: what comes of them is worse, so that nothing is named again and again.
        while (_renamed.Count > 0)
        {
            Renaming best = _renamed.Min!;
            (string owner, Shape shape) = (best.Owner, best.Shape);
            _renamed.Remove(best);
            if (_owners[(shape as ObjectShape)?.Properties ?? (object)((UnionShape)shape).Members] == owner)
                VisitAll(shape, owner, "");
        }

        foreach (KeyValuePair<string, Site> site in _sites)
        {
            string name = Identifiers.Shorten(site.Value.Owner + site.Value.Property);
            string title = site.Value.Shape.Schema.Title is { } text && TypeNames.IsUsable(text) ? Identifiers.Pascal(text) : name;
            _inlineNames.Add(site.Key, Claim(site.Value.Shape, scope.IsFree(title) ? title : name, null));
        }
    }

    /// <summary>The shapes of all types.</summary>
    public IEnumerable<Shape> DeclaredShapes() => _componentNames.Keys.Where(_components.Contains).Select(id => context.Component(id)!).Concat(_sites.Values.Select(s => s.Shape));

    /// <summary>The declarations of all types, in document order.</summary>
    public IEnumerable<DeclarationModel> Declarations()
    {
        foreach (KeyValuePair<string, string> component in _componentNames.Where(c => _components.Contains(c.Key)))
            yield return Declare((DeclaredShape)context.Component(component.Key)!, component.Value);

        foreach (KeyValuePair<string, Site> site in _sites)
            yield return Declare(site.Value.Shape, _inlineNames[site.Key]);
    }

    /// <summary>How a shape that was visited is spelled.</summary>
    public TypeRef TypeOf(Shape shape)
    {
        switch (shape)
        {
            case ReferenceShape reference when _componentNames.TryGetValue(reference.Id, out string? name):
                Shape component = context.Component(reference.Id)!;
                return Declared(component, name, shape.Nullable || component.Nullable);
            case ReferenceShape reference:
                return TypeOfAlias(reference);
            case EnumShape { Kind: TypeKind.Boolean }:
                return Primitive(TypeKind.Boolean) with { Nullable = shape.Nullable };
            case DeclaredShape declared:
                return Declared(shape, _inlineNames[_siteKeys[declared]], shape.Nullable);
            case ListShape list:
                return Collection(TypeKind.List, "generic::IReadOnlyList<", TypeIn(list.Item), shape);
            case MapShape map:
                return Collection(TypeKind.Map, "generic::IReadOnlyDictionary<string, ", TypeIn(map.Value), shape);
            default:
                var primitive = (PrimitiveShape)shape;
                return Primitive(primitive.Kind) with { Nullable = shape.Nullable, TakesText = primitive.TakesText };
        }
    }

    /// <summary>The type of what is in a list or map.</summary>
    private TypeRef TypeIn(Shape shape)
    {
        if (!_nesting.TryEnter())
        {
            context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"], $"lists or maps that are nested more than {MaxNesting} levels deep", "JsonElement for the innermost items");
            return Primitive(TypeKind.Element);
        }

        TypeRef type = TypeOf(shape);
        _nesting.Leave();
        return type;
    }

    /// <summary>A schema without a type of its own: a list, a map, a primitive or another reference. One that contains itself cannot be spelled in C#.</summary>
    private TypeRef TypeOfAlias(ReferenceShape reference)
    {
        DocumentPointer pointer = DocumentPointer.Root["components"]["schemas"][reference.Id];
        bool isNew = _aliases.Add(reference.Id);
        if (!isNew || !_references.TryEnter())
        {
            if (isNew)
            {
                _aliases.Remove(reference.Id);
                context.ReportDepth(pointer, "any JSON");
            }
            else
                context.Report(Descriptors.Unsupported.Id, pointer, "a schema without properties that contains itself", "JsonElement");

            return Primitive(TypeKind.Element) with { Nullable = reference.Nullable };
        }

        TypeRef type = TypeOf(context.Component(reference.Id)!);
        _references.Leave();
        _aliases.Remove(reference.Id);
        return reference.Nullable ? type with { Nullable = true } : type;
    }

    private void VisitParts(Shape shape, string owner, string property)
    {
        // The parts are those of other shapes too: another name for what they are in that is no better gives them no better names.
        if (((shape as ObjectShape)?.Properties ?? (object?)(shape as UnionShape)?.Members) is { } parts)
        {
            bool isKnown = _owners.TryGetValue(parts, out string? earlier);
            if (isKnown && TypeNames.Compare(owner, earlier!) >= 0)
                return;

            _owners[parts] = owner;
            if (isKnown)
            {
                _renamed.Add(new Renaming(owner, _numberOfRenamed++, shape));
                return;
            }
        }

        VisitAll(shape, owner, property);
    }

    private void VisitAll(Shape shape, string owner, string property)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        switch (shape)
        {
            case ListShape list:
                Visit(list.Item, owner, property.Length == 0 ? "Item" : property);
                break;
            case MapShape map:
                Visit(map.Value, owner, property.Length == 0 ? "Value" : property);
                break;
            case ObjectShape @object:
                IReadOnlyList<PropertyShape> inherited = context.BaseOf(@object)?.Properties ?? [];
                for (int i = 0; i < @object.Properties.Count; i++)
                {
                    PropertyShape part = @object.Properties[i];
                    bool isInherited = i < inherited.Count && ReferenceEquals(part, inherited[i]);
                    if (!isInherited && part.Shape is not (PrimitiveShape or ReferenceShape) && !ObjectSchemaParser.IsConstant(part.Shape))
                        Visit(part.Shape, owner, Identifiers.Pascal(part.Name));
                }

                break;
            case UnionShape union:
                for (int i = 0; i < union.Members.Count; i++)
                    Visit(union.Members[i], owner, TypeNames.OfCase(union.Members[i], i));
                break;
        }
    }

    private static bool IsDeclared(Shape shape, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DeclaredShape? declared)
    {
        declared = shape is EnumShape { Kind: TypeKind.Boolean } ? null : shape as DeclaredShape;
        return declared is not null;
    }

    private static bool IsBetter(string owner, string property, Site earlier)
        => TypeNames.Compare(owner, earlier.Owner) < 0 || owner == earlier.Owner && string.CompareOrdinal(property, earlier.Property) < 0;

    private DeclarationModel Declare(DeclaredShape shape, string name)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        return shape switch
        {
            EnumShape @enum => EnumParser.Parse(@enum, name, context),
            UnionShape union => UnionParser.Parse(union, name, this, context),
            _ => ObjectParser.Parse((ObjectShape)shape, name, this, context),
        };
    }

    public TypeRef Primitive(TypeKind kind) => new()
    {
        Kind = kind,
        Name = kind == TypeKind.File ? "FileContent" : PrimitiveTypes.Name(kind, context.Settings.Capabilities),
    };

    private TypeRef Declared(Shape shape, string name, bool nullable) => new()
    {
        Kind = shape switch
        {
            EnumShape @enum => @enum.Kind,
            UnionShape => TypeKind.Union,
            _ => TypeKind.Object,
        },
        Name = name,
        Nullable = nullable,
    };

    private static TypeRef Collection(TypeKind kind, string open, TypeRef item, Shape shape) => new()
    {
        Kind = kind,
        Name = open + item.Spelling + ">",
        Nullable = shape.Nullable,
        Item = item,
    };
}
