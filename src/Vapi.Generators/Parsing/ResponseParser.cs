using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>What an operation answers.</summary>
internal static class ResponseParser
{
    public static ResultShape ParseResult(OpenApiOperation operation, string method, DocumentPointer pointer, ParseContext context)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        List<KeyValuePair<string, IOpenApiResponse>> successes = Successes(operation);

        List<Shape> shapes = [];
        foreach (KeyValuePair<string, IOpenApiResponse> success in successes)
        {
            if (Json(success, pointer, context) is { } shape && !shapes.Exists(s => s.Key == shape.Key))
                shapes.Add(shape);
        }

        if (shapes.Count > 0)
        {
            Shape result = shapes.Count == 1 ? shapes[0] : UnionParser.Unite(shapes, null, new OpenApiSchema(), pointer["responses"], context);

            // A success without content beside one with: there may be nothing.
            return new ResultShape(ResultKind.Json, successes.Exists(s => s.Value?.Content is not { Count: > 0 }) ? result with { Nullable = true } : result);
        }

        List<string> contents = [.. successes.SelectMany(s => s.Value?.Content?.Keys ?? [])];
        bool redirects = responses.Keys.Any(k => k.StartsWith("3", StringComparison.Ordinal));
        return contents.Count switch
        {
            0 when redirects && method == "GET" => new ResultShape(ResultKind.Stream, null),
            0 => new ResultShape(ResultKind.None, null),
            _ when contents.TrueForAll(StreamParser.IsStream) => new ResultShape(ResultKind.Items, null),
            _ when contents.TrueForAll(IsText) => new ResultShape(ResultKind.Text, null),
            _ => new ResultShape(ResultKind.Stream, null),
        };
    }

    /// <summary>The responses to a success; the default when the document has no other.</summary>
    public static List<KeyValuePair<string, IOpenApiResponse>> Successes(OpenApiOperation operation)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        List<KeyValuePair<string, IOpenApiResponse>> successes = [.. responses.Where(r => r.Key.StartsWith("2", StringComparison.Ordinal))];
        return successes.Count > 0 ? successes : [.. responses.Where(r => r.Key == "default")];
    }

    public static List<ErrorShape> ParseErrors(OpenApiOperation operation, DocumentPointer pointer, ParseContext context)
    {
        var errors = new List<ErrorShape>();
        OpenApiResponses responses = operation.Responses ?? [];
        bool hasSuccess = responses.Keys.Any(k => k.StartsWith("2", StringComparison.Ordinal));
        foreach (KeyValuePair<string, IOpenApiResponse> response in responses)
        {
            if (Range(response.Key) is ({ } from, { } to) && (response.Key != "default" || hasSuccess) && Json(response, pointer, context) is { } shape)
                errors.Add(new ErrorShape(from, to, shape));
        }

        // The most specific comes first: a status, a range, the default.
        return [.. errors.OrderBy(e => e.To - e.From)];
    }

    /// <summary>Where a response of an operation stands.</summary>
    public static DocumentPointer Place(KeyValuePair<string, IOpenApiResponse> response, DocumentPointer operation, ParseContext context)
        => ReferenceParser.Follow(response.Value, operation["responses"][response.Key], "it is taken for a response without content", context);

    private static Shape? Json(KeyValuePair<string, IOpenApiResponse> response, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer place = Place(response, pointer, context);
        foreach (KeyValuePair<string, IOpenApiMediaType> content in response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (BodyParser.IsJson(content.Key) && content.Value?.Schema is { } schema
                && !(content.Key == "*/*" && schema is OpenApiSchema { Format: "binary" }))
                return SchemaParser.Parse(schema, place["content"][content.Key]["schema"], context);
        }

        return null;
    }

    private static bool IsText(string contentType) => contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !StreamParser.IsStream(contentType);

    private static (int? From, int? To) Range(string status) => status.ToUpperInvariant() switch
    {
        "DEFAULT" => (0, 599),
        "4XX" => (400, 499),
        "5XX" => (500, 599),
        _ when int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code >= 400 => (code, code),
        _ => (null, null),
    };
}
