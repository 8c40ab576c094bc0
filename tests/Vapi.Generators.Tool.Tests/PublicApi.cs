using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vapi.Generators.Emitting.Files;
using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Tests;

/// <summary>What a program can use of the generated code, as the compiler sees it in the emitted text: the names (<c>Call</c>, <c>Call.Status</c>), each with how it is declared.</summary>
internal sealed class PublicApi
{
    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private readonly ILookup<string, string> _signatures;

    private PublicApi(IEnumerable<(string Name, string Signature)> members)
    {
        _signatures = members.ToLookup(m => m.Name, m => m.Signature, StringComparer.Ordinal);
        Names = [.. _signatures.Select(s => s.Key)];
    }

    public HashSet<string> Names { get; }

    public static PublicApi Of(ApiModel model)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Api",
            DeclarationEmitter.Emit(model).Select(f => CSharpSyntaxTree.ParseText(f.Text, options)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        INamespaceSymbol space = model.Settings.Namespace.Split('.').Aggregate(compilation.Assembly.GlobalNamespace, (n, name) => n.GetNamespaceMembers().Single(m => m.Name == name));
        return new PublicApi(space.GetTypeMembers().Where(t => t.DeclaredAccessibility == Accessibility.Public).SelectMany(Members));
    }

    /// <summary>How a name is declared, all overloads of a method in one; with other names for some types.</summary>
    public string SignatureOf(string name, IReadOnlyDictionary<string, string> renamed)
        => Regex.Replace(string.Join("\n", _signatures[name].Order(StringComparer.Ordinal)), @"\w+", word => renamed.GetValueOrDefault(word.Value, word.Value));

    private static IEnumerable<(string Name, string Signature)> Members(INamedTypeSymbol type)
    {
        yield return (type.Name, $"{type.TypeKind} : {type.BaseType?.Name}");
        foreach (ISymbol member in type.GetMembers().Where(m => m is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, IsOverride: false }))
        {
            if (member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
                yield return ($"{type.Name}.{member.Name}", member.ToDisplayString(Signature));
        }
    }
}
