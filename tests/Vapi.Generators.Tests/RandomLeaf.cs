using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests;

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

    private string Text(JsonElement schema, Random random) => (schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : "") switch
    {
        "date-time" => DateTimeOffset.FromUnixTimeSeconds(random.Next()).ToString("yyyy-MM-dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture) + ".123Z",
        "uuid" => $"{random.Next():x8}-0000-4000-8000-000000000000",
        "uri" => $"https://example.org/{random.Next(10_000)}?q=ä#x",
        _ => random.GetItems(TextsFor(schema), 1)[0],
    };

    private string[] TextsFor(JsonElement schema)
    {
        int least = schema.TryGetProperty("minLength", out JsonElement minimum) ? minimum.GetInt32() : 0;
        int most = schema.TryGetProperty("maxLength", out JsonElement maximum) ? maximum.GetInt32() : int.MaxValue;
        string? pattern = schema.TryGetProperty("pattern", out JsonElement expression) ? JsonSchemaOf.Pattern(expression.GetString()!) : null;
        if (_texts.TryGetValue((least, most, pattern), out string[]? known))
            return known;

        string start = pattern is null ? "" : Start().Match(pattern).Groups[1].Value;
        string[] texts =
        [
            .. Texts.Concat(Texts.Select(t => start + t)).Select(t => t.PadRight(least, 'x')).Where(t => t.Length <= most && (pattern is null || Regex.IsMatch(t, pattern))).Distinct(),
        ];
        return _texts[(least, most, pattern)] = texts.Length > 0 ? texts : throw new InvalidOperationException($"No text at hand is valid for {schema}.");
    }

    /// <summary>Within the bounds, and on them.</summary>
    private static double Number(JsonElement schema, bool isWhole, Random random)
    {
        const double Range = 1_000_000;
        double? minimum = Bound(schema, "minimum");
        double? maximum = Bound(schema, "maximum");
        double low = minimum ?? (maximum ?? 0) - Range;
        double high = maximum ?? low + 2 * Range;
        (double first, double last) = (Math.Ceiling(low), Math.Floor(high));
        double part = random.Next(1001) / 1000.0;
        return isWhole && first <= last ? Math.Floor(first + (last - first) * part) : Math.Clamp(low + (high - low) * part, low, high);
    }

    private static double? Bound(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement bound) ? bound.GetDouble() : null;

    [GeneratedRegex("^\\^([\\w-]*)")]
    private static partial Regex Start();
}
