using System.Text;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>The struct of an open enum.</summary>
internal static class EnumEmitter
{
    private const int LineLength = 160;

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
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} readonly partial struct {name} : api::IJsonEnum<{name}>");
        WriteConstants(writer, model, value);

        // Nullable annotations would add an attribute to each member that accepts null, and to those that user code does not call.
        writer.WriteLine($$"""
            {{SourceWriter.NoAnnotations}}
            private readonly {{value}} _value;
            public override bool Equals(object obj) => obj is {{name}} other && Equals(other);
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right); public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
            public static {{name}} Parse(string text, global::System.IFormatProvider provider = null) => TryParse(text, out var value) ? value : throw api::EnumText.Unreadable(text);
            public static bool TryParse(string text, global::System.IFormatProvider provider, out {{name}} value) => TryParse(text, out value);
            object api::IJsonEnum.Read(string text) => TryParse(text, out var value) ? (object)value : null;
            object api::IJsonModel.Read(ref json::Utf8JsonReader reader) => new {{name}}(api::Json.Read{{model.Kind.ToString()}}(ref reader));
            """);
        if (model.Kind == TypeKind.StringEnum)
            WriteTextMembers(writer, name);
        else
            WriteNumberMembers(writer, name, value, model.Kind == TypeKind.Int64Enum ? "Int64" : "Double");

        writer.WriteLine($$"""
            {{SourceWriter.Annotations}}
            /// <summary>The {{(model.Kind == TypeKind.StringEnum ? "string" : "number")}} value: one of the constants, or a value that is not in the document.</summary>
            public {{value}} Value => _value{{(model.Kind == TypeKind.StringEnum ? " ?? \"\"" : "")}};
            public {{name}}({{value}} value) => _value = value; public static implicit operator {{name}}({{value}} value) => new(value);
            """);
    }

    /// <summary>Constants without documentation share a line, and so a declaration, of which there is less to compile.</summary>
    private static void WriteConstants(SourceWriter writer, EnumModel model, string value)
    {
        var line = new StringBuilder();
        foreach (EnumMemberModel member in model.Members)
        {
            string constant = $"{member.Name} = {Literal(model.Kind, member.Value)}";
            bool isDocumented = CSharp.Documentation(member.Summary).Length > 0;
            if (isDocumented || line.Length + constant.Length > LineLength)
                EndLine();
            DocumentationEmitter.WriteElement(writer, "summary", member.Summary);
            line.Append(line.Length == 0 ? $"public const {value} " : ", ").Append(constant);
            if (isDocumented)
                EndLine();
        }

        EndLine();

        void EndLine()
        {
            if (line.Length > 0)
                writer.WriteLine(line.Append(';').ToString());

            line.Clear();
        }
    }

    private static string Literal(TypeKind kind, string value) => kind switch
    {
        TypeKind.StringEnum => CSharp.Literal(value),
        TypeKind.Int64Enum => value,
        _ => CSharp.DoubleLiteral(value),
    };

    private static void WriteTextMembers(SourceWriter writer, string name) => writer.WriteLine($$"""
        public bool Equals({{name}} other) => string.Equals(_value, other._value);
        public override int GetHashCode() => Value.GetHashCode(); public override string ToString() => Value;
        public static bool TryParse(string text, out {{name}} value) { value = new(text); return text is not null; }
        void api::IJsonModel.Write(json::Utf8JsonWriter writer) => writer.WriteStringValue(_value);
        """);

    private static void WriteNumberMembers(SourceWriter writer, string name, string value, string kind) => writer.WriteLine($$"""
        public bool Equals({{name}} other) => _value.Equals(other._value);
        public override int GetHashCode() => _value.GetHashCode(); public override string ToString() => _value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);
        public static bool TryParse(string text, out {{name}} value) { bool isNumber = api::EnumText.TryRead(text, out {{value}} number); value = new(number); return isNumber; }
        void api::IJsonModel.Write(json::Utf8JsonWriter writer) => api::Json.Write{{kind}}(writer, _value);
        """);
}
