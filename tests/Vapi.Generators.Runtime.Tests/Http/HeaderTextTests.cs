using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>What no header can hold is refused before anything is sent, wherever it comes from.</summary>
public class HeaderTextTests
{
    public static TheoryData<string, string, string> Bad
    {
        get
        {
            var bad = new TheoryData<string, string, string>();
            foreach (string place in (string[])["parameter", "items", "request", "client"])
            {
                foreach (string value in (string[])["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u007f", "größe", "漢"])
                    bad.Add(place, "X-A", value);
            }

            foreach (string name in (string[])["", "X A", "X:A", "X\r\nA", "Ä"])
            {
                bad.Add("request", name, "a");
                bad.Add("client", name, "a");
            }

            return bad;
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task HeaderThatCannotBeSent_IsRefusedBeforeAnythingIs(string place, string name, string value)
    {
        bool arrived = false;
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ =>
        {
            arrived = true;
            return Task.CompletedTask;
        });

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(server, place, name, value));

        Assert.False(arrived);
        Assert.DoesNotContain("Evil", exception.Message);
    }

    [Theory]
    [InlineData("parameter")]
    [InlineData("items")]
    [InlineData("request")]
    [InlineData("client")]
    public async Task EveryOtherCharacter_ArrivesAsItIs(string place)
    {
        string visible = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c));
        string text = $"{visible} \t {visible}";
        string? seen = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            seen = context.Request.Headers["X-!#$%&'*+-.^_`|~09AZaz"];
            return Task.CompletedTask;
        });

        await SendAsync(server, place, "X-!#$%&'*+-.^_`|~09AZaz", text);

        Assert.Equal(text, seen);
    }

    private static Task SendAsync(LoopbackServer server, string place, string name, string value)
    {
        var options = new TestClient.Options { BaseAddress = server.Address };
        var own = new RequestOptions();
        ApiRequest request = TestClient.Get("/", own);
        if (place == "client")
            options.DefaultHeaders[name] = value;
        else if (place == "request")
            own.Headers[name] = value;
        else if (place == "items")
            request.AddHeader(name, TestClient.Items(value));
        else
            request.AddHeader(name, value);

        return TestClient.Create(options).SendAsync(request, null, TestContext.Current.CancellationToken);
    }
}
