namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Text;
using global::System.Text.Json;

/// <summary>What the request for a page sends instead of the caller's parameters, and what came back. It travels with the options of the request.</summary>
internal sealed class PageRequest
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private readonly HashSet<string> _defaults = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _callers = new(StringComparer.Ordinal);

    private HttpResponseMessage? _response;

    private ApiRequest? _request;

    /// <summary>The path and query to request instead of the operation's; null: the operation's.</summary>
    public string? PathAndQuery { get; set; }

    /// <summary>The JSON of the response; undefined where there is none.</summary>
    public JsonElement Body { get; private set; }

    /// <summary>A number that differs where the bodies of two pages do.</summary>
    public ulong Hash { get; private set; }

    /// <summary>The values of the header Link of the response.</summary>
    public IEnumerable<string> Links => _response is not null && _response.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links : Array.Empty<string>();

    /// <summary>The address that was requested, without credentials; null where no request was sent.</summary>
    public Uri? Address => _request?.PublicAddress;

    /// <summary>Sends a query parameter, whatever the caller's value of it is.</summary>
    public void Set(string parameter, string value) => _values[parameter] = value;

    /// <summary>Sends a query parameter unless the caller does.</summary>
    public void SetDefault(string parameter, string value)
    {
        _values[parameter] = value;
        _defaults.Add(parameter);
    }

    /// <summary>The value of a query parameter that was sent; null when none was.</summary>
    public string? Sent(string parameter) => _values.TryGetValue(parameter, out string? own) || _callers.TryGetValue(parameter, out own) ? own : null;

    /// <summary>Whether a parameter of the caller is sent.</summary>
    public bool Keeps(string parameter, string? value)
    {
        if (value is null)
            return true;
        if (_values.ContainsKey(parameter) && !_defaults.Contains(parameter))
            return false;

        _values.Remove(parameter);
        _callers[parameter] = value;
        return true;
    }

    /// <summary>The parameters of the page, behind those of the caller.</summary>
    public void AppendTo(StringBuilder query)
    {
        foreach (KeyValuePair<string, string> value in _values)
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(value.Key)).Append('=').Append(Uri.EscapeDataString(value.Value));
    }

    /// <summary>Keeps what came back.</summary>
    public void Take(HttpResponseMessage response, ApiRequest request, ReadOnlySpan<byte> utf8)
    {
        _response = response;
        _request = request;
        Hash = HashOf(utf8);
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), new JsonDocumentOptions { MaxDepth = 1000 });
            Body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The reader of the response says what is wrong with it.
        }
    }

    /// <summary>A path and query without the credentials that were sent.</summary>
    public Uri WithoutSecrets(Uri address) => _request is null ? address : _request.Secrets.Without(address);

    /// <summary>Says that the listing cannot go on.</summary>
    public Exception Fail(string reason)
        => _response is null || _request is null ? new InvalidOperationException("The pages of the listing cannot be read: " + reason + ".") : new ApiException(new ApiFailure(_response, Array.Empty<byte>(), _request), reason);

    /// <summary>FNV-1a.</summary>
    private static ulong HashOf(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in bytes)
            hash = unchecked((hash ^ b) * 1099511628211);

        return hash;
    }
}
