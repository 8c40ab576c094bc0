using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Tool.Documents;

/// <summary>The response of the server. Without bytes, the document with the given ETag has not changed.</summary>
internal sealed record FetchedDocument(byte[]? Bytes, string? ETag);

/// <summary>Downloads a published document over https, or over http from this machine.</summary>
/// <param name="timeout">The maximum time for the download, including redirects.</param>
/// <param name="progress">Called with the number of bytes received so far.</param>
internal sealed class DocumentFetcher(TimeSpan timeout, Action<long> progress)
{
    /// <summary>The largest published documents have 40 MB.</summary>
    public const int MaxBytes = 100 * 1024 * 1024;

    private const int MaxRedirects = 10;

    private const int BlockSize = 64 * 1024;

    /// <exception cref="ToolException">The document cannot be downloaded.</exception>
    public async Task<FetchedDocument> FetchAsync(string address, string? etag, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        try
        {
            return await FetchAsync(client, Parse(address), etag, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"{Clean(address)} has not sent the document within {timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds: try again, or allow for more time by --timeout (-p:OpenApiTimeout)");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new ToolException($"{Clean(address)} cannot be fetched: {Clean((exception.InnerException ?? exception).Message).TrimEnd('.')}: check the address, the network and the proxy (HTTPS_PROXY), or try again");
        }
    }

    private async Task<FetchedDocument> FetchAsync(HttpClient client, Uri address, string? etag, CancellationToken cancellationToken)
    {
        Uri current = address;
        for (int redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using HttpRequestMessage request = Request(current, etag);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotModified)
                return new FetchedDocument(null, etag);
            if (response is { IsSuccessStatusCode: false, Headers.Location: { } location } && (int)response.StatusCode is >= 300 and < 400)
                current = Follow(current, location);
            else
                return await ReadAsync(current, response, cancellationToken);
        }

        throw new ToolException($"{Clean(address.OriginalString)} redirects more than {MaxRedirects} times: name the address that it leads to in the end");
    }

    private static HttpRequestMessage Request(Uri address, string? etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Vapi.Generators", typeof(DocumentFetcher).Assembly.GetName().Version!.ToString(3)));
        request.Headers.Accept.ParseAdd("application/json, application/yaml, */*;q=0.5");
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out EntityTagHeaderValue? tag))
            request.Headers.IfNoneMatch.Add(tag);

        return request;
    }

    private async Task<FetchedDocument> ReadAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            throw new ToolException($"{Clean(address.OriginalString)} answers {(int)response.StatusCode} ({Clean(response.ReasonPhrase ?? "")}): check the address");

        if (response.Content.Headers.ContentLength > MaxBytes)
            throw TooLarge(address);

        await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        byte[] block = new byte[BlockSize];
        for (int read; (read = await content.ReadAsync(block, cancellationToken)) > 0;)
        {
            bytes.Write(block, 0, read);
            progress(bytes.Length);
            if (bytes.Length > MaxBytes)
                throw TooLarge(address);
        }

        byte[] document = bytes.ToArray();
        if (response.Content.Headers.ContentType?.MediaType == "text/html" || document.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8))
            throw new ToolException($"{Clean(address.OriginalString)} leads to a web page, not to a document: look on that page for the address of the JSON or YAML");

        return new FetchedDocument(document, response.Headers.ETag?.ToString());
    }

    private static Uri Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) || !IsSafe(parsed))
            throw new ToolException($"'{Clean(address)}' is not an address that a document is fetched from: use https (http from this machine only)");

        return parsed.UserInfo.Length == 0 ? parsed
            : throw new ToolException("The address holds a user name or password, which would be in the lock file for all to read: fetch the document yourself, then run 'lock' (-t:LockOpenApi)");
    }

    private static Uri Follow(Uri from, Uri location)
    {
        var to = new Uri(from, location);
        return IsSafe(to) && (from.Scheme == Uri.UriSchemeHttp || to.Scheme == Uri.UriSchemeHttps)
            ? to
            : throw new ToolException($"{Clean(from.OriginalString)} redirects to {Clean(to.ToString())}, which is not https: nothing is fetched from there");
    }

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true };

    private static ToolException TooLarge(Uri address) => new($"{Clean(address.OriginalString)} sends more than {MaxBytes / 1024 / 1024} MiB: that is no OpenAPI document");

    private static string Clean(string text) => MessageText.Clean(text);
}
