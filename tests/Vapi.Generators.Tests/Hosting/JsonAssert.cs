using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>
/// Compares JSON by what it means: the order of properties plays no part, numbers are compared by value and date-times by the instant, to the last digit. A date-time without an offset is no instant.
/// </summary>
internal static partial class JsonAssert
{
    private const int MaxDepth = 1000;

    public static void Equal(string expected, string actual)
    {
        string[] differences = [.. Differences(expected, actual).Take(10)];
        Assert.True(differences.Length == 0, $"The JSON differs:\n{string.Join("\n", differences)}");
    }

    /// <summary>What of the first JSON is lost or changed in the second, and what is new or twice there.</summary>
    public static IEnumerable<string> Differences(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected, new JsonDocumentOptions { MaxDepth = MaxDepth });
        using JsonDocument right = JsonDocument.Parse(actual, new JsonDocumentOptions { MaxDepth = MaxDepth });
        foreach (string difference in Compare(left.RootElement, right.RootElement, "$"))
            yield return difference;
    }

    private static IEnumerable<string> Compare(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (KeyValuePair<string, int> name in actual.EnumerateObject().CountBy(p => p.Name).Where(n => n.Value > 1))
                    yield return $"{path}.{name.Key} is there {name.Value} times: {actual}";

                foreach (string name in expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(p => p.Name).Distinct())
                {
                    bool isExpected = expected.TryGetProperty(name, out JsonElement left);
                    bool isThere = actual.TryGetProperty(name, out JsonElement right);
                    if (isExpected && isThere)
                    {
                        foreach (string difference in Compare(left, right, $"{path}.{name}"))
                            yield return difference;
                    }
                    else
                        yield return isExpected ? $"{path}.{name} is lost: {left}" : $"{path}.{name} is new: {right}";
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength():
                for (int i = 0; i < expected.GetArrayLength(); i++)
                {
                    foreach (string difference in Compare(expected[i], actual[i], $"{path}[{i}]"))
                        yield return difference;
                }

                break;
            case (JsonValueKind.Number, JsonValueKind.Number) when JsonElement.DeepEquals(expected, actual):
            case (JsonValueKind.String, JsonValueKind.String) when AreSame(expected.GetString()!, actual.GetString()!):
                break;
            case var (left, right) when left != right || expected.GetRawText() != actual.GetRawText():
                yield return $"{path} was {expected.GetRawText()} and is {actual.GetRawText()}";
                break;
        }
    }

    private static bool AreSame(string expected, string actual) => expected == actual
        || DateTime().Match(expected) is { Success: true } left && DateTime().Match(actual) is { Success: true } right && Fraction(left) == Fraction(right) && Instant(left) is { } instant && instant == Instant(right);

    private static string Fraction(Match dateTime) => dateTime.Groups["fraction"].Value.TrimEnd('0').TrimEnd('.');

    /// <summary>Null for a day that no month has.</summary>
    private static DateTimeOffset? Instant(Match dateTime)
        => DateTimeOffset.TryParse(dateTime.Groups["second"].Value + dateTime.Groups["offset"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) ? instant : null;

    [GeneratedRegex(@"^(?<second>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?<fraction>\.\d+)?(?<offset>Z|[+-]\d\d:\d\d)$")]
    private static partial Regex DateTime();
}
