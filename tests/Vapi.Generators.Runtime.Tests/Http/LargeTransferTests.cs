using System.Diagnostics;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A gigabyte goes through without being kept. The memory is that of the process: nothing else may run.</summary>
[Collection(nameof(LargeTransferTests))]
[CollectionDefinition(nameof(LargeTransferTests), DisableParallelization = true)]
public class LargeTransferTests
{
    private const long Gigabyte = 1L << 30;

    /// <summary>What the two sides may hold at a time, in bytes.</summary>
    private const long Allowed = 64 << 20;

    [Fact]
    public async Task Upload_NeedsConstantMemory()
    {
        long received = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            byte[] buffer = new byte[1 << 16];
            int count;
            while ((count = await context.Request.Body.ReadAsync(buffer)) > 0)
                received += count;
        });
        using var source = new MadeUpStream(Gigabyte);
        ApiRequest request = TestClient.Request("POST", "/files");
        request.SetFile(source, "application/octet-stream");
        var watch = Stopwatch.StartNew();

        await TestClient.Create(server.Address, timeout: TimeSpan.FromMinutes(5)).SendAsync(request, null, TestContext.Current.CancellationToken);

        Assert.Equal(Gigabyte, received);
        source.RequireConstantMemory("uploaded", watch.Elapsed);
    }

    [Fact]
    public async Task DownloadThatAnotherHostIsAskedFor_NeedsConstantMemory()
    {
        using var source = new MadeUpStream(Gigabyte);
        string? credentials = null;
        await using LoopbackServer storage = await LoopbackServer.StartAsync(context =>
        {
            credentials = context.Request.Headers.Authorization;
            context.Response.ContentLength = Gigabyte;
            return source.CopyToAsync(context.Response.Body);
        });
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(storage.Address + "recording.wav");
            return Task.CompletedTask;
        });
        var watch = Stopwatch.StartNew();

        using ApiStream stream = await TestClient.Create(server.Address, TestClient.Key, TestClient.Bearer).SendForStreamAsync(TestClient.Get("/recording"), null, TestContext.Current.CancellationToken);
        long received = 0;
        byte[] buffer = new byte[1 << 16];
        int count;
        while ((count = await stream.Stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
            received += count;

        Assert.Equal((Gigabyte, Gigabyte, ""), (received, stream.Length, credentials ?? ""));
        source.RequireConstantMemory("downloaded by way of a redirect", watch.Elapsed);
    }

    /// <summary>Bytes that exist when they are read, and the memory that was in use then.</summary>
    private sealed class MadeUpStream(long length) : Stream
    {
        private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);

        private long _position;

        private long _peak;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void RequireConstantMemory(string what, TimeSpan time)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{what} {length / 1e9:0.00} GB in {time.TotalSeconds:0.0} s, managed memory at most {(_peak - _start) / 1e6:0.0} MB more than before");
            Assert.InRange(_peak - _start, long.MinValue, Allowed);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, length - _position);
            _position += count;
            _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false));
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
