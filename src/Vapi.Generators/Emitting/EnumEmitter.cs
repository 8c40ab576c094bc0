using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>An open enum.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model, CodeSettings settings)
    {
        string type = $"global::{settings.Namespace}.{model.Name}";
        string value = model.Kind switch
        {
            TypeKind.StringEnum => "string",
            TypeKind.Int64Enum => "long",
            _ => "double",
        };
        DeclarationEmitter.WriteDocumentation(writer, model.Documentation);
        writer.WriteLine($"[global::System.Text.Json.Serialization.JsonConverter(typeof(api::ModelConverter<{type}>))]");
        using SourceWriter.Block block = writer.WriteBlock(
            $"{settings.Accessibility} readonly partial struct {model.Name} : global::System.IEquatable<{type}>, api::IJsonModel<{type}>");
        foreach (EnumMemberModel member in model.Members)
        {
            string literal = model.Kind switch
            {
                TypeKind.StringEnum => CSharp.Literal(member.Value),
                TypeKind.Int64Enum => member.Value,
                _ => CSharp.DoubleLiteral(member.Value),
            };
            writer.WriteLine($"public const {value} {member.Name} = {literal};");
        }

        if (model.Kind == TypeKind.StringEnum)
            WriteTextMembers(writer, model.Name, type);
        else
            WriteNumberMembers(writer, model.Name, type, value, model.Kind == TypeKind.Int64Enum ? "Int64" : "Double");
        writer.WriteLine($$"""

            public static implicit operator {{model.Name}}({{value}} value) => new(value);

            public static bool operator ==({{type}} left, {{type}} right) => left.Equals(right);

            public static bool operator !=({{type}} left, {{type}} right) => !left.Equals(right);

            public override bool Equals(object? obj) => obj is {{type}} other && Equals(other);

            {{type}} api::IJsonModel<{{type}}>.Read(ref global::System.Text.Json.Utf8JsonReader reader) => ReadJson(ref reader);

            void api::IJsonModel.Write(global::System.Text.Json.Utf8JsonWriter writer) => WriteJson(writer);
            """);
    }

    private static void WriteTextMembers(SourceWriter writer, string name, string type) => writer.WriteLine($$"""

        private readonly string? _value;

        public {{name}}(string value) => _value = value;

        /// <summary>The text on the wire: one of the constants, or a value that the document does not know.</summary>
        public string Value => _value ?? "";

        public bool Equals({{type}} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);

        public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Value);

        public override string ToString() => Value;

        internal static {{type}} ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) => new(api::Json.ReadEnum(ref reader)!);

        private void WriteJson(global::System.Text.Json.Utf8JsonWriter writer) => writer.WriteStringValue(_value);
        """);

    private static void WriteNumberMembers(SourceWriter writer, string name, string type, string value, string kind) => writer.WriteLine($$"""

        public {{name}}({{value}} value) => Value = value;

        /// <summary>The number on the wire: one of the constants, or a value that the document does not know.</summary>
        public {{value}} Value { get; }

        public bool Equals({{type}} other) => Value.Equals(other.Value);

        public override int GetHashCode() => Value.GetHashCode();

        public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);

        internal static {{type}} ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) => new(api::Json.Value(api::Json.Read{{kind}}(ref reader)));

        private void WriteJson(global::System.Text.Json.Utf8JsonWriter writer) => writer.WriteNumberValue(Value);
        """);
}
