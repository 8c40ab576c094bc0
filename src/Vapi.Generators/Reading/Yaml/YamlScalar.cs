using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Vapi.Generators.Reading.Yaml;

/// <summary>Converts YAML scalars to JSON: YAML 1.2.2, 10.3 "Core Schema".</summary>
internal static class YamlScalar
{
    private static readonly Regex Integer = new("^[-+]?[0-9]+$", RegexOptions.CultureInvariant);

    private static readonly Regex Other = new("^0(o[0-7]+|x[0-9a-fA-F]+)$", RegexOptions.CultureInvariant);

    private static readonly Regex Float = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>Writes a scalar and returns whether its JSON spelling differs from the YAML.</summary>
    public static bool Write(Utf8JsonWriter writer, Scalar scalar)
    {
        string text = scalar.Value;
        bool isText = scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || !scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str" || scalar.Tag.IsNonSpecific;
        if (isText)
            writer.WriteStringValue(text);
        else if (text is "" or "~" or "null" or "Null" or "NULL")
            writer.WriteNullValue();
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            writer.WriteBooleanValue(text[0] is 't' or 'T');
            return text is not ("true" or "false");
        }
        else if (Number(text) is { } number)
        {
            writer.WriteRawValue(number, skipInputValidation: true);
            return number != text;
        }
        else
            writer.WriteStringValue(text);

        return false;
    }

    /// <summary>The JSON spelling of a number; null if JSON does not have it.</summary>
    private static string? Number(string text)
    {
        if (Other.IsMatch(text))
            return text.Length > 17 ? null : Convert.ToUInt64(text.Substring(2), text[1] == 'o' ? 8 : 16).ToString(System.Globalization.CultureInfo.InvariantCulture);

        bool isInteger = Integer.IsMatch(text);
        if (!isInteger && !Float.IsMatch(text))
            return null;

        string sign = text[0] == '-' ? "-" : "";
        string digits = text.TrimStart('-', '+');
        int point = digits.IndexOfAny(['.', 'e', 'E']);
        string whole = (point < 0 ? digits : digits.Substring(0, point)).TrimStart('0');
        string rest = point < 0 ? "" : digits.Substring(point);
        if (rest.StartsWith(".", StringComparison.Ordinal) && (rest.Length == 1 || rest[1] is 'e' or 'E'))
            rest = rest.Substring(1);

        return sign + (whole.Length == 0 ? "0" : whole) + rest;
    }
}
