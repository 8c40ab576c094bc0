using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Fuzz;

/// <summary>
/// Compares JSON by its meaning: the order of properties has none, of several properties with one name the last one counts, numbers are equal by value, date-times by the instant, and times by the time of day.
/// </summary>
internal static partial class JsonDifference
{
    /// <summary>Whether all names and strings are text: the judge accepts bytes that are not UTF-8, and halves of surrogate pairs.</summary>
    public static bool HasText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(p => p.Name is not null && HasText(p.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(HasText),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What is lost, new or different in the JSON that was written; null if nothing is.</summary>
    /// <exception cref="JsonException">The JSON that was written is invalid.</exception>
    public static string? Find(JsonElement expected, byte[] written)
    {
        using JsonDocument actual = JsonDocument.Parse(written);
        return Find(expected, actual.RootElement, "$");
    }

    private static string? Find(JsonElement expected, JsonElement actual, string path) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => FindInObject(expected, actual, path),
        (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength()
            => expected.EnumerateArray().Zip(actual.EnumerateArray()).Select((pair, i) => Find(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(d => d is not null),
        (JsonValueKind.Number, JsonValueKind.Number) when AreSame(expected, actual) => null,
        (JsonValueKind.String, JsonValueKind.String) when AreSame(expected.GetString()!, actual.GetString()!) => null,
        (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) or (JsonValueKind.Null, JsonValueKind.Null) => null,
        _ => $"{path} was {expected.GetRawText()} and is {actual.GetRawText()}",
    };

    private static string? FindInObject(JsonElement expected, JsonElement actual, string path)
    {
        foreach (string name in expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(p => p.Name).Distinct())
        {
            bool isExpected = expected.TryGetProperty(name, out JsonElement left);
            bool isThere = actual.TryGetProperty(name, out JsonElement right);
            if (isExpected != isThere)
                return isExpected ? $"{path}.{name} is lost: {left.GetRawText()}" : $"{path}.{name} is new: {right.GetRawText()}";
            if (Find(left, right, $"{path}.{name}") is { } difference)
                return difference;
        }

        return null;
    }

    /// <summary>The judge compares no numbers with exponents of more than nine digits: they keep their text.</summary>
    private static bool AreSame(JsonElement expected, JsonElement actual)
        => expected.GetRawText() == actual.GetRawText() || IsZero(expected) && IsZero(actual) || JsonElement.DeepEquals(expected, actual);

    private static bool IsZero(JsonElement number) => number.GetRawText().TakeWhile(c => c is not ('e' or 'E')).All(c => c is '-' or '0' or '.');

    private static bool AreSame(string expected, string actual) => expected == actual
        || DateTime().Match(expected) is { Success: true } left && DateTime().Match(actual) is { Success: true } right && Fraction(left) == Fraction(right) && Instant(left) is { } instant && instant == Instant(right);

    private static string Fraction(Match dateTime) => dateTime.Groups["fraction"].Value.TrimEnd('0').TrimEnd('.');

    /// <summary>Null for a day that no month has.</summary>
    private static DateTimeOffset? Instant(Match dateTime)
        => DateTimeOffset.TryParse(dateTime.Groups["second"].Value + dateTime.Groups["offset"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) ? instant : null;

    /// <summary>RFC 3339, also without seconds. A time has no offset here: one with an offset keeps its text.</summary>
    [GeneratedRegex(@"^(?<second>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?<fraction>\.\d+)?(?<offset>Z|[+-]\d\d:\d\d)$|^(?<second>\d\d:\d\d:\d\d)(?<fraction>\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTime();
}
