using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>A struct that holds one of several types.</summary>
internal static class UnionEmitter
{
    private const string Element = "json::JsonElement";

    private const string Unknown = "_ => api::Json.ReadAny(ref reader),";

    public static void Emit(SourceWriter writer, UnionModel model, CodeSettings settings)
    {
        string type = model.Name;
        DocumentationEmitter.Write(writer, model.Documentation);
        writer.WriteLine($"[global::System.Runtime.CompilerServices.Union, json::Serialization.JsonConverter(typeof(api::ModelConverter<{type}>))]");
        using SourceWriter.Block block = writer.WriteBlock(
            $"{CSharp.Generated} {settings.Accessibility} readonly partial struct {type} : global::System.Runtime.CompilerServices.IUnion, global::System.IEquatable<{type}>, api::IJsonModel");
        writer.WriteLine($$"""
            private readonly object? _value;
            /// <summary>The value: one of the members, or a <see cref="{{Element}}"/> if it matches none of them. Null only in a default union.</summary>
            public object? Value => _value;
            private {{type}}(object? value, api::JsonConstructor _) => _value = value;
            """);
        bool convertsItself = settings.Capabilities.HasUnions;
        foreach (UnionCaseModel @case in model.Cases)
            writer.WriteLine($"public {type}({@case.Type.Name} value) => _value = value;{Conversions(type, @case.Type, convertsItself)}");

        writer.WriteLine($$"""
            /// <summary>Creates a union from a value that matches none of the members in the document.</summary>
            public {{type}}({{Element}} value) => _value = value;{{(convertsItself ? "" : Conversion(type, Element, Element))}}
            public static bool operator ==({{type}} left, {{type}} right) => left.Equals(right); public static bool operator !=({{type}} left, {{type}} right) => !left.Equals(right);
            public bool Equals({{type}} other) => Equals(_value, other._value); public override bool Equals(object? obj) => obj is {{type}} other && Equals(other);
            public override int GetHashCode() => _value?.GetHashCode() ?? 0; public override string ToString() => api::ObjectText.Of(this);
            object? api::IJsonModel.Read(ref json::Utf8JsonReader reader) => ReadJson(ref reader);
            """);
        WriteReader(writer, model, type);
        WriteWriter(writer, model);
    }

    /// <summary>
    /// C# 15 converts a member to its union. The other conversions are emitted for every version: C# does not allow conversions from interfaces, so a list converts from List and array, and a map from Dictionary.
    /// </summary>
    private static string Conversions(string union, TypeRef type, bool convertsItself)
    {
        IEnumerable<string> sources = type.Kind switch
        {
            TypeKind.List => [$"generic::List<{type.Item!.Spelling}>", type.Item!.Spelling + "[]"],
            TypeKind.Map => [$"generic::Dictionary<string, {type.Item!.Spelling}>"],
            // An enum constant is a string or number. Its conversion to the union would need two steps, which C# does not do implicitly.
            TypeKind.StringEnum => [type.Name, "string"],
            TypeKind.Int64Enum => [type.Name, "long"],
            TypeKind.DoubleEnum => [type.Name, "double"],
            _ => [type.Name],
        };
        return string.Concat(sources.Where(s => s != type.Name || !convertsItself).Select(s => Conversion(union, s, type.Name)));
    }

    private static string Conversion(string union, string source, string member)
        => $" public static implicit operator {union}({source} value) => new({(source == member ? "value" : $"({member})value")});";

    private static void WriteReader(SourceWriter writer, UnionModel model, string type)
    {
        if (model.Twin is { } twin)
        {
            writer.WriteLine($"internal static {type} ReadJson(ref json::Utf8JsonReader reader) => new(own::{twin}.ReadValue(ref reader), default);");
            return;
        }

        UnionResolutionModel resolution = model.Resolution;
        if (resolution.Members.Count > 0)
            WriteMatcher(writer, resolution);

        // A value in a struct would cost its twins two more methods in a first read.
        if (model.IsTwin)
            writer.WriteLine($"internal static {type} ReadJson(ref json::Utf8JsonReader reader) => new(ReadValue(ref reader), default);");

        (string start, string end) = model.IsTwin ? ("object? ReadValue(ref json::Utf8JsonReader reader) => ", "};") : ($"{type} ReadJson(ref json::Utf8JsonReader reader) => new(", "}, default);");
        using (writer.WriteBlock($"internal static {start}reader.TokenType switch", end))
        {
            writer.WriteLine("json::JsonTokenType.Null => null,");
            WriteArm("String", resolution.StringCase);
            WriteArm("Number", resolution.NumberCase);
            WriteArm("True or json::JsonTokenType.False", resolution.BooleanCase);
            if (resolution.ArrayCases.Count > 0)
                writer.WriteLine($"json::JsonTokenType.StartArray => {Array(model)},");
            if (resolution.ObjectCases.Count == 1)
                WriteArm("StartObject", resolution.ObjectCases[0]);
            else if (resolution.ObjectCases.Count > 1)
                WriteObjectArms(writer, model);

            writer.WriteLine(Unknown);
        }

        void WriteArm(string token, int index)
        {
            if (index >= 0)
                writer.WriteLine($"json::JsonTokenType.{token} => {Read(model.Cases[index].Type)},");
        }
    }

    private static void WriteObjectArms(SourceWriter writer, UnionModel model)
    {
        UnionResolutionModel resolution = model.Resolution;
        if (resolution.TagName is not { } tag)
        {
            WriteMatches(writer, model, "json::JsonTokenType.StartObject");
            return;
        }

        using SourceWriter.Block block = writer.WriteBlock(
            $"json::JsonTokenType.StartObject => api::Json.Tag(reader, {CSharp.Utf8Literal(tag)}, {CSharp.Utf8Table(resolution.Tags.Select(t => t.Value))}) switch", "},");
        foreach (IGrouping<int, (int Arm, int Case)> group in resolution.Tags.Select((t, i) => (Arm: i, t.Case)).GroupBy(a => a.Case))
            writer.WriteLine($"{string.Join(" or ", group.Select(a => Number(a.Arm)))} => {Read(model.Cases[group.Key].Type)},");

        if (resolution.Members.Count > 0)
            WriteMatches(writer, model, "api::Json.NoTag");

        WriteOther(writer, model);
    }

    /// <summary>The case of an object that matches none of the members.</summary>
    private static void WriteOther(SourceWriter writer, UnionModel model)
        => writer.WriteLine(model.Resolution.OtherCase is var other and >= 0 ? $"_ => {Read(model.Cases[other].Type)}," : Unknown);

    /// <summary>Compares the value with the descriptions of the members.</summary>
    private static void WriteMatches(SourceWriter writer, UnionModel model, string pattern)
    {
        using SourceWriter.Block block = writer.WriteBlock($"{pattern} => Matcher.Match(reader) switch", "},");
        for (int i = 0; i < model.Resolution.Members.Count; i++)
            writer.WriteLine($"{Number(i)} => {Read(model.Cases[model.Resolution.Members[i].Case].Type)},");

        WriteOther(writer, model);
    }

    /// <summary>Arrays are distinguished by their first item.</summary>
    private static string Array(UnionModel model)
    {
        EquatableArray<UnionArrayModel> arrays = model.Resolution.ArrayCases;
        if (((JsonKinds)arrays[0].Kinds[0]).HasFlag(JsonKinds.AnyArray))
            return Read(model.Cases[arrays[0].Case].Type);

        bool isDeep = arrays.Any(a => a.Kinds.Count > 1);
        IEnumerable<string> arms = arrays.Select(a =>
        {
            string kinds = isDeep ? $"_ when api::Json.IsArrayOf(reader, {string.Join(", ", a.Kinds.Select(k => JsonEmitter.KindNames((JsonKinds)k)))})" : $"var kind when (kind & ({JsonEmitter.KindNames((JsonKinds)a.Kinds[0])})) != 0";
            return $"{kinds} => {Read(model.Cases[a.Case].Type)}, ";
        });
        return $"api::Json.KindOf(reader) switch {{ {string.Concat(arms)}{Unknown.TrimEnd(',')} }}";
    }

    private static void WriteMatcher(SourceWriter writer, UnionResolutionModel resolution)
    {
        using SourceWriter.Block block = writer.WriteBlock("private static readonly api::UnionMatcher Matcher = new(new api::UnionMember[]", "});");
        foreach (UnionMemberModel member in resolution.Members)
        {
            IEnumerable<string> properties = member.Properties.Select(p =>
                $".{(p.Required ? "Required" : "Optional")}({CSharp.Literal(p.JsonName)}, {JsonEmitter.KindNames(p.Kinds)}{string.Concat(p.Values.Select(v => ", " + CSharp.Literal(v)))}){(p.IsTag ? ".Telling()" : "")}{Tagged(p)}");
            writer.WriteLine($"new api::UnionMember({(member.IsOpen ? "isOpen: true" : "")}{(member.Others == JsonKinds.Any ? "" : ", others: " + JsonEmitter.KindNames(member.Others))}){string.Concat(properties)},");
        }
    }

    private static string Tagged(UnionPropertyModel property)
        => property.TagName is { } tag ? $".Tagged({CSharp.Utf8Literal(tag)}, {CSharp.Utf8Table(property.TagValues)})" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteWriter(SourceWriter writer, UnionModel model)
    {
        List<TypeRef> plain = [.. model.Cases.Select(c => c.Type).Where(t => t.Kind is not (TypeKind.Object or TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum or TypeKind.Union or TypeKind.String or TypeKind.Boolean or TypeKind.Int64 or TypeKind.Double))];
        if (plain.Count == 0)
        {
            writer.WriteLine("void api::IJsonModel.Write(json::Utf8JsonWriter writer) => api::Json.WriteMember(writer, _value);");
            return;
        }

        using (writer.WriteBlock("void api::IJsonModel.Write(json::Utf8JsonWriter writer)"))
        using (writer.WriteBlock("switch (_value)"))
        {
            foreach (TypeRef @case in plain)
            {
                string write = @case.Kind switch
                {
                    TypeKind.List or TypeKind.Map when JsonEmitter.IsModel(@case.Item!) => $"api::Json.WriteModel{@case.Kind}(writer, value)",
                    TypeKind.List or TypeKind.Map => $"api::Json.Write{@case.Kind}(writer, value, {JsonEmitter.Writer(@case.Item!)})",
                    _ => $"api::Json.Write{@case.Kind}(writer, value)",
                };
                writer.WriteLine($"case {@case.Name} value: {write}; break;");
            }

            writer.WriteLine("default: api::Json.WriteMember(writer, _value); break;");
        }
    }

    /// <summary>Reads a value whose kind is known, so it is not null. A value that its type cannot represent becomes the unknown case.</summary>
    private static string Read(TypeRef type) => type.Kind switch
    {
        TypeKind.StringEnum => $"new {type.Name}({JsonEmitter.ReadField(type)}!)",
        TypeKind.Int64Enum => $"{ReadOrAny(type, "long?")} is long number ? new {type.Name}(number) : api::Json.ReadAny(ref reader)",
        TypeKind.DoubleEnum => $"{ReadOrAny(type, "double?")} is double number ? new {type.Name}(number) : api::Json.ReadAny(ref reader)",
        TypeKind.Single => "api::Json.ReadOrAny<float?>(ref reader, api::Json.ReadSingle)",
        _ when JsonEmitter.MayMisfit(type) => ReadOrAny(type, type.NullableName),
        _ when type.IsValueType && type.Kind is not (TypeKind.Union or TypeKind.Element) => JsonEmitter.ReadField(type) + ".GetValueOrDefault()",
        _ => JsonEmitter.ReadField(type),
    };

    private static string ReadOrAny(TypeRef type, string value)
        => $"api::Json.ReadOrAny<{value}>(ref reader, static (ref json::Utf8JsonReader reader, ref api::JsonCursor cursor) => {JsonEmitter.ReadProperty(type)})";
}
