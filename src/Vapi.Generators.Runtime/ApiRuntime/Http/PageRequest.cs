namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net.Http;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The parameters of a page, which override those of the caller, and the response. The options of the request contain it.</summary>
internal sealed class PageRequest
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private readonly HashSet<string> _defaults = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _callers = new(StringComparer.Ordinal);

    private HttpResponseMessage? _response;

    private ApiRequest? _request;

    private byte[] _utf8 = Array.Empty<byte>();

    private JsonElement? _body;

    /// <summary>The path and query to request; null to use those of the operation.</summary>
    public string? PathAndQuery { get; set; }

    /// <summary>The JSON of the response; undefined if there is none.</summary>
    public JsonElement Body => _body ??= Parse(_utf8);

    /// <summary>The values of the response's Link header.</summary>
    public IEnumerable<string> Links => _response is not null && _response.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links : Array.Empty<string>();

    /// <summary>The address of the request, without credentials; null if no request was sent.</summary>
    public Uri? Address => _request?.PublicAddress;

    /// <summary>Sets a query parameter, which overrides the caller's value.</summary>
    public void Set(string parameter, string value) => _values[parameter] = value;

    /// <summary>Sets a query parameter unless the caller sets it.</summary>
    public void SetDefault(string parameter, string value)
    {
        _values[parameter] = value;
        _defaults.Add(parameter);
    }

    /// <summary>The value of a query parameter that was sent; null if none was sent.</summary>
    public string? Sent(string parameter) => _values.TryGetValue(parameter, out string? own) || _callers.TryGetValue(parameter, out own) ? own : null;

    /// <summary>Whether to send a parameter of the caller.</summary>
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

    /// <summary>Appends the parameters of the page to the query with those of the caller.</summary>
    public string AppendTo(string query)
    {
        var all = new StringBuilder(query);
        foreach (KeyValuePair<string, string> value in _values)
            all.Append(all.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(value.Key)).Append('=').Append(Uri.EscapeDataString(value.Value));

        return all.ToString();
    }

    /// <summary>Stores the response.</summary>
    public void Take(HttpResponseMessage response, ApiRequest request, ReadOnlySpan<byte> utf8)
    {
        _response = response;
        _request = request;
        _utf8 = Json.WithoutByteOrderMark(utf8).ToArray();
        _body = null;
    }

    /// <summary>Whether the response of another page was the same.</summary>
    public bool HasSameBody(PageRequest other) => _utf8.AsSpan().SequenceEqual(other._utf8);

    /// <summary>Returns an address without the credentials that were sent.</summary>
    public Uri WithoutSecrets(Uri address) => _request is null ? address : _request.Secrets.Without(address);

    /// <summary>Creates the exception for a response after which no page can be requested.</summary>
    public Exception Fail(string reason)
        => _response is null || _request is null ? new InvalidOperationException("The API returned a page " + reason + ".") : new ApiException(new ApiFailure(_response, Array.Empty<byte>(), _request), reason);

    private static JsonElement Parse(byte[] utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 1000 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The reader of the response reports the problem.
            return default;
        }
    }
}
