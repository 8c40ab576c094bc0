using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Limits;
using Vapi.Generators.Reading.Specification;

namespace Vapi.Generators.Reading.Yaml;

/// <summary>
/// A document in YAML 1.2 as JSON, and where each token of the JSON stands in the YAML. The only place that touches YamlDotNet, which is so loaded for YAML only. Aliases are written out;
/// what they amount to, and how deep it goes, is limited.
/// </summary>
internal sealed class YamlText
{
    /// <summary>How much longer than the text what its aliases stand for may be: a few lines can stand for more than any memory holds.</summary>
    private const int MaxGrowth = 20;

    private const int MinLimit = 1_000_000;

    private readonly SourceText _text;

    private readonly YamlLines _lines;

    private readonly CancellationToken _cancellationToken;

    private readonly MemoryStream _json = new();

    private readonly Utf8JsonWriter _writer;

    private readonly List<TokenPlace> _places = [];

    private readonly List<ParsingEvent> _events = [];

    /// <summary>The nodes that aliases stand for, by index.</summary>
    private readonly Dictionary<int, int> _targets = [];

    /// <summary>The keys and indexes that lead to the node that is being written.</summary>
    private readonly List<object> _path = [];

    /// <summary>How scalars are spelled that JSON spells in another way, by their pointers.</summary>
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    private readonly Levels _levels = new();

    /// <summary>How many members were looked at to be merged: one that is there already is not written.</summary>
    private long _merged;

    private YamlText(SourceText text, YamlLines lines, CancellationToken cancellationToken)
    {
        _text = text;
        _lines = lines;
        _cancellationToken = cancellationToken;
        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions { MaxDepth = int.MaxValue, SkipValidation = true });
    }

    /// <summary>The JSON in UTF-8, the places of its tokens, and how scalars are spelled in the YAML that it spells in another way, by their pointers; or null, why, and where that shows.</summary>
    public static (byte[] Json, TokenPlace[] Places, Dictionary<string, string> Spellings)? ToJson(SourceText text, CancellationToken cancellationToken, out (string Reason, TextSpan Span) failure)
    {
        var lines = new YamlLines(text);
        while (true)
        {
            var yaml = new YamlText(text, lines, cancellationToken);
            try
            {
                yaml.Read();
                failure = default;
                return (yaml._json.ToArray(), yaml._places.ToArray(), yaml._spellings);
            }
            catch (YamlException exception)
            {
                if (lines.TryIndent(exception.Start, exception.End))
                    continue;

                failure = YamlFailure.Of(exception, lines);
                return null;
            }
        }
    }

    private void Read()
    {
        var parser = new Parser(new StringReader(_lines.ToString()));
        var anchors = new Dictionary<AnchorName, int>();
        int documents = 0;
        while (Next(parser) is { } current)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (current is StreamStart or StreamEnd or DocumentStart or DocumentEnd)
            {
                Require(current is not DocumentStart || ++documents == 1, current, "a second document starts here, but a file can have only one");
                continue;
            }

            // An alias stands for the last node before it that has the anchor.
            if (current is AnchorAlias alias)
                _targets.Add(_events.Count, anchors.TryGetValue(alias.Value, out int target) ? target : throw new YamlException(alias.Start, alias.End, $"there is no anchor '{alias.Value}'"));
            else if (current is NodeEvent { Anchor: { IsEmpty: false } anchor })
                anchors[anchor] = _events.Count;

            _events.Add(current);
        }

        if (_events.Count > 0)
            Write(0, null);

        _writer.Flush();
    }

    /// <summary>The next event, or null at the end. In brackets that are not closed YamlDotNet throws not only what it documents.</summary>
    private static ParsingEvent? Next(Parser parser)
    {
        Mark end = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext() ? parser.Current : null;
        }
        catch (Exception exception) when (exception is not YamlException)
        {
            throw new YamlException(end, end, "the rest cannot be read; check for an unclosed '[' or '{'");
        }
    }

    /// <summary>Writes the node that begins with an event, and returns the index of the event behind it.</summary>
    /// <param name="alias">The alias that stands for it, whose place is that of all that comes of it; null when it stands there itself.</param>
    private int Write(int index, ParsingEvent? alias)
    {
        ParsingEvent current = _events[index];
        RequireLittle(alias ?? current);
        switch (current)
        {
            case AnchorAlias:
                Enter(current);
                Write(_targets[index], alias ?? current);
                _levels.Leave();
                return index + 1;
            case Scalar scalar:
                Place(alias ?? scalar);
                if (YamlScalar.Write(_writer, scalar))
                    _spellings["#" + string.Concat(_path.Select(t => "/" + DocumentPointer.Escape(t.ToString()!)))] = scalar.Value;
                return index + 1;
            case SequenceStart:
                return WriteSequence(index, alias);
            case MappingStart:
                return WriteMapping(index, alias);
            default:
                throw new YamlException(current.Start, current.End, "a value is missing");
        }
    }

    /// <summary>Writes a node that a key or an index leads to.</summary>
    private int WriteBelow(object token, int index, ParsingEvent? alias)
    {
        _path.Add(token);
        int next = Write(index, alias);
        _path.RemoveAt(_path.Count - 1);
        return next;
    }

    private int WriteSequence(int index, ParsingEvent? alias)
    {
        Place(alias ?? _events[index]);
        _writer.WriteStartArray();
        Enter(_events[index]);
        int next = index + 1;
        for (int item = 0; _events[next] is not SequenceEnd; item++)
            next = WriteBelow(item, next, alias);

        _levels.Leave();
        _writer.WriteEndArray();
        return next + 1;
    }

    private int WriteMapping(int index, ParsingEvent? alias)
    {
        Place(alias ?? _events[index]);
        _writer.WriteStartObject();
        Enter(_events[index]);
        int next = WriteMembers(index + 1, alias, []);
        _levels.Leave();
        _writer.WriteEndObject();
        return next + 1;
    }

    /// <summary>Writes the members of a mapping; those that it merges (YAML 1.1, "&lt;&lt;") behind its own, where it has none of that name.</summary>
    private int WriteMembers(int index, ParsingEvent? alias, HashSet<string> taken)
    {
        var merged = new List<int>();
        int next = index;
        while (_events[next] is not MappingEnd)
        {
            ParsingEvent key = _events[Target(next)];
            if (key is not Scalar scalar)
                throw new YamlException(key.Start, key.End, "a key is not a string");

            if (scalar is { Value: "<<", Style: ScalarStyle.Plain })
            {
                merged.Add(next + 1);
                next = Skip(next + 1);
                continue;
            }

            taken.Add(scalar.Value);
            Place(alias ?? _events[next]);
            _writer.WritePropertyName(scalar.Value);
            next = WriteBelow(scalar.Value, next + 1, alias);
        }

        foreach (int source in merged)
            WriteMerged(source, alias ?? _events[source], taken);

        return next;
    }

    private void WriteMerged(int index, ParsingEvent place, HashSet<string> taken)
    {
        _merged++;
        RequireLittle(place);
        Require(_levels.TryEnter(), place, "it merges itself");
        int source = Target(index);
        if (_events[source] is SequenceStart)
        {
            for (int item = source + 1; _events[item] is not SequenceEnd; item = Skip(item))
                WriteMerged(item, place, taken);
        }
        else if (_events[source] is MappingStart)
        {
            int next = source + 1;
            while (_events[next] is not MappingEnd)
            {
                _merged++;
                if (_events[Target(next)] is Scalar key && taken.Add(key.Value))
                {
                    Place(place);
                    _writer.WritePropertyName(key.Value);
                    WriteBelow(key.Value, next + 1, place);
                }

                next = Skip(next + 1);
            }
        }
        else
            throw new YamlException(place.Start, place.End, "'<<' merges a value that is not a mapping");

        _levels.Leave();
    }

    /// <summary>The node itself, or the one that an alias stands for.</summary>
    private int Target(int index) => _targets.TryGetValue(index, out int target) ? target : index;

    /// <summary>The index of the event behind a node.</summary>
    private int Skip(int index)
    {
        int open = 0;
        do
            open += _events[index++].NestingIncrease;
        while (open > 0);

        return index;
    }

    private long Written => _writer.BytesCommitted + _writer.BytesPending;

    /// <summary>Notes where the next token of the JSON stands: behind what is written so far, and a comma perhaps.</summary>
    private void Place(ParsingEvent source)
    {
        TextSpan span = _lines.Span(source.Start, source.End);
        _places.Add(new TokenPlace((int)Written, span.Start, span.Length));
    }

    private void RequireLittle(ParsingEvent place)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Require(Written + _merged < Math.Max(MinLimit, (long)MaxGrowth * _text.Length), place, "its aliases expand to too many values");
    }

    private void Enter(ParsingEvent place) => Require(_levels.TryEnter(), place, $"it is more than {Levels.Max} levels deep");

    private static void Require(bool condition, ParsingEvent at, string reason)
    {
        if (!condition)
            throw new YamlException(at.Start, at.End, reason);
    }
}
