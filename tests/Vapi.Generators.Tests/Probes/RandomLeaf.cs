using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Random strings, numbers and booleans within the bounds of their schema.</summary>
internal sealed partial class RandomLeaf
{
    private static readonly string[] Texts = ["", "plain", "with \"quotes\" and \\", "line\nbreak", "ünïcödé 漢字 😀", "</script>\u2028", "null", "12", "A1"];

    private readonly Dictionary<(int, int, string?), string[]> _texts = [];

    public JsonNode? Next(JsonElement schema, string type, Random random) => type switch
    {
        "string" => JsonValue.Create(Text(schema, random)),
        "integer" => JsonValue.Create((long)Number(schema, isWhole: true, random)),
        "number" => JsonValue.Create(Number(schema, isWhole: random.Next(4) > 0, random)),
        "boolean" => JsonValue.Create(random.Next(2) == 0),
        "null" => null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no type of a value without parts"),
    };

    private string Text(JsonElement schema, Random random) => (schema.TryGetProperty("format", out JsonElement format) ? format.ToString() : "") switch
    {
        "date-time" => DateTimeOffset.FromUnixTimeSeconds(random.Next()).ToString("yyyy-MM-dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture) + ".123Z",
        "date" => DateOnly.FromDayNumber(random.Next(600_000, 800_000)).ToString("O", CultureInfo.InvariantCulture),
        "byte" => Convert.ToBase64String([1, 2, (byte)random.Next(256)]),
        "duration" => $"P{random.Next(1, 9)}DT{random.Next(1, 9)}H",
        "uuid" => $"{random.Next():x8}-0000-4000-8000-000000000000",
        "uri" => $"https://example.org/{random.Next(10_000)}?q=ä#x",
        _ => random.GetItems(TextsFor(schema), 1)[0],
    };

    private string[] TextsFor(JsonElement schema)
    {
        const int Longest = 1000;
        int least = (int)Math.Clamp(Bound(schema, "minLength") ?? 0, 0, Longest);
        int most = (int)Math.Clamp(Bound(schema, "maxLength") ?? int.MaxValue, least, int.MaxValue);
        string? pattern = schema.TryGetProperty("pattern", out JsonElement expression) ? JsonSchemaOf.Pattern(expression.ToString()) : null;
        if (_texts.TryGetValue((least, most, pattern), out string[]? known))
            return known;

        string start = pattern is null ? "" : Start().Match(pattern).Groups[1].Value;
        string[] texts =
        [
            .. Texts.Concat(Texts.Select(t => start + t)).Select(t => t.PadRight(least, 'x')).Where(t => t.Length <= most && (pattern is null || IsMatch(t, pattern))).Distinct(),
        ];

        // A pattern that no text at hand has: the kind is right at least.
        return _texts[(least, most, pattern)] = texts.Length > 0 ? texts : ["text"];
    }

    /// <summary>False for a pattern that is no regular expression in .NET.</summary>
    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is RegexParseException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Within the bounds, and on them.</summary>
    private static double Number(JsonElement schema, bool isWhole, Random random)
    {
        const double Range = 1_000_000;
        const double MostExact = 1L << 53;
        double? minimum = Bound(schema, "minimum");
        double? maximum = Bound(schema, "maximum");
        double low = minimum ?? (maximum ?? 0) - Range;
        double high = Math.Max(low, maximum ?? low + 2 * Range);
        (double first, double last) = (Math.Ceiling(Math.Max(low, -MostExact)), Math.Floor(Math.Min(high, MostExact)));
        double part = random.Next(1001) / 1000.0;
        return isWhole && first <= last ? Math.Floor(first + (last - first) * part) : Math.Clamp(low + (high - low) * part, low, high);
    }

    private static double? Bound(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement bound) && bound.ValueKind == JsonValueKind.Number ? bound.GetDouble() : null;

    [GeneratedRegex("^\\^([\\w-]*)")]
    private static partial Regex Start();
}
