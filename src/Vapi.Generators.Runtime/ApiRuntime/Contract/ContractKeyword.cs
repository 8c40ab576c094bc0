namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>The keywords in the description of a schema, each followed by its arguments. The generator has an enum with the same names and values.</summary>
internal enum ContractKeyword
{
    End,

    /// <summary>The kinds of JSON that the schema allows: <see cref="ContractKinds"/>.</summary>
    Kinds,

    /// <summary>Null is a value, whatever the other keywords say.</summary>
    Nullable,

    /// <summary>The name, the schema and the <see cref="ContractPropertyFlags"/> of a property.</summary>
    Property,

    /// <summary>The expression that names match, whether it is one of ECMAScript for .NET too, and the schema of the properties.</summary>
    PatternProperty,

    /// <summary>The schema of the other properties.</summary>
    Additional,

    /// <summary>There are no other properties.</summary>
    Closed,
    MinProperties,
    MaxProperties,
    Items,
    MinItems,
    MaxItems,
    UniqueItems,
    MinLength,
    MaxLength,

    /// <summary>The expression, and whether it is one of ECMAScript for .NET too.</summary>
    Pattern,
    Minimum,
    ExclusiveMinimum,
    Maximum,
    ExclusiveMaximum,
    MultipleOf,

    /// <summary>The number of listed strings, and the strings. It is there if any values are listed.</summary>
    Texts,

    /// <summary>The number of other listed values, and their JSON, after the strings.</summary>
    Values,
    AllOf,
    AnyOf,
    OneOf,
    Not,
}

/// <summary>Kinds of JSON values.</summary>
[global::System.Flags]
internal enum ContractKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,

    /// <summary>A number without a fraction.</summary>
    Integer = 4,

    /// <summary>Any number.</summary>
    Number = 8,
    String = 16,
    Object = 32,
    Array = 64,
    Any = Null | Boolean | Integer | Number | String | Object | Array,
}

/// <summary>What the description says about a property.</summary>
[global::System.Flags]
internal enum ContractPropertyFlags
{
    None = 0,
    Required = 1,

    /// <summary>It is only in responses.</summary>
    ReadOnly = 2,

    /// <summary>It is only in requests.</summary>
    WriteOnly = 4,

    /// <summary>It is required, but not described.</summary>
    Undeclared = 8,
}
