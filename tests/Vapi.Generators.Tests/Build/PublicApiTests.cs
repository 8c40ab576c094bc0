using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Vapi.Generators.Tests.Architecture;

namespace Vapi.Generators.Tests.Build;

/// <summary>What users write in their code and project files. A change of it changes a file here; docs/versioning.md says which version may bring it. The shape of the emitted code is that of <see cref="BaselineTests"/>.</summary>
public partial class PublicApiTests
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, genericsOptions: Format.GenericsOptions, kindOptions: Format.KindOptions);

    private static readonly SymbolDisplayFormat BaseFormat = Format.WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters).WithKindOptions(SymbolDisplayKindOptions.None);

    [Fact]
    public void TypesAndMembersOfTheRuntime_AreAsVerified()
        => Baseline.Verify("Runtime.PublicApi", string.Concat(Types(ArchitectureTests.Runtime.Value.Assembly.GlobalNamespace).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal).Select(Describe)));

    [Fact]
    public void PropertiesItemsAndTargetsOfTheBuild_AreAsVerified()
    {
        string[] texts = [.. ((string[])["build", "buildMultiTargeting"]).SelectMany(f => Directory.GetFiles(Path.Combine(Repository.GeneratorSources, f))).Select(File.ReadAllText)];
        XElement[] files = [.. texts.Select(t => XElement.Parse(t))];
        IEnumerable<string> lines =
        [
            .. texts.SelectMany(t => Properties().Matches(t)).Select(m => "property " + m.Groups[1].Value),
            .. files.SelectMany(f => f.Descendants("CompilerVisibleProperty")).SelectMany(e => e.Attribute("Include")!.Value.Split(';')).Select(n => "property " + n),
            .. files.SelectMany(f => f.Descendants("CompilerVisibleItemMetadata")).Select(e => $"metadata {e.Attribute("Include")!.Value}.{e.Attribute("MetadataName")!.Value}"),
            .. files.SelectMany(f => f.Descendants("Target")).Select(e => e.Attribute("Name")!.Value).Where(n => n[0] != '_').Select(n => "target " + n),
            .. texts.SelectMany(t => Items().Matches(t)).Select(m => "item " + m.Groups[1].Value),
        ];

        Baseline.Verify("Build.PublicApi", string.Join("\n", lines.Distinct().Order(StringComparer.Ordinal)) + "\n");
    }

    private static string Describe(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> bases = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent, .. type.Interfaces] : type.Interfaces;
        string head = type.ToDisplayString(TypeFormat) + (bases.Any() ? " : " + string.Join(", ", bases.Select(b => b.ToDisplayString(BaseFormat))) : "");
        string modifiers = type.TypeKind != TypeKind.Class ? "" : type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return $"{modifiers}{head}\n{string.Concat(type.GetMembers().Where(IsOffered).Select(m => "    " + m.ToDisplayString(Format) + "\n").Order(StringComparer.Ordinal))}\n";
    }

    /// <summary>Types that user code can name, those in types included. The namespace of what the generated code uses is internal.</summary>
    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type ? Types(type).Prepend(type) : m is INamespaceSymbol ? Types(m) : []);

    private static bool IsOffered(ISymbol member) => member is not ITypeSymbol && !member.IsImplicitlyDeclared
        && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && member is not IMethodSymbol { AssociatedSymbol: not null };

    /// <summary>What the files read. A leading underscore marks what is theirs alone.</summary>
    [GeneratedRegex(@"\$\(((?:Enable)?(?:Default)?OpenApi\w+)")]
    private static partial Regex Properties();

    [GeneratedRegex(@"@\((OpenApi\w+)")]
    private static partial Regex Items();
}
