using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>The statements that set the body of a request.</summary>
internal static class BodyEmitter
{
    public static void Write(SourceWriter writer, BodyModel? body, string? streamProperty)
    {
        if (body is null || body.Others.Count == 0 || streamProperty is not null)
        {
            WriteOne(writer, body, streamProperty);
            return;
        }

        string keyword = "if";
        foreach (BodyModel other in body.Others)
        {
            using (writer.WriteBlock($"{keyword} (request.IsSentAs({CSharp.Literal(other.ContentType)}))"))
                WriteOne(writer, other, null);
            keyword = "else if";
        }

        using (writer.WriteBlock("else"))
            WriteOne(writer, body, null);
    }

    private static void WriteOne(SourceWriter writer, BodyModel? body, string? streamProperty)
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
                WriteMultipart(writer, body);
                break;
            case BodyKind.Multipart:
                using (writer.WriteBlock(body.Type.Kind == TypeKind.Union ? "if (body.HasValue)" : "if (body is not null)"))
                    WriteMultipart(writer, body);
                break;
            case BodyKind.Form:
                writer.WriteLine($"request.SetForm(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type)}{string.Concat(body.Encodings.Select(e => ", " + Encoding(e)))});");
                break;
            case BodyKind.Lines:
                writer.WriteLine($"request.SetLines(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type.Item!)});");
                break;
            case BodyKind.Parts:
                writer.WriteLine($"request.SetParts(body, {CSharp.Literal(body.ContentType)}, {JsonEmitter.Writer(body.Type.Item!)}{(body.PartType is { } part ? ", " + CSharp.Literal(part) : "")});");
                break;
            case BodyKind.Text:
                writer.WriteLine($"request.SetText(body, {CSharp.Literal(body.ContentType)});");
                break;
            case BodyKind.Binary:
                writer.WriteLine($"request.SetFile(body, {CSharp.Literal(body.ContentType)});");
                break;
        }
    }

    private static void WriteMultipart(SourceWriter writer, BodyModel body)
    {
        const string FormData = "multipart/form-data";
        string whole = $"request.AddParts(body, {JsonEmitter.Writer(body.Type)});";
        writer.WriteLine($"request.SetMultipart({(body.ContentType == FormData ? "" : CSharp.Literal(body.ContentType))});");
        if (body.Forms.Count == 0)
        {
            writer.WriteLine(whole);
            return;
        }

        if (body.Forms[0].Case is null)
        {
            WriteParts(writer, body.Forms[0], "body");
            return;
        }

        using SourceWriter.Block block = writer.WriteBlock($"switch (body.{(body.Required ? "" : "Value.")}Value)");
        for (int i = 0; i < body.Forms.Count; i++)
        {
            string form = "_form" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            writer.WriteLine($"case {CSharp.Qualify(body.Forms[i].Case!)} {form}:");
            WriteParts(writer, body.Forms[i], form);
            writer.WriteLine("break;");
        }

        writer.WriteLine($"default: {whole} break;");
    }

    private static void WriteParts(SourceWriter writer, FormModel form, string source)
    {
        foreach (PartModel part in form.Parts)
        {
            string arguments = $"{CSharp.Literal(part.Property.JsonName)}, {source}.{part.Property.Name}";
            string contentType = part.ContentType is { } type ? ", " + CSharp.Literal(type) : "";
            writer.WriteLine(part.Property.Type switch
            {
                { Kind: TypeKind.File } => $"request.AddFile({arguments}{contentType});",
                { Kind: TypeKind.List, Item.Kind: TypeKind.File } => $"request.AddFiles({arguments}{contentType});",
                { Kind: TypeKind.List } when part.Separator is { } separator => $"request.AddPart({arguments}, {JsonEmitter.Writer(part.Property.Type)}, {CSharp.Literal(separator)}{contentType});",
                { Kind: TypeKind.String } => $"request.AddPart({arguments}{contentType});",
                _ => $"request.AddJsonPart({arguments}, {JsonEmitter.Writer(part.Property.Type)}{contentType});",
            });
        }

        writer.WriteLine($"request.AddParts({source}.AdditionalProperties);");
    }

    private static string Encoding(FieldEncodingModel encoding)
        => $"new api::FieldEncoding({CSharp.Literal(encoding.Name)}, api::ParameterStyle.{encoding.Style}, explode: {Literal(encoding.Explode)}"
            + (encoding.AllowReserved ? ", allowReserved: true" : "") + (encoding.IsJson ? ", isJson: true" : "") + ")";

    private static string Literal(bool value) => value ? "true" : "false";
}
