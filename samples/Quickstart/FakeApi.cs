using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Quickstart;

/// <summary>A small imitation of the API on a free loopback port: it keeps the JSON it is sent, in memory.</summary>
internal sealed class FakeApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeApi(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<FakeApi> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        WebApplication app = builder.Build();
        app.Use(RequireBearerToken);
        MapResource(app, "/assistant");
        MapResource(app, "/call", call =>
        {
            call["type"] = "outboundPhoneCall";
            call["status"] = "queued";
        });
        MapResource(app, "/phone-number", number =>
        {
            number["number"] ??= "+14155550142";
            number["status"] = "active";
        });
        MapResource(app, "/tool");
        MapResource(app, "/squad");
        app.MapPost("/analytics", QueryAnalytics);
        app.MapFallback(() => Error(404, "Not Found", "There is no such operation."));

        await app.StartAsync();
        return new FakeApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Create, list, find, change and delete, for one kind of object.</summary>
    private static void MapResource(WebApplication app, string path, Action<JsonObject>? complete = null)
    {
        var items = new ConcurrentDictionary<string, JsonObject>(StringComparer.OrdinalIgnoreCase);

        app.MapPost(path, async (HttpRequest request) =>
        {
            if (await ReadObjectAsync(request) is not { } item)
            {
                return NotAnObject();
            }

            string id = Guid.NewGuid().ToString();
            string now = Now();
            item["id"] = id;
            item["orgId"] = "00000000-0000-4000-8000-000000000001";
            item["createdAt"] = now;
            item["updatedAt"] = now;
            complete?.Invoke(item);
            items[id] = item;
            return Json(201, item);
        });

        // The only filters it knows are those that read page after page.
        app.MapGet(path, (double? limit, DateTimeOffset? createdAtLe) => Json(200, new JsonArray(items.Values
            .Where(item => createdAtLe is null || DateTimeOffset.Parse((string)item["createdAt"]!, CultureInfo.InvariantCulture) <= createdAtLe)
            .OrderByDescending(item => (string?)item["createdAt"], StringComparer.Ordinal)
            .Take((int)(limit ?? 100))
            .Select(item => item.DeepClone())
            .ToArray())));

        app.MapGet(path + "/{id}", (string id) =>
            items.TryGetValue(id, out JsonObject? item) ? Json(200, item) : NotFound(path, id));

        app.MapPatch(path + "/{id}", async (string id, HttpRequest request) =>
        {
            if (await ReadObjectAsync(request) is not { } changes)
            {
                return NotAnObject();
            }

            if (!items.TryGetValue(id, out JsonObject? item))
            {
                return NotFound(path, id);
            }

            // A changed copy takes the place of the old object, so that nobody reads a half-changed one.
            var changed = (JsonObject)item.DeepClone();
            foreach ((string name, JsonNode? value) in changes)
            {
                changed[name] = value?.DeepClone();
            }

            changed["updatedAt"] = Now();
            return items.TryUpdate(id, changed, item)
                ? Json(200, changed)
                : Error(409, "Conflict", "Somebody else changed it at the same time.");
        });

        app.MapDelete(path + "/{id}", (string id) =>
            items.TryRemove(id, out JsonObject? item) ? Json(200, item) : NotFound(path, id));
    }

    /// <summary>Nobody has ever called here, so every question gets an empty answer.</summary>
    private static async Task<IResult> QueryAnalytics(HttpRequest request)
    {
        if (await ReadObjectAsync(request) is not { } body || body["queries"] is not JsonArray queries)
        {
            return NotAnObject();
        }

        return Json(200, new JsonArray(queries
            .Select(JsonNode? (query) => new JsonObject
            {
                ["name"] = query?["name"]?.DeepClone(),
                ["timeRange"] = query?["timeRange"]?.DeepClone() ?? new JsonObject(),
                ["result"] = new JsonArray(),
            })
            .ToArray()));
    }

    private static Task RequireBearerToken(HttpContext context, RequestDelegate next) =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : Error(401, "Unauthorized", "Send your key as a bearer token.").ExecuteAsync(context);

    private static async Task<JsonObject?> ReadObjectAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult NotAnObject() => Error(400, "Bad Request", new JsonArray("The body must be a JSON object."));

    private static IResult NotFound(string path, string id) => Error(404, "Not Found", $"There is no {path.TrimStart('/')} with the id {id}.");

    private static IResult Error(int status, string error, JsonNode message) =>
        Json(status, new JsonObject { ["statusCode"] = status, ["message"] = message, ["error"] = error });

    private static IResult Json(int status, JsonNode body) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    private static string Now() => DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
}
