using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The C# form of a schema, before it has a name. Two shapes with the same key have the same structure.</summary>
internal abstract record Shape
{
    public bool Nullable { get; init; }

    public string Key => Nullable ? Structure + "?" : Structure;

    /// <summary>The key without nullability.</summary>
    public virtual string Structure
    {
        get
        {
            var structure = new StringBuilder();
            AppendStructure(structure);
            return structure.ToString();
        }
    }

    protected abstract void AppendStructure(StringBuilder structure);

    protected static StringBuilder AppendKey(StringBuilder structure, Shape part)
    {
        part.AppendStructure(structure);
        return part.Nullable ? structure.Append('?') : structure;
    }

    protected static StringBuilder AppendText(StringBuilder structure, string text) => structure.Append(text.Length).Append(':').Append(text);
}

/// <summary>A schema of the components.</summary>
internal sealed record ReferenceShape(string Id) : Shape
{
    /// <summary>The location of the schema in the files of the project, if types are compared with those of another document, where the schema can have another ID; otherwise null.</summary>
    public string? Place { get; init; }

    protected override void AppendStructure(StringBuilder structure) => AppendText(structure.Append('#'), Place ?? Id);
}

/// <summary>An existing C# type; <see cref="TypeKind.Element"/> is any JSON.</summary>
internal sealed record PrimitiveShape(TypeKind Kind) : Shape
{
    public static readonly PrimitiveShape Any = new(TypeKind.Element);

    /// <summary>Whether a number can also be a JSON string.</summary>
    public bool TakesText { get; init; }

    protected override void AppendStructure(StringBuilder structure) => structure.Append((int)Kind).Append(TakesText ? "\"" : "");
}

/// <summary>A list.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether the schema only describes items, but does not declare that the value is an array.</summary>
    public bool IsImplied { get; init; }

    protected override void AppendStructure(StringBuilder structure) => AppendKey(structure.Append('['), Item).Append(']');
}

/// <summary>A dictionary with string keys.</summary>
internal sealed record MapShape(Shape Value) : Shape
{
    protected override void AppendStructure(StringBuilder structure) => AppendKey(structure.Append('{'), Value).Append('}');
}

/// <summary>A type that is declared and therefore gets a name.</summary>
internal abstract record DeclaredShape(IOpenApiSchema Schema, DocumentPointer Pointer) : Shape
{
    /// <summary>The maximum length of a structure that is repeated in the key of its parent. A longer one is hashed, so that the total length stays linear in the size of the document.</summary>
    private const int MaxLength = 256;

    private string? _structure;

    /// <summary>The kind of type that is declared.</summary>
    public TypeKind DeclaredKind => this switch
    {
        EnumShape @enum => @enum.Kind,
        UnionShape => TypeKind.Union,
        _ => TypeKind.Object,
    };

    public sealed override string Structure => _structure ??= MakeStructure();

    /// <summary>A declared shape is equal only to itself, because it represents a place in the document. Structures are compared by key.</summary>
    public virtual bool Equals(DeclaredShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    protected sealed override void AppendStructure(StringBuilder structure) => structure.Append(Structure);

    protected abstract void AppendParts(StringBuilder structure);

    private string MakeStructure()
    {
        var structure = new StringBuilder();
        AppendParts(structure);
        if (structure.Length <= MaxLength)
            return structure.ToString();

        using SHA256 sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(structure.ToString())));
    }
}

/// <summary>An open enum. A value is the text of a string or the JSON token of a number. It can also be a single Boolean value, which is a constant or a plain Boolean and is not declared.</summary>
internal sealed record EnumShape(TypeKind Kind, IReadOnlyList<string> Values, IReadOnlyList<string?>? Names, IOpenApiSchema Schema, DocumentPointer Pointer)
    : DeclaredShape(Schema, Pointer)
{
    /// <summary>Whether the document explicitly allows values that are not listed.</summary>
    public bool Open { get; init; }

    /// <summary>The descriptions of the values; null if there are none.</summary>
    public IReadOnlyList<string?>? Summaries { get; init; }

    protected override void AppendParts(StringBuilder structure)
    {
        structure.Append("enum ").Append((int)Kind).Append(' ');
        foreach (string value in Values)
            AppendText(structure, value);
    }
}

/// <summary>A class.</summary>
internal sealed record ObjectShape(IReadOnlyList<PropertyShape> Properties, IOpenApiSchema Schema, DocumentPointer Pointer) : DeclaredShape(Schema, Pointer)
{
    /// <summary>The component schema, if it is in a hierarchy; otherwise null.</summary>
    public string? Id { get; init; }

    /// <summary>The values of properties that are not listed; null if the document declares no type for them.</summary>
    public Shape? AdditionalValue { get; init; }

    /// <summary>The last word of its name, if it is an inline member of a union with its own name; otherwise null.</summary>
    public string? Name { get; init; }

    /// <summary>The index of properties, filled on first use. It is created with the record, because it is part of the equality of the record.</summary>
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>The property with a name; null if there is none.</summary>
    public PropertyShape? Find(string property) => IndexOf(property) is >= 0 and var index ? Properties[index] : null;

    /// <summary>The index of the property with a name; -1 if there is none.</summary>
    public int IndexOf(string property)
    {
        const int Many = 16;
        if (Properties.Count > Many && _indexes.Count == 0)
        {
            for (int i = Properties.Count - 1; i >= 0; i--)
                _indexes[Properties[i].Name] = i;
        }

        if (Properties.Count > Many)
            return _indexes.TryGetValue(property, out int found) ? found : -1;

        for (int i = 0; i < Properties.Count; i++)
        {
            if (Properties[i].Name == property)
                return i;
        }

        return -1;
    }

    protected override void AppendParts(StringBuilder structure)
    {
        structure.Append("object ");
        foreach (PropertyShape property in Properties)
            AppendKey(AppendText(structure, property.Name).Append(property.Required ? '!' : ':').Append(property.ReadOnly ? "<" : ""), property.Shape).Append(';');
        if (AdditionalValue is not null)
            AppendKey(structure.Append('*'), AdditionalValue);
    }
}

/// <summary>A property of an object, with the schemas that document it. The first one has priority.</summary>
internal sealed record PropertyShape(string Name, Shape Shape, bool Required, IReadOnlyList<IOpenApiSchema> Schemas, DocumentPointer Pointer)
{
    /// <summary>Whether it is only present in responses.</summary>
    public bool ReadOnly { get; init; }
}

/// <summary>One of several shapes, none of which is a union or null.</summary>
internal sealed record UnionShape(IReadOnlyList<Shape> Members, OpenApiDiscriminator? Discriminator, IOpenApiSchema Schema, DocumentPointer Pointer)
    : DeclaredShape(Schema, Pointer)
{
    protected override void AppendParts(StringBuilder structure)
    {
        AppendText(structure.Append("union "), Discriminator?.PropertyName ?? "");
        foreach (Shape member in Members)
            AppendKey(structure.Append('|'), member);
    }
}
