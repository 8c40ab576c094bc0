namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Collections.Generic;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Items as JSON lines or records. Each item is sent as soon as it is available.</summary>
internal sealed class LinesBody<T> : StreamedBody
{
    /// <summary>RFC 7464, 2.2.</summary>
    private static readonly byte[] RecordSeparator = { 0x1E };

    private readonly IAsyncEnumerable<T> _items;

    private readonly JsonItemWriter<T> _write;

    private readonly bool _isSequence;

    public LinesBody(IAsyncEnumerable<T> items, JsonItemWriter<T> write, bool isSequence)
    {
        _items = items;
        _write = write;
        _isSequence = isSequence;
    }

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await foreach (T item in _items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            MemoryStream json = Json.ToUtf8(item, _write, "body");
            byte[] line = json.GetBuffer();
            int length = (int)json.Length;

            // JSON that was read and kept unchanged can have line breaks, but only between its tokens.
            for (int i = 0; i < length; i++)
                line[i] = line[i] is (byte)'\n' or (byte)'\r' ? (byte)' ' : line[i];

            json.Position = length;
            json.WriteByte((byte)'\n');
            if (_isSequence)
                await stream.WriteAsync(RecordSeparator, 0, 1, cancellationToken).ConfigureAwait(false);

            await stream.WriteAsync(json.GetBuffer(), 0, length + 1, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
