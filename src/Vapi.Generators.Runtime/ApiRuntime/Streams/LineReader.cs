namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>
/// Reads lines as they arrive. A line ends with CR, LF or both, as in an event stream (HTML Living Standard, 9.2.5); a byte order mark before the first line is skipped. A stream that starts with a record separator is a sequence of
/// JSON texts (RFC 7464): a record ends where the next one starts, and can have several lines.
/// </summary>
internal sealed class LineReader
{
    private const byte LineFeed = (byte)'\n';

    private const byte CarriageReturn = (byte)'\r';

    /// <summary>The record separator before each JSON text of a sequence (RFC 7464, section 2.2).</summary>
    private const byte RecordSeparator = 0x1E;

    private readonly Stream _stream;

    private readonly int _limit;

    private byte[] _buffer = new byte[4096];

    private int _start;

    private int _end;

    private bool _isFirst = true;

    private bool _isSequence;

    /// <summary>Whether the previous line ended with CR, so that a following LF belongs to it.</summary>
    private bool _mayGoOn;

    /// <param name="stream">The bytes.</param>
    /// <param name="limit">The maximum number of bytes of a line.</param>
    public LineReader(Stream stream, int limit)
    {
        _stream = stream;
        _limit = limit;
    }

    /// <summary>Returns the next line, which is valid until the next call; null at the end of the stream.</summary>
    /// <exception cref="ResponseTooLongException">The line is longer than the limit.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            if (_mayGoOn && _start < _end)
            {
                _start += _buffer[_start] == LineFeed ? 1 : 0;
                _mayGoOn = false;
            }

            int length = FindEnd(searched);
            searched = length < 0 ? _end - _start : searched + length;
            if (searched > _limit)
                throw new ResponseTooLongException("a line of its stream", _limit, _buffer.AsSpan(_start, searched));

            if (length >= 0)
            {
                length = searched;
                _mayGoOn = _buffer[_start + length] == CarriageReturn;
                return Take(length, length + 1);
            }

            if (await FillAsync(cancellationToken).ConfigureAwait(false))
                continue;

            // Not one expression, in which null would become an empty line.
            if (searched == 0)
                return null;

            return Take(searched, searched);
        }
    }

    private int FindEnd(int searched)
    {
        ReadOnlySpan<byte> unsearched = _buffer.AsSpan(_start + searched, _end - _start - searched);
        _isSequence |= _isFirst && searched == 0 && unsearched.Length > 0 && unsearched[0] == RecordSeparator;
        return _isSequence ? unsearched.IndexOf(RecordSeparator) : unsearched.IndexOfAny(CarriageReturn, LineFeed);
    }

    private ReadOnlyMemory<byte> Take(int length, int step)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _start += step;
        if (_isFirst && line.Span.StartsWith(Json.ByteOrderMark))
            line = line.Slice(Json.ByteOrderMark.Length);
        if (line.Length > 0 && line.Span[0] == RecordSeparator)
            line = line.Slice(1);
        while (_isSequence && line.Length > 0 && line.Span[line.Length - 1] is LineFeed or CarriageReturn)
            line = line.Slice(0, line.Length - 1);

        _isFirst = false;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Math.Max(_limit + 1L, 4096)));

        int count = await StreamReading.ReadAsync(_stream, _buffer, _end, _buffer.Length - _end, cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
