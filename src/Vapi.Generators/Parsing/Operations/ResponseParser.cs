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
    private const string PlainText = "text/plain";

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
            if (JsonContent(success, context) is not { Key: { } type } content)
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

            return new ResultShape(ResultKind.Json, result) { Accept = Accept(types, IsOneText(result, context) ? [.. successes.SelectMany(Contents).Select(c => BodyParser.MediaType(c.Key))] : []) };
        }

        if (PlainValue(successes, pointer, context) is { } value)
            return new ResultShape(ResultKind.Json, value) { Accept = PlainText };

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

    /// <summary>The Accept header: the documented JSON types, and plain text if it is documented and the result can be text. Null to use the default of JSON.</summary>
    private static string? Accept(List<string> json, List<string> documented)
    {
        if (documented.Contains("*/*"))
            return "*/*";

        bool takesText = documented.Contains(PlainText);
        return !takesText && json.TrueForAll(t => t is "application/json" or "*/*") ? null : string.Join(", ", json.Distinct()) + (takesText ? $", {PlainText};q=0.9" : "");
    }

    /// <summary>Whether a result is a string, a number or another single value that plain text can contain.</summary>
    private static bool IsOneText(Shape shape, ParseContext context) => context.Resolve(shape) is PrimitiveShape { Kind: not (TypeKind.Element or TypeKind.File) } or EnumShape;

    /// <summary>The type of a plain text response that is documented as another type than string; null for any other response.</summary>
    private static Shape? PlainValue(List<KeyValuePair<string, IOpenApiResponse>> successes, DocumentPointer pointer, ParseContext context)
    {
        List<(KeyValuePair<string, IOpenApiResponse> Response, KeyValuePair<string, IOpenApiMediaType> Content)> all = [.. successes.SelectMany(s => Contents(s).Select(c => (s, c)))];
        if (all.Count != 1 || BodyParser.MediaType(all[0].Content.Key) != PlainText || all[0].Content.Value?.Schema is not { } schema)
            return null;

        (KeyValuePair<string, IOpenApiResponse> response, KeyValuePair<string, IOpenApiMediaType> content) = all[0];
        Shape shape = SchemaParser.ParseShared(schema, "Response", Place(response, pointer, context)["content"][content.Key]["schema"], context);
        return IsOneText(shape, context) && context.Resolve(shape) is not PrimitiveShape { Kind: TypeKind.String } ? shape : null;
    }

    /// <summary>The successful responses; the default response if the document has no other.</summary>
    public static List<KeyValuePair<string, IOpenApiResponse>> Successes(OpenApiOperation operation)
    {
        OpenApiResponses responses = operation.Responses ?? [];
        List<KeyValuePair<string, IOpenApiResponse>> successes = [.. responses.Where(r => r.Key.StartsWith("2", StringComparison.Ordinal))];
        return successes.Count > 0 ? successes : [.. responses.Where(r => r.Key == "default")];
    }

    /// <summary>The content of a successful response that a method reads; null if it has none.</summary>
    public static KeyValuePair<string, IOpenApiMediaType>? Content(KeyValuePair<string, IOpenApiResponse> response, ResultKind kind, ParseContext context)
    {
        KeyValuePair<string, IOpenApiMediaType> content = kind switch
        {
            ResultKind.Json => JsonContent(response, context) is { Key: not null } json ? json : Contents(response).FirstOrDefault(c => BodyParser.MediaType(c.Key) == PlainText),
            ResultKind.Text => Contents(response).FirstOrDefault(c => IsText(c.Key)),
            ResultKind.Stream => Contents(response).FirstOrDefault(),
            ResultKind.Items => Contents(response).FirstOrDefault(c => StreamParser.IsStream(c.Key)),
            _ => default,
        };
        return content.Key is null ? null : content;
    }

    public static List<ErrorShape> ParseErrors(OpenApiOperation operation, DocumentPointer pointer, ParseContext context)
    {
        var errors = new List<ErrorShape>();
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Responses ?? [])
        {
            DocumentPointer place = Place(response, pointer, context);
            if (Range(response.Key) is ({ } from, { } to) && JsonContent(response, context) is { Value.Schema: { } schema } content)
                errors.Add(new ErrorShape(from, to, SchemaParser.ParseShared(schema, "Error", place["content"][content.Key]["schema"], context)));
        }

        // The most specific responses come first: a status code, a range, the default.
        return [.. errors.OrderBy(e => e.To - e.From)];
    }

    /// <summary>The location of a response.</summary>
    public static DocumentPointer Place(KeyValuePair<string, IOpenApiResponse> response, DocumentPointer operation, ParseContext context)
        => ReferenceParser.Follow(response.Value, operation["responses"][response.Key], "the response has no content", context);

    /// <summary>The JSON content, application/json before others; default if there is none. Binary content is a file, regardless of its content type.</summary>
    public static KeyValuePair<string, IOpenApiMediaType> JsonContent(KeyValuePair<string, IOpenApiResponse> response, ParseContext context) => Contents(response)
        .Where(c => BodyParser.IsJson(c.Key) && !StreamParser.IsStream(c.Key) && (c.Value?.Schema is { } schema ? context.Target(schema) is not { Format: "binary" } : c.Key != "*/*"))
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
