namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Text.Json;

/// <summary>The encoding of one form field: OpenAPI 3.1, Encoding Object.</summary>
internal sealed class FieldEncoding
{
    private readonly ParameterStyle _style;

    private readonly bool _explode;

    private readonly bool _allowReserved;

    private readonly bool _isJson;

    public FieldEncoding(string name, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false, bool isJson = false)
    {
        Name = name;
        _style = style;
        _explode = explode;
        _allowReserved = allowReserved;
        _isJson = isJson;
    }

    public string Name { get; }

    /// <summary>Strings unchanged, the items of an array as fields with the same name, an object as JSON.</summary>
    public static FieldEncoding Default(JsonElement value) => new("", isJson: value.ValueKind == JsonValueKind.Object);

    /// <summary>Null if there is nothing to send.</summary>
    public string? Write(string name, JsonElement value)
    {
        ParameterValue parameter = _isJson && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : ParameterValue.Json(value);
        return ParameterFormat.Write(name, parameter, _style, _explode, ParameterFormat.Query(_allowReserved));
    }
}
