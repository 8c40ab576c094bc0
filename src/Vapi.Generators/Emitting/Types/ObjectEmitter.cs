using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>A class for a JSON object.</summary>
internal static class ObjectEmitter
{
    private const string Visit = "internal override void VisitProperties(ref json::Utf8JsonReader reader, ref api::JsonCursor cursor)";

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
        WriteVisit(writer, model);
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
        string tag = model.Hierarchy is { TagOrdinal: { } ordinal, TagValue: { } value }
            ? $"{model.Properties[ordinal].Field} = {CSharp.Literal(value)}; _state.Set({Number(ordinal)}); "
            : "";
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

        // The assignment replaces the JSON that was kept for the property. A nullable property is written after it was assigned, even with null.
        string isSet = type.Nullable ? "" : type.Kind switch
        {
            TypeKind.Union => $", {field}.Value",
            TypeKind.Element => ", value",
            _ when !type.IsValueType => ", value",
            _ => optional ? ", value.HasValue" : "",
        };
        string setter = $"set {{ {set}; _state.Assign({Number(ordinal)}{isSet}); }}";
        writer.WriteLine($"{declaration} {{ get => {get}; {setter} }}");
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model)
    {
        string signature = $"internal {(IsDerived(model) ? "new " : "")}static {model.Name}? ReadJson(ref json::Utf8JsonReader reader)";
        string read = $"api::Json.StartObject(reader) ? api::Json.ReadProperties(ref reader, new {model.Name}(default(api::JsonConstructor))) : null;";
        if (model.Hierarchy is { Derived: { Count: > 0 } derived } hierarchy)
        {
            using SourceWriter.Block block = writer.WriteBlock(signature);
            WriteDispatch(writer, model, hierarchy, derived);
            writer.WriteLine("return " + read);
        }
        else
            writer.WriteLine($"{signature} => {read}");

        writer.WriteLine("private protected override object? ReadObject(ref json::Utf8JsonReader reader) => ReadJson(ref reader);");
    }

    /// <summary>A value that identifies a derived class is read as that class.</summary>
    private static void WriteDispatch(SourceWriter writer, ObjectModel model, HierarchyModel hierarchy, EquatableArray<DerivedModel> derived)
    {
        using SourceWriter.Block block = writer.WriteBlock($"switch (api::Json.TagOfObject(reader, {CSharp.Utf8Literal(hierarchy.TagName)}, {CSharp.Utf8Table(derived.Select(d => d.TagValue))}))");
        for (int i = 0; i < derived.Count; i++)
        {
            if (derived[i].Name != model.Name)
                writer.WriteLine($"case {Number(i)}: return own::{derived[i].Name}.ReadJson(ref reader);");
        }

        if (hierarchy.DefaultName is { } other)
            writer.WriteLine($"case < 0: return own::{other}.ReadJson(ref reader);");
    }

    /// <summary>One method reads and writes all properties, inherited ones too.</summary>
    private static void WriteVisit(SourceWriter writer, ObjectModel model)
    {
        string table = CSharp.Utf8Table(model.Properties.Select(p => Kinds(p) + p.JsonName));
        string loop = $"while (api::Json.Next(ref reader, {table}, ref s_names, ref cursor, ref _state))";
        writer.WriteLine("private static api::JsonNames? s_names;");
        if (model.Properties.Count == 0)
        {
            writer.WriteLine($$"""{{Visit}} { {{loop}}; }""");
            return;
        }

        using SourceWriter.Block cases = writer.WriteBlock($$"""{{Visit}} { {{loop}} switch (cursor.Ordinal)""", "} }");
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertyModel property = model.Properties[i];
            string visit = property.Constant is { } constant ? $"cursor.Constant(ref reader, {ConstantUtf8(property.Type, constant)})" : JsonEmitter.Visit(property.Type, property.Field);
            writer.WriteLine($"case {Number(i)}: {visit}; break;");
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

    private static string ConstantLiteral(TypeRef type, string token) => type.Kind switch
    {
        TypeKind.String => CSharp.Literal(token),
        TypeKind.Double => CSharp.DoubleLiteral(token),
        _ => token,
    };

    private static string ConstantUtf8(TypeRef type, string token) => type.Kind == TypeKind.String ? CSharp.Utf8Literal(token) : ConstantLiteral(type, token);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
