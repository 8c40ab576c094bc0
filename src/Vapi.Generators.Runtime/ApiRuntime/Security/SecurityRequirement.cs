namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;

/// <summary>Schemes that a request must satisfy together: OpenAPI 3.1, Security Requirement Object. An operation can have several alternatives.</summary>
internal sealed class SecurityRequirement
{
    private readonly string[][] _scopes;

    public SecurityRequirement(params SecurityScheme[] schemes)
        : this(schemes, Array.Empty<string[]>())
    {
    }

    /// <param name="schemes">The required schemes.</param>
    /// <param name="scopes">The scopes for the token of each scheme. The array can be shorter if the last schemes need none.</param>
    public SecurityRequirement(SecurityScheme[] schemes, string[][] scopes)
    {
        Schemes = schemes;
        _scopes = scopes;
    }

    public IReadOnlyList<SecurityScheme> Schemes { get; }

    public IReadOnlyList<string> ScopesOf(int scheme) => _scopes.ElementAtOrDefault(scheme) ?? Array.Empty<string>();
}
