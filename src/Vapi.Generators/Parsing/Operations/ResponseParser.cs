using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The responses of an operation.</summary>
internal static class ResponseParser
{
    public static ResultShape ParseResult(OpenApiOperation operation, string method, DocumentPointer pointer, ParseContext context)
    {
        // RFC 9110, 9.3.2: a response to HEAD never has content, even if the document declares some.
        if (method == "HEAD")
            return new ResultShape(ResultKind.None, null);

        OpenApiResponses responses = operation.Responses ?? [];
        List<KeyValuePair<string, IOpenApiResponse>> successes = Successes(operation);

        List<Shape> shapes = [];
        List<string> types = [];
        foreach (KeyValuePair<string, IOpenApiResponse> success in successes)
        {
            if (JsonContent(success) is not { Key: { } type } content)
                continue;

            Shape shape = content.Value?.Schema is { } schema ? SchemaParser.ParseShared(schema, "Response", Place(success, pointer, context)["content"][type]["schema"], context) : PrimitiveShape.Any;
            types.Add(BodyParser.MediaType(type));
            if (!shapes.Exists(s => s.Key == shape.Key))
                shapes.Add(shape);
        }

        if (shapes.Count > 0)
        {
            Shape result = shapes.Count == 1 ? shapes[0] : UnionSchemaParser.Unite(shapes, null, new OpenApiSchema(), pointer["responses"], context);

            // If there are successful responses with and without content, the result is optional.
            if (successes.Exists(s => !Contents(s).Any()))
                result = result with { Nullable = true };

            return new ResultShape(ResultKind.Json, result) { Accept = types.TrueForAll(t => t is "application/json" or "*/*") ? null : string.Join(", ", types.Distinct()) };
        }

        List<string> contents = [.. successes.SelectMany(Contents).Select(c => c.Key)];
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

    /// <summary>The successful responses; the default response if the document has no other.</summary>
    public static List<KeyValuePair<string, IOpenApiResponse>> Successes(OpenApiOperation operation)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        List<KeyValuePair<string, IOpenApiResponse>> successes = [.. responses.Where(r => r.Key.StartsWith("2", StringComparison.Ordinal))];
        return successes.Count > 0 ? successes : [.. responses.Where(r => r.Key == "default")];
    }

    public static List<ErrorShape> ParseErrors(OpenApiOperation operation, DocumentPointer pointer, ParseContext context)
    {
        var errors = new List<ErrorShape>();
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Responses ?? [])
        {
            DocumentPointer place = Place(response, pointer, context);
            if (Range(response.Key) is ({ } from, { } to) && JsonContent(response) is { Value.Schema: { } schema } content)
                errors.Add(new ErrorShape(from, to, SchemaParser.ParseShared(schema, "Error", place["content"][content.Key]["schema"], context)));
        }

        // The most specific responses come first: a status code, a range, the default.
        return [.. errors.OrderBy(e => e.To - e.From)];
    }

    /// <summary>The location of a response.</summary>
    public static DocumentPointer Place(KeyValuePair<string, IOpenApiResponse> response, DocumentPointer operation, ParseContext context)
        => ReferenceParser.Follow(response.Value, operation["responses"][response.Key], "the response has no content", context);

    /// <summary>The JSON content, application/json before others; default if there is none.</summary>
    private static KeyValuePair<string, IOpenApiMediaType> JsonContent(KeyValuePair<string, IOpenApiResponse> response) => Contents(response)
        .Where(c => BodyParser.IsJson(c.Key) && (c.Key != "*/*" || c.Value?.Schema is { } schema and not OpenApiSchema { Format: "binary" }))
        .OrderBy(c => c.Key != "application/json")
        .FirstOrDefault();

    /// <summary>RFC 9110, 15.3.5 and 15.3.6: 204 and 205 never have content, even if the document declares some.</summary>
    private static IEnumerable<KeyValuePair<string, IOpenApiMediaType>> Contents(KeyValuePair<string, IOpenApiResponse> response)
        => response.Key is "204" or "205" ? [] : response.Value?.Content ?? new Dictionary<string, IOpenApiMediaType>();

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
