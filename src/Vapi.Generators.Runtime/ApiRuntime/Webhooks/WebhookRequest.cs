namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>A request that an API sent. Its body is in memory or in a stream.</summary>
internal sealed class WebhookRequest
{
    private const int FirstSize = 16 * 1024;

    private readonly ReadOnlyMemory<byte> _body;

    private readonly Stream? _stream;

    public WebhookRequest(ReadOnlyMemory<byte> body, Func<string, string?> findHeader, string? webhook)
        : this(findHeader, webhook) => _body = body;

    public WebhookRequest(Stream body, Func<string, string?> findHeader, string? webhook)
        : this(findHeader, webhook) => _stream = body ?? throw new ArgumentNullException(nameof(body));

    private WebhookRequest(Func<string, string?> findHeader, string? webhook)
    {
        FindHeader = findHeader ?? throw new ArgumentNullException(nameof(findHeader));
        Webhook = webhook;
    }

    public Func<string, string?> FindHeader { get; }

    /// <summary>The name of the webhook; null if only the content tells it.</summary>
    public string? Webhook { get; }

    /// <summary>The whole body; null if it is longer than the limit. A stream is read up to one byte beyond the limit, and not at all if the length that it declares exceeds it.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        if (_stream is null)
            return _body.Length <= limit ? _body : default(ReadOnlyMemory<byte>?);
        if (long.TryParse(FindHeader("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length) && length > limit)
            return null;

        byte[] buffer = new byte[Math.Min(FirstSize, limit + 1L)];
        int count = 0;
        while (true)
        {
            int read = await StreamReading.ReadAsync(_stream, buffer, count, buffer.Length - count, cancellationToken).ConfigureAwait(false);
            count += read;
            if (count > limit)
                return null;
            if (read == 0)
                return new ReadOnlyMemory<byte>(buffer, 0, count);
            if (count == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * count, limit + 1L));
        }
    }
}
