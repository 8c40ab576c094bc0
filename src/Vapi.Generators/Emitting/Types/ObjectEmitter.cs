using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>A class for a JSON object.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        writer.WriteLine($"[json::Serialization.JsonConverter(typeof(api::ModelConverter<{model.Name}>))]");
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} {(IsBase(model) ? "" : "sealed ")}partial class {model.Name} : {model.Hierarchy?.BaseName ?? "ApiObject"}");
        string access = IsBase(model) ? "private protected" : "private";
        foreach (IGrouping<string, PropertyModel> fields in model.Properties.Where(p => p.Constant is null && p.Origin is PropertyOrigin.Own or PropertyOrigin.Hiding).GroupBy(p => JsonEmitter.FieldType(p.Type)))
            writer.WriteLine($"{access} {fields.Key} {string.Join(", ", fields.Select(f => f.Field))};");

        WriteConstructors(writer, model);
        for (int i = 0; i < model.Properties.Count; i++)
        {
            if (model.Properties[i].Origin != PropertyOrigin.Inherited)
                WriteProperty(writer, model.Properties[i], i);
        }

        WriteAdditionalValues(writer, model.AdditionalValues);
        WriteReader(writer, model);
        WriteWriter(writer, model);
    }

    private static void WriteAdditionalValues(SourceWriter writer, AdditionalValuesModel? values)
    {
        if (values is null or { IsInherited: true })
            return;

        writer.WriteLine($$"""
            /// <summary>The properties in <c>AdditionalProperties</c> whose values match the type that the document declares for them.</summary>
            public generic::IDictionary<string, {{values.Type.Spelling}}> {{values.Name}} => api::Json.AdditionalValues<{{values.Type.Spelling}}>(_state.Kept ??= new(), {{JsonEmitter.ItemKinds(values.Type)}}, {{JsonEmitter.ItemReader(values.Type)}}, {{JsonEmitter.Writer(values.Type)}});
            """);
    }

    private static bool IsBase(ObjectModel model) => model.Hierarchy?.HasDerived == true;

    private static bool IsDerived(ObjectModel model) => model.Hierarchy?.BaseName is not null;

    /// <summary>A new object has its constants. An object that is being read only has the constants in the JSON, and can miss required properties.</summary>
    private static void WriteConstructors(SourceWriter writer, ObjectModel model)
    {
        bool hasRequired = model.Properties.Any(p => p.MustBeSet);
        IEnumerable<string> constants = Enumerable.Range(0, model.Properties.Count)
            .Where(i => model.Properties[i].Origin is PropertyOrigin.Own or PropertyOrigin.Hiding && (model.Properties[i].Constant is not null || model.Properties[i].Origin == PropertyOrigin.Hiding))
            .Select(i => $"_state.Set({Number(i)}{(model.Properties[i].Constant is null ? ", false" : "")}); ");
        string tag = model.Hierarchy is { TagField: { } field, TagValue: { } value } ? $"{field} = {CSharp.Literal(value)}; " : "";
        string parent = IsDerived(model) ? " : base(_)" : "";
        writer.WriteLine($$"""public {{model.Name}}() { {{string.Concat(constants)}}{{tag}}} {{(hasRequired ? "[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers] " : "")}}{{(IsBase(model) ? "private protected" : "private")}} {{model.Name}}(api::JsonConstructor _){{parent}} { }""");
    }

    private static void WriteProperty(SourceWriter writer, PropertyModel property, int ordinal)
    {
        DocumentationEmitter.Write(writer, property.Documentation);
        (TypeRef type, string field) = (property.Type, property.Field);
        string modifier = property.Origin is PropertyOrigin.Hiding or PropertyOrigin.Restating ? "new " : "";
        if (property.Constant is { } constant)
        {
            writer.WriteLine($"public {modifier}{type.Name} {property.Name} => {ConstantLiteral(type, constant)};");
            return;
        }

        bool optional = !property.Required || type.Nullable;
        string declaration = $"public {modifier}{(property.MustBeSet ? "required " : "")}{(optional ? type.NullableName : type.Name)} {property.Name}";
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

        // A nullable property is written after it was assigned, even with null. The assignment replaces the JSON that was kept for it.
        string mark = !type.Nullable ? "" : JsonEmitter.MayMisfit(type) ? ", value is null" : ", true";
        string setter = $"set {{ {set}; _state.Assign({Number(ordinal)}{mark}); }}";
        writer.WriteLine($"{declaration} {{ get => {get}; {setter} }}");
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model)
    {
        using (writer.WriteBlock($"internal {(IsDerived(model) ? "new " : "")}static {model.Name}? ReadJson(ref json::Utf8JsonReader reader)"))
        {
            WriteDispatch(writer, model);
            writer.WriteLine($"""
                if (!api::Json.StartObject(ref reader, out var cursor)) return null;
                var properties = {CSharp.Utf8Table(model.Properties.Select(p => Kinds(p) + p.JsonName))};
                var result = new {model.Name}(default(api::JsonConstructor));
                """);
            WriteLoop(writer, model);
            writer.WriteLine("return result;");
        }

        writer.WriteLine("private protected override object? ReadObject(ref json::Utf8JsonReader reader) => ReadJson(ref reader);");
    }

    /// <summary>A value that identifies a derived class is read as that class.</summary>
    private static void WriteDispatch(SourceWriter writer, ObjectModel model)
    {
        if (model.Hierarchy is not { Derived: { Count: > 0 } derived } hierarchy)
            return;

        using SourceWriter.Block block = writer.WriteBlock($"switch (api::Json.TagOfObject(reader, {CSharp.Utf8Literal(hierarchy.TagName)}, {CSharp.Utf8Table(derived.Select(d => d.TagValue))}))");
        for (int i = 0; i < derived.Count; i++)
        {
            if (derived[i].Name != model.Name)
                writer.WriteLine($"case {Number(i)}: return own::{derived[i].Name}.ReadJson(ref reader);");
        }

        if (hierarchy.DefaultName is { } other)
            writer.WriteLine($"case < 0: return own::{other}.ReadJson(ref reader);");
    }

    private static void WriteLoop(SourceWriter writer, ObjectModel model)
    {
        const string Loop = "while (api::Json.Next(ref reader, properties, ref cursor, ref result._state))";
        if (model.Properties.Count == 0)
        {
            writer.WriteLine(Loop + " { }");
            return;
        }

        using SourceWriter.Block block = writer.WriteBlock(Loop + " switch (cursor.Ordinal)");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertyModel property = model.Properties[i];
            string read = property.Constant is { } constant
                ? $"api::Json.{(property.Type.Kind == TypeKind.Boolean ? "ReadFlag" : "ReadConstant")}(ref reader, {ConstantUtf8(property.Type, constant)}, ref cursor, ref result._state)"
                : $"result.{property.Field} = {JsonEmitter.ReadProperty(property.Type)}";
            writer.WriteLine($"case {Number(i)}: {read}; break;");
        }
    }

    /// <summary>
    /// The JSON kinds that a property accepts, as a character: @ and their bits (B a string, D a number, H a Boolean, P an object, ` an array, ~ any; null is always accepted), with the bit of null
    /// for a read-only property.
    /// </summary>
    private static char Kinds(PropertyModel property)
    {
        const int Printable = '@';
        return (char)(Printable | (int)(property.Constant is null ? JsonEmitter.Kinds(property.Type) : JsonKinds.Values) | (int)(property.ReadOnly ? JsonKinds.Null : JsonKinds.None));
    }

    private static void WriteWriter(SourceWriter writer, ObjectModel model)
    {
        using SourceWriter.Block block = writer.WriteBlock("internal override void WriteObject(json::Utf8JsonWriter writer)");
        writer.WriteLine("writer.WriteStartObject();");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertyModel property = model.Properties[i];
            string name = CSharp.Utf8Literal(property.JsonName);
            string marked = $"_state.Has({Number(i)})";
            writer.WriteLine((property.ReadOnly ? "if (!api::Json.IsRequest) " : "") + (property.Constant is { } constant
                ? $"if ({marked}) writer.{ConstantWriter(property.Type)}({name}, {ConstantUtf8(property.Type, constant)});"
                : JsonEmitter.WriteField(property.Type, name, property.Field, marked)));
        }

        writer.WriteLine("api::Json.EndObject(writer, ref _state);");
    }

    private static string ConstantWriter(TypeRef type) => type.Kind switch
    {
        TypeKind.String => "WriteString",
        TypeKind.Boolean => "WriteBoolean",
        _ => "WriteNumber",
    };

    private static string ConstantLiteral(TypeRef type, string token) => type.Kind switch
    {
        TypeKind.String => CSharp.Literal(token),
        TypeKind.Double => CSharp.DoubleLiteral(token),
        _ => token,
    };

    private static string ConstantUtf8(TypeRef type, string token) => type.Kind == TypeKind.String ? CSharp.Utf8Literal(token) : ConstantLiteral(type, token);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
