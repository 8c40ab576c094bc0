using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Small;

// Text of a request or a setting is the same in every culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("de-DE");

await Check.HoldsAsync("Keys_AreReadAndWritten", () =>
{
    const string Json = """{"modes":{"fast":1,"new":2},"levels":{"1":"a","-7":"b"},"ratios":{"0.5":true}}""";
    Check.SameJson(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Maps>(Json, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
});

await Check.HoldsAsync("TypeConverter_ReadsAndWritesText", () =>
{
    TypeConverter converter = TypeDescriptor.GetConverter(typeof(Ratio));
    Check.Equal(new Ratio(0.5), converter.ConvertFrom("0.5"));
    Check.Equal("0.5", converter.ConvertToString(new Ratio(0.5)));
    Check.Equal(new Mode("any"), TypeDescriptor.GetConverter(typeof(Mode)).ConvertFromInvariantString("any"));
});

await Check.HoldsAsync("Configuration_Binds", () =>
{
    IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Mode"] = "fast", ["Level"] = "2", ["Ratio"] = "0.5", ["Modes:0"] = "slow", ["Modes:1"] = "new",
    }).Build();
    Settings settings = configuration.Get<Settings>()!;
    Check.Equal((new Mode(Mode.Fast), new Level(2), new Ratio(0.5), null), (settings.Mode, settings.Level!.Value, settings.Ratio, settings.None));
    Check.Equal("slow new", string.Join(" ", settings.Modes));
    Check.Equal(new Level(2), configuration.GetValue<Level>("Level"));
});

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddControllers().AddApplicationPart(typeof(ThingsController).Assembly);
await using WebApplication api = builder.Build();
api.MapGet("/route/{mode}/{level}/{ratio}", (Mode mode, Level level, Ratio ratio) => $"{mode} {level} {ratio}");
api.MapGet("/query", (Mode mode, Level? level, Ratio[] ratio) => $"{mode} {level?.ToString() ?? "none"} {string.Join(",", ratio)}");
api.MapPost("/body", ([FromBody] Mode mode) => mode);
api.MapControllers();
await api.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(api.Urls.First()) };

await AnswersAsync("Route_Binds", "/route/new%20one/3/1.5", "new one 3 1.5");
await AnswersAsync("Query_Binds", "/query?mode=fast&ratio=0.5&ratio=1e3", "fast none 0.5,1000");
await AnswersAsync("Controller_Binds", "/things/fast?level=5&ratio=0.5", "fast 5 0.5");
await Check.HoldsAsync("TextThatIsNoNumber_IsABadRequest", async () =>
{
    foreach (string path in new[] { "/route/a/b/1", "/query?mode=a&level=1,5", "/things/a?level=x&ratio=1" })
    {
        using HttpResponseMessage response = await client.GetAsync(path);
        Check.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
});
await Check.HoldsAsync("Body_IsReadWhereItIsAskedFor", async () =>
{
    using var content = new StringContent("\"fast\"", System.Text.Encoding.UTF8, "application/json");
    using HttpResponseMessage response = await client.PostAsync("/body", content);
    Check.Equal("\"fast\"", await response.Content.ReadAsStringAsync());
});

Task AnswersAsync(string law, string path, string expected)
    => Check.HoldsAsync(law, async () => Check.Equal(expected, await client.GetStringAsync(path)));

internal sealed class Maps
{
    public Dictionary<Mode, int>? Modes { get; set; }

    public Dictionary<Level, string>? Levels { get; set; }

    public IReadOnlyDictionary<Ratio, bool>? Ratios { get; set; }
}

internal sealed class Settings
{
    public Mode Mode { get; set; }

    public Level? Level { get; set; }

    public Ratio Ratio { get; set; }

    public Level? None { get; set; }

    public List<Mode> Modes { get; set; } = [];
}

/// <summary>A controller with parameters of generated types.</summary>
[ApiController]
[Route("things")]
public sealed class ThingsController : ControllerBase
{
    /// <summary>Says what was bound.</summary>
    [HttpGet("{mode}")]
    public string Get(Mode mode, [FromQuery] Level level, [FromQuery] Ratio ratio) => $"{mode} {level} {ratio}";
}
