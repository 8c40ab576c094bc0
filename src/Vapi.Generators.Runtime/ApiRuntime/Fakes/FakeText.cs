namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Text.Json;

/// <summary>
/// The texts of a value: one text, several texts, or members. Text does not tell what JSON it stands for: <c>5</c> can be a number, a string, or the only item of a list. So each text has several forms, and the type selects the first that it can read.
/// </summary>
internal sealed class FakeText
{
    private readonly List<string> _texts = new();

    private readonly bool _isJson;

    private readonly bool _isList;

    private int _form;

    private FakeText(bool isList, bool isJson = false)
    {
        _isList = isList;
        _isJson = isJson;
    }

    /// <param name="text">The decoded text.</param>
    /// <param name="isJson">Whether it is JSON.</param>
    public FakeText(string text, bool isJson = false)
    {
        _texts.Add(text);
        _isJson = isJson;
    }

    /// <summary>The members by name; null for text.</summary>
    private List<KeyValuePair<string, FakeText>>? Children { get; set; }

    /// <summary>Whether the members are items, whose names are their indexes.</summary>
    private bool AreItems => Children is not null && Children.Count > 0 && Children.TrueForAll(c => c.Key.Length == 0 || c.Key.All(char.IsDigit));

    /// <param name="texts">The decoded texts.</param>
    /// <param name="isAlways">Whether one text is a list too.</param>
    /// <param name="isJson">Whether the texts are JSON.</param>
    public static FakeText List(IEnumerable<string> texts, bool isAlways, bool isJson = false)
    {
        var list = new FakeText(isAlways, isJson);
        list._texts.AddRange(texts);
        return list;
    }

    /// <summary>The members of an object. Those with the same name are one member with several texts.</summary>
    /// <param name="members">The members.</param>
    /// <param name="isJson">Whether the text of a member is JSON.</param>
    public static FakeText Members(IEnumerable<KeyValuePair<string, string>> members, Func<string, bool>? isJson = null)
        => new(isList: false) { Children = members.GroupBy(m => m.Key, m => m.Value, StringComparer.Ordinal).Select(g => new KeyValuePair<string, FakeText>(g.Key, List(g, isAlways: false, isJson?.Invoke(g.Key) == true))).ToList() };

    /// <summary>The members of a deep object: <c>[a][b]</c> and its text; null if there are none.</summary>
    public static FakeText? Deep(IEnumerable<KeyValuePair<string, string>> members)
    {
        var root = new FakeText(isList: false);
        foreach (KeyValuePair<string, string> member in members)
        {
            FakeText place = root;
            foreach (string name in member.Key.TrimStart('[').TrimEnd(']').Split(new[] { "][" }, StringSplitOptions.None))
            {
                place.Children ??= new();
                FakeText? next = name.Length == 0 ? null : place.Children.Find(c => c.Key == name).Value;
                if (next is null)
                    place.Children.Add(new(name, next = new FakeText(isList: false)));

                place = next;
            }

            place._texts.Add(member.Value);
        }

        return root.Children is null ? null : root;
    }

    /// <summary>Selects the next form of the text at a JSON pointer, or of its nearest parent. Returns false if it has no other form.</summary>
    public bool Advance(string pointer)
    {
        FakeText place = this;
        foreach (string name in pointer.Split('/').Skip(1).Select(JsonPointerText.Unescape))
        {
            FakeText? next = place.AreItems && int.TryParse(name, out int index) && index < place.Children!.Count ? place.Children[index].Value : place.Children?.Find(c => c.Key == name).Value;
            if (next is null)
                break;

            place = next;
        }

        return place.Children is null && ++place._form < place.Forms().Count();
    }

    /// <summary>Writes the selected form.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        bool areItems = AreItems;
        if (Children is null)
        {
            using JsonDocument form = JsonDocument.Parse(Forms().ElementAt(_form));
            form.RootElement.WriteTo(writer);
            return;
        }

        if (areItems)
            writer.WriteStartArray();
        else
            writer.WriteStartObject();

        foreach (KeyValuePair<string, FakeText> child in Children)
        {
            if (!areItems)
                writer.WritePropertyName(child.Key);
            child.Value.Write(writer);
        }

        if (areItems)
            writer.WriteEndArray();
        else
            writer.WriteEndObject();
    }

    /// <summary>The only form of the text for kinds of JSON that are neither objects nor arrays.</summary>
    public string As(JsonKinds kinds)
    {
        bool canBeLiteral = (kinds & (JsonKinds.Number | JsonKinds.Boolean)) != 0;
        IEnumerable<string> items = _texts.Select(t => canBeLiteral ? LiteralOrQuoted(t) : Quoted(t));
        return _isJson ? _texts[0] : _isList ? Listed(items) : items.First();
    }

    private IEnumerable<string> Forms()
    {
        bool isOne = _texts.Count == 1 && !_isList;
        if (isOne && !_isJson && Literal(_texts[0]) is { } literal)
            yield return literal;
        if (isOne)
            yield return _isJson ? _texts[0] : Quoted(_texts[0]);
        if (!_isJson)
        {
            yield return Listed(_texts.Select(LiteralOrQuoted));
            yield return Listed(_texts.Select(Quoted));
        }

        if (_texts.TrueForAll(t => Json(t) is not null))
        {
            if (isOne)
                yield return _texts[0];

            yield return Listed(_texts);
        }
    }

    private static string Listed(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static string LiteralOrQuoted(string text) => Literal(text) ?? Quoted(text);

    /// <summary>The text if it is a number or a Boolean value; otherwise null.</summary>
    private static string? Literal(string text) => Json(text) is { } json && json[0] is '-' or 't' or 'f' or (>= '0' and <= '9') ? json : null;

    /// <summary>The text if it is JSON; otherwise null.</summary>
    private static string? Json(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return text.Trim();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
