namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>A way to authenticate requests: OpenAPI 3.1, Security Scheme Object.</summary>
internal sealed class SecurityScheme
{
    /// <param name="name">The name in the document, which is also the key of the credential in the options.</param>
    /// <param name="place">Where the credential is sent.</param>
    /// <param name="wireName">The name of the header, query parameter or cookie.</param>
    /// <param name="prefix">The prefix of the credential in the header: <c>Bearer </c>, or empty.</param>
    public SecurityScheme(string name, CredentialPlace place, string wireName, string prefix = "")
    {
        Name = name;
        Place = place;
        WireName = wireName;
        Prefix = prefix;
    }

    public string Name { get; }

    public CredentialPlace Place { get; }

    public string WireName { get; }

    public string Prefix { get; }

    /// <summary>RFC 7617: the credential is a user name and a password.</summary>
    public bool IsBasic => Prefix == "Basic ";
}

/// <summary>Where a credential is sent.</summary>
internal enum CredentialPlace
{
    Header,
    Query,
    Cookie,
}
