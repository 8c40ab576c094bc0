using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Names every type that is declared, and then spells shapes with these names.</summary>
internal sealed class TypeParser
{
    /// <summary>How deep generic types may be nested: more than any document has, and less than what the compiler's own stack allows for.</summary>
    private const int MaxNesting = 32;

    private readonly ParseContext _context;

    private readonly NameScope _scope;

    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);

    private readonly InlineTypes _inline;

    private readonly Dictionary<(EquatableArray<UnionCaseModel>, UnionResolutionModel), string> _twins = [];

    private HashSet<string> _components = [];

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The part of the document that is being looked at.</summary>
    private DocumentPointer _root = DocumentPointer.Root;

    /// <summary>How many lists and maps the type that is being spelled is in.</summary>
    private int _nesting;

    public TypeParser(ParseContext context, NameScope scope)
    {
        _context = context;
        _scope = scope;
        _inline = new InlineTypes(scope, (shape, wanted) => Claim(shape, wanted, null));
    }

    /// <summary>Schemas of the components keep their own names, wanted or not, so they come first.</summary>
    public void NameComponents()
    {
        foreach (string id in _context.Schemas.Keys)
        {
            if (!IsDeclared(_context.Component(id)!, out DeclaredShape? declared))
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
            _scope.Claim(wanted);

        return _context.Claim(_scope, wanted, shape.Pointer, original);
    }

    /// <summary>The schemas of the components that are declared.</summary>
    public void AddComponents(HashSet<string> ids)
    {
        _components = ids;
        foreach (string id in _context.Schemas.Keys.Where(ids.Contains))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            _root = DocumentPointer.Root["components"]["schemas"][id];
            if (_componentNames.TryGetValue(id, out string? name))
                VisitParts(_context.Component(id)!, TypePlace.InSchema(name));
            else
                Visit(_context.Component(id)!, TypePlace.InSchema(Identifiers.Pascal(id)));
        }
    }

    /// <summary>Looks for inline types in a shape that stands in an operation or webhook.</summary>
    public void Visit(Shape shape, TypePlace place, DocumentPointer root)
    {
        _root = root;
        Visit(shape, place);
    }

    private void Visit(Shape shape, TypePlace place)
    {
        if (IsDeclared(shape, out DeclaredShape? declared))
        {
            if (place.Path.Count == 1)
                place = TypePlace.InShared(declared.Pointer) ?? place;

            _inline.Add(declared, place, _root);
        }

        VisitParts(shape, place);
    }

    /// <summary>Names the inline types.</summary>
    public void NameInlineTypes() => _inline.Name();

    /// <summary>How many properties all classes have together.</summary>
    public long CountProperties()
    {
        long count = 0;
        foreach (ObjectShape shape in _componentNames.Keys.Where(_components.Contains).Select(_context.Component).Concat(_inline.Shapes).OfType<ObjectShape>())
            count += shape.Properties.Count;

        return count;
    }

    /// <summary>The declarations of all types, in document order.</summary>
    public IEnumerable<DeclarationModel> Declarations()
    {
        foreach (KeyValuePair<string, string> component in _componentNames.Where(c => _components.Contains(c.Key)))
            yield return Declare((DeclaredShape)_context.Component(component.Key)!, component.Value);

        foreach (DeclaredShape shape in _inline.Shapes)
            yield return Declare(shape, _inline.NameOf(shape));
    }

    /// <summary>How a shape that was visited is spelled.</summary>
    public TypeRef TypeOf(Shape shape)
    {
        switch (shape)
        {
            case ReferenceShape reference when _componentNames.TryGetValue(reference.Id, out string? name):
                Shape component = _context.Component(reference.Id)!;
                return Declared(component, name, shape.Nullable || component.Nullable);
            case ReferenceShape reference:
                return TypeOfAlias(reference);
            case EnumShape { Kind: TypeKind.Boolean }:
                return Primitive(TypeKind.Boolean) with { Nullable = shape.Nullable };
            case DeclaredShape declared:
                return Declared(shape, _inline.NameOf(declared), shape.Nullable);
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
        if (_nesting + 1 >= MaxNesting)
        {
            _context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"], $"lists or maps that are nested more than {MaxNesting} deep", "any JSON in the innermost");
            return Primitive(TypeKind.Element);
        }

        _nesting++;
        TypeRef type = TypeOf(shape);
        _nesting--;
        return type;
    }

    /// <summary>A schema without a type of its own: a list, a map, a primitive or another reference. One that contains itself cannot be spelled in C#.</summary>
    private TypeRef TypeOfAlias(ReferenceShape reference)
    {
        bool isDeep = _aliases.Count >= ParseContext.MaxChain;
        if (isDeep || !_aliases.Add(reference.Id))
        {
            if (isDeep)
                _context.ReportChain(reference.Id, "any JSON");
            else
                _context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"][reference.Id], "a schema without properties that contains itself", "any JSON");

            return Primitive(TypeKind.Element) with { Nullable = reference.Nullable };
        }

        TypeRef type = TypeOf(_context.Component(reference.Id)!);
        _aliases.Remove(reference.Id);
        return reference.Nullable ? type with { Nullable = true } : type;
    }

    private void VisitParts(Shape shape, TypePlace place)
    {
        switch (shape)
        {
            case ListShape list:
                Visit(list.Item, place.OfItem("Item", noun: Noun(list.Item)));
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem("Value", noun: Noun(map.Value)));
                break;
            case ObjectShape @object:
                IReadOnlyList<PropertyShape> inherited = _context.BaseOf(@object)?.Properties ?? [];
                for (int i = 0; i < @object.Properties.Count; i++)
                {
                    PropertyShape part = @object.Properties[i];
                    bool isInherited = i < inherited.Count && ReferenceEquals(part, inherited[i]);
                    if (!isInherited && part.Shape is not (PrimitiveShape or ReferenceShape) && !ObjectParser.IsConstant(part.Shape))
                        Visit(part.Shape, PlaceOf(part, @object, place));
                }

                break;
            case UnionShape union:
                for (int i = 0; i < union.Members.Count; i++)
                    VisitMember(union, i, place);
                break;
        }
    }

    private static TypePlace PlaceOf(PropertyShape property, ObjectShape owner, TypePlace place)
        => place.At(Identifiers.Pascal(property.Name), Noun(property.Shape), said => owner.Properties.Any(p => string.Equals(Identifiers.Pascal(p.Name), said, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What to call a part that is called like its owner: a text is the name of that, an object its details.</summary>
    private static string? Noun(Shape shape) => shape switch
    {
        EnumShape { Kind: TypeKind.StringEnum } => "Name",
        ObjectShape => "Details",
        _ => null,
    };

    private void VisitMember(UnionShape union, int index, TypePlace place)
    {
        switch (union.Members[index])
        {
            case ListShape list:
                Visit(list.Item, place.OfItem("Item", isMember: true));
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem("Value", isMember: true));
                break;
            case DeclaredShape declared:
                Visit(declared, place.At(UnionCases.Name(union, index, _context)));
                break;
        }
    }

    private static bool IsDeclared(Shape shape, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DeclaredShape? declared)
    {
        declared = shape is EnumShape { Kind: TypeKind.Boolean } ? null : shape as DeclaredShape;
        return declared is not null;
    }

    private DeclarationModel Declare(DeclaredShape shape, string name)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        return shape switch
        {
            EnumShape @enum => EnumParser.Parse(@enum, name, _context),
            UnionShape union => WithTwin(UnionParser.Parse(union, name, this, _context)),
            _ => ObjectParser.Parse((ObjectShape)shape, name, this, _context),
        };
    }

    /// <summary>Unions of the same cases are read by the first of them.</summary>
    private UnionModel WithTwin(UnionModel union)
    {
        (EquatableArray<UnionCaseModel>, UnionResolutionModel) content = (union.Cases, union.Resolution);
        if (_twins.TryGetValue(content, out string? twin))
            return union with { Twin = twin };

        _twins.Add(content, union.Name);
        return union;
    }

    public TypeRef Primitive(TypeKind kind) => new()
    {
        Kind = kind,
        Name = kind == TypeKind.File ? "FileContent" : PrimitiveTypes.Name(kind, _context.Settings.Capabilities),
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
