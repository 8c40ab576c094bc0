namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>A stream of items, each of which is requested when the reader needs it.</summary>
internal sealed class FakeItems<T> : Stream
{
    private readonly IAsyncEnumerator<T> _items;

    private readonly Func<T, byte[]> _write;

    private byte[] _item = Array.Empty<byte>();

    private int _position;

    public FakeItems(IAsyncEnumerable<T> items, Func<T, byte[]> write, CancellationToken cancellationToken)
    {
        _items = items.GetAsyncEnumerator(cancellationToken);
        _write = write;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        while (_position == _item.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await _items.MoveNextAsync().ConfigureAwait(false))
                return 0;

            _item = _write(_items.Current);
            _position = 0;
        }

        int read = Math.Min(count, _item.Length - _position);
        Array.Copy(_item, _position, buffer, offset, read);
        _position += read;
        return read;
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] part = new byte[buffer.Length];
        int read = await ReadAsync(part, 0, part.Length, cancellationToken).ConfigureAwait(false);
        part.AsMemory(0, read).CopyTo(buffer);
        return read;
    }
#endif

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // An enumerator that waits for its next item ends by its token.
        if (disposing)
            _ = _items.DisposeAsync();

        base.Dispose(disposing);
    }
}
