namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;

/// <summary>Where a parameter is.</summary>
internal enum FakePlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>Finds a parameter in a request: the opposite of <see cref="ParameterFormat"/>.</summary>
internal sealed class FakeParameter
{
    public FakeParameter(FakePlace place, string name, JsonKinds kinds)
    {
        Place = place;
        Name = name;
        Kinds = kinds;
        Style = place is FakePlace.Path or FakePlace.Header ? ParameterStyle.Simple : ParameterStyle.Form;
    }

    public FakePlace Place { get; }

    public string Name { get; }

    /// <summary>The kinds of JSON that it can be; of its items if it is a list.</summary>
    public JsonKinds Kinds { get; }

    /// <summary>Whether it is a list of texts.</summary>
    public bool IsList { get; set; }

    public ParameterStyle Style { get; set; }

    public bool Explode { get; set; }

    /// <summary>Whether the value is sent as JSON.</summary>
    public bool IsJson { get; set; }

    /// <summary>Whether its text is the whole query.</summary>
    public bool IsWholeQuery { get; set; }

    /// <summary>The names of the other parameters in the query or among the cookies, if the members of this one are parameters of their own.</summary>
    public string[] Others { get; set; } = Array.Empty<string>();

    private bool IsText => !IsList && (IsJson || (Kinds & (JsonKinds.Object | JsonKinds.EmptyArray)) == 0);

    public FakeText? InPath(string encoded)
    {
        string text = Style is ParameterStyle.Label or ParameterStyle.Matrix ? encoded.Substring(1) : encoded;
        char separator = Style == ParameterStyle.Label && Explode ? '.' : Style == ParameterStyle.Matrix && Explode ? ';' : ',';
        if (Style == ParameterStyle.Matrix && (IsText || !Explode))
            text = WithoutName(text);
        else if (Style == ParameterStyle.Matrix && IsList)
            text = string.Join(";", text.Split(';').Select(WithoutName));

        return Parse(text, separator, Uri.UnescapeDataString);
    }

    public FakeText? InHeader(string text) => Parse(text, ',', static t => t);

    public FakeText? InQuery(ApiFakeRequest request, string[] credentials)
        => !IsWholeQuery ? InPairs(request.Pairs, credentials) : request.Address.Query.Length > 1 ? new FakeText(Uri.UnescapeDataString(request.Address.Query.Substring(1)), IsJson) : null;

    /// <summary>Finds it among the pairs of a query or of cookies.</summary>
    /// <param name="pairs">The pairs, encoded.</param>
    /// <param name="credentials">The names of credentials.</param>
    public FakeText? InPairs(IReadOnlyList<KeyValuePair<string, string>> pairs, string[] credentials)
    {
        Func<string, string> decode = Style == ParameterStyle.Cookie ? static t => t : Place == FakePlace.Query ? FakePairs.Decode : Uri.UnescapeDataString;
        List<string> own = pairs.Where(p => decode(p.Key) == Name || IsList && decode(p.Key) == Name + "[]").Select(p => p.Value).ToList();
        if (own.Count > 0 && (IsText || !Explode))
            return Parse(own[0], Separator(own[0]), decode);
        if (own.Count > 0)
            return own.Count == 1 && !IsList ? new FakeText(decode(own[0]), IsJson) : FakeText.List(own.Select(decode), IsList);
        if (IsText || IsList)
            return null;
        if (Style == ParameterStyle.DeepObject)
            return FakeText.Deep(pairs.Select(p => new KeyValuePair<string, string>(decode(p.Key), decode(p.Value))).Where(p => p.Key.StartsWith(Name + "[", StringComparison.Ordinal)).Select(p => new KeyValuePair<string, string>(p.Key.Substring(Name.Length), p.Value)));

        List<KeyValuePair<string, string>> rest = Explode ? pairs.Where(p => !Others.Concat(credentials).Contains(decode(p.Key))).ToList() : new();
        return rest.Count == 0 ? null : FakeText.Members(rest.Select(p => new KeyValuePair<string, string>(decode(p.Key), decode(p.Value))));
    }

    private static string WithoutName(string pair) => pair.IndexOf('=') is >= 0 and var equals ? pair.Substring(equals + 1) : "";

    private string Separator(string text) => Style switch
    {
        ParameterStyle.SpaceDelimited => text.IndexOf("%20", StringComparison.Ordinal) >= 0 ? "%20" : "+",
        ParameterStyle.PipeDelimited => text.IndexOf('|') >= 0 ? "|" : "%7C",
        _ => ",",
    };

    private FakeText? Parse(string text, char separator, Func<string, string> decode) => Parse(text, separator.ToString(), decode);

    private FakeText? Parse(string text, string separator, Func<string, string> decode)
    {
        if (IsText)
            return new FakeText(decode(text), IsJson);

        // The items of a delimited list in a path or header have no separator of RFC 6570.
        if (Place is FakePlace.Path or FakePlace.Header && Style is ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited)
            (text, separator) = (decode(text), Style == ParameterStyle.SpaceDelimited ? " " : "|");

        string[] parts = text.Split(new[] { separator }, StringSplitOptions.None).Select(p => p.Trim()).ToArray();
        if (IsList)
            return FakeText.List(parts.Select(decode), isAlways: true);
        if (Explode && Array.TrueForAll(parts, p => p.IndexOf('=') > 0))
            return FakeText.Members(parts.SelectMany(p => FakePairs.Split(p, '\n')).Select(p => new KeyValuePair<string, string>(decode(p.Key), decode(p.Value))));
        if (parts.Length == 1)
            return new FakeText(decode(parts[0]));
        if ((Kinds & JsonKinds.Object) == 0 || Explode || parts.Length % 2 != 0 || (Kinds & JsonKinds.EmptyArray) != 0)
            return FakeText.List(parts.Select(decode), isAlways: false);

        return FakeText.Members(Enumerable.Range(0, parts.Length / 2).Select(i => new KeyValuePair<string, string>(decode(parts[2 * i]), decode(parts[2 * i + 1]))));
    }
}
