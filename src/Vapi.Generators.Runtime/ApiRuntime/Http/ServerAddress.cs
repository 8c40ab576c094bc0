namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>Whether an address is one of the document's servers: OpenAPI 3.1, Server Object.</summary>
internal static class ServerAddress
{
    /// <summary>
    /// Whether an address is one of the servers, with any values of their variables. A relative server refers to the host of the document, which is unknown here.
    /// It matches any host except this machine, where a test or proxy replaces the whole API.
    /// </summary>
    public static bool IsAmong(string[] servers, Uri address) => Array.Exists(servers, server => server.IndexOf("://", StringComparison.Ordinal) < 0
        ? !address.IsLoopback
        : Fits(server, address.GetLeftPart(UriPartial.Path)) || Fits(server, address.OriginalString));

    private static bool Fits(string server, string address)
    {
        address = address.TrimEnd('/');
        string[] literals = (server.IndexOf('{') < 0 && Uri.TryCreate(server, UriKind.Absolute, out Uri? url) ? url.GetLeftPart(UriPartial.Path) : server).TrimEnd('/').Split('{', '}');
        if (!address.StartsWith(literals[0], StringComparison.OrdinalIgnoreCase))
            return false;

        // The text between braces is the name of a variable.
        int at = literals[0].Length;
        for (int i = 2; i < literals.Length; i += 2)
        {
            int found = i == literals.Length - 1
                ? address.EndsWith(literals[i], StringComparison.OrdinalIgnoreCase) ? address.Length - literals[i].Length : -1
                : address.IndexOf(literals[i], at, StringComparison.OrdinalIgnoreCase);
            if (found < at)
                return false;

            at = found + literals[i].Length;
        }

        return at == address.Length;
    }
}
