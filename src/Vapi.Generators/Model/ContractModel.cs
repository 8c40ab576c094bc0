namespace Vapi.Generators.Model;

/// <summary>The schemas of the document as the checks of JSON need them: texts, and entries of numbers that refer to each other and to texts.</summary>
internal sealed record ContractModel : DeclarationModel
{
    public required EquatableArray<string> Texts { get; init; }

    public required EquatableArray<ContractEntry> Entries { get; init; }
}

/// <summary>A schema, an operation or a list of names.</summary>
internal sealed record ContractEntry(EquatableArray<int> Numbers);

/// <summary>The keywords in the entry of a schema, each followed by its arguments. The runtime has an enum with the same names and values, which describes them.</summary>
internal enum ContractKeyword
{
    End,
    Kinds,
    Nullable,
    Property,
    PatternProperty,
    Additional,
    Closed,
    MinProperties,
    MaxProperties,
    Items,
    MinItems,
    MaxItems,
    UniqueItems,
    MinLength,
    MaxLength,
    Pattern,
    Minimum,
    ExclusiveMinimum,
    Maximum,
    ExclusiveMaximum,
    MultipleOf,
    Texts,
    Values,
    AllOf,
    AnyOf,
    OneOf,
    Not,
}

/// <summary>Kinds of JSON values, as in the runtime.</summary>
[Flags]
internal enum ContractKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Object = 32,
    Array = 64,
    Any = Null | Boolean | Integer | Number | String | Object | Array,
}

/// <summary>What an entry says about a property, as in the runtime.</summary>
[Flags]
internal enum ContractPropertyFlags
{
    None = 0,
    Required = 1,
    ReadOnly = 2,
    WriteOnly = 4,
    Undeclared = 8,
}
