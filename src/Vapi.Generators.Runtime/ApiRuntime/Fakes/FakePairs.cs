namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;

/// <summary>Names and values of a request: of its query, of a form, of its cookies and of its headers.</summary>
internal static class FakePairs
{
    /// <summary>The pairs of a query, encoded as they were sent.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OfQuery(Uri address) => Split(address.Query.TrimStart('?'), '&');

    /// <summary>Splits text such as <c>a=1&amp;b=2</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Split(string text, char separator)
        => text.Split(separator).Select(p => p.Trim()).Where(p => p.Length > 0).Select(p => p.IndexOf('=') is >= 0 and var equals ? new KeyValuePair<string, string>(p.Substring(0, equals), p.Substring(equals + 1)) : new(p, "")).ToArray();

    /// <summary>The decoded pairs by name.</summary>
    public static IReadOnlyDictionary<string, string> Join(IEnumerable<KeyValuePair<string, string>> pairs)
        => pairs.GroupBy(p => Decode(p.Key), p => Decode(p.Value), StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join(",", g), StringComparer.Ordinal);

    /// <summary>The headers of a request and of its body.</summary>
    public static IReadOnlyDictionary<string, string> OfHeaders(HttpRequestMessage message)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> content = message.Content is null ? Array.Empty<KeyValuePair<string, IEnumerable<string>>>() : message.Content.Headers;
        foreach (KeyValuePair<string, IEnumerable<string>> header in message.Headers.Concat(content))
            headers[header.Key] = string.Join(", ", header.Value);

        return headers;
    }

    /// <summary>Decodes percent signs, and a plus sign as a space (WHATWG, application/x-www-form-urlencoded).</summary>
    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
