namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;

/// <summary>Schemes that a request satisfies together: OpenAPI 3.1, Security Requirement Object. An operation has several to choose from.</summary>
internal sealed class SecurityRequirement
{
    private readonly string[][] _scopes;

    public SecurityRequirement(params SecurityScheme[] schemes)
        : this(schemes, Array.Empty<string[]>())
    {
    }

    /// <param name="schemes">All of them are needed.</param>
    /// <param name="scopes">What the token of each scheme must allow; shorter when the last ones need nothing.</param>
    public SecurityRequirement(SecurityScheme[] schemes, string[][] scopes)
    {
        Schemes = schemes;
        _scopes = scopes;
    }

    public IReadOnlyList<SecurityScheme> Schemes { get; }

    public IReadOnlyList<string> ScopesOf(int scheme) => _scopes.ElementAtOrDefault(scheme) ?? Array.Empty<string>();
}
