using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests;

/// <summary>Compares JSON by what it means: the order of properties plays no part, numbers and date-times are compared by value.</summary>
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
            case (JsonValueKind.Number, JsonValueKind.Number) when expected.GetDouble() == actual.GetDouble():
            case (JsonValueKind.String, JsonValueKind.String) when AreSame(expected.GetString()!, actual.GetString()!):
                break;
            case var (left, right) when left != right || expected.GetRawText() != actual.GetRawText():
                yield return $"{path} was {expected.GetRawText()} and is {actual.GetRawText()}";
                break;
        }
    }

    private static bool AreSame(string expected, string actual) => expected == actual
        || DateTime().IsMatch(expected) && DateTime().IsMatch(actual) && Parse(expected) == Parse(actual);

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$")]
    private static partial Regex DateTime();
}
