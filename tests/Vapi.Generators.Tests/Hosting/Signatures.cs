using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>Declarations as a C# developer reads them: without namespaces, accessibility and bodies.</summary>
internal static class Signatures
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static INamedTypeSymbol Symbol(this GeneratorOutput output, string type)
        => output.Compilation.GetTypeByMetadataName(type.Contains('.') ? type : "Test." + type) ?? throw new KeyNotFoundException($"There is no type '{type}'.");

    public static bool Has(this GeneratorOutput output, string type) => output.Compilation.GetTypeByMetadataName("Test." + type) is not null;

    /// <summary>All public properties of a class but AdditionalProperties, in order: <c>required string Name { get; set; }</c>.</summary>
    public static string[] Properties(this GeneratorOutput output, string type) =>
    [
        .. output.Symbol(type).GetMembers().OfType<IPropertySymbol>()
            .Where(p => p is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, ExplicitInterfaceImplementations: [] } && p.Name != "AdditionalProperties")
            .Select(p => p.ToDisplayString(Format)),
    ];

    /// <summary>The only property of a class.</summary>
    public static string Property(this GeneratorOutput output, string type) => Assert.Single(output.Properties(type));

    /// <summary>All constants of an enum: <c>const string Cat = "cat"</c>.</summary>
    public static string[] Constants(this GeneratorOutput output, string type)
        => [.. output.Symbol(type).GetMembers().OfType<IFieldSymbol>().Where(f => f.IsConst).Select(f => f.ToDisplayString(Format))];

    /// <summary>The types of the cases of a union, the unknown case last.</summary>
    public static string[] Cases(this GeneratorOutput output, string type)
        => [.. output.Symbol(type).InstanceConstructors.Where(c => c.Parameters.Length == 1).Select(c => c.Parameters[0].Type.ToDisplayString(Format))];

    /// <summary>All methods of a client, without the two arguments that each of them has at the end.</summary>
    public static string[] Methods(this GeneratorOutput output, string type)
    {
        const string Tail = "RequestOptions? options = null, CancellationToken cancellationToken = default(CancellationToken))";
        return
        [
            .. output.Symbol(type).GetMembers().OfType<IMethodSymbol>()
                .Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
                .Select(m => m.ToDisplayString(Format).Replace(Tail, ")").Replace(", )", ")").Replace("virtual ", "")),
        ];
    }

    /// <summary>The only method of a client. If it has a query, it also has an overload without it.</summary>
    public static string Method(this GeneratorOutput output, string type)
    {
        string[] methods = output.Methods(type);
        return methods.Length == 2 && methods[0].EndsWith("Query? query)", StringComparison.Ordinal) ? methods[0] : Assert.Single(methods);
    }
}
