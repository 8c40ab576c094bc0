namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.IO;
using global::System.Net;
using global::System.Net.Http;
using global::System.Threading;
using global::System.Threading.Tasks;

/// <summary>Streams the bytes of a file. Unlike StreamContent, it does not dispose the stream: .NET Framework disposes each content after sending.</summary>
internal sealed class FileBody : HttpContent
{
    private readonly Stream _stream;

    public FileBody(Stream stream) => _stream = stream;

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _stream.Position : 0;
        return _stream.CanSeek;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _stream.CopyToAsync(stream);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _stream.CopyToAsync(stream, cancellationToken);
#endif
}
