namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Runtime.CompilerServices;
using global::System.Text;
using global::System.Text.Json;

/// <summary>
/// Writes a parameter in its style: the table of RFC 6570, appendix A, with OpenAPI's additions. A parameter without a value, items or members is not sent.
/// Combinations that OpenAPI leaves undefined use the nearest form that servers understand: delimited and exploded as form, an array in a deep object as <c>name[]=a</c>, an array in an exploded object as <c>member=a&amp;member=b</c>.
/// </summary>
internal sealed class ParameterFormat
{
    private readonly ParameterStyle _style;

    private readonly bool _explode;

    private readonly Func<string, string> _encode;

    private ParameterFormat(ParameterStyle style, bool explode, Func<string, string> encode)
    {
        _style = style;
        _explode = explode;
        _encode = encode;
    }

    private bool IsNamed => _style is not (ParameterStyle.Simple or ParameterStyle.Label);

    private string Start => _style switch
    {
        ParameterStyle.Label => ".",
        ParameterStyle.Matrix => ";",
        _ => "",
    };

    private string Separator => _style switch
    {
        ParameterStyle.Label when _explode => ".",
        ParameterStyle.Matrix when _explode => ";",
        ParameterStyle.Cookie when _explode => "; ",
        ParameterStyle.SpaceDelimited when !_explode => "%20",
        ParameterStyle.PipeDelimited when !_explode => "%7C",
        ParameterStyle.DeepObject => "&",
        ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited when _explode => "&",
        _ => ",",
    };

    /// <summary>The text in the style; null if there is nothing to send.</summary>
    /// <exception cref="ArgumentException">The value contains a number that is not finite.</exception>
    public static string? Write(string name, ParameterValue value, ParameterStyle style, bool explode, Func<string, string> encode)
    {
        value.RequireFinite(name);
        var format = new ParameterFormat(style, explode, encode);
        List<string> parts = format.Parts(name, value);
        if (parts.Count == 0)
            return null;

        bool isOnePair = format.IsNamed && value.Text is null && !explode && style != ParameterStyle.DeepObject;
        return format.Start + (isOnePair ? encode(name) + "=" : "") + string.Join(format.Separator, parts);
    }

    /// <summary>Encodes a text for a query. Reserved characters are not encoded if the parameter allows them.</summary>
    public static Func<string, string> Query(bool allowReserved) => allowReserved ? EncodeUnreserved : Uri.EscapeDataString;

    private List<string> Parts(string name, ParameterValue value)
    {
        var parts = new List<string>();
        if (value.Text is { } text)
            parts.Add(IsNamed ? Pair(name, text) : _encode(text));
        else if (_style == ParameterStyle.DeepObject && value.Members.ValueKind != JsonValueKind.Undefined)
            AddDeep(parts, name, value.Members);
        else if (value.Items is { } items)
        {
            string itemName = _style == ParameterStyle.DeepObject ? name + "[]" : name;
            bool isNamed = IsNamed && (_explode || _style == ParameterStyle.DeepObject);
            foreach (string item in items)
                parts.Add(isNamed ? Pair(itemName, item) : _encode(item));
        }
        else if (value.Members.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.Members.EnumerateObject())
            {
                if (ParameterValue.TextOf(member.Value) is not { } present)
                    continue;

                if (_explode && IsNamed && ParameterValue.Json(member.Value).Items is { } own)
                    parts.AddRange(own.Select(item => Pair(member.Name, item)));
                else if (_explode)
                    parts.Add(_encode(member.Name) + "=" + _encode(present));
                else
                    parts.AddRange(new[] { _encode(member.Name), _encode(present) });
            }
        }

        return parts;
    }

    private void AddDeep(List<string> parts, string name, JsonElement value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                    AddDeep(parts, name + "[" + member.Name + "]", member.Value);
                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    bool isText = item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
                    AddDeep(parts, name + "[" + (isText ? "" : index.ToString(global::System.Globalization.CultureInfo.InvariantCulture)) + "]", item);
                    index++;
                }

                break;
            default:
                if (ParameterValue.TextOf(value) is { } text)
                    parts.Add(Pair(name, text));
                break;
        }
    }

    /// <summary>RFC 6570, 3.2.7: matrix omits the equals sign before an empty value.</summary>
    private string Pair(string name, string text) => text.Length == 0 && _style == ParameterStyle.Matrix ? _encode(name) : _encode(name) + "=" + _encode(text);

    /// <summary>RFC 6570, 3.2.3: reserved characters and triplets are kept, except for those that would end the value or the query, or be decoded as a space.</summary>
    private static string EncodeUnreserved(string text)
    {
        var encoded = new StringBuilder(text.Length);
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool stays = ":/?@!$'()*,;=".IndexOf(text[i]) >= 0 || text[i] == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            if (!stays)
                continue;

            encoded.Append(Uri.EscapeDataString(text.Substring(start, i - start))).Append(text[i]);
            start = i + 1;
        }

        return encoded.Append(Uri.EscapeDataString(text.Substring(start))).ToString();
    }
}
