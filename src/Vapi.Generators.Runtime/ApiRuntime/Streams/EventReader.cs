namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;
using global::System.Text;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Reads the events of an event stream as they arrive (HTML Living Standard, 9.2.6). IDs and reconnection times are ignored, because a stream is not resumed.</summary>
internal sealed class EventReader
{
    private readonly LineReader _lines;

    private readonly int _limit;

    private readonly MemoryStream _data = new();

    /// <param name="stream">The bytes.</param>
    /// <param name="limit">The maximum number of bytes of a line, or of the data of an event.</param>
    public EventReader(Stream stream, int limit)
    {
        _lines = new LineReader(stream, limit);
        _limit = limit;
    }

    /// <summary>The type of the last event; empty if it has none.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Returns the data of the next event; null at the end of the stream. A last event without an empty line after it is incomplete and is dropped.</summary>
    /// <exception cref="ResponseTooLongException">A line or event is longer than the limit.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        _data.SetLength(0);
        Type = "";
        while (await _lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
                Take(line.Span);
            else if (_data.Length > 0)
                return _data.GetBuffer().AsSpan(0, (int)_data.Length - 1).ToArray();
            else
                Type = "";
        }

        return null;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> field = colon < 0 ? line : line.Slice(0, colon);
        ReadOnlySpan<byte> value = colon < 0 ? default : line.Slice(colon + 1);
        if (value.Length > 0 && value[0] == ' ')
            value = value.Slice(1);

        if (field.SequenceEqual("data"u8))
        {
            if (_data.Length + value.Length > _limit)
                throw new ResponseTooLongException("an event of its stream", _limit, _data.GetBuffer().AsSpan(0, (int)_data.Length));

            byte[] bytes = value.ToArray();
            _data.Write(bytes, 0, bytes.Length);
            _data.WriteByte((byte)'\n');
        }
        else if (field.SequenceEqual("event"u8))
            Type = Encoding.UTF8.GetString(value.ToArray());
    }
}
