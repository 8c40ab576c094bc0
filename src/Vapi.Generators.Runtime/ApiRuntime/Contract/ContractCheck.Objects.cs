namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text;
using global::System.Text.Json;

/// <content>Objects and arrays.</content>
internal sealed partial class ContractCheck
{
    /// <summary>The number of required properties that one number has a bit for.</summary>
    private const int BitCount = 64;

    private bool CheckObject(ref Utf8JsonReader reader, ContractSchema schema, bool isWhole)
    {
        long start = reader.TokenStartIndex;
        bool isValid = true;
        int count = 0;
        ulong bits = 0;
        bool[]? found = schema.Required > BitCount ? new bool[schema.Required] : null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            count++;
            ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
            _path[_depth++] = ContractStep.Property(reader.TokenStartIndex);
            ContractProperty? property = schema.Find(name);
            if (property is { Requirement: >= 0 and var requirement })
            {
                if (found is null)
                    bits |= 1UL << requirement;
                else
                    found[requirement] = true;
            }

            bool isMatch = schema.PatternProperties.Length > 0 && CheckPatterns(reader, schema, name, ref isValid);
            if (property is { IsDeclared: true })
                isValid &= CheckProperty(ref reader, property);
            else if (!isMatch)
                isValid &= CheckOther(ref reader, schema, name, isWhole);
            else
                reader.Skip();

            _depth--;
            if (!isValid && _deviations is null)
                return false;
        }

        int missing = schema.Required - (found is null ? CountBits(bits) : Array.FindAll(found, f => f).Length);
        if (missing > 0)
            isValid &= CheckMissing(schema, bits, found);
        if (count < schema.MinProperties || count > schema.MaxProperties)
            isValid = FailCount(ApiDeviationKind.PropertyCount, schema, start, count);

        return isValid;
    }

    private bool CheckProperty(ref Utf8JsonReader reader, ContractProperty property)
    {
        reader.Read();
        bool isValid = !IsOfOtherDirection(property);
        if (!isValid && _direction == ApiDirection.Request)
            _deviations?.Add(ApiDeviationKind.ReadOnly, "no read-only property in a request", Path, reader.TokenStartIndex);
        else if (!isValid)
            _deviations?.Add(ApiDeviationKind.WriteOnly, "no write-only property in a response", Path, reader.TokenStartIndex);

        return Check(ref reader, property.Schema, isWhole: true) && isValid;
    }

    /// <summary>Checks a property against the schema of each pattern that its name matches. Returns whether there is one.</summary>
    /// <param name="reader">A copy of the reader.</param>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="isValid">Becomes <see langword="false"/> if the property deviates.</param>
    private bool CheckPatterns(Utf8JsonReader reader, ContractSchema schema, ReadOnlySpan<byte> name, ref bool isValid)
    {
        string text = Json.Decode(name);
        bool isMatch = false;
        reader.Read();
        foreach (ContractPatternProperty properties in schema.PatternProperties)
        {
            if (!_skipsPatterns && !IsMatch(properties.Pattern, text))
                continue;
            if (_skipsPatterns)
                return true;

            isMatch = true;
            Utf8JsonReader copy = reader;
            isValid &= Check(ref copy, properties.Schema, isWhole: true);
        }

        return isMatch;
    }

    private bool MatchesPattern(ContractSchema schema, ReadOnlySpan<byte> name)
    {
        string text = Json.Decode(name);
        return Array.Exists(schema.PatternProperties, p => _skipsPatterns || IsMatch(p.Pattern, text));
    }

    /// <summary>A property that the schema does not describe.</summary>
    private bool CheckOther(ref Utf8JsonReader reader, ContractSchema schema, ReadOnlySpan<byte> name, bool isWhole)
    {
        bool isValid = !schema.IsClosed;
        bool isKnown = !isWhole || _deviations is null || Knows(schema, name, MaxDepth);
        reader.Read();
        if (!isValid)
            _deviations?.Add(ApiDeviationKind.ForbiddenProperty, "no property with this name", Path, reader.TokenStartIndex);
        else if (!isKnown)
            _deviations?.Add(ApiDeviationKind.UnknownProperty, "a property that the document describes", Path, reader.TokenStartIndex);

        if (isValid && schema.Additional is { } additional)
            return Check(ref reader, additional.Schema, isWhole: true);

        reader.Skip();
        return isValid;
    }

    /// <summary>Whether a schema, or one that can apply to the same value, describes a property or allows all others. If it describes none at all, it allows all.</summary>
    private bool Knows(ContractSchema schema, ReadOnlySpan<byte> name, int levels)
    {
        if (levels == 0 || schema.IsAny || schema.Additional is not null || schema.Find(name) is not null || schema.PatternProperties.Length > 0 && MatchesPattern(schema, name))
            return true;
        if (schema.Names is null && schema.PatternProperties.Length == 0 && !schema.HasParts && !schema.IsClosed)
            return true;

        foreach (ContractReference part in schema.AllOf)
        {
            if (part.Schema is { IsAny: false } known && DescribesProperties(known) && Knows(known, name, levels - 1))
                return true;
        }

        return KnowsOneOf(schema.AnyOf, name, levels) || KnowsOneOf(schema.OneOf, name, levels);
    }

    private bool KnowsOneOf(ContractUnion? union, ReadOnlySpan<byte> name, int levels)
    {
        foreach (ContractSchema member in union?.Members ?? Array.Empty<ContractSchema>())
        {
            if (DescribesProperties(member) && Knows(member, name, levels - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether a part of a schema has a say in what the properties are. A part that only restricts the value has none.</summary>
    private static bool DescribesProperties(ContractSchema part) => part.Names is not null || part.PatternProperties.Length > 0 || part.Additional is not null || part.HasParts;

    private bool CheckMissing(ContractSchema schema, ulong bits, bool[]? found)
    {
        bool isValid = true;
        for (int i = 0; i < schema.Properties.Length; i++)
        {
            ContractProperty property = schema.Properties[i];
            if (property.Requirement < 0 || (found is null ? (bits & (1UL << property.Requirement)) != 0 : found[property.Requirement]) || IsOfOtherDirection(property))
                continue;

            isValid = false;
            if (_deviations is null)
                return false;

            _path[_depth] = ContractStep.Missing(schema.Names![i]);
            _deviations.Add(ApiDeviationKind.Required, "a value, because the property is required", _path.AsSpan(0, _depth + 1), -1);
        }

        return isValid;
    }

    private bool IsOfOtherDirection(ContractProperty property)
        => (_direction == ApiDirection.Request && (property.Flags & ContractPropertyFlags.ReadOnly) != 0) || (_direction == ApiDirection.Response && (property.Flags & ContractPropertyFlags.WriteOnly) != 0);

    private bool CheckArray(ref Utf8JsonReader reader, ContractSchema schema)
    {
        long start = reader.TokenStartIndex;
        bool isValid = !schema.IsUnique || CheckUnique(reader);
        ContractSchema? items = schema.Items?.Schema;
        int count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _path[_depth++] = ContractStep.Item(count++);
            if (items is null)
                reader.Skip();
            else
                isValid &= Check(ref reader, items, isWhole: true);

            _depth--;
            if (!isValid && _deviations is null)
                return false;
        }

        if (count < schema.MinItems || count > schema.MaxItems)
            isValid = FailCount(ApiDeviationKind.ItemCount, schema, start, count);

        return isValid;
    }

    /// <param name="reader">A copy of the reader.</param>
    private bool CheckUnique(Utf8JsonReader reader)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        bool isValid = true;
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            long start = reader.TokenStartIndex;
            string item = ContractJson.Read(ref reader);
            if (!known.TryGetValue(item, out int first))
            {
                known.Add(item, index);
                continue;
            }

            isValid = false;
            if (_deviations is null)
                return false;

            _path[_depth] = ContractStep.Item(index);
            _deviations.Add(ApiDeviationKind.UniqueItems, "an item that is not equal to another one", _path.AsSpan(0, _depth + 1), start, "the same as item " + first.ToString(CultureInfo.InvariantCulture));
        }

        return isValid;
    }

    private bool FailCount(ApiDeviationKind kind, ContractSchema schema, long start, int count)
    {
        _deviations?.Add(kind, ContractText.Expected(kind, schema), Path, start, count.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    private static int CountBits(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;

        return count;
    }
}
