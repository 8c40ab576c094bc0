using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Documents;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Tests.Samples;

/// <summary>The names in the code of one version of a document.</summary>
/// <param name="Types">The inline types, by place.</param>
/// <param name="Methods">The methods, by HTTP method and path.</param>
/// <param name="Lock">The names lock of this version.</param>
internal sealed record VersionNames(IReadOnlyDictionary<string, (string Structure, string Name)> Types, IReadOnlyDictionary<string, string> Methods, string Lock)
{
    private static readonly GeneratorOptions Options = new() { Namespace = null, ClientName = null, Accessibility = "public" };

    /// <summary>A target that has everything that the document's names depend on.</summary>
    public static readonly Capabilities Newest = new()
    {
        LanguageVersion = int.MaxValue,
        HasJson = true,
        HasTypeInfoResolver = true,
        HasEndpoints = true,
        HasHttpClientFactory = false,
        HasKeyedServices = false,
        HasConfiguration = false,
        HasDateOnly = true,
        HasUnionAttribute = false,
        HasIUnion = false,
        HasRequiredMemberAttribute = true,
        HasCompilerFeatureRequiredAttribute = true,
        HasSetsRequiredMembersAttribute = true,
    };

    /// <param name="names">The names lock; null if there is none.</param>
    public static VersionNames Read(string file, SourceText text, string? names)
    {
        OpenApiDocument document = DocumentReader.Read(file, text, [], [], null, [], [], default)!.Value.Document;
        (ApiModel? model, string written, _) = Parse(file, document, text.Length, names);
        return new VersionNames(TypePlaces.Of(model!, [.. document.Components?.Schemas?.Keys.Select(Identifiers.Pascal) ?? []]), MethodsOf(model!), written);
    }

    /// <summary>The code of a document with a names lock, the names lock with its names, and what is wrong with the given one.</summary>
    public static (ApiModel? Model, string Lock, IReadOnlyList<Finding> Problems) Parse(string file, OpenApiDocument document, int length, string? names)
    {
        var places = new MemberPlaces();
        LockedNames locked = names is null ? LockedNames.None : LockedNames.Read(file, SourceText.From(names), default);
        ApiModel? model = ApiParser.Parse(document, Options, Newest, "", length, [], locked, default, places);
        return (model, places.Names.Write(), [.. locked.Findings]);
    }

    /// <summary>The methods whose operations a newer version of the document still has, under other names.</summary>
    public static IReadOnlyList<(string Name, string Now)> RenamedMethods(VersionNames before, VersionNames after)
        => [.. before.Methods.Where(m => after.Methods.TryGetValue(m.Key, out string? now) && now != m.Value).Select(m => (m.Value, after.Methods[m.Key]))];

    private static Dictionary<string, string> MethodsOf(ApiModel model)
    {
        var methods = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DeclarationModel client in model.Declarations.Where(d => d is ClientModel or RootClientModel))
        {
            foreach (OperationModel operation in client is ClientModel { Operations: var own } ? own : ((RootClientModel)client).Operations)
                methods.TryAdd(operation.HttpMethod + " " + string.Concat(operation.Path.Select(p => p.Text ?? "{" + p.Parameter!.WireName + "}")), client.Name + "." + operation.Name);
        }

        return methods;
    }
}
