namespace Vapi.Generators.Model;

/// <summary>How a type is spelled where it is used, and what its JSON is.</summary>
internal sealed record TypeRef
{
    public required TypeKind Kind { get; init; }

    /// <summary>The C# spelling without a question mark: <c>string</c>, <c>Assistant</c>, <c>generic::IReadOnlyList&lt;Assistant&gt;</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether JSON null is one of its values.</summary>
    public bool Nullable { get; init; }

    /// <summary>Whether a number may also come as a string.</summary>
    public bool TakesText { get; init; }

    /// <summary>The item of a list, the value of a map.</summary>
    public TypeRef? Item { get; init; }

    /// <summary>The spelling where null means null or absent.</summary>
    public string NullableName => Name + "?";

    /// <summary>The spelling where null is only one of the values.</summary>
    public string Spelling => Nullable ? NullableName : Name;

    public bool IsValueType => Kind is not (TypeKind.String or TypeKind.Uri or TypeKind.Bytes or TypeKind.File or TypeKind.Object or TypeKind.List or TypeKind.Map);
}

/// <summary>What kind of C# type a schema became. The names of the primitive kinds are also those of the runtime's JSON methods.</summary>
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
