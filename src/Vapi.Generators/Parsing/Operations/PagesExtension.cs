using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The extensions with which documents state how pages are read: <c>x-speakeasy-pagination</c>, <c>x-fern-pagination</c> and <c>x-ms-pageable</c>.</summary>
internal static class PagesExtension
{
    /// <summary>The style of a statement that is not supported.</summary>
    public const string Unsupported = "unsupported";

    private const string Speakeasy = "x-speakeasy-pagination";

    private const string Fern = "x-fern-pagination";

    private const string Microsoft = "x-ms-pageable";

    /// <summary>A step of a JSONPath: a name, or the last item of an array.</summary>
    private static readonly Regex Step = new(@"\G(?:\.(?<name>[^.\[\]]+)|\['(?<name>[^']+)'\]|\[""(?<name>[^""]+)""\]|(?<last>\[(?:-1:?|\(@\.length-1\))\]))", RegexOptions.CultureInvariant);

    public static PagesStatement? Find(OpenApiOperation operation, OpenApiDocument document) => Node(operation.Extensions, Speakeasy) is JsonObject speakeasy ? FromSpeakeasy(speakeasy)
        : Node(operation.Extensions, Fern) is { } fern ? FromFern(IsTrue(fern) ? Node(document.Extensions, Fern) : fern)
        : Node(operation.Extensions, Microsoft) is JsonObject microsoft ? FromMicrosoft(microsoft)
        : null;

    private static PagesStatement FromSpeakeasy(JsonObject extension)
    {
        List<JsonObject> inputs = [.. (extension["inputs"] as JsonArray ?? []).OfType<JsonObject>().Where(i => Text(i["in"]) == "parameters")];
        string? results = Pointer(extension, "outputs", "results");
        return Text(extension["type"]) switch
        {
            "url" => With(PagesStatement.Link, "", Pointer(extension, "outputs", "nextUrl")),
            "cursor" => With(PagesStatement.Cursor, Input("cursor"), Pointer(extension, "outputs", "nextCursor")),
            "offsetLimit" when Input("page") is { } page => With(PagesStatement.Page, page, ""),
            "offsetLimit" => With(PagesStatement.Offset, Input("offset"), ""),
            _ => new PagesStatement(Unsupported, Speakeasy),
        };

        string? Input(string type) => inputs.Where(i => Text(i["type"]) == type).Select(i => Text(i["name"])).FirstOrDefault();

        PagesStatement With(string style, string? parameter, string? next) => Create(style, Speakeasy, parameter, next, results);
    }

    /// <summary>An offset with a step counts items, any other counts pages.</summary>
    private static PagesStatement? FromFern(JsonNode? node)
    {
        if (node is not JsonObject extension)
            return node is not null && !IsTrue(node) ? new PagesStatement(PagesStatement.None, Fern) : null;

        string? results = Pointer(extension, "results");
        PagesStatement statement = extension.ContainsKey("next_uri") ? Create(PagesStatement.Link, Fern, "", Pointer(extension, "next_uri"), results)
            : extension.ContainsKey("cursor") ? Create(PagesStatement.Cursor, Fern, Request(extension["cursor"]), Pointer(extension, "next_cursor"), results)
            : extension.ContainsKey("offset") ? Create(extension.ContainsKey("step") ? PagesStatement.Offset : PagesStatement.Page, Fern, Request(extension["offset"]), "", results)
            : new PagesStatement(Unsupported, Fern);
        return statement with { More = Pointer(extension, "has-next-page") };
    }

    /// <summary>Without a name of the next link, the response is the only page.</summary>
    private static PagesStatement FromMicrosoft(JsonObject extension) => Text(extension["nextLinkName"]) is not { Length: > 0 } next ? new PagesStatement(PagesStatement.None, Microsoft)
        : new PagesStatement(PagesStatement.Link, Microsoft) { Next = ListingShape.Pointer("", next), Items = ListingShape.Pointer("", Text(extension["itemName"]) ?? "value") };

    /// <summary>An empty parameter or place is not needed, and a missing one is not supported: it is in the body, or has a path that is not simple.</summary>
    private static PagesStatement Create(string style, string source, string? parameter, string? next, string? items)
        => parameter is null || next is null ? new PagesStatement(Unsupported, source) : new PagesStatement(style, source) { Parameter = parameter, Next = next, Items = items };

    private static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string name)
        => extensions is not null && extensions.TryGetValue(name, out IOpenApiExtension? extension) && extension is JsonNodeExtension { Node: { } node } ? node : null;

    private static string? Request(JsonNode? node) => Text(node) is { } path && path.StartsWith("$request.", StringComparison.Ordinal) ? path.Substring("$request.".Length) : null;

    /// <summary>The JSON pointer of a simple JSONPath in the response (<c>$.a.b</c>, <c>$response.a.b</c>), in which <c>-</c> is the last item of an array; null if there is none.</summary>
    private static string? Pointer(JsonObject extension, params string[] names)
    {
        JsonNode? node = names.Aggregate((JsonNode?)extension, static (owner, name) => (owner as JsonObject)?[name]);
        if (Text(node) is not { } path || path.Length == 0 || path[0] != '$')
            return null;

        string pointer = "";
        int position = path.StartsWith("$response", StringComparison.Ordinal) ? "$response".Length : 1;
        while (position < path.Length)
        {
            Match step = Step.Match(path, position);
            if (!step.Success)
                return null;

            pointer = step.Groups["last"].Success ? pointer + "/-" : ListingShape.Pointer(pointer, step.Groups["name"].Value);
            position += step.Length;
        }

        return pointer;
    }

    private static bool IsTrue(JsonNode node) => node is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
