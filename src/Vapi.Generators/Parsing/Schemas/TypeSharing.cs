using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// Finds the types of another document that this document uses. Two documents read the same schema if it has the same place in the files of the project, so a type is found by the place of its schema.
/// </summary>
internal sealed class TypeSharing
{
    private readonly DocumentBundle _bundle;

    private readonly EquatableArray<WantedNamespace> _wanted;

    private readonly Dictionary<string, SharedType> _components = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Place, string Structure), SharedType> _types = [];

    /// <summary>The places of components, by ID.</summary>
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>The names that were found, by shape.</summary>
    private readonly Dictionary<DeclaredShape, string?> _names = [];

    /// <summary>The namespace of the other document; null if this document uses none.</summary>
    public string? Namespace { get; }

    /// <param name="wanted">The namespaces whose types other documents use.</param>
    /// <param name="used">The types that this document uses; null if it uses none.</param>
    public TypeSharing(DocumentBundle bundle, EquatableArray<WantedNamespace> wanted, SharedTypes? used)
    {
        _bundle = bundle;
        _wanted = wanted;
        Namespace = used?.Settings.Namespace;
        foreach (SharedType type in used?.Types ?? [])
        {
            if (type.IsComponent)
                _components[type.Place] = type;
            if (!_types.ContainsKey((type.Place, type.Structure)))
                _types.Add((type.Place, type.Structure), type);
        }
    }

    /// <summary>The types of this document for the documents that use them; null if there are none.</summary>
    public SharedTypes? Share(CodeSettings settings, IEnumerable<(DeclaredShape Shape, string Name, string? Id)> types)
    {
        return _wanted.Any(w => w.Name == settings.Namespace) ? new SharedTypes(settings, types.Select(t => Share(t.Shape, t.Name, t.Id)).ToEquatableArray()) : null;

        SharedType Share(DeclaredShape shape, string name, string? id)
            => new() { Place = id is null ? PlaceOf(shape.Pointer) : PlaceOf(id), Structure = shape.Structure, IsComponent = id is not null, Kind = shape.DeclaredKind, Name = name };
    }

    /// <summary>Whether a document that uses the types of this one has a fake.</summary>
    public bool HasFake(CodeSettings settings) => _wanted.Any(w => w.Name == settings.Namespace && w.HasFake);

    /// <summary>Whether the other document declares a component schema.</summary>
    public bool IsShared(string id) => _components.ContainsKey(PlaceOf(id));

    /// <summary>The location of a component schema in the files of the project.</summary>
    public string PlaceOf(string id)
    {
        if (!_places.TryGetValue(id, out string? place))
            _places.Add(id, place = PlaceOf(DocumentPointer.Root["components"]["schemas"][id]));

        return place;
    }

    /// <summary>The location of a part of the document in the files of the project.</summary>
    public string PlaceOf(DocumentPointer pointer)
    {
        (DocumentFile file, string origin) = _bundle.Origin(pointer.ToString());
        return DocumentFiles.Normalize(file.Path).ToUpperInvariant() + origin;
    }

    /// <summary>The name of the other document's type for a component schema; null if this document has to declare one.</summary>
    public string? NameOf(string id, DeclaredShape shape)
        => _components.TryGetValue(PlaceOf(id), out SharedType? type) && type.Kind == shape.DeclaredKind ? SharedTypes.Alias + type.Name : NameOf(shape);

    /// <summary>The name of the other document's type for a schema in one of its types. This document can read such a schema in a different way, if it has another version of OpenAPI.</summary>
    public string? NameInType(DeclaredShape shape)
        => _types.Values.FirstOrDefault(t => t.Kind == shape.DeclaredKind && t.Place == PlaceOf(shape.Pointer)) is { } type ? SharedTypes.Alias + type.Name : null;

    /// <summary>The name of the other document's type for an inline schema; null if this document has to declare one.</summary>
    public string? NameOf(DeclaredShape shape)
    {
        if (_types.Count == 0)
            return null;
        if (!_names.TryGetValue(shape, out string? name))
            _names.Add(shape, name = _types.TryGetValue((PlaceOf(shape.Pointer), shape.Structure), out SharedType? type) ? SharedTypes.Alias + type.Name : null);

        return name;
    }
}
