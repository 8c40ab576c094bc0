namespace Vapi.Generators.Model;

/// <summary>The C# spelling of a type and its kind of JSON.</summary>
internal sealed record TypeRef
{
    public required TypeKind Kind { get; init; }

    /// <summary>The C# spelling without a question mark: <c>string</c>, <c>Assistant</c>, <c>generic::IReadOnlyList&lt;Assistant&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of a declared type without the alias of its namespace.</summary>
    public string Identifier => Name.Substring(Name.LastIndexOf(':') + 1);

    /// <summary>Whether JSON null is a valid value.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether a number can also be a JSON string.</summary>
    public bool TakesText { get; init; }

    /// <summary>The item type of a list, or the value type of a map.</summary>
    public TypeRef? Item { get; init; }

    /// <summary>The spelling for a place where null means null or absent.</summary>
    public string NullableName => Name + "?";

    /// <summary>The spelling for a place where null is only a value.</summary>
    public string Spelling => Nullable ? NullableName : Name;

    public bool IsValueType => Kind is not (TypeKind.String or TypeKind.Uri or TypeKind.Bytes or TypeKind.File or TypeKind.Object or TypeKind.List or TypeKind.Map);
}

/// <summary>The kind of C# type for a schema. The runtime's JSON methods have the names of the primitive kinds.</summary>
internal enum TypeKind
{
    String,
    Boolean,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    DateTime,
    Date,
    Time,
    Duration,
    Guid,
    Uri,
    Bytes,
    File,
    Element,
    Object,
    StringEnum,
    Int64Enum,
    DoubleEnum,
    Union,
    List,
    Map,
}
