using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The security schemes, and the security requirements of each operation.</summary>
internal sealed class SecurityParser
{
    /// <summary>The members of the options class whose names a scheme cannot have.</summary>
    private static readonly string[] OptionsMembers =
    [
        "BaseAddress", "ApiKey", "AllowCredentialsOverHttp", "MaxRetries", "MaxResponseBytes", "Timeout", "DefaultHeaders", "OnRequest", "OnResponse", "Bind", "DocumentServers", "GetCredential", "SetCredential",
        "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
    ];

    private readonly ParseContext _context;

    private readonly string _className;

    private readonly NameScope _fields;

    private bool? _isNeverUsed;

    private readonly List<SecuritySchemeModel> _schemes = [];

    private readonly List<SecurityRequirementsModel> _requirements = [];

    public SecurityParser(string className, string optionsName, ParseContext context)
    {
        _context = context;
        _className = className;
        _fields = new NameScope([className, "Equals", "ReferenceEquals"]);
        var properties = new NameScope([optionsName, .. OptionsMembers]);
        foreach (KeyValuePair<string, IOpenApiSecurityScheme> scheme in context.Document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>())
        {
            if (Parse(scheme.Key, scheme.Value, properties) is { } model)
                _schemes.Add(model);
        }
    }

    /// <summary>The expression for the requirements of an operation; null if it has none. If a document declares schemes but never uses them, each operation accepts any of them.</summary>
    public string? Require(OperationShape operation)
    {
        DocumentPointer pointer = (operation.Operation.Security is null ? DocumentPointer.Root : operation.Pointer)["security"];
        List<List<SecurityUseModel>> alternatives = (operation.Operation.Security ?? _context.Document.Security) is { } requirements
            ? [.. requirements.Select((r, i) => r is null ? null : Parse(r, pointer[i])).OfType<List<SecurityUseModel>>().Where(a => a.Count > 0)]
            : (_isNeverUsed ??= IsNeverUsed()) ? [.. _schemes.Select(s => new List<SecurityUseModel> { new() { Field = s.Field, Scopes = [] } })]
            : [];
        if (alternatives.Count == 0)
            return null;

        EquatableArray<EquatableArray<SecurityUseModel>> key = alternatives.Select(a => a.ToEquatableArray()).ToEquatableArray();
        SecurityRequirementsModel? known = _requirements.Find(r => r.Alternatives.Equals(key));
        if (known is null)
        {
            string name = Identifiers.Shorten(string.Join("Or", alternatives.Select(a => string.Join("And", a.Select(u => _schemes.Find(s => s.Field == u.Field)!.Property)))));
            known = new SecurityRequirementsModel { Field = _fields.Claim(name), Alternatives = key };
            _requirements.Add(known);
        }

        return "own::" + _className + "." + known.Field;
    }

    /// <summary>The class with the schemes and the requirements so far; null if the document has no scheme.</summary>
    public SecurityModel? Parse()
    {
        if (_schemes.Count == 0)
            return null;

        List<string> used = [.. _requirements.SelectMany(r => r.Alternatives).SelectMany(a => a).Select(u => u.Field)];
        List<SecuritySchemeModel> oneSecret = [.. _schemes.Where(s => !s.IsBasic)];
        return new SecurityModel
        {
            Name = _className,
            Schemes = _schemes.ToEquatableArray(),
            Requirements = _requirements.ToEquatableArray(),
            KeyScheme = (oneSecret.Find(s => used.Contains(s.Field)) ?? oneSecret.FirstOrDefault())?.Field,
        };
    }

    private bool IsNeverUsed() => _context.Document.Paths?.Values.All(p => p?.Operations?.Values.All(o => o?.Security is null) != false) != false;

    /// <summary>The schemes of one alternative; null if it requires an unsupported scheme. A client certificate (mutualTLS) is configured in the HttpClient.</summary>
    private List<SecurityUseModel>? Parse(OpenApiSecurityRequirement requirement, DocumentPointer pointer)
    {
        var uses = new List<SecurityUseModel>();
        foreach (KeyValuePair<OpenApiSecuritySchemeReference, List<string>> use in requirement)
        {
            string? id = use.Key.Reference?.Id;
            if (_schemes.Find(s => s.SchemeName == id) is { } scheme)
                uses.Add(new SecurityUseModel { Field = scheme.Field, Scopes = (use.Value ?? []).ToEquatableArray() });
            else if (id is null || _context.Document.Components?.SecuritySchemes is not { } declared || !declared.TryGetValue(id, out IOpenApiSecurityScheme? unsent))
            {
                _context.Report(Descriptors.UnresolvedReference.Id, pointer[id ?? ""], $"#/components/securitySchemes/{id}", "the credential is not sent");
                return null;
            }
            else if (unsent is not OpenApiSecurityScheme { Type: SecuritySchemeType.MutualTLS })
                return null;
        }

        return uses;
    }

    private SecuritySchemeModel? Parse(string name, IOpenApiSecurityScheme? scheme, NameScope properties)
    {
        DocumentPointer pointer = DocumentPointer.Root["components"]["securitySchemes"][name];
        if (Sent(scheme) is not { } found)
        {
            if (scheme is not { Type: SecuritySchemeType.MutualTLS })
                _context.Report(Descriptors.Unsupported.Id, pointer, $"the security scheme '{name}'", "no credential (use RequestOptions.Headers or a message handler to send it)");

            return null;
        }

        string wanted = Identifiers.Pascal(name);
        return new SecuritySchemeModel
        {
            SchemeName = name,
            Field = _fields.Claim(wanted + "Scheme"),
            Property = _context.Claim(properties, OptionsMembers.Contains(wanted, StringComparer.OrdinalIgnoreCase) ? wanted + "Credential" : wanted, pointer, name),
            Place = found.Place,
            WireName = found.WireName,
            Prefix = found.Prefix,
            Documentation = new Documentation { Summary = scheme!.Description },
        };
    }

    /// <summary>Whether the client can send the credential of a scheme.</summary>
    public static bool IsSent(IOpenApiSecurityScheme? scheme) => Sent(scheme) is not null;

    private static (ParameterPlace Place, string WireName, string Prefix)? Sent(IOpenApiSecurityScheme? scheme) => scheme switch
    {
        { Type: SecuritySchemeType.Http, Scheme: { } http } => (ParameterPlace.Header, "Authorization", Prefix(http)),
        { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } => (ParameterPlace.Header, "Authorization", "Bearer "),
        { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Query, Name: { } key } => (ParameterPlace.Query, key, ""),
        { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Cookie, Name: { } key } => (ParameterPlace.Cookie, key, ""),
        { Type: SecuritySchemeType.ApiKey, Name: { } key } => (ParameterPlace.Header, key, ""),
        _ => null,
    };

    /// <summary>The registered names of the schemes (IANA) in their usual spelling.</summary>
    private static string Prefix(string scheme) => scheme.ToLowerInvariant() switch
    {
        "bearer" => "Bearer ",
        "basic" => "Basic ",
        _ => scheme + " ",
    };
}
