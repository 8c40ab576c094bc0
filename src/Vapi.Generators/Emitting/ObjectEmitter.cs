using System.Globalization;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>A class for a JSON object.</summary>
internal static class ObjectEmitter
{
    /// <summary>What fits into the bits of one number.</summary>
    private const int NarrowMarks = 64;

    public static void Emit(SourceWriter writer, ObjectModel model, CodeSettings settings)
    {
        string type = $"global::{settings.Namespace}.{model.Name}";
        DeclarationEmitter.WriteDocumentation(writer, model.Documentation);
        writer.WriteLine($"[global::System.Text.Json.Serialization.JsonConverter(typeof(api::ModelConverter<{type}>))]");
        using SourceWriter.Block block = writer.WriteBlock($"{settings.Accessibility} sealed partial class {model.Name} : api::IJsonModel<{type}>");
        WriteFields(writer, model);
        WriteConstructors(writer, model);
        for (int i = 0; i < model.Properties.Count; i++)
            WriteProperty(writer, model.Properties[i], i);

        writer.WriteLine($$"""
            /// <summary>What was read and is not in the document, and constants that had another value: kept, and written back.</summary>
            public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement> AdditionalProperties => _unknown ??= new(global::System.StringComparer.Ordinal);

            internal static global::System.ReadOnlySpan<byte> JsonNames => {{CSharp.Utf8Table(model.Properties.Select(p => p.JsonName))}};

            """);
        WriteReader(writer, model, type);
        WriteWriter(writer, model, type);
    }

    private static void WriteFields(SourceWriter writer, ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property.Constant is null)
                writer.WriteLine($"private {JsonEmitter.FieldType(property.Type)} {property.Field};");
        }

        writer.WriteLine($"""
            private api::{(model.Properties.Count <= NarrowMarks ? "JsonMarks" : "WideJsonMarks")} _marks;
            private global::System.Collections.Generic.Dictionary<string, global::System.Text.Json.JsonElement>? _unknown;

            """);
    }

    /// <summary>A new object has its constants; one that is being read has those that are read.</summary>
    private static void WriteConstructors(SourceWriter writer, ObjectModel model)
    {
        using (writer.WriteBlock($"public {model.Name}()"))
        {
            for (int i = 0; i < model.Properties.Count; i++)
            {
                if (model.Properties[i].Constant is not null)
                    writer.WriteLine($"_marks.Set({Number(i)});");
            }
        }

        writer.WriteLine();
        writer.WriteLine("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        using (writer.WriteBlock($"private {model.Name}(api::JsonConstructor _)"))
        {
        }

        writer.WriteLine();
    }

    private static void WriteProperty(SourceWriter writer, PropertyModel property, int ordinal)
    {
        DeclarationEmitter.WriteDocumentation(writer, property.Documentation);
        (TypeRef type, string field) = (property.Type, property.Field);
        if (property.Constant is { } constant)
        {
            writer.WriteLine($"public {type.Name} {property.Name} => {ConstantLiteral(type, constant)};");
            writer.WriteLine();
            return;
        }

        bool optional = !property.Required || type.Nullable;
        string get = type.Kind switch
        {
            TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum when optional => $"{field} is {{ }} value ? new {type.Name}(value) : default({type.NullableName})",
            TypeKind.StringEnum => $"new({field}!)",
            TypeKind.Int64Enum or TypeKind.DoubleEnum => $"new({field}.GetValueOrDefault())",
            TypeKind.Union when optional => $"{field}.Value is null ? default({type.NullableName}) : {field}",
            TypeKind.Union => field,
            _ when optional => field,
            _ when type.IsValueType => $"{field}.GetValueOrDefault()",
            _ => field + "!",
        };
        string set = type.Kind switch
        {
            TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum => optional ? $"{field} = value?.Value" : $"{field} = value.Value",
            TypeKind.Union when optional => $"{field} = value.GetValueOrDefault()",
            _ => $"{field} = value",
        };

        // What may be null on the wire is written once it was assigned, also when null was.
        string setter = type.Nullable ? $"set {{ {set}; _marks.Set({Number(ordinal)}); }}" : $"set => {set};";
        string required = property.Required ? "required " : "";
        writer.WriteLine($"public {required}{(optional ? type.NullableName : type.Name)} {property.Name} {{ get => {get}; {setter} }}");
        writer.WriteLine();
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model, string type)
    {
        using (writer.WriteBlock($"internal static {type}? ReadJson(ref global::System.Text.Json.Utf8JsonReader reader)"))
        {
            writer.WriteLine($"""
                if (!api::Json.StartObject(ref reader))
                    return null;

                var result = new {type}(default(api::JsonConstructor));
                var cursor = default(api::JsonCursor);
                """);
            using (writer.WriteBlock($"while (api::Json.Next(ref reader, JsonNames, ref cursor, ref result._marks))"))
            using (writer.WriteBlock("switch (cursor.Ordinal)"))
            {
                for (int i = 0; i < model.Properties.Count; i++)
                {
                    PropertyModel property = model.Properties[i];
                    string read = property.Constant is { } constant
                        ? $"result._marks.Set({Number(i)}, api::Json.ReadConstant(ref reader, {CSharp.Literal(property.JsonName)}, {ConstantUtf8(property.Type, constant)}, ref result._unknown))"
                        : $"result.{property.Field} = {JsonEmitter.ReadField(property.Type)}";
                    writer.WriteLine($"case {Number(i)}: {read}; break;");
                }

                writer.WriteLine($"default: api::Json.ReadUnknown(ref reader, ref result._unknown); break;");
            }

            writer.WriteLine();
            writer.WriteLine("return result;");
        }

        writer.WriteLine();
        writer.WriteLine($"{type}? api::IJsonModel<{type}>.Read(ref global::System.Text.Json.Utf8JsonReader reader) => ReadJson(ref reader);");
        writer.WriteLine();
    }

    private static void WriteWriter(SourceWriter writer, ObjectModel model, string type)
    {
        using (writer.WriteBlock("internal void WriteJson(global::System.Text.Json.Utf8JsonWriter writer)"))
        {
            writer.WriteLine("writer.WriteStartObject();");
            for (int i = 0; i < model.Properties.Count; i++)
            {
                PropertyModel property = model.Properties[i];
                string name = CSharp.Utf8Literal(property.JsonName);
                string marked = $"_marks.Has({Number(i)})";
                writer.WriteLine(property.Constant is { } constant
                    ? $"if ({marked}) writer.{(property.Type.Kind == TypeKind.String ? "WriteString" : "WriteNumber")}({name}, {ConstantUtf8(property.Type, constant)});"
                    : JsonEmitter.WriteField(property.Type, name, property.Field, marked));
            }

            writer.WriteLine($"""
                api::Json.WriteUnknown(writer, _unknown);
                writer.WriteEndObject();
                """);
        }

        writer.WriteLine();
        writer.WriteLine($"void api::IJsonModel.Write(global::System.Text.Json.Utf8JsonWriter writer) => WriteJson(writer);");
    }

    private static string ConstantLiteral(TypeRef type, string token) => type.Kind switch
    {
        TypeKind.String => CSharp.Literal(token),
        TypeKind.Double => CSharp.DoubleLiteral(token),
        _ => token,
    };

    private static string ConstantUtf8(TypeRef type, string token) => type.Kind == TypeKind.String ? CSharp.Utf8Literal(token) : ConstantLiteral(type, token);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
