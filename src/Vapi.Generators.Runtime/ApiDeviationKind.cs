namespace Vapi.Generators.Runtime;

/// <summary>What deviates from the document.</summary>
public enum ApiDeviationKind
{
    /// <summary>The text is not JSON, or is nested more than 64 levels deep.</summary>
    InvalidJson,

    /// <summary>The value has another JSON type, or it is null where null is not allowed.</summary>
    Type,

    /// <summary>A required property is missing.</summary>
    Required,

    /// <summary>The document does not describe the property, but does not forbid it either. The value is valid.</summary>
    UnknownProperty,

    /// <summary>The document forbids properties that it does not describe (<c>additionalProperties: false</c>).</summary>
    ForbiddenProperty,

    /// <summary>A request has a property that is only in responses.</summary>
    ReadOnly,

    /// <summary>A response has a property that is only in requests.</summary>
    WriteOnly,

    /// <summary>The value is not one of the listed values, or not the constant.</summary>
    Enum,

    /// <summary>A number is too small, too large or not a multiple.</summary>
    Bound,

    /// <summary>A string has too few or too many characters (Unicode code points).</summary>
    Length,

    /// <summary>A string does not match its pattern.</summary>
    Pattern,

    /// <summary>An array has too few or too many items.</summary>
    ItemCount,

    /// <summary>An array has two equal items.</summary>
    UniqueItems,

    /// <summary>An object has too few or too many properties.</summary>
    PropertyCount,

    /// <summary>The value matches none of the alternatives.</summary>
    NoAlternative,

    /// <summary>The value matches several alternatives of a <c>oneOf</c>, which allows one.</summary>
    SeveralAlternatives,

    /// <summary>The value matches the schema that it must not match.</summary>
    Not,

    /// <summary>The rest of the value was not checked, because it has too many or too deeply nested values and alternatives.</summary>
    Unchecked,
}
