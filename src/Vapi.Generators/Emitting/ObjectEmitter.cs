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
        DeclarationEmitter.WriteDocumentation(writer, model.Documentation);
        writer.WriteLine($"[json::Serialization.JsonConverter(typeof(api::ModelConverter<{model.Name}>))]");
        using SourceWriter.Block block = writer.WriteBlock($"{settings.Accessibility} sealed partial class {model.Name} : api::IJsonModel<{model.Name}>");
        WriteFields(writer, model);
        WriteConstructors(writer, model);
        for (int i = 0; i < model.Properties.Count; i++)
            WriteProperty(writer, model.Properties[i], i);

        writer.WriteLine($$"""
            /// <summary>What was read and the document does not know; it is written back.</summary>
            public generic::IDictionary<string, json::JsonElement> AdditionalProperties => _unknown ??= new();

            internal static global::System.ReadOnlySpan<byte> JsonNames => {{CSharp.Utf8Table(model.Properties.Select(p => p.JsonName))}};
            """);
        WriteReader(writer, model);
        WriteWriter(writer, model);
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
            private generic::Dictionary<string, json::JsonElement>? _unknown;

            """);
    }

    /// <summary>A new object has its constants; one that is being read has those that are read.</summary>
    private static void WriteConstructors(SourceWriter writer, ObjectModel model)
    {
        IEnumerable<string> constants = Enumerable.Range(0, model.Properties.Count)
            .Where(i => model.Properties[i].Constant is not null)
            .Select(i => $"_marks.Set({Number(i)}); ");
        writer.WriteLine($$"""
            public {{model.Name}}() { {{string.Concat(constants)}}}
            [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            private {{model.Name}}(api::JsonConstructor _) { }

            """);
    }

    private static void WriteProperty(SourceWriter writer, PropertyModel property, int ordinal)
    {
        DeclarationEmitter.WriteDocumentation(writer, property.Documentation);
        (TypeRef type, string field) = (property.Type, property.Field);
        if (property.Constant is { } constant)
        {
            writer.WriteLine($"public {type.Name} {property.Name} => {ConstantLiteral(type, constant)};");
            return;
        }

        bool optional = !property.Required || type.Nullable;
        string get = type.Kind switch
        {
            TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum when optional => $"{field} is {{ }} value ? new(value) : null",
            TypeKind.StringEnum => $"new({field}!)",
            TypeKind.Int64Enum or TypeKind.DoubleEnum => $"new({field}.GetValueOrDefault())",
            TypeKind.Union when optional => $"api::Json.OrNull({field})",
            TypeKind.Union => field,
            TypeKind.Single => optional ? $"(float?){field}" : $"(float){field}.GetValueOrDefault()",
            _ when optional => field,
            _ when type.IsValueType => $"{field}.GetValueOrDefault()",
            _ => field + "!",
        };
        string set = type.Kind switch
        {
            TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum => optional ? $"{field} = value?.Value" : $"{field} = value.Value",
            TypeKind.Union when optional => $"{field} = value.GetValueOrDefault()",
            TypeKind.Single => $"{field} = api::Json.Widen(value)",
            _ => $"{field} = value",
        };

        // What may be null on the wire is written once it was assigned, also when null was.
        string setter = type.Nullable ? $"set {{ {set}; _marks.Set({Number(ordinal)}); }}" : $"set => {set};";
        string required = property.Required ? "required " : "";
        writer.WriteLine($"public {required}{(optional ? type.NullableName : type.Name)} {property.Name} {{ get => {get}; {setter} }}");
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model)
    {
        writer.WriteLine();
        using (writer.WriteBlock($"internal static {model.Name}? ReadJson(ref json::Utf8JsonReader reader)"))
        {
            writer.WriteLine($"""
                if (!api::Json.StartObject(ref reader)) return null;
                var result = new {model.Name}(default(api::JsonConstructor));
                var cursor = default(api::JsonCursor);
                while (api::Json.Next(ref reader, JsonNames, ref cursor, ref result._marks))
                """);
            using (writer.WriteBlock("switch (cursor.Ordinal)"))
            {
                for (int i = 0; i < model.Properties.Count; i++)
                {
                    PropertyModel property = model.Properties[i];
                    string read = property.Constant is { } constant
                        ? $"result._marks.Set({Number(i)}, api::Json.ReadConstant(ref reader, {CSharp.Literal(property.JsonName)}, {ConstantUtf8(property.Type, constant)}, ref result._unknown));"
                        : JsonEmitter.ReadProperty(property.Type, "result." + property.Field);
                    writer.WriteLine($"case {Number(i)}: {read} break;");
                }

                writer.WriteLine("default: api::Json.Keep(ref reader, JsonNames, cursor, ref result._unknown); break;");
            }

            writer.WriteLine("return result;");
        }

        writer.WriteLine($"{model.Name}? api::IJsonModel<{model.Name}>.Read(ref json::Utf8JsonReader reader) => ReadJson(ref reader);");
    }

    private static void WriteWriter(SourceWriter writer, ObjectModel model)
    {
        writer.WriteLine();
        using SourceWriter.Block block = writer.WriteBlock("void api::IJsonModel.Write(json::Utf8JsonWriter writer)");
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

        writer.WriteLine("api::Json.EndObject(writer, _unknown);");
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
