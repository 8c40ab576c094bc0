using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class MultipartTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_ArriveWithNameFileNameAndContentType()
    {
        List<string> parts = await SendAsync(request =>
        {
            request.AddPart("purpose", "größe & co");
            request.AddPart("none", null);
            request.AddFile("file", new FileContent(new MemoryStream([0, 1, 2]), "call.wav", "audio/wav"));
            request.AddFile("noFile", null);
            request.AddFile("bare", new MemoryStream([3]));
        });

        Assert.Equal(["purpose=größe & co", "file: call.wav audio/wav 000102", "bare: file application/octet-stream 03"], parts);
    }

    [Fact]
    public async Task HeadersOfAPart_AreTheCallers_ByteForByte()
    {
        string? body = null;
        string? type = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            type = context.Request.ContentType;
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        });
        ApiRequest request = TestClient.Request("POST", "/file", new RequestOptions
        {
            PartHeaders = { ["file"] = new() { ["X-Rate-Limit"] = "5", ["Content-Language"] = "de" }, ["note"] = new() { ["Content-Type"] = "text/markdown" }, ["absent"] = new() { ["X-A"] = "a" } },
        });
        request.SetMultipart();
        request.AddFile("file", new FileContent(new MemoryStream("RIFF"u8.ToArray()), "a", "audio/wav"));
        request.AddPart("note", "hi");
        request.AddPart("other", "x");

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        string boundary = Assert.IsType<string>(type)["multipart/form-data; boundary=\"".Length..^1];
        Assert.Equal(
            $$"""
            --{{boundary}}
            Content-Type: audio/wav
            Content-Disposition: form-data; name="file"; filename="a"
            X-Rate-Limit: 5
            Content-Language: de

            RIFF
            --{{boundary}}
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown

            hi
            --{{boundary}}
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name="other"

            x
            --{{boundary}}--

            """.ReplaceLineEndings("\r\n"),
            body);
    }

    [Theory]
    [InlineData("X A", "a")]
    [InlineData("X-A", "a\r\nX-Evil: 1")]
    [InlineData("Authorization", "a")]
    public void HeaderOfAPart_ThatCannotBeSent_IsRefused(string name, string value)
    {
        ApiRequest request = TestClient.Request("POST", "/file", new RequestOptions { PartHeaders = { ["note"] = new() { [name] = value } } });
        request.SetMultipart();

        Assert.Throws<ArgumentException>(() => request.AddPart("note", "hi"));
    }

    /// <summary>RFC 7578: names in UTF-8, no filename*, and nothing that ends them.</summary>
    [Fact]
    public async Task Body_IsAsTheStandardHasIt_ByteForByte()
    {
        string? body = null;
        string? type = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            type = context.Request.ContentType;
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        });
        ApiRequest request = TestClient.Request("POST", "/file");
        request.SetMultipart();
        request.AddPart("größe", "ä");
        request.AddFile("file", new FileContent(new MemoryStream("RIFF"u8.ToArray()), "日本 \"1\"\r\n.wav", "audio/wav"));
        request.AddJsonPart("point", new Point { X = 1 }, static (writer, value) => Json.WriteModel(writer, value));

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        string boundary = Assert.IsType<string>(type)["multipart/form-data; boundary=\"".Length..^1];
        Assert.Equal(
            $$"""
            --{{boundary}}
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: form-data; name="größe"

            ä
            --{{boundary}}
            Content-Type: audio/wav
            Content-Disposition: form-data; name="file"; filename="日本 %221%22%0D%0A.wav"

            RIFF
            --{{boundary}}
            Content-Type: application/json
            Content-Disposition: form-data; name="point"

            {"x":1}
            --{{boundary}}--

            """.ReplaceLineEndings("\r\n"),
            body);
    }

    [Fact]
    public async Task Files_AreOnePartEach()
    {
        List<string> parts = await SendAsync(request =>
        {
            request.AddFiles("files", [new FileContent(new MemoryStream([1]), "a"), new FileContent(new MemoryStream([2]), "b")]);
            request.AddFiles("none", null);
        });

        Assert.Equal(["files: a application/octet-stream 01", "files: b application/octet-stream 02"], parts);
    }

    [Theory]
    [InlineData("größe.wav")]
    [InlineData("a b;c=d.wav")]
    [InlineData("日本語.wav")]
    public async Task FileName_ArrivesAsItIs(string fileName)
        => Assert.Equal([$"file: {fileName} audio/wav 01"], await SendAsync(request => request.AddFile("file", new FileContent(new MemoryStream([1]), fileName, "audio/wav"))));

    [Theory]
    [InlineData("a\"; name=\"b")]
    [InlineData("a\r\nContent-Type: text/html\r\n\r\nb")]
    public async Task Names_CannotLeaveTheirPlace(string text)
    {
        string part = Assert.Single(await SendAsync(request => request.AddFile("file", new FileContent(new MemoryStream([1]), text, "audio/wav"))));

        Assert.StartsWith("file: a", part);
        Assert.EndsWith(" audio/wav 01", part);
    }

    [Fact]
    public async Task Stream_IsSentFromWhereItStands_AndLeftToItsOwner()
    {
        using var stream = new MemoryStream([0, 1, 2]) { Position = 1 };

        Assert.Equal(["file: file application/octet-stream 0102"], await SendAsync(request => request.AddFile("file", stream)));
        Assert.True(stream.CanRead, "The stream was disposed, against the promise of FileContent.");
    }

    [Fact]
    public void Stream_IsLeftToItsOwner_AlsoWhereSentContentIsDisposed()
    {
        using var stream = new MemoryStream([0]);
        ApiRequest request = TestClient.Request("POST", "/file");
        request.SetFile(stream, "audio/wav");

        request.CreateContent()!.Dispose();

        Assert.True(request.TryRewind());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task FileAsBody_IsSentFromWhereItStands_AndLeftToItsOwner()
    {
        using var stream = new MemoryStream([0, 1, 2]) { Position = 1 };
        byte[]? body = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            body = copy.ToArray();
        });
        ApiRequest request = TestClient.Request("POST", "/file");
        request.SetFile(stream, "audio/wav");

        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);

        Assert.Equal([1, 2], body!);
        Assert.True(stream.CanRead, "The stream was disposed, against the promise of FileContent.");
    }

    private static async Task<List<string>> SendAsync(Action<ApiRequest> fill)
    {
        var parts = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            IFormCollection form = await context.Request.ReadFormAsync();
            parts.AddRange(form.Select(f => $"{f.Key}={f.Value}"));
            foreach (IFormFile file in form.Files)
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy);
                parts.Add($"{file.Name}: {file.FileName} {file.ContentType} {Convert.ToHexString(copy.ToArray())}");
            }
        });
        ApiRequest request = TestClient.Request("POST", "/file");
        request.SetMultipart();
        fill(request);
        await TestClient.Create(server.Address).SendAsync(request, null, CancellationToken);
        return parts;
    }
}
