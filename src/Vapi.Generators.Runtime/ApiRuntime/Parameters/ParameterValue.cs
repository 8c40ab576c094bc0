namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text.Json;

/// <summary>The value of a parameter: a string, items, or the members of an object. The default value is not sent.</summary>
internal readonly struct ParameterValue
{
    private readonly double? _notFinite;

    private ParameterValue(string? text, IReadOnlyList<string>? items, JsonElement members, double? notFinite = null)
    {
        Text = text;
        Items = items;
        Members = members;
        _notFinite = notFinite;
    }

    public string? Text { get; }

    public IReadOnlyList<string>? Items { get; }

    /// <summary>A JSON object, or an array with other items than strings; otherwise undefined.</summary>
    public JsonElement Members { get; }

    public static implicit operator ParameterValue(string? text) => new(text, null, default);

    /// <summary>A number. A number that is not finite is rejected later, when the name of the parameter is known: see <see cref="RequireFinite"/>.</summary>
    public static ParameterValue Number(double value, string text) => ApiRuntime.Json.IsFinite(value) ? text : new ParameterValue(null, null, default, value);

    /// <summary>The items that are not null.</summary>
    public static ParameterValue List<T>(IReadOnlyList<T>? values, Func<T, ParameterValue> text)
    {
        if (values is null)
            return default;

        double? notFinite = null;
        var items = new List<string>(values.Count);
        foreach (T value in values)
        {
            ParameterValue item = text(value);
            notFinite ??= item._notFinite;
            if (item.Text is { } present)
                items.Add(present);
        }

        return new(null, items, default, notFinite);
    }

    /// <summary>Joins the items into one text, for a place without a style for separators.</summary>
    public ParameterValue Join(string separator) => Items is null ? this : new(Items.Count == 0 ? null : string.Join(separator, Items), null, default, _notFinite);

    /// <exception cref="ArgumentException">The value contains a number that is not finite, which has no standard text form.</exception>
    public void RequireFinite(string name)
    {
        if (_notFinite is { } number)
            throw new ArgumentException($"The parameter '{name}' contains {number.ToString(CultureInfo.InvariantCulture)}, but only finite numbers can be sent.", name);
    }

    /// <summary>A value whose JSON determines whether it is a string, items or members.</summary>
    public static ParameterValue Json<T>(T? value, JsonItemWriter<T> write) => value is null ? default : Json(ApiRuntime.Json.ToElement(value, write));

    public static ParameterValue Json(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                return new(null, null, value);
            case JsonValueKind.Array:
                var items = new List<string>(value.GetArrayLength());
                bool areTexts = true;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    areTexts &= item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
                    if (TextOf(item) is { } text)
                        items.Add(text);
                }

                return new(null, items, areTexts ? default : value);
            default:
                return TextOf(value);
        }
    }

    /// <summary>A string unchanged, no value for null, anything else as JSON.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };
}
