namespace Vapi.Generators.Model;

/// <summary>The types of a document that other documents of the project can use instead of declaring their own.</summary>
internal sealed record SharedTypes(CodeSettings Settings, EquatableArray<SharedType> Types)
{
    /// <summary>The alias of their namespace in the code that uses them.</summary>
    public const string Alias = "shared::";
}

/// <summary>A type that other documents can use.</summary>
internal sealed record SharedType
{
    /// <summary>The location of the schema in the files of the project.</summary>
    public required string Place { get; init; }

    /// <summary>The structure of the type. An allOf can change an inline schema, so several types can have the same place.</summary>
    public required string Structure { get; init; }

    /// <summary>Whether the schema is a component, which is one type wherever it is referenced.</summary>
    public required bool IsComponent { get; init; }

    public required TypeKind Kind { get; init; }

    public required string Name { get; init; }
}

/// <summary>A namespace whose types and runtime other documents use.</summary>
/// <param name="HasFake">Whether one of them has a fake.</param>
internal sealed record WantedNamespace(string Name, bool HasFake);
