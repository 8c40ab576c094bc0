namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;
using global::System.Text.Json;

/// <summary>A request for an operation of a fake. The generated code reads its arguments, and makes the response.</summary>
internal sealed partial class FakeCall
{
    private readonly IReadOnlyDictionary<string, string> _path;

    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="path">The values of the path parameters, encoded.</param>
    public FakeCall(FakeOperation operation, ApiFakeRequest request, IReadOnlyDictionary<string, string> path)
    {
        Operation = operation;
        Request = request;
        _path = path;
    }

    public FakeOperation Operation { get; }

    public ApiFakeRequest Request { get; }

    /// <exception cref="ApiFakeRefusedException">The document does not allow the request.</exception>
    public HttpResponseMessage Answer()
    {
        if (Operation is { RequiresCredential: true, Security: { } alternatives } && !Array.Exists(alternatives, a => a.Schemes.All(HasCredential)))
            throw Refuse($"the operation demands a credential, but the request has none for {string.Join(" or ", alternatives.Select(a => string.Join(" and ", a.Schemes.Select(s => $"'{s.Name}'"))))}. Set it in the options of the client");

        return Operation.Answer(this);
    }

    public ApiFakeRefusedException Refuse(string reason, Exception? exception = null)
        => new($"The fake refused {MessageText.Clean(Request.Method + " " + Request.Path, 300)} ({Operation.Name}): {reason}.", exception);

    /// <summary>A parameter that the request must have.</summary>
    public T Read<T>(FakeParameter parameter, JsonItemReader<T> read, JsonItemWriter<T>? write = null)
        => Find(parameter) is { } text ? Convert(parameter, text, read, write)! : throw Refuse($"the required {parameter.Place.ToString().ToLowerInvariant()} parameter '{parameter.Name}' is missing");

    /// <summary>A parameter that the request can have; the default if it has none.</summary>
    public T? Find<T>(FakeParameter parameter, JsonItemReader<T> read, JsonItemWriter<T>? write = null)
        => Find(parameter) is { } text ? Convert(parameter, text, read, write) : default;

    /// <summary>Whether the request accepts a content type, according to its Accept header.</summary>
    public bool Accepts(string type) => Request.Headers.TryGetValue("Accept", out string? accepted) && accepted.IndexOf(type.Split(';')[0], StringComparison.OrdinalIgnoreCase) >= 0;

    private FakeText? Find(FakeParameter parameter) => parameter.Place switch
    {
        FakePlace.Path => parameter.InPath(_path[parameter.Name]),
        FakePlace.Header => Request.Headers.TryGetValue(parameter.Name, out string? header) ? parameter.InHeader(header) : null,
        FakePlace.Cookie => parameter.InPairs(Cookies(), Credentials()),
        _ => parameter.InQuery(Request, Credentials()),
    };

    /// <summary>The names of credentials, which are not members of an exploded object.</summary>
    private string[] Credentials() => Operation.Security?.SelectMany(r => r.Schemes).Select(s => s.WireName).ToArray() ?? Array.Empty<string>();

    private IReadOnlyList<KeyValuePair<string, string>> Cookies() => Request.Headers.TryGetValue("Cookie", out string? cookies) ? FakePairs.Split(cookies, ';') : Array.Empty<KeyValuePair<string, string>>();

    private T? Convert<T>(FakeParameter parameter, FakeText text, JsonItemReader<T> read, JsonItemWriter<T>? write)
    {
        try
        {
            return FakeJson.Read(text, parameter.Kinds, read, write);
        }
        catch (JsonException exception)
        {
            throw Refuse($"the {parameter.Place.ToString().ToLowerInvariant()} parameter '{parameter.Name}' does not match the document. {MessageText.Clean(exception.Message, 500)}", exception);
        }
    }

    private bool HasCredential(SecurityScheme scheme) => scheme.Place switch
    {
        CredentialPlace.Query => Request.Query.TryGetValue(scheme.WireName, out string? value) && value.Length > 0,
        CredentialPlace.Cookie => Cookies().Any(c => c.Key == scheme.WireName && c.Value.Length > 0),
        _ => Request.Headers.TryGetValue(scheme.WireName, out string? value) && value.Length > scheme.Prefix.Length && value.StartsWith(scheme.Prefix, StringComparison.OrdinalIgnoreCase),
    };
}
