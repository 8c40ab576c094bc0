using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>The struct of an open enum.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, CodeSettings settings)
    {
        string name = model.Name;
        string value = model.Kind switch
        {
            TypeKind.StringEnum => "string",
            TypeKind.Int64Enum => "long",
            _ => "double",
        };
        DocumentationEmitter.Write(writer, model.Documentation);
        writer.WriteLine($"[json::Serialization.JsonConverter(typeof(api::ModelConverter<{name}>)), global::System.ComponentModel.TypeConverter(typeof(api::EnumTypeConverter<{name}>))]");
        using SourceWriter.Block block = writer.WriteBlock($"{settings.Accessibility} readonly partial struct {name} : global::System.IEquatable<{name}>, api::IJsonEnum<{name}>");
        foreach (EnumMemberModel member in model.Members)
            writer.WriteLine($"public const {value} {member.Name} = {Literal(model.Kind, member.Value)};");

        writer.WriteLine();
        if (model.Kind == TypeKind.StringEnum)
            WriteTextMembers(writer, name);
        else
            WriteNumberMembers(writer, name, value, model.Kind == TypeKind.Int64Enum ? "Int64" : "Double");

        writer.WriteLine($$"""
            public static {{name}} Parse(string text, global::System.IFormatProvider? provider = null) => TryParse(text, out var value) ? value : throw api::EnumText.Unreadable(text);
            public static bool TryParse(string? text, global::System.IFormatProvider? provider, out {{name}} value) => TryParse(text, out value);
            bool api::IJsonKey<{{name}}>.TryRead(string? text, out {{name}} value) => TryParse(text, out value);
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
            public static implicit operator {{name}}({{value}} value) => new(value);
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
            {{name}} api::IJsonModel<{{name}}>.Read(ref json::Utf8JsonReader reader) => ReadJson(ref reader);
            """);
    }

    private static string Literal(TypeKind kind, string value) => kind switch
    {
        TypeKind.StringEnum => CSharp.Literal(value),
        TypeKind.Int64Enum => value,
        _ => CSharp.DoubleLiteral(value),
    };

    private static void WriteTextMembers(SourceWriter writer, string name) => writer.WriteLine($$"""
        private readonly string? _value;
        public {{name}}(string value) => _value = value;
        /// <summary>The string value: one of the constants, or a value that is not in the document.</summary>
        public string Value => _value ?? "";
        public bool Equals({{name}} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);
        public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);
        public override string ToString() => Value;
        public static bool TryParse(string? text, out {{name}} value) { value = new(text!); return text is not null; }
        internal static {{name}} ReadJson(ref json::Utf8JsonReader reader) => new(api::Json.Value(ref reader, api::Json.ReadEnum(ref reader)));
        void api::IJsonModel.Write(json::Utf8JsonWriter writer) => writer.WriteStringValue(_value);
        """);

    private static void WriteNumberMembers(SourceWriter writer, string name, string value, string kind) => writer.WriteLine($$"""
        public {{name}}({{value}} value) => Value = value;
        /// <summary>The number value: one of the constants, or a value that is not in the document.</summary>
        public {{value}} Value { get; }
        public bool Equals({{name}} other) => Value.Equals(other.Value);
        public override int GetHashCode() => Value.GetHashCode();
        public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
        public static bool TryParse(string? text, out {{name}} value) { bool isNumber = api::EnumText.TryRead(text, out {{value}} number); value = new(number); return isNumber; }
        internal static {{name}} ReadJson(ref json::Utf8JsonReader reader) => api::Json.ReadAlone<{{value}}>(ref reader, api::JsonKinds.Number, static (ref json::Utf8JsonReader reader, ref api::JsonCursor cursor) => api::Json.Read{{kind}}(ref reader, ref cursor).GetValueOrDefault());
        void api::IJsonModel.Write(json::Utf8JsonWriter writer) => api::Json.Write{{kind}}(writer, Value);
        """);
}
