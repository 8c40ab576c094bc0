namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>How the key is sent.</summary>
internal readonly struct ApiCredential
{
    public ApiCredential(ApiCredentialPlace place, string name, string prefix)
    {
        Place = place;
        Name = name;
        Prefix = prefix;
    }

    public ApiCredentialPlace Place { get; }

    public string Name { get; }

    public string Prefix { get; }
}

/// <summary>Where the key is sent.</summary>
internal enum ApiCredentialPlace
{
    Header,
    Query,
    Cookie,
}
