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
/// Converts a YAML 1.2 document to JSON and records the position of each token. Only the Yaml files use YamlDotNet, so it is loaded only for YAML. Aliases are expanded, with limits
/// on their total size and depth.
/// </summary>
internal sealed class YamlText
{
    /// <summary>The maximum size of the expanded aliases, relative to the text. A few lines could expand to more than fits in memory.</summary>
    private const int MaxGrowth = 20;

    private const int MinLimit = 1_000_000;

    private readonly SourceText _text;

    private readonly YamlLines _lines;

    private readonly CancellationToken _cancellationToken;

    private readonly MemoryStream _json = new();

    private readonly Utf8JsonWriter _writer;

    private readonly List<TokenPlace> _places = [];

    private readonly List<ParsingEvent> _events = [];

    /// <summary>The targets of aliases, by index.</summary>
    private readonly Dictionary<int, int> _targets = [];

    /// <summary>The keys and indexes of the path to the current node.</summary>
    private readonly List<object> _path = [];

    /// <summary>The YAML spellings of scalars that JSON spells differently, by their pointers.</summary>
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    private readonly Levels _levels = new();

    /// <summary>The number of members that were considered for a merge, including existing ones, which are not written.</summary>
    private long _merged;

    private YamlText(SourceText text, YamlLines lines, CancellationToken cancellationToken)
    {
        _text = text;
        _lines = lines;
        _cancellationToken = cancellationToken;
        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions { MaxDepth = int.MaxValue, SkipValidation = true });
    }

    /// <summary>Returns the JSON in UTF-8, the positions of its tokens, and the YAML spellings that differ, by their pointers; or null with the reason and the location.</summary>
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

            // An alias refers to the last preceding node with its anchor.
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

    /// <summary>Returns the next event, or null at the end. For unclosed brackets, YamlDotNet also throws undocumented exceptions.</summary>
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

    /// <summary>Writes the node that starts at an event and returns the index of the event after it.</summary>
    /// <param name="alias">The alias that is expanded, whose position all its tokens get; null if the node is not from an alias.</param>
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

    /// <summary>Writes the node of a key or an index.</summary>
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

    /// <summary>Writes the members of a mapping, followed by merged members (YAML 1.1, "&lt;&lt;") whose names it does not have.</summary>
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

    /// <summary>The node itself, or the target of an alias.</summary>
    private int Target(int index) => _targets.TryGetValue(index, out int target) ? target : index;

    /// <summary>The index of the event after a node.</summary>
    private int Skip(int index)
    {
        int open = 0;
        do
            open += _events[index++].NestingIncrease;
        while (open > 0);

        return index;
    }

    private long Written => _writer.BytesCommitted + _writer.BytesPending;

    /// <summary>Records the position of the next JSON token: the end of the text so far, possibly followed by a comma.</summary>
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
