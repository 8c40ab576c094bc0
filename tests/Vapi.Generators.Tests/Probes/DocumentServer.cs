using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A server that knows the document only: it checks each request against it, and answers with a random valid value.</summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    public const string Key = "the-key";

    /// <summary>What a file has in it.</summary>
    public static readonly byte[] File = [1, 2, 3, 0, 255, 13, 10];

    private readonly WebApplication _application;

    private readonly DocumentOperation[] _operations;

    private readonly JsonJudge _judge;

    private readonly RandomJson _random;

    private DocumentServer(WebApplication application, JsonElement document, RandomJson random)
    {
        _application = application;
        _operations = [.. DocumentOperation.All(document)];
        _judge = new JsonJudge(document, _operations.SelectMany(o => o.Body.Values.Concat(o.Parameters.Select(p => p.GetProperty("schema")))).DistinctBy(s => s.GetRawText()));
        _random = random;
    }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The operation that the last request was for; null when the document has none like it.</summary>
    public DocumentOperation? Called { get; private set; }

    /// <summary>The parameters and the body of the last request, as the document's schemas read them.</summary>
    public Dictionary<string, JsonNode?> Received { get; } = [];

    /// <summary>The JSON of the last answer; null for one without.</summary>
    public string? Answer { get; private set; }

    /// <summary>What was wrong with the last request.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<DocumentServer> StartAsync(JsonElement document, RandomJson random)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        var server = new DocumentServer(application, document, random);
        application.Run(server.AnswerAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Faults.Clear();
        Received.Clear();
        Answer = null;
        string path = context.Request.Path.Value!;

        // A path without parameters is meant rather than one with.
        Called = _operations.Where(o => o.Method == context.Request.Method && Template(o.Path).IsMatch(path)).OrderBy(o => o.Path.Count(c => c == '{')).FirstOrDefault();
        if (Called is not { } operation)
        {
            context.Response.StatusCode = 404;
            return;
        }

        CheckParameters(context.Request, operation);
        CheckHeaders(context.Request, operation);
        await CheckBodyAsync(context.Request, operation);

        (context.Response.StatusCode, JsonElement? schema) = operation.Success;
        if (schema is { } json)
        {
            Answer = _random.Next(json)?.ToJsonString() ?? "null";
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(Answer);
        }
    }

    private void CheckParameters(HttpRequest request, DocumentOperation operation)
    {
        Match match = Template(operation.Path).Match(request.Path.Value!);
        var left = request.Query.Select(q => q.Key).ToHashSet(StringComparer.Ordinal);
        foreach (JsonElement parameter in operation.Parameters)
        {
            string name = parameter.GetProperty("name").GetString()!;
            StringValues values = parameter.GetProperty("in").GetString() switch
            {
                "path" => Uri.UnescapeDataString(match.Groups["p" + operation.Path[..operation.Path.IndexOf("{" + name + "}", StringComparison.Ordinal)].Count(c => c == '{')].Value),
                "query" when left.Remove(name) => request.Query[name],
                // The client has a user agent of its own where the caller names none.
                "header" when !request.Headers[name].ToString().StartsWith("Vapi-API/", StringComparison.Ordinal) => request.Headers[name],
                _ => default,
            };
            if (values.Count == 0 && DocumentOperation.IsRequired(parameter))
                Faults.Add($"the required parameter {name} is missing");
            if (values.Count > 0)
                Take(name, parameter.GetProperty("schema"), values);
        }

        Faults.AddRange(left.Select(name => $"the query has {name}, which is not declared"));
    }

    /// <summary>Reads the text of a parameter as its schema says.</summary>
    private void Take(string name, JsonElement schema, StringValues values)
    {
        JsonNode? value = schema.TryGetProperty("type", out JsonElement type) && type.GetString() == "array"
            ? new JsonArray([.. values.Select(v => (JsonNode?)v)])
            : Read(type.ValueKind == JsonValueKind.String ? type.GetString() : null, values.ToString());
        Received[name] = value;
        Faults.AddRange(_judge.Errors(schema, value?.ToJsonString() ?? "null").Select(e => $"{name}: {e}"));

        static JsonNode? Read(string? type, string text) => type is "number" or "integer" or "boolean" ? JsonNode.Parse(text) : text;
    }

    private void CheckHeaders(HttpRequest request, DocumentOperation operation)
    {
        if (request.Headers.Authorization.ToString() != (operation.AsksForCredentials ? "Bearer " + Key : ""))
            Faults.Add("the credentials are not as the document asks");
        if (request.Headers.UserAgent.Count == 0 || request.Headers.Accept.Count == 0)
            Faults.Add("Accept or User-Agent is missing");
        string? type = request.ContentType?.Split(';')[0];
        if (operation.Body.Count > 0 ? type is null || !operation.Body.ContainsKey(type) : type is not null)
            Faults.Add($"the content type is {type ?? "missing"}");
    }

    private async Task CheckBodyAsync(HttpRequest request, DocumentOperation operation)
    {
        if (request.HasFormContentType)
        {
            IFormCollection form = await request.ReadFormAsync();
            JsonElement properties = Resolve(operation.Body.Values.Single()).GetProperty("properties");
            foreach (IFormFile file in form.Files)
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy);
                if (!properties.TryGetProperty(file.Name, out _) || !copy.ToArray().SequenceEqual(File))
                    Faults.Add($"the part {file.Name} is not what was sent");
            }

            if (form.Files.Count == 0)
                Faults.Add("the file is missing");
        }
        else if (operation.Body.Count > 0)
        {
            string body = await new StreamReader(request.Body).ReadToEndAsync();
            Received["body"] = JsonNode.Parse(body);
            Faults.AddRange(_judge.Errors(operation.Body.Values.Single(), body).Take(3).Select(e => "body: " + e));
        }
    }

    private static JsonElement Resolve(JsonElement schema)
        => schema.TryGetProperty("$ref", out JsonElement reference) ? RealDocument.Json.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static Regex Template(string path)
    {
        int i = 0;
        return new Regex("^" + Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", _ => $"(?<p{i++}>[^/]+)") + "$");
    }
}
