using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using ParameterStyle = Vapi.Generators.Model.ParameterStyle;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The bodies that an operation accepts: one for each content type with a different C# type, JSON first.</summary>
internal static class BodyParser
{
    public static IReadOnlyList<BodyShape> ParseShapes(OpenApiOperation operation, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer content = ReferenceParser.Follow(operation.RequestBody, pointer["requestBody"], "the operation takes no body", context)["content"];
        if (operation.RequestBody is not { Content: { Count: > 0 } contents } body)
            return [];

        var bodies = new List<BodyShape>();
        foreach (KeyValuePair<string, IOpenApiMediaType> media in contents)
        {
            Shape shape = media.Value?.Schema is { } schema ? SchemaParser.Parse(schema, content[media.Key]["schema"], context) : PrimitiveShape.Any;
            bodies.Add(StreamParser.ItemOfBody(media.Key, media.Value, shape, content[media.Key], context) is { } item
                ? new BodyShape(media.Key, BodyKind.Lines, body.Required, new ListShape(item), body.Description) { IsStreamed = true }
                : PartsOf(media.Key, media.Value, body, shape, content[media.Key], context) ?? Make(media.Key, media.Value, body, shape, context));
        }

        // A form without fields is not useful as a raw body if there are other bodies.
        bodies.RemoveAll(b => b.Kind == BodyKind.Binary && IsForm(b.ContentType) && bodies.Exists(o => o.Kind != BodyKind.Binary));

        // If one content type can be serialized, the others need no warning.
        foreach (BodyShape raw in bodies.Where(b => b.IsUnwritten && bodies.TrueForAll(o => o.Kind == BodyKind.Binary)))
            context.Report(Descriptors.Unsupported.Id, content[raw.ContentType], $"serialization to the content type '{raw.ContentType}'", "a raw body (FileContent), which the caller serializes");

        // A file is sent in JSON only if no other content type can contain it.
        return [.. bodies.OrderBy(b => b.Kind == BodyKind.Json && HasFile(b.Shape, context)).ThenBy(b => b.Kind)];
    }

    /// <summary>A multipart body whose parts have no names: its items (OpenAPI 3.2, 4.14.5). Null for any other body. The parts of a form have names.</summary>
    private static BodyShape? PartsOf(string contentType, IOpenApiMediaType? media, IOpenApiRequestBody body, Shape shape, DocumentPointer pointer, ParseContext context)
    {
        if (!MediaType(contentType).StartsWith("multipart/", StringComparison.Ordinal) || MediaType(contentType) is "multipart/form-data" or "multipart/*")
            return null;

        Shape? item = media?.ItemSchema is { } own ? SchemaParser.Parse(own, pointer["itemSchema"], context) : (context.Resolve(shape) as ListShape)?.Item;
        return item is null ? null : new BodyShape(contentType, BodyKind.Parts, body.Required, new ListShape(item), body.Description)
        {
            IsStreamed = media?.ItemSchema is not null,
            PartType = Single(media?.ItemEncoding) ?? (context.Resolve(item) is PrimitiveShape { Kind: TypeKind.Bytes } ? "application/octet-stream" : null),
        };
    }

    /// <summary>The content type of a part, if only one is possible.</summary>
    private static string? Single(OpenApiEncoding? encoding) => encoding?.ContentType is { } type && type.IndexOfAny([',', '*']) < 0 ? type : null;

    private static bool IsForm(string contentType) => MediaType(contentType) is var type && (type == "application/x-www-form-urlencoded" || type.StartsWith("multipart/", StringComparison.Ordinal));

    /// <summary>
    /// The bodies with different C# types. A call without a body uses the first. If two content types have the same C# type, the first one is sent unless the Content-Type header of the options has the other, and the
    /// documentation says so.
    /// </summary>
    public static List<BodyModel> Parse(IReadOnlyList<BodyShape> bodies, TypeNamer types, ParseContext context)
        => [.. bodies.GroupBy(b => TypeOf(b, types).Name).Select((same, i) => Parse(same.First(), i == 0, [.. same.Skip(1)], types, context))];

    /// <summary>The bodies with the C# type of one body.</summary>
    public static List<BodyShape> SameType(IReadOnlyList<BodyShape> bodies, BodyModel body, TypeNamer types) => [.. bodies.Where(b => TypeOf(b, types).Name == body.Type.Name)];

    private static BodyModel Parse(BodyShape body, bool isFirst, List<BodyShape> same, TypeNamer types, ParseContext context) => new()
    {
        Type = TypeOf(body, types),
        Required = body.Required || !isFirst,
        ContentType = Written(body.ContentType),
        Kind = body.Kind,
        PartType = body.PartType,
        Description = same.Count == 0 ? body.Description
            : $"{body.Description} Sent as {body.ContentType}; the API also takes {string.Join(", ", same.Select(b => b.ContentType))}. To send another one, set the Content-Type header of the options.".TrimStart(),
        Others = same.Where(s => s.Kind != body.Kind).GroupBy(s => s.Kind).Select(s => Parse(s.First(), isFirst, [], types, context)).ToEquatableArray(),
        Forms = body.Kind == BodyKind.Multipart ? Forms(body, types, context).ToEquatableArray() : [],
        Encodings = body.Kind == BodyKind.Form ? Encodings(body) : [],
    };

    private static TypeRef TypeOf(BodyShape body, TypeNamer types)
    {
        TypeRef type = types.TypeOf(body.Shape);
        return body.IsStreamed ? type with { Name = $"generic::IAsyncEnumerable<{type.Item!.Spelling}>" } : type;
    }

    public static bool IsJson(string contentType)
    {
        string type = MediaType(contentType);
        return type is "application/json" or "text/json" or "*/*" || type.EndsWith("+json", StringComparison.Ordinal);
    }

    private static BodyShape Make(string contentType, IOpenApiMediaType? media, IOpenApiRequestBody body, Shape shape, ParseContext context)
    {
        Shape resolved = context.Resolve(shape);
        bool hasFields = resolved is ObjectShape or MapShape || resolved is UnionShape union && union.Members.Any(m => context.Resolve(m) is ObjectShape or MapShape);
        BodyKind kind = MediaType(Written(contentType)) switch
        {
            { } type when type.StartsWith("multipart/", StringComparison.Ordinal) && hasFields => BodyKind.Multipart,
            "application/x-www-form-urlencoded" when hasFields => BodyKind.Form,
            "*/*" when media?.Schema is null || resolved is PrimitiveShape { Kind: TypeKind.File } => BodyKind.Binary,
            _ when IsJson(contentType) => BodyKind.Json,
            { } type when type.StartsWith("text/", StringComparison.Ordinal) => BodyKind.Text,
            _ => BodyKind.Binary,
        };
        shape = kind switch
        {
            BodyKind.Text => new PrimitiveShape(TypeKind.String),
            BodyKind.Binary => new PrimitiveShape(TypeKind.File),
            _ => shape,
        };
        return new BodyShape(contentType, kind, body.Required, shape, body.Description)
        {
            Encodings = media?.Encoding,
            IsUnwritten = kind == BodyKind.Binary && (resolved is ObjectShape or ListShape or MapShape or UnionShape || media?.ItemSchema is not null),
        };
    }

    private static bool HasFile(Shape shape, ParseContext context)
        => context.Resolve(shape) is ObjectShape { Properties: { } properties }
            && properties.Any(p => context.Resolve(p.Shape) is PrimitiveShape { Kind: TypeKind.File } or ListShape { Item: PrimitiveShape { Kind: TypeKind.File } });

    /// <summary>The parts of each class that the body can be; empty if it has none.</summary>
    private static IEnumerable<FormModel> Forms(BodyShape body, TypeNamer types, ParseContext context) => context.Resolve(body.Shape) switch
    {
        ObjectShape => [new FormModel { Case = null, Parts = Parts(body, body.Shape, types, context) }],
        UnionShape union => union.Members.Where(m => context.Resolve(m) is ObjectShape).Select(m => new FormModel { Case = types.TypeOf(m).Name, Parts = Parts(body, m, types, context) }),
        _ => [],
    };

    private static EquatableArray<PartModel> Parts(BodyShape body, Shape shape, TypeNamer types, ParseContext context)
        => ObjectParser.Parse((ObjectShape)context.Resolve(shape), types.TypeOf(shape).Identifier, types, context).Properties
            .Where(p => !p.ReadOnly)
            .Select(p => Part(p, Encoding(body, p.JsonName)))
            .ToEquatableArray();

    private static PartModel Part(PropertyModel property, OpenApiEncoding? encoding) => new()
    {
        Property = property,
        ContentType = Single(encoding)
            ?? (property.Type is { Kind: TypeKind.Bytes } or { Kind: TypeKind.List, Item.Kind: TypeKind.Bytes } ? "application/octet-stream" : null),
        Separator = property.Type.Kind != TypeKind.List || encoding?.Explode != false ? null : ParameterParser.QueryStyle(encoding.Style) switch
        {
            ParameterStyle.SpaceDelimited => " ",
            ParameterStyle.PipeDelimited => "|",
            _ => ",",
        },
    };

    private static EquatableArray<FieldEncodingModel> Encodings(BodyShape body)
    {
        IEnumerable<FieldEncodingModel> encodings = (body.Encodings ?? new Dictionary<string, OpenApiEncoding>()).Where(e => e.Value is not null).Select(e => new FieldEncodingModel
        {
            Name = e.Key,
            Style = ParameterParser.QueryStyle(e.Value.Style) ?? ParameterStyle.Form,
            Explode = e.Value.Explode ?? true,
            AllowReserved = e.Value.AllowReserved == true,
            IsJson = e.Value is { Style: null, ContentType: { } type } && IsJson(type),
        });
        return encodings.ToEquatableArray();
    }

    private static OpenApiEncoding? Encoding(BodyShape body, string property)
        => body.Encodings is { } encodings && encodings.TryGetValue(property, out OpenApiEncoding? encoding) ? encoding : null;

    /// <summary>A content type that can be sent. Some documents omit a part of it.</summary>
    public static string Written(string contentType) => contentType.IndexOf('/') < 0 ? "application/" + contentType.Trim() : contentType;

    /// <summary>The content type without its parameters.</summary>
    public static string MediaType(string contentType) => contentType.Split(';')[0].Trim().ToLowerInvariant();
}
