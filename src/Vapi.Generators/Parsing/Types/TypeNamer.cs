using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Files;
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

    private readonly TypeFinder _finder;

    private HashSet<string> _components = [];

    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The lists and maps that the type is in that is being spelled.</summary>
    private readonly Levels _nesting = new(MaxNesting - 1);

    /// <summary>The references that lead from one to the next to the type that is being spelled.</summary>
    private readonly Levels _references = new();

    public TypeNamer(ParseContext context, NameScope scope)
    {
        _context = context;
        _scope = scope;
        _inline = new InlineTypes(scope, (shape, wanted) => Claim(shape, wanted, null));
        _finder = new TypeFinder(_inline, context);
    }

    /// <summary>Names the schemas of the components for the places of inline types. These names do not depend on the locked names of inline types, whose places are not known yet.</summary>
    public void PlaceComponents()
    {
        NameScope scope = _scope.Copy();
        foreach (string id in _context.Schemas.Keys)
        {
            if (!TypeFinder.IsDeclared(_context.Component(id)!, out DeclaredShape? declared))
                continue;

            if (_context.Sharing?.NameOf(id, declared) is { } shared)
            {
                _componentNames.Add(id, shared);
                continue;
            }

            string? locked = _context.Names.IsEmpty ? null : _context.Names.Wanted(NameKind.Types, PointerTo(id).ToString());
            _componentNames.Add(id, locked is not null && scope.TryClaim(locked) ? locked : "");
        }

        foreach (string id in _componentNames.Where(c => c.Value.Length == 0).Select(c => c.Key).ToList())
            _componentNames[id] = Claim(scope, (DeclaredShape)_context.Component(id)!, Identifiers.Pascal(id));
    }

    /// <summary>Reserves the locked names, so that no other type gets one of them.</summary>
    public void TakeLockedNames()
    {
        _inline.TakeLockedNames(_context.Names);
        foreach (string id in _context.Names.IsEmpty ? [] : _componentNames.Keys.Where(id => !IsShared(id)))
        {
            string place = PointerTo(id).ToString();
            if (_context.Names.Wanted(NameKind.Types, place) is { } name && HasMember((DeclaredShape)_context.Component(id)!, name))
                _context.Names.Refuse(NameKind.Types, [place], LockedNames.IsMember);

            _context.Names.Take(NameKind.Types, place, _scope);
        }
    }

    /// <summary>Schemas of the components keep their own names, wanted or not, so they come first.</summary>
    public void NameComponents()
    {
        foreach (string id in _componentNames.Keys.Where(id => !IsShared(id)).ToList())
        {
            string? locked = _context.Names.IsEmpty ? null : _context.Names.Find(NameKind.Types, PointerTo(id).ToString());
            _componentNames[id] = locked ?? Claim((DeclaredShape)_context.Component(id)!, Identifiers.Pascal(id), id);
        }

        if (_context.Places is { Names: var names })
        {
            // Only names that depend on other schemas.
            foreach (IGrouping<string, KeyValuePair<string, string>> same in _componentNames.Where(c => !IsShared(c.Key)).GroupBy(c => Identifiers.Pascal(c.Key), StringComparer.OrdinalIgnoreCase))
            {
                bool isContested = same.Count() > 1 || same.Any(c => c.Value != same.Key);
                foreach ((string id, string name) in same.Where(_ => isContested).Select(c => (c.Key, c.Value)))
                    names.Add(NameKind.Types, PointerTo(id).ToString(), name);
            }
        }
    }

    private static DocumentPointer PointerTo(string id) => DocumentPointer.Root["components"]["schemas"][id];

    /// <summary>Takes a name for a type.</summary>
    private string Claim(DeclaredShape shape, string wanted, string? original)
    {
        string name = Claim(_scope, shape, wanted);
        _context.ReportChange(name, wanted, shape.Pointer, original);
        return name;
    }

    private static string Claim(NameScope scope, DeclaredShape shape, string wanted)
    {
        if (HasMember(shape, wanted))
            scope.Claim(wanted);

        return scope.Claim(wanted);
    }

    /// <summary>Whether every type of this kind has a member with a name, which C# does not allow as the name of the type.</summary>
    public static bool HasMember(DeclaredShape shape, string name)
    {
        string[] members = shape switch
        {
            ObjectShape => ObjectParser.ReservedMembers,
            UnionShape => UnionParser.ReservedMembers,
            _ => EnumParser.ReservedMembers,
        };
        return members.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>Whether another document declares a component.</summary>
    public bool IsShared(string id) => _componentNames.TryGetValue(id, out string? name) && name.StartsWith(SharedTypes.Alias, StringComparison.Ordinal);

    /// <summary>The schemas of the components that are declared.</summary>
    public void AddComponents(HashSet<string> ids)
    {
        _components = ids;
        foreach (string id in _context.Schemas.Keys.Where(ids.Contains))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            DocumentPointer pointer = PointerTo(id);
            if (_componentNames.TryGetValue(id, out string? name))
                _finder.VisitParts(_context.Component(id)!, TypePlace.InSchema(name, pointer), pointer);
            else
                _finder.Visit(_context.Component(id)!, TypePlace.InSchema(Identifiers.Pascal(id), pointer), pointer);
        }
    }

    /// <summary>Finds inline types in a shape of an operation or webhook.</summary>
    public void Visit(Shape shape, TypePlace place, DocumentPointer root) => _finder.Visit(shape, place, root);

    /// <inheritdoc cref="InlineTypes.Declaring"/>
    public DeclaredShape Declaring(DeclaredShape shape) => _inline.Declaring(shape);

    /// <summary>Names the inline types.</summary>
    public void NameInlineTypes() => _inline.Name(_context.Places?.Names);

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

    /// <summary>The shapes at all places of the document that become types, with the names of these types, and with the IDs of components.</summary>
    public IEnumerable<(DeclaredShape Shape, string Name, string? Id)> Named
        => _componentNames.Where(c => _components.Contains(c.Key)).Select(c => ((DeclaredShape)_context.Component(c.Key)!, c.Value, (string?)c.Key)).Concat(_inline.Named.Select(t => (t.Shape, t.Name, (string?)null)));

    /// <summary>How a shape that was visited is spelled.</summary>
    public TypeRef TypeOf(Shape shape)
    {
        switch (shape)
        {
            case ReferenceShape reference when _componentNames.TryGetValue(reference.Id, out string? name):
                var component = (DeclaredShape)_context.Component(reference.Id)!;
                return Declared(component, name, shape.Nullable || component.Nullable);
            case ReferenceShape reference:
                return TypeOfAlias(reference);
            case EnumShape { Kind: TypeKind.Boolean }:
                return Primitive(TypeKind.Boolean) with { Nullable = shape.Nullable };
            case DeclaredShape declared:
                return (_context.Sharing?.NameOf(declared) ?? _inline.Find(declared) ?? _context.Sharing?.NameInType(declared)) is { } inline ? Declared(declared, inline, shape.Nullable) : Primitive(TypeKind.Element);
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
        DocumentPointer pointer = PointerTo(reference.Id);
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

    private static TypeRef Declared(DeclaredShape shape, string name, bool nullable) => new()
    {
        Kind = shape.DeclaredKind,
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
