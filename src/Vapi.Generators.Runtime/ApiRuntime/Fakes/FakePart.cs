namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Linq;
using global::System.Net.Http.Headers;
using global::System.Text;

/// <summary>A part of a multipart body (RFC 2046, 5.1).</summary>
internal sealed class FakePart
{
    private readonly byte[] _bytes;

    private readonly string? _contentType;

    private readonly string? _fileName;

    private FakePart(string head, byte[] bytes)
    {
        _bytes = bytes;
        ContentDispositionHeaderValue? disposition = null;
        foreach (string line in head.Split(new[] { "\r\n" }, StringSplitOptions.RemoveEmptyEntries))
        {
            string value = line.Substring(line.IndexOf(':') + 1).Trim();
            if (line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
                _contentType = value;
            if (line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase))
                ContentDispositionHeaderValue.TryParse(value, out disposition);
        }

        Name = Text8(disposition?.Name);
        _fileName = disposition?.FileName is { } name ? Text8(name) : null;
    }

    /// <summary>The name of the part; empty if it has none.</summary>
    public string Name { get; }

    public bool IsFile => _fileName is not null;

    public bool IsJson => _contentType?.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    public string Text => Encoding.UTF8.GetString(_bytes);

    public FileContent ToFile() => new(new MemoryStream(_bytes), _fileName, _contentType);

    /// <summary>Reads a body; null if it is not one.</summary>
    public static IReadOnlyList<FakePart>? Read(byte[] body, string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) || type.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value is not { } boundary)
            return null;

        byte[] separator = Encoding.ASCII.GetBytes("\r\n--" + boundary.Trim('"'));
        byte[] text = Encoding.ASCII.GetBytes("\r\n").Concat(body).ToArray();
        var parts = new List<FakePart>();
        for (int start = IndexOf(text, separator, 0); start >= 0;)
        {
            start += separator.Length;
            int end = IndexOf(text, separator, start);
            if (end < 0)
                break;

            // The head can be empty, and then starts with its end.
            int head = IndexOf(text, new[] { (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n' }, start);
            if (head < 0 || head > end)
                return null;

            parts.Add(new FakePart(ApiRequest.Latin1.GetString(text, start, head - start), text.AsSpan(head + 4, end - head - 4).ToArray()));
            start = end;
        }

        return parts;
    }

    private static int IndexOf(byte[] text, byte[] wanted, int start) => text.AsSpan(start).IndexOf(wanted) is >= 0 and int index ? start + index : -1;

    /// <summary>.NET sends each byte of a name as one character, or encodes it (RFC 2047).</summary>
    private static string Text8(string? value) => value?.Trim('"') is not { } text ? "" : text.All(c => c < 256) ? Encoding.UTF8.GetString(ApiRequest.Latin1.GetBytes(text)) : text;
}
