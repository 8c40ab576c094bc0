namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Text;
using global::System.Text.Json;

/// <content>Schemas that apply to the same value.</content>
internal sealed partial class ContractCheck
{
    /// <summary>Checks a value against a schema and its parts. The last one moves the reader; the others read a copy.</summary>
    private bool CheckWithParts(ref Utf8JsonReader reader, ContractSchema schema, bool isWhole)
    {
        bool hasOwn = schema.Restricts || schema.Values is not null;
        int parts = schema.AllOf.Length + (schema.AnyOf is null ? 0 : 1) + (schema.OneOf is null ? 0 : 1) + (schema.Not is null ? 0 : 1);
        if (!hasOwn && parts == 1 && (schema.AnyOf ?? schema.OneOf) is { } only)
            return CheckUnion(ref reader, only, isWhole);
        if (!hasOwn && parts == 1 && schema.AllOf.Length == 1)
            return Check(ref reader, schema.AllOf[0].Schema, isWhole);

        bool isValid = true;
        Utf8JsonReader copy;
        foreach (ContractReference part in schema.AllOf)
        {
            copy = reader;
            isValid &= Check(ref copy, part.Schema, isWhole: false);
            if (!isValid && _deviations is null)
                return false;
        }

        if (schema.AnyOf is { } any)
        {
            copy = reader;
            isValid &= CheckUnion(ref copy, any, isWhole: false);
        }

        if (schema.OneOf is { } one && (isValid || _deviations is not null))
        {
            copy = reader;
            isValid &= CheckUnion(ref copy, one, isWhole: false);
        }

        if (schema.Not is { } not && (isValid || _deviations is not null) && IsValid(reader, not.Schema) && !IsOver)
            isValid = Fail(ApiDeviationKind.Not, ref reader, schema);

        return (hasOwn || isWhole && reader.TokenType == JsonTokenType.StartObject ? CheckOwnAndNames(ref reader, schema, isWhole) : Skip(ref reader)) && isValid;
    }

    /// <summary>The names of an object must be compared with all parts, even if the schema itself describes no properties.</summary>
    private bool CheckOwnAndNames(ref Utf8JsonReader reader, ContractSchema schema, bool isWhole)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return CheckOwn(ref reader, schema, isWhole);

        bool isListed = schema.Values is null || CheckListed(ref reader, schema);
        return CheckObject(ref reader, schema, isWhole) && isListed;
    }

    private static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    private bool CheckUnion(ref Utf8JsonReader reader, ContractUnion union, bool isWhole)
    {
        int[]? tagged = null;
        long tag = -1;
        if (reader.TokenType == JsonTokenType.StartObject && union.Tag is { } name)
            tagged = FindTagged(reader, union, name, ref tag);

        int candidates = 0;
        int valid = 0;
        int last = -1;
        for (int i = 0; i < (tagged?.Length ?? union.Members.Length); i++)
        {
            int index = tagged?[i] ?? i;
            if (CanBe(ref reader, union.Members[index]))
            {
                candidates++;
                last = index;
            }
        }

        if (candidates == 1)
            return Check(ref reader, union.Members[last], isWhole);
        if (candidates == 0)
            return FailUnion(ref reader, union, tag, tagged);

        int first = -1;
        for (int i = 0; i < (tagged?.Length ?? union.Members.Length); i++)
        {
            int index = tagged?[i] ?? i;
            if (!CanBe(ref reader, union.Members[index]) || !IsValid(reader, union.Members[index]))
                continue;

            first = valid++ == 0 ? index : first;
            if (valid == 2 || !union.IsExclusive && _deviations is null)
                break;
        }

        if (IsOver)
            return Skip(ref reader);

        // A value of several alternatives is a value of each, so nothing in it is unknown.
        if (valid == 1 && _deviations is not null)
            return Check(ref reader, union.Members[first], isWhole);
        if (valid == 1 || valid > 1 && !union.IsExclusive)
            return Skip(ref reader);
        if (valid == 0)
            return FailNearest(ref reader, union, tagged, isWhole);

        _deviations?.Add(ApiDeviationKind.SeveralAlternatives, "exactly one alternative", Path, reader.TokenStartIndex, "a value that matches several");
        reader.Skip();
        return false;
    }

    /// <summary>Whether only the first deviation matters for now, if there is one.</summary>
    /// <param name="reader">A copy of the reader.</param>
    /// <param name="schema">The schema.</param>
    private bool IsValid(Utf8JsonReader reader, ContractSchema schema)
    {
        ContractDeviations? deviations = _deviations;
        int depth = _depth;
        int levels = _levels;
        _deviations = null;
        bool isValid = Check(ref reader, schema, isWhole: false);
        (_deviations, _depth, _levels) = (deviations, depth, levels);
        return isValid;
    }

    private static bool CanBe(ref Utf8JsonReader reader, ContractSchema member)
        => member.Kinds == ContractKinds.Any || IsOfKind(ref reader, member.Kinds) || reader.TokenType == JsonTokenType.Null && member.Nullable;

    /// <summary>The alternatives that are possible by the tag of an object; null if it does not tell.</summary>
    /// <param name="reader">A copy of the reader.</param>
    /// <param name="union">The alternatives.</param>
    /// <param name="name">The name of the tag.</param>
    /// <param name="tag">Receives the position of its value.</param>
    private static int[]? FindTagged(Utf8JsonReader reader, ContractUnion union, byte[] name, ref long tag)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTag = reader.ValueIsEscaped ? reader.ValueTextEquals(name) : reader.ValueSpan.SequenceEqual(name);
            reader.Read();
            if (!isTag)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.String)
                return null;

            tag = reader.TokenStartIndex;
            return union.With(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
        }

        return union.WithoutTag;
    }

    /// <summary>The value matches no alternative by its kind or its tag.</summary>
    private bool FailUnion(ref Utf8JsonReader reader, ContractUnion union, long tag, int[]? tagged)
    {
        if (tagged is null)
            _deviations?.Add(ApiDeviationKind.NoAlternative, ContractText.Kinds(union), Path, reader.TokenStartIndex);
        else
            _deviations?.Add(ApiDeviationKind.NoAlternative, ContractText.Tags(union), Path, tag, tag < 0 ? "an object without it" : null);

        reader.Skip();
        return false;
    }

    /// <summary>Reports the deviations from the alternative with the fewest; none of them if several have as few.</summary>
    private bool FailNearest(ref Utf8JsonReader reader, ContractUnion union, int[]? tagged, bool isWhole)
    {
        ContractDeviations? all = _deviations;
        if (all is not null)
        {
            ContractDeviations? nearest = null;
            bool isTie = false;
            for (int i = 0; i < (tagged?.Length ?? union.Members.Length); i++)
            {
                ContractSchema member = union.Members[tagged?[i] ?? i];
                if (!CanBe(ref reader, member))
                    continue;

                Utf8JsonReader copy = reader;
                _deviations = new ContractDeviations();
                Check(ref copy, member, isWhole);
                isTie = nearest?.Violations == _deviations.Violations || isTie && nearest?.Violations < _deviations.Violations;
                if (nearest is null || _deviations.Violations < nearest.Violations)
                    nearest = _deviations;
            }

            _deviations = all;
            if (nearest is null || isTie)
                all.Add(ApiDeviationKind.NoAlternative, "a value of one of the alternatives", Path, reader.TokenStartIndex, "a value that matches none");
            else
                all.AddRange(nearest);
        }

        reader.Skip();
        return false;
    }
}
