using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A key in the query is in no span, exception or log, whatever the API does with it.</summary>
[Collection(nameof(RequestTraceTests))]
public class SecretTests
{
    /// <summary>What base64 and passwords are made of.</summary>
    private const string Secret = "s3/cr+et=\"&ü%41 z";

    /// <summary>How a server may spell it in its answer.</summary>
    public static TheoryData<string> Spellings =>
    [
        Secret,
        Uri.EscapeDataString(Secret),
        Uri.EscapeDataString(Secret).Replace("%2F", "/").Replace("%3D", "="),
        Uri.EscapeDataString(Secret).Replace("%2F", "%2f").Replace("%2B", "%2b").Replace("%3D", "%3d"),
        JsonEncodedText.Encode(Secret).ToString(),
        JsonEncodedText.Encode(Secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        Secret.Replace("/", "\\/").Replace("\"", "\\\""),
        WebUtility.HtmlEncode(Secret),
        HtmlEncoder.Default.Encode(Secret),
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Secret_IsFoundHoweverItIsSpelled(string spelling)
    {
        var secrets = new SecretTexts();
        secrets.Add(Secret);

        Assert.Equal("a *** b *** s3", secrets.Redact($"a {spelling} b {spelling} s3"));
        Assert.Equal("***", secrets.Redact(spelling));
        Assert.Equal("nothing of it", secrets.Redact("nothing of it"));
    }

    [Theory]
    [InlineData("404")]
    [InlineData("no JSON")]
    [InlineData("redirect to itself")]
    [InlineData("redirect to another host")]
    [InlineData("redirect of a POST")]
    [InlineData("connection closed")]
    [InlineData("no HTTP")]
    [InlineData("slow")]
    [InlineData("error in a stream")]
    public async Task KeyInTheQuery_IsNowhereToBeSeen(string fault)
    {
        var requests = new List<string>();
        using var server = new RawServer(async (stream, head) =>
        {
            string target = head.Split(' ')[1];
            requests.Add(target);
            string answer = fault switch
            {
                "404" => $"HTTP/1.1 404 No {target}\r\nX-Echo: {target}\r\nX-Request-Id: {target}\r\nContent-Length: {target.Length}\r\n\r\n{target}",
                "no JSON" => $"HTTP/1.1 200 OK\r\nContent-Length: {target.Length + 5}\r\n\r\n{{\"{target}\":}}",
                "redirect to itself" => $"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n",
                "redirect to another host" when head.Contains("Host: 127", StringComparison.Ordinal) => $"HTTP/1.1 302 Found\r\nLocation: http://localhost:{head.Split("Host: 127.0.0.1:")[1].Split('\r')[0]}{target}\r\nContent-Length: 0\r\n\r\n",
                "redirect to another host" => "HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n",
                "redirect of a POST" => $"HTTP/1.1 307 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n",
                "no HTTP" => target + "\r\n\r\n",
                "error in a stream" => $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: error\ndata: {target}\n\n",
                _ => "",
            };
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
            if (fault == "slow")
                await Task.Delay(2000);
        });
        var log = new List<string>();
        using ActivityListener listener = Listen(server.Address.Port, log);
        ApiClient client = TestClient.Create(new TestClient.Options
        {
            BaseAddress = server.Address,
            ApiKey = Secret,
            MaxRetries = 0,
            Timeout = TimeSpan.FromSeconds(fault == "slow" ? 0.5 : 30),
            OnRequest = message => log.Add(message.RequestUri!.AbsoluteUri),
        }, TestClient.Query);
        ApiRequest request = TestClient.Request(fault == "redirect of a POST" ? "POST" : "GET", "/things");
        request.AddQuery("limit", "1");

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => fault == "error in a stream"
            ? client.StreamTextAsync(request, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask()
            : client.SendForPointAsync(request));

        Assert.True(exception is ApiException or ApiConnectionException or TimeoutException, exception.ToString());
        if (exception is ApiException api)
            log.AddRange([api.Url.AbsoluteUri, api.Body, api.ReasonPhrase ?? "", api.RequestId ?? "", .. api.Headers.Values]);

        // What .NET itself says of bytes that are no HTTP quotes them; that is the inner exception's.
        log.Add(fault == "no HTTP" ? exception.Message : exception.ToString());
        Assert.Contains("/things?limit=1", log[0]);
        Assert.Contains(requests, r => r.Contains("api_key=s3%2Fcr", StringComparison.Ordinal));
        Assert.All(log, text => Assert.DoesNotContain("cr%2Bet", text));
        Assert.All(log, text => Assert.DoesNotContain("cr+et", text));
        if (fault == "redirect to itself")
            Assert.All(requests, r => Assert.Equal(requests[0], r));
        if (fault == "redirect to another host")
            Assert.Equal("/things?limit=1", requests[1]);
    }

    [Theory]
    [InlineData("http://a/b", "http://a/b")]
    [InlineData("http://a/b?", "http://a/b?")]
    [InlineData("http://a/b?x=1&y", "http://a/b?x=1&y")]
    [InlineData("http://a:81/b?api_key=k%2F1&x=1#f", "http://a:81/b?x=1#f")]
    [InlineData("http://a/b?x=1&other=k/1", "http://a/b?x=1")]
    [InlineData("http://a/b?x=k%2f1", "http://a/b")]
    public void Address_LosesTheParametersThatAreTheSecret(string address, string expected)
    {
        var secrets = new SecretTexts();
        secrets.Add("k/1");

        Assert.Equal(expected, secrets.Without(new Uri(address)).AbsoluteUri);
    }

    private static ActivityListener Listen(int port, List<string> log)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Vapi.Generators.Runtime",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.port") is int own && own == port)
                    log.AddRange(activity.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(activity.DisplayName).Append(activity.StatusDescription ?? ""));
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
