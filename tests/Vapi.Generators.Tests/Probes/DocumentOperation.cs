using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Probes;

/// <summary>An operation as the document has it, read without the generator.</summary>
internal sealed partial record DocumentOperation(string Path, string Method, JsonElement Json)
{
    public string Id => Json.GetProperty("operationId").GetString()!;

    public string Group => string.Concat(Json.GetProperty("tags")[0].GetString()!.Split(' ', '/'));

    /// <summary>Two of the same name and place are one; what the path needs and nobody declares is a string; of the headers that OpenAPI leaves to the client there is none.</summary>
    public IEnumerable<JsonElement> Parameters
    {
        get
        {
            JsonElement[] declared = Json.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray()] : [];
            IEnumerable<JsonElement> undeclared = PathParameter().Matches(Path).Select(m => m.Groups[1].Value)
                .Where(name => !declared.Any(p => p.GetProperty("in").GetString() == "path" && p.GetProperty("name").GetString() == name))
                .Select(name => JsonElement.Parse($$"""{ "name": "{{name}}", "in": "path", "required": true, "schema": { "type": "string" } }"""));
            return declared.Where(p => p.GetProperty("name").GetString()!.ToUpperInvariant() is not ("ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION"))
                .DistinctBy(p => (p.GetProperty("name").GetString(), p.GetProperty("in").GetString()))
                .Concat(undeclared);
        }
    }

    public bool AsksForCredentials => Json.TryGetProperty("security", out JsonElement security) && security.GetArrayLength() > 0;

    /// <summary>The content types of the body with their schemas.</summary>
    public IReadOnlyDictionary<string, JsonElement> Body => Json.TryGetProperty("requestBody", out JsonElement body)
        ? body.GetProperty("content").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetProperty("schema"))
        : [];

    /// <summary>A success with the schema of its JSON; null when none has any.</summary>
    public (int Status, JsonElement? Schema) Success
    {
        get
        {
            (int Status, JsonElement? Schema)[] all = [.. Json.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2').Select(r => (int.Parse(r.Name), Schema(r.Value)))];
            return all.Where(s => s.Schema is not null).Append(all[0]).First();
        }
    }

    public static IEnumerable<DocumentOperation> All(JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Where(o => o.Value.TryGetProperty("operationId", out _)).Select(o => new DocumentOperation(path.Name, o.Name.ToUpperInvariant(), o.Value)));

    public static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out JsonElement required) && required.GetBoolean();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathParameter();

    private static JsonElement? Schema(JsonElement response)
        => response.TryGetProperty("content", out JsonElement content) && content.TryGetProperty("application/json", out JsonElement json) ? json.GetProperty("schema") : null;
}
