using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Names each declared type, and then spells shapes with these names.</summary>
internal sealed class TypeNamer
{
    /// <summary>How deep generic types may be nested: more than any document has, and less than what the compiler's own stack allows for.</summary>
    private const int MaxNesting = 32;

    private readonly ParseContext _context;

    private readonly NameScope _scope;

    private readonly Dictionary<string, string> _componentNames = new(StringComparer.Ordinal);

    private readonly InlineTypes _inline;


    /// <summary>The shapes whose parts were searched, by the list of their parts, and whether this was where the document declares them.</summary>
    private readonly Dictionary<object, bool> _visited = [];

    private HashSet<string> _components = [];

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The part of the document that is currently searched.</summary>
    private DocumentPointer _root = DocumentPointer.Root;

    /// <summary>The lists and maps that the type is in that is being spelled.</summary>
    private readonly Levels _nesting = new(MaxNesting - 1);

    /// <summary>The references that lead from one to the next to the type that is being spelled.</summary>
    private readonly Levels _references = new();

    public TypeNamer(ParseContext context, NameScope scope)
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

    /// <summary>Finds inline types in a shape of an operation or webhook.</summary>
    public void Visit(Shape shape, TypePlace place, DocumentPointer root)
    {
        _root = root;
        Visit(shape, place);
    }

    private void Visit(Shape shape, TypePlace place)
    {
        if (IsDeclared(shape, out DeclaredShape? declared))
        {
            if (place.IsPartOfOperation)
                place = TypePlace.InShared(declared.Pointer) ?? place;

            _inline.Add(declared, place, _root);
        }

        VisitParts(shape, place);
    }

    /// <summary>Names the inline types.</summary>
    public void NameInlineTypes() => _inline.Name();

    /// <summary>The shapes of all types.</summary>
    public IEnumerable<Shape> DeclaredShapes() => _componentNames.Keys.Where(_components.Contains).Select(id => _context.Component(id)!).Concat(_inline.Shapes);

    /// <summary>The declarations of all types, in document order.</summary>
    public List<DeclarationModel> Declarations()
    {
        List<DeclarationModel> declarations =
        [
            .. _componentNames.Where(c => _components.Contains(c.Key)).Select(c => Declare((DeclaredShape)_context.Component(c.Key)!, c.Value)),
            .. _inline.Shapes.Select(s => Declare(s, _inline.NameOf(s))),
        ];
        UnionReaders.Share(declarations);
        return declarations;
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
        if (!_nesting.TryEnter())
        {
            _context.Report(Descriptors.Unsupported.Id, DocumentPointer.Root["components"]["schemas"], $"lists or maps that are nested more than {MaxNesting} deep", "any JSON in the innermost");
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
                _context.ReportDepth(pointer, "any JSON");
            }
            else
                _context.Report(Descriptors.Unsupported.Id, pointer, "a schema without properties that contains itself", "any JSON");

            return Primitive(TypeKind.Element) with { Nullable = reference.Nullable };
        }

        TypeRef type = TypeOf(_context.Component(reference.Id)!);
        _references.Leave();
        _aliases.Remove(reference.Id);
        return reference.Nullable ? type with { Nullable = true } : type;
    }

    private void VisitParts(Shape shape, TypePlace place)
    {
        // An allOf copies parts of other shapes. Shared parts are searched once, and again where the document declares them.
        if (((shape as ObjectShape)?.Properties ?? (object?)(shape as UnionShape)?.Members) is { } parts)
        {
            bool isDeclared = ((DeclaredShape)shape).Pointer.IsIn(_root);
            if (_visited.TryGetValue(parts, out bool wasDeclared) && (wasDeclared || !isDeclared))
                return;

            _visited[parts] = isDeclared;
        }

        _context.CancellationToken.ThrowIfCancellationRequested();
        switch (shape)
        {
            case ListShape list:
                Visit(list.Item, place.OfItem("Item", list.Item));
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem("Value", map.Value));
                break;
            case ObjectShape @object:
                IReadOnlyList<PropertyShape> inherited = _context.BaseOf(@object)?.Properties ?? [];
                for (int i = 0; i < @object.Properties.Count; i++)
                {
                    PropertyShape part = @object.Properties[i];
                    bool isInherited = i < inherited.Count && ReferenceEquals(part, inherited[i]);
                    if (!isInherited && part.Shape is not (PrimitiveShape or ReferenceShape) && !ObjectSchemaParser.IsConstant(part.Shape))
                        Visit(part.Shape, place.OfProperty(part, @object));
                }

                break;
            case UnionShape union:
                IReadOnlyList<string> names = UnionCases.Names(union, _context);
                for (int i = 0; i < union.Members.Count; i++)
                    VisitMember(union.Members[i], names[i], place);
                break;
        }
    }

    private void VisitMember(Shape member, string name, TypePlace place)
    {
        switch (member)
        {
            case ListShape list:
                Visit(list.Item, place.OfItem("Item", list.Item, isMember: true));
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem("Value", map.Value, isMember: true));
                break;
            case DeclaredShape declared:
                Visit(declared, place.At(name));
                break;
        }
    }

    private static bool IsDeclared(Shape shape, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DeclaredShape? declared)
        => (declared = shape is EnumShape { Kind: TypeKind.Boolean } ? null : shape as DeclaredShape) is not null;

    private DeclarationModel Declare(DeclaredShape shape, string name)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        DeclarationModel model = shape switch
        {
            EnumShape @enum => EnumParser.Parse(@enum, name, _context),
            UnionShape union => UnionParser.Parse(union, name, this, _context),
            _ => ObjectParser.Parse((ObjectShape)shape, name, this, _context),
        };
        _context.Places?.Add(shape, model);
        return model;
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
