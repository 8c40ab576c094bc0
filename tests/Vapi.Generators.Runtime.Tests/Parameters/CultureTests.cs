using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>The culture of a thread is the user's: what is sent, read and said is the same in all.</summary>
public class CultureTests
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 13, 4, 5, 600, TimeSpan.FromHours(-3.5));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("de-CH")]
    public async Task Request_AnswerAndMessages_AreThoseOfTheInvariantCulture(string culture)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string seen = context.Request.Path + context.Request.QueryString + string.Join(";", context.Request.Headers.Where(h => h.Key.StartsWith("X-", StringComparison.Ordinal)).Select(h => $"{h.Key}={h.Value}"))
                + context.Request.Headers.Cookie + context.Request.ContentType + await reader.ReadToEndAsync();
            context.Response.StatusCode = 400;
            context.Response.Headers.RetryAfter = "Fri, 31 Dec 9999 23:59:59 GMT";
            context.Response.ContentType = "TEXT/PLAIN; CHARSET=UTF-8";
            await context.Response.WriteAsync(seen);
        });

        string expected = await RunAsync(CultureInfo.InvariantCulture, server.Address);
        string actual = await RunAsync(new CultureInfo(culture), server.Address);

        Assert.Contains("-1.5", expected);
        Assert.Equal(expected, actual);
    }

    private static async Task<string> RunAsync(CultureInfo culture, Uri address)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            var said = new StringBuilder();
            ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = address, DefaultHeaders = { ["X-INFO"] = "i" } });
            foreach (Action<ApiRequest> body in Bodies)
            {
                ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(Request(body), null, TestContext.Current.CancellationToken));
                said.AppendLine(exception.Message).AppendLine(exception.Body);
            }

            said.AppendLine(await Slow(address)).AppendLine(Read()).AppendLine(Options());
            foreach (string broken in new[] { "[-1.5]", "{\"numbers\":[-1.5,tru]}", "{" })
                said.AppendLine(Assert.Throws<JsonException>(() => JsonText.Read(broken, Node.ReadJson)).Message);
            said.AppendLine(Assert.Throws<ArgumentException>(() => Json.ToUtf8(new Node { Number = double.NegativeInfinity }, Json.WriteModel)).Message);
            return said.ToString();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }

    private static IEnumerable<Action<ApiRequest>> Bodies =>
    [
        request => request.SetJson(Everything(), "application/json", Json.WriteModel),
        request => request.SetForm(Everything(), "application/x-www-form-urlencoded", Json.WriteModel, new FieldEncoding("numbers", ParameterStyle.PipeDelimited, explode: false)),
        request => request.SetText("ıİ", "TEXT/PLAIN"),
    ];

    private static Node Everything() => new()
    {
        Number = -1.5,
        Numbers = [-1234567.25, 1e21, 5e-324],
        Free = new Dictionary<string, JsonElement> { ["TITLE"] = JsonElement.Parse("-1.5") },
    };

    private static ApiRequest Request(Action<ApiRequest> body)
    {
        ApiRequest request = TestClient.Request("PATCH", "/things/");
        request.AddPathParameter("id", ApiParameter.Int64(-1_234_567));
        request.AddQuery("single", ApiParameter.Single(-1.5f));
        request.AddQuery("double", ApiParameter.Double(-1234567.25));
        request.AddQuery("decimal", ApiParameter.Decimal(-1234567.25m));
        request.AddQuery("int", ParameterValue.List<int?>([-1, 2], static item => ApiParameter.Int32(item)), ParameterStyle.PipeDelimited, explode: false);
        request.AddQuery("time", ApiParameter.DateTime(Time));
        request.AddQuery("date", ApiParameter.Date(DateOnly.FromDateTime(Time.DateTime)));
        request.AddQuery("clock", ApiParameter.Time(TimeOnly.FromDateTime(Time.DateTime)));
        request.AddQuery("duration", ApiParameter.Duration(-TimeSpan.FromMilliseconds(90_500)));
        request.AddQuery("boolean", ApiParameter.Boolean(true));
        request.AddQuery("deep", ParameterValue.Json(Everything(), Json.WriteModel), ParameterStyle.DeepObject);
        request.AddHeader("X-Double", ApiParameter.Double(-1.5));
        request.AddHeader("X-Time", ApiParameter.DateTime(Time));
        request.AddCookie("int", ApiParameter.Int32(-5));
        body(request);
        return request;
    }

    private static async Task<string> Slow(Uri address)
    {
        using var http = new HttpClient(new NeverHandler());
        ApiClient client = TestClient.Create(new TestClient.Options { BaseAddress = address, Timeout = TimeSpan.FromSeconds(0.05) }, http: http);
        return (await Assert.ThrowsAsync<TimeoutException>(() => client.SendAsync(TestClient.Get("/slow"), null, TestContext.Current.CancellationToken))).Message;
    }

    private static string Read()
    {
        Node node = JsonText.Read("""{"number":-1.5,"numbers":[-1234567.25,1E+21]}""", Node.ReadJson)!;
        object[] values =
        [
            .. node.Numbers!.Select(n => n!.Value), node.Number!.Value,
            JsonText.Read("\"2024-02-29T13:04:05.6-03:30\"", static (ref reader) => Json.ReadAlone<DateTimeOffset?>(ref reader, JsonKinds.Any, Json.ReadDateTime))!.Value.UtcTicks,
            JsonText.Read("\"Thu, 29 Feb 2024 13:04:05 GMT\"", static (ref reader) => Json.ReadAlone<DateTimeOffset?>(ref reader, JsonKinds.Any, Json.ReadDateTime))!.Value.UtcTicks,
            JsonText.Read("\"2024-02-29\"", static (ref reader) => Json.ReadAlone<DateOnly?>(ref reader, JsonKinds.Any, Json.ReadDate))!.Value.DayNumber,
            JsonText.Read("\"13:04:05.6\"", static (ref reader) => Json.ReadAlone<TimeOnly?>(ref reader, JsonKinds.Any, Json.ReadTime))!.Value.Ticks,
            JsonText.Read("\"-PT1M30.5S\"", static (ref reader) => Json.ReadAlone<TimeSpan?>(ref reader, JsonKinds.Any, Json.ReadDuration))!.Value.Ticks,
            JsonText.Read("-1234567.250", static (ref reader) => Json.ReadAlone<decimal?>(ref reader, JsonKinds.Any, Json.ReadDecimal))!.Value,
        ];
        return string.Join(" ", values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
    }

    private static string Options()
    {
        var options = new TestClient.Options();
        options.Bind(key => key switch { "Timeout" => "00:00:01.5", "MaxRetries" => "3", _ => null });
        return $"{options.Timeout.Ticks} {options.MaxRetries}";
    }

    private sealed class NeverHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
