using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>
/// Compares generated code with <c>Baselines/X.verified.cs</c>. On a difference the code is written beside it as <c>X.received.cs</c>: look at both, and rename the
/// received file to accept it.
/// </summary>
internal static class Baseline
{
    private const int Context = 2;

    private const int MaxLines = 60;

    public static void Verify(string name, string code)
    {
        // The version of the package is not part of what is compared.
        code = Regex.Replace(code, "(GeneratedCode\\(\"[^\"]*\", \")[^\"]*", "$1x");
        string verified = Path.Combine(Repository.Baselines, name + ".verified.cs");
        string received = Path.Combine(Repository.Baselines, name + ".received.cs");
        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == code)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Repository.Baselines);
        File.WriteAllText(received, code);
        Assert.Fail($"The code differs from {verified} (- expected, + received; all of it is in {received}):\n{Difference(expected.Split('\n'), code.Split('\n'))}");
    }

    /// <summary>What stands between the common beginning and the common end.</summary>
    private static string Difference(string[] expected, string[] actual)
    {
        int start = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        int end = expected.Skip(start).Reverse().Zip(actual.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        IEnumerable<string> lines =
        [
            .. expected.Take(start).TakeLast(Context).Select(l => "  " + l),
            .. expected[start..^end].Select(l => "- " + l),
            .. actual[start..^end].Select(l => "+ " + l),
            .. expected.TakeLast(end).Take(Context).Select(l => "  " + l),
        ];
        return $"from line {start + 1} on:\n{string.Join("\n", lines.Take(MaxLines))}";
    }
}
