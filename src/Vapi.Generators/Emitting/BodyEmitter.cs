using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>The statements that put a body into a request.</summary>
internal static class BodyEmitter
{
    public static void Write(SourceWriter writer, BodyModel? body, string? streamProperty)
    {
        switch (body?.Kind)
        {
            case BodyKind.Json when streamProperty is not null:
                writer.WriteLine($"request.SetStreamedJson(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type)}, {CSharp.Literal(streamProperty)});");
                break;
            case BodyKind.Json:
                writer.WriteLine(body.Required
                    ? $"request.SetJson(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type)});"
                    : $"if (body is {{ }} _json) request.SetJson(_json, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type)});");
                break;
            case BodyKind.Multipart when body.Required:
                WriteParts(writer, body);
                break;
            case BodyKind.Multipart:
                using (writer.WriteBlock("if (body is not null)"))
                    WriteParts(writer, body);
                break;
            case BodyKind.Form:
                writer.WriteLine($"request.SetForm(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type)}{string.Concat(body.Encodings.Select(e => ", " + Encoding(e)))});");
                break;
            case BodyKind.Text:
                writer.WriteLine($"request.SetText(body, {CSharp.Literal(body.ContentType)});");
                break;
            case BodyKind.Binary:
                writer.WriteLine($"request.SetFile(body, {CSharp.Literal(body.ContentType)});");
                break;
        }
    }

    private static void WriteParts(SourceWriter writer, BodyModel body)
    {
        writer.WriteLine("request.SetMultipart();");
        foreach (PartModel part in body.Parts)
        {
            string arguments = $"{CSharp.Literal(part.Property.JsonName)}, body.{part.Property.Name}";
            string contentType = part.ContentType is { } type ? ", " + CSharp.Literal(type) : "";
            writer.WriteLine(part.Property.Type switch
            {
                { Kind: TypeKind.File } => $"request.AddFile({arguments}{contentType});",
                { Kind: TypeKind.List, Item.Kind: TypeKind.File } => $"request.AddFiles({arguments}{contentType});",
                { Kind: TypeKind.String } => $"request.AddPart({arguments}{contentType});",
                _ => $"request.AddJsonPart({arguments}, {JsonEmitter.Writer(part.Property.Type)}{contentType});",
            });
        }

        writer.WriteLine($"request.AddParts(body.AdditionalProperties);");
    }

    private static string Encoding(FieldEncodingModel encoding)
        => $"new api::FieldEncoding({CSharp.Literal(encoding.Name)}, api::ParameterStyle.{encoding.Style}, explode: {Literal(encoding.Explode)}"
            + (encoding.AllowReserved ? ", allowReserved: true" : "") + (encoding.IsJson ? ", isJson: true" : "") + ")";

    private static string Literal(bool value) => value ? "true" : "false";
}
