using System.Security.Cryptography;
using System.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>What a schema becomes in C#, before it has a name. Two shapes with the same key have the same structure.</summary>
internal abstract record Shape
{
    public bool Nullable { get; init; }

    public string Key => Nullable ? StructureKey + "?" : StructureKey;

    protected abstract string StructureKey { get; }

    /// <summary>A nested structure repeats the keys of its parts; a long one is hashed, so that keys stay linear in the size of the document.</summary>
    protected static string Fold(string key)
    {
        if (key.Length <= 256)
            return key;

        using SHA256 sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(key)));
    }

    protected static string Quote(string text) => text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + ":" + text;
}

/// <summary>A schema of the components.</summary>
internal sealed record ReferenceShape(string Id) : Shape
{
    protected override string StructureKey => "#" + Quote(Id);
}

/// <summary>A C# type that exists already; <see cref="TypeKind.Element"/> is any JSON.</summary>
internal sealed record PrimitiveShape(TypeKind Kind) : Shape
{
    public static readonly PrimitiveShape Any = new(TypeKind.Element);

    protected override string StructureKey => Kind.ToString();
}

/// <summary>A list.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether the schema only says what items are, should the value be an array.</summary>
    public bool IsImplied { get; init; }

    protected override string StructureKey => "[" + Item.Key + "]";
}

/// <summary>A dictionary with string keys.</summary>
internal sealed record MapShape(Shape Value) : Shape
{
    protected override string StructureKey => "{" + Value.Key + "}";
}

/// <summary>A type that gets a declaration, and so a name.</summary>
internal abstract record DeclaredShape(IOpenApiSchema Schema, DocumentPointer Pointer) : Shape
{
    private string? _key;

    protected sealed override string StructureKey => _key ??= Fold(MakeKey());

    /// <summary>A declared shape is a place in the document, equal only to itself; structures are compared by key.</summary>
    public virtual bool Equals(DeclaredShape? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    protected abstract string MakeKey();
}

/// <summary>An open enum. A value is the text of a string or the JSON token of a number; or a boolean that has one value, which is a constant or a plain boolean and not declared.</summary>
internal sealed record EnumShape(TypeKind Kind, IReadOnlyList<string> Values, IReadOnlyList<string>? Names, IOpenApiSchema Schema, DocumentPointer Pointer)
    : DeclaredShape(Schema, Pointer)
{
    /// <summary>Whether the document itself allows other values than those it lists.</summary>
    public bool Open { get; init; }

    protected override string MakeKey() => $"enum {Kind} " + string.Concat(Values.Select(Quote));
}

/// <summary>A class.</summary>
internal sealed record ObjectShape(IReadOnlyList<PropertyShape> Properties, IOpenApiSchema Schema, DocumentPointer Pointer) : DeclaredShape(Schema, Pointer)
{
    /// <summary>The schema of the components that it is, where others derive from that or it derives from another; else null.</summary>
    public string? Id { get; init; }

    /// <summary>The last word in its name, where it is an inline member of a union; null: it has none of its own.</summary>
    public string? Name { get; init; }

    protected override string MakeKey() => "object " + string.Concat(Properties.Select(p => Quote(p.Name) + (p.Required ? "!" : ":") + p.Shape.Key + ";"));
}

/// <summary>A property of an object, with the schema that documents it.</summary>
internal sealed record PropertyShape(string Name, Shape Shape, bool Required, IOpenApiSchema Schema, DocumentPointer Pointer)
{
    /// <summary>Whether it is only there in what the API answers.</summary>
    public bool ReadOnly { get; init; }
}

/// <summary>One of several shapes, none of which is a union or null.</summary>
internal sealed record UnionShape(IReadOnlyList<Shape> Members, OpenApiDiscriminator? Discriminator, IOpenApiSchema Schema, DocumentPointer Pointer)
    : DeclaredShape(Schema, Pointer)
{
    protected override string MakeKey() => "union " + Quote(Discriminator?.PropertyName ?? "") + string.Join("|", Members.Select(m => m.Key));
}
