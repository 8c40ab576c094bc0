using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vapi.Generators.Model;

namespace Vapi.Generators;

/// <summary>Finds the capabilities of the compilation that the emitted code depends on.</summary>
internal static class CapabilitiesFinder
{
    public static Capabilities Find(Compilation compilation, CancellationToken cancellationToken)
    {
        return new Capabilities
        {
            LanguageVersion = (int)((CSharpCompilation)compilation).LanguageVersion,
            HasJson = Has("System.Text.Json.Utf8JsonReader"),
            HasTypeInfoResolver = Has("System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver"),
            HasHttpClientFactory = Has("Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions") && Has("Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions"),
            HasKeyedServices = Has("Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider"),
            HasConfiguration = Has("Microsoft.Extensions.Configuration.IConfiguration"),
            HasEndpoints = Has("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"),
            HasDateOnly = Has("System.DateOnly"),
            HasUnionAttribute = Has("System.Runtime.CompilerServices.UnionAttribute"),
            HasIUnion = Has("System.Runtime.CompilerServices.IUnion"),
            HasRequiredMemberAttribute = Has("System.Runtime.CompilerServices.RequiredMemberAttribute"),
            HasCompilerFeatureRequiredAttribute = Has("System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute"),
            HasSetsRequiredMembersAttribute = Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute"),
        };

        bool Has(string name)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return compilation.GetTypesByMetadataName(name).Any(t => compilation.IsSymbolAccessibleWithin(t, compilation.Assembly));
        }
    }
}
