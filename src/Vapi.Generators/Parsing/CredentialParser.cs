using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Where requests go and how they prove who sends them.</summary>
internal static class CredentialParser
{
    /// <summary>The first server, with the default values of its variables; null when it is relative.</summary>
    public static string? BaseAddress(OpenApiDocument document)
    {
        if (document.Servers?.FirstOrDefault() is not { Url: { } url } server)
            return null;

        foreach (KeyValuePair<string, OpenApiServerVariable> variable in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            url = url.Replace("{" + variable.Key + "}", variable.Value?.Default ?? "");

        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? url : null;
    }

    /// <summary>The first scheme that one secret satisfies.</summary>
    public static CredentialModel? Parse(OpenApiDocument document)
        => document.Components?.SecuritySchemes?.Values.Where(s => s is not null).Select(Parse).FirstOrDefault(c => c is not null);

    /// <summary>An operation sends credentials when it or the document asks for them. A document that declares schemes and never uses them means: always.</summary>
    public static bool SendsCredentials(OpenApiOperation operation, OpenApiDocument document)
        => (operation.Security ?? document.Security) is { } requirements
            ? requirements.Any(r => r?.Count > 0)
            : document.Paths?.Values.All(p => p?.Operations?.Values.All(o => o?.Security is null) != false) != false;

    private static CredentialModel? Parse(IOpenApiSecurityScheme scheme) => scheme switch
    {
        { Type: SecuritySchemeType.Http, Scheme: { } http } when http.Equals("bearer", StringComparison.OrdinalIgnoreCase) => Bearer(),
        { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } => Bearer(),
        { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Query, Name: { } name } => Key(ParameterPlace.Query, name),
        { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Cookie, Name: { } name } => Key(ParameterPlace.Cookie, name),
        { Type: SecuritySchemeType.ApiKey, Name: { } name } => Key(ParameterPlace.Header, name),
        _ => null,
    };

    private static CredentialModel Bearer() => new() { Place = ParameterPlace.Header, WireName = "Authorization", Prefix = "Bearer " };

    private static CredentialModel Key(ParameterPlace place, string name) => new() { Place = place, WireName = name, Prefix = "" };
}
