namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;
using global::System.Text.RegularExpressions;

/// <summary>An operation of a fake, with one kind of body and result.</summary>
internal sealed class FakeOperation
{
    private const string Placeholder = "0fakeparameter0";

    private readonly Lazy<Regex?> _pattern;

    private readonly string[] _parameters;

    /// <param name="name">The name of its delegate, with the group.</param>
    /// <param name="method">GET, POST, …</param>
    /// <param name="path">The path template.</param>
    /// <param name="answer">Reads the request and makes the response.</param>
    public FakeOperation(string name, string method, string path, Func<FakeCall, HttpResponseMessage> answer)
    {
        Name = name;
        Method = method;
        Template = path;
        Answer = answer;
        _parameters = Regex.Matches(path, @"\{([^{}/]+)\}").Cast<Match>().Select(m => m.Groups[1].Value).ToArray();
        _pattern = new Lazy<Regex?>(() => Pattern(path));
    }

    public string Name { get; }

    public string Method { get; }

    public string Template { get; }

    public Func<FakeCall, HttpResponseMessage> Answer { get; }

    /// <summary>The alternatives of credentials; null if there are none.</summary>
    public SecurityRequirement[]? Security { get; set; }

    /// <summary>Whether the document demands one of them.</summary>
    public bool RequiresCredential { get; set; }

    /// <summary>The path of the operation's own server; null if it uses the servers of the document.</summary>
    public string? ServerPath { get; set; }

    /// <summary>The content types of the body; null if the operation takes no body.</summary>
    public string[]? Bodies { get; set; }

    public bool RequiresBody { get; set; }

    /// <summary>The status of a successful response.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The content type of a successful response; null for JSON, or if there is no content.</summary>
    public string? ContentType { get; set; }

    /// <summary>Whether the response is a stream of items.</summary>
    public bool IsStream { get; set; }

    /// <summary>The Boolean property of the body that requests the stream; null if the Accept header does.</summary>
    public string? StreamProperty { get; set; }

    /// <summary>A path with fewer parameters is more specific, and so is a longer one.</summary>
    public int Rank => 1000 * _parameters.Length - Template.Length;

    /// <summary>The values of the path parameters, encoded; null if the operation has another path.</summary>
    public IReadOnlyDictionary<string, string>? Match(Uri address, string basePath)
    {
        foreach (string start in new[] { ServerPath ?? basePath, basePath, "" })
        {
            string path = start.Trim('/') is { Length: > 0 } own ? "/" + own : "";
            string whole = Template.IndexOf('?') >= 0 ? address.PathAndQuery : address.AbsolutePath;
            if (whole.StartsWith(path, StringComparison.Ordinal) && _pattern.Value?.Match(whole.Substring(path.Length)) is { Success: true } match)
                return ValuesOf(match);
        }

        return null;
    }

    private Dictionary<string, string> ValuesOf(Match match)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < _parameters.Length; i++)
            values[_parameters[i]] = match.Groups[i + 1].Value;

        return values;
    }

    /// <summary>Matches the paths of the operation as the client sends them: without a fragment, and with the encoding of <see cref="Uri"/>. Null if no request can have its path.</summary>
    private static Regex? Pattern(string template)
    {
        string text = Regex.Replace(template.Split('#')[0], @"\{[^{}/]+\}", Placeholder);
        if (!Uri.TryCreate("https://fake.test/" + text.TrimStart('/'), UriKind.Absolute, out Uri? address))
            return null;

        return new Regex("^" + Regex.Escape(address.PathAndQuery).Replace(Placeholder, "([^/&]+?)") + (address.Query.Length > 0 ? "(?:&.*)?$" : "$"), RegexOptions.CultureInvariant);
    }
}
