using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Probes;

/// <summary>On how many values a law was tried, and what broke it, by kind, with a few examples.</summary>
internal sealed partial class LawReport
{
    private const int MostKinds = 12;

    private const int MostExamples = 2;

    private readonly Dictionary<string, Broken> _exceptions = [];

    private readonly Dictionary<string, Broken> _differences = [];

    public int Values { get; private set; }

    public int Exceptions => _exceptions.Values.Sum(b => b.Count);

    public int Differences => _differences.Values.Sum(b => b.Count);

    public bool IsKept => Exceptions + Differences == 0;

    public void Count() => Values++;

    /// <summary>Demands that reading and writing changes nothing.</summary>
    public void Check(string place, string json, Func<string, string> readAndWrite)
    {
        Count();
        try
        {
            foreach (string difference in SchemaProbe.Differences(json, readAndWrite(json)).Take(1))
                Difference(KindOf(difference), $"{place}: {difference}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Exception(KindOf(exception), $"{place}: {exception.Message}  {json}");
        }
    }

    public void Exception(string kind, string example) => Add(_exceptions, kind, 1, [example]);

    public void Difference(string kind, string example) => Add(_differences, kind, 1, [example]);

    public void Add(LawReport other)
    {
        Values += other.Values;
        foreach ((string kind, Broken broken) in other._exceptions)
            Add(_exceptions, kind, broken.Count, broken.Examples);
        foreach ((string kind, Broken broken) in other._differences)
            Add(_differences, kind, broken.Count, broken.Examples);
    }

    private static string KindOf(Exception exception) => exception is JsonException ? $"JsonException: {Where().Split(exception.Message)[0]}" : exception.GetType().Name;

    /// <summary>What <see cref="JsonAssert"/> says, without the names; of changed values what they look like.</summary>
    private static string KindOf(string difference) => Change().Match(difference) is { Success: true } change
        ? $"{Shape(change.Groups[1].Value)} becomes {Shape(change.Groups[2].Value)}"
        : new[] { " is lost", " is new", " is there " }.FirstOrDefault(difference.Contains)?.Trim() ?? "other";

    public override string ToString() => $"{Values} values, {Exceptions} exceptions, {Differences} differences{Lines("exception", _exceptions)}{Lines("difference", _differences)}";

    private static void Add(Dictionary<string, Broken> kinds, string kind, int count, IEnumerable<string> examples)
    {
        if (!kinds.TryGetValue(kind, out Broken? broken))
            kinds.Add(kind, broken = new Broken());

        broken.Count += count;
        broken.Examples.AddRange(examples.Take(MostExamples - broken.Examples.Count));
    }

    private static string Lines(string what, Dictionary<string, Broken> kinds) => string.Concat(
        kinds.OrderByDescending(k => k.Value.Count).ThenBy(k => k.Key, StringComparer.Ordinal).Take(MostKinds)
            .Select(k => $"\n         {k.Value.Count,7} {what}: {k.Key}{string.Concat(k.Value.Examples.Select(e => $"\n                   {(e.Length > 300 ? e[..300] + "…" : e)}"))}"))
        + (kinds.Count > MostKinds ? $"\n                 and {kinds.Count - MostKinds} other kinds" : "");

    private static string Shape(string json)
    {
        string shape = Letters().Replace(Digits().Replace(json, "0"), "a");
        return shape.Length > 40 ? shape[..40] + "…" : shape;
    }

    [GeneratedRegex(" In | Path: ")]
    private static partial Regex Where();

    [GeneratedRegex(" was (.*) and is (.*)$", RegexOptions.Singleline)]
    private static partial Regex Change();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("\\p{L}{2,}")]
    private static partial Regex Letters();

    private sealed class Broken
    {
        public int Count { get; set; }

        public List<string> Examples { get; } = [];
    }
}
