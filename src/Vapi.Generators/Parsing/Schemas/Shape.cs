using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>What a schema becomes in C#, before it has a name. Two shapes with the same key have the same structure.</summary>
internal abstract record Shape
{
    public bool Nullable { get; init; }

    public string Key => Nullable ? Structure + "?" : Structure;

    /// <summary>The key but for whether null is a value.</summary>
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
    protected override void AppendStructure(StringBuilder structure) => AppendText(structure.Append('#'), Id);
}

/// <summary>A C# type that exists already; <see cref="TypeKind.Element"/> is any JSON.</summary>
internal sealed record PrimitiveShape(TypeKind Kind) : Shape
{
    public static readonly PrimitiveShape Any = new(TypeKind.Element);

    /// <summary>Whether a number may also come as a string.</summary>
    public bool TakesText { get; init; }

    protected override void AppendStructure(StringBuilder structure) => structure.Append((int)Kind).Append(TakesText ? "\"" : "");
}

/// <summary>A list.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether the schema only says what items are, should the value be an array.</summary>
    public bool IsImplied { get; init; }

    protected override void AppendStructure(StringBuilder structure) => AppendKey(structure.Append('['), Item).Append(']');
}

/// <summary>A dictionary with string keys.</summary>
internal sealed record MapShape(Shape Value) : Shape
{
    protected override void AppendStructure(StringBuilder structure) => AppendKey(structure.Append('{'), Value).Append('}');
}

/// <summary>A type that gets a declaration, and so a name.</summary>
internal abstract record DeclaredShape(IOpenApiSchema Schema, DocumentPointer Pointer) : Shape
{
    /// <summary>The longest structure that is repeated in that of the whole: a longer one is hashed, so that all of them are linear in the size of the document.</summary>
    private const int MaxLength = 256;

    private string? _structure;

    public sealed override string Structure => _structure ??= MakeStructure();

    /// <summary>A declared shape is a place in the document, equal only to itself; structures are compared by key.</summary>
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

/// <summary>An open enum. A value is the text of a string or the JSON token of a number; or a boolean that has one value, which is a constant or a plain boolean and not declared.</summary>
internal sealed record EnumShape(TypeKind Kind, IReadOnlyList<string> Values, IReadOnlyList<string?>? Names, IOpenApiSchema Schema, DocumentPointer Pointer)
    : DeclaredShape(Schema, Pointer)
{
    /// <summary>Whether the document itself allows other values than those it lists.</summary>
    public bool Open { get; init; }

    /// <summary>What the document says about each value; null when it says nothing.</summary>
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
    /// <summary>The schema of the components that it is, where others derive from that or it derives from another; else null.</summary>
    public string? Id { get; init; }

    /// <summary>The last word in its name, where it is an inline member of a union; null: it has none of its own.</summary>
    public string? Name { get; init; }

    /// <summary>The places of many properties, filled when one is first looked for: the object itself is part of what makes a record equal to another.</summary>
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>The property of a name; null when there is none.</summary>
    public PropertyShape? Find(string property) => IndexOf(property) is >= 0 and var index ? Properties[index] : null;

    /// <summary>The place of the property of a name; -1 when there is none.</summary>
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
    }
}

/// <summary>A property of an object, with the schemas that document it: the first one before the others.</summary>
internal sealed record PropertyShape(string Name, Shape Shape, bool Required, IReadOnlyList<IOpenApiSchema> Schemas, DocumentPointer Pointer)
{
    /// <summary>Whether it is only there in what the API answers.</summary>
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
