namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Globalization;
using global::System.Text;
using global::System.Text.Json;
using global::System.Text.RegularExpressions;

/// <content>Values without parts.</content>
internal sealed partial class ContractCheck
{
    private bool CheckListed(ref Utf8JsonReader reader, ContractSchema schema)
    {
        bool isListed;
        if (reader.TokenType == JsonTokenType.String)
            isListed = schema.Texts!.Find(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan) >= 0;
        else if (schema.Values!.Count == 0)
            isListed = false;
        else
        {
            Utf8JsonReader copy = reader;
            isListed = schema.Values.ContainsKey(ContractJson.Read(ref copy));
        }

        return isListed || Fail(ApiDeviationKind.Enum, ref reader, schema);
    }

    private bool CheckText(ref Utf8JsonReader reader, ContractSchema schema)
    {
        bool isValid = true;
        if (schema.MinLength > 0 || schema.MaxLength != int.MaxValue)
        {
            int length = CountCharacters(ref reader);
            if (length < schema.MinLength || length > schema.MaxLength)
                isValid = FailCount(ApiDeviationKind.Length, schema, reader.TokenStartIndex, length);
        }

        if (schema.Pattern is { } pattern && !_skipsPatterns && !IsMatch(pattern, reader.GetString()!))
            isValid = Fail(ApiDeviationKind.Pattern, ref reader, schema);

        return isValid;
    }

    /// <summary>A text that takes too long with a pattern counts as valid, and the other texts of the check are not compared with patterns.</summary>
    private bool IsMatch(ContractPattern pattern, string text)
    {
        try
        {
            return pattern.Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _skipsPatterns = true;
            return true;
        }
    }

    /// <summary>JSON Schema, Validation, 6.3.1: characters are those of RFC 8259, which are code points. A code point has one byte of UTF-8 that does not continue another.</summary>
    private static int CountCharacters(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> utf8 = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        int count = 0;
        foreach (byte b in utf8)
            count += (b & 0xC0) == 0x80 ? 0 : 1;

        return count;
    }

    private static bool IsWhole(ref Utf8JsonReader reader) => reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 || ContractNumber.Read(ref reader).IsWhole;

    private bool CheckNumber(ref Utf8JsonReader reader, ContractSchema schema)
    {
        if (schema.Bounds.Length == 0)
            return true;

        bool isValid = true;
        ContractNumber number = ContractNumber.Read(ref reader);
        foreach (ContractBound bound in schema.Bounds)
        {
            bool isWithin = bound.Keyword switch
            {
                ContractKeyword.Minimum => number.CompareTo(bound.Number) >= 0,
                ContractKeyword.ExclusiveMinimum => number.CompareTo(bound.Number) > 0,
                ContractKeyword.Maximum => number.CompareTo(bound.Number) <= 0,
                ContractKeyword.ExclusiveMaximum => number.CompareTo(bound.Number) < 0,
                _ => number.IsMultipleOf(bound.Number),
            };
            if (isWithin)
                continue;

            isValid = false;
            _deviations?.Add(ApiDeviationKind.Bound, ContractText.Bound(bound), Path, reader.TokenStartIndex);
        }

        return isValid;
    }
}
