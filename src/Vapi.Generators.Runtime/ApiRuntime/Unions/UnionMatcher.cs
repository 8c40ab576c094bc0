namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.IO;
using global::System.Text.Json;

/// <summary>
/// Distinguishes objects without a tag. One pass over the properties compares them with the descriptions of the members. Evidence against a member counts first,
/// so that a valid value is never read as a member that it is not valid for: another constant or tag excludes a member, then wrong kinds, values that are not listed, missing required properties.
/// Evidence for a member counts next: constants, listed values, declared names, required names. If members are equal, the first in the document wins.
/// </summary>
internal sealed class UnionMatcher
{
    // A score is one number. Each kind of evidence weighs more than 1,023 items of the next kind.
    private const long Known = 1;

    private const long Listed = Known << 10;

    private const long Constant = Listed << 10;

    private const long Required = Constant << 10;

    private const long Unlisted = -(Required << 10);

    private const long WrongKind = Unlisted << 10;

    private const long Excluded = long.MinValue / 2;

    private readonly UnionMember[] _members;

    private readonly byte[] _names;

    private readonly List<Clue> _clues = new();

    /// <summary>The evidence of a property that no member declares; null if there is none.</summary>
    private readonly Clue? _others;

    public UnionMatcher(UnionMember[] members)
    {
        _members = members;
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new MemoryStream();
        for (int i = 0; i < members.Length; i++)
        {
            foreach (UnionProperty property in members[i].Properties)
            {
                if (!ordinals.TryGetValue(property.Name, out int ordinal))
                {
                    ordinal = _clues.Count;
                    ordinals.Add(property.Name, ordinal);
                    _clues.Add(new Clue(members));
                    Json.WriteName(names, property.Name);
                }

                _clues[ordinal].Add(i, property);
            }
        }

        _names = names.ToArray();
        foreach (UnionMember member in members)
            _others ??= member.Others != JsonKinds.Any ? new Clue(members) : null;
    }

    /// <summary>The index of the matching member; -1 if there is none. The reader is a copy, so the original does not move.</summary>
    public int Match(Utf8JsonReader reader)
    {
        Span<long> scores = stackalloc long[16];
        return Match(ref reader, _members.Length <= scores.Length ? scores.Slice(0, _members.Length) : new long[_members.Length]);
    }

    private int Match(ref Utf8JsonReader reader, scoped Span<long> scores)
    {
        for (int i = 0; i < scores.Length; i++)
            scores[i] = -Required * _members[i].RequiredCount;

        bool isEmpty = true;
        int owner = Clue.None;
        var cursor = default(JsonCursor);
        while (Json.NextSeen(ref reader, _names, ref cursor))
        {
            isEmpty = false;
            if (cursor.Ordinal >= 0)
            {
                _clues[cursor.Ordinal].Judge(ref reader, scores, ref owner);

                // There is no evidence against the member, all its required properties are present, and only it declares a name that was found. So the rest need not be read.
                if (owner >= 0 && scores[owner] > 0 && _members[owner].IsKnownByItsNames)
                    return owner;
            }

            else
                _others?.Judge(ref reader, scores, ref owner);

            reader.TrySkip();
        }

        return Best(scores, isEmpty);
    }

    private int Best(ReadOnlySpan<long> scores, bool isEmpty)
    {
        int best = -1;
        for (int i = 0; i < scores.Length; i++)
        {
            bool isKnown = scores[i] % Listed != 0;
            bool fitsAtAll = scores[i] > Excluded / 2 && (isKnown || isEmpty || _members[i].IsOpen);
            if (fitsAtAll && (best < 0 || scores[i] > scores[best] || scores[i] == scores[best] && _members[i].RequiredCount > _members[best].RequiredCount))
                best = i;
        }

        return best;
    }

    /// <summary>The evidence of one property for all members.</summary>
    private sealed class Clue
    {
        public const int None = -1;

        public const int Several = -2;

        /// <summary>The kinds that each member accepts.</summary>
        private readonly JsonKinds[] _kinds;

        /// <summary>The score of each member for the presence of the property.</summary>
        private readonly long[] _worth;

        /// <summary>The description by each member; null if it does not declare the property.</summary>
        private readonly UnionProperty?[] _properties;

        private bool _hasValues;

        private bool _hasTags;

        /// <summary>The only member that declares the property, or none, or several.</summary>
        private int _owner = None;

        public Clue(UnionMember[] members)
        {
            _kinds = new JsonKinds[members.Length];
            for (int i = 0; i < members.Length; i++)
                _kinds[i] = members[i].Others;

            _worth = new long[members.Length];
            _properties = new UnionProperty[members.Length];
        }

        public void Add(int member, UnionProperty property)
        {
            // APIs send null even where it is not allowed, so it is not evidence.
            _kinds[member] = property.Kinds | JsonKinds.Null;
            _worth[member] = Known + (property.IsRequired ? Required : 0);
            _owner = _owner == None || _owner == member ? member : Several;
            _properties[member] = property;
            _hasValues |= property.Values.Length > 0;
            _hasTags |= property.TagName is not null;
        }

        /// <summary>Adds to the scores, and returns the owner of the names so far: one member, none, or several.</summary>
        public void Judge(ref Utf8JsonReader reader, scoped Span<long> scores, ref int owner)
        {
            if (_owner >= 0)
                owner = owner == None || owner == _owner ? _owner : Several;

            JsonKinds kind = Json.KindOf(reader);
            for (int i = 0; i < scores.Length; i++)
            {
                if ((kind & _kinds[i]) != 0)
                    scores[i] += _worth[i];
                else
                    scores[i] = _properties[i] is { IsTelling: true } ? Excluded : scores[i] + _worth[i] + WrongKind;
            }

            if (_hasValues && (kind & UnionProperty.Single) != 0)
                JudgeValue(ref reader, kind, scores);
            else if (kind == JsonKinds.Object && _hasTags)
                JudgeTag(reader, scores);
        }

        private void JudgeValue(ref Utf8JsonReader reader, JsonKinds kind, scoped Span<long> scores)
        {
            for (int i = 0; i < scores.Length; i++)
            {
                if (_properties[i] is not { Values: { Length: > 0 } values } property || (kind & property.Kinds) == 0)
                    continue;

                if (kind == JsonKinds.String ? IsListed(ref reader, values) : IsOtherListed(ref reader, values))
                    scores[i] += values.Length == 1 ? Constant : Listed;
                else
                    scores[i] = property.IsTelling ? Excluded : scores[i] + Unlisted;
            }
        }

        private void JudgeTag(in Utf8JsonReader reader, scoped Span<long> scores)
        {
            for (int i = 0; i < scores.Length; i++)
            {
                if (_properties[i] is { TagName: { } name, TagValues: { } values })
                    scores[i] += Json.Tag(reader, name, values) >= 0 ? Listed : Unlisted;
            }
        }

        private static bool IsListed(ref Utf8JsonReader reader, string[] values)
        {
            foreach (string value in values)
            {
                if (reader.ValueTextEquals(value))
                    return true;
            }

            return false;
        }

        /// <summary>Whether a number or Boolean is listed, in any spelling.</summary>
        private static bool IsOtherListed(ref Utf8JsonReader reader, string[] values)
        {
            if (reader.TokenType != JsonTokenType.Number)
                return Array.IndexOf(values, reader.TokenType == JsonTokenType.True ? "true" : "false") >= 0;

            foreach (string value in values)
            {
                if (reader.TryGetDouble(out double number) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double listed) && number.Equals(listed))
                    return true;
            }

            return false;
        }
    }
}
