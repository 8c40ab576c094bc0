using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Architecture;

/// <summary>What runs with the rights of the repository is what was reviewed, and has no more rights than it needs.</summary>
public class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.GetFiles(Path.Combine(Repository.Docs, "../.github/workflows")).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_ArePinnedByTheirFullHash(string name)
    {
        string[] uses = [.. Read(name).Select(l => l.Trim().TrimStart('-').Trim()).Where(l => l.StartsWith("uses:", StringComparison.Ordinal))];

        Assert.NotEmpty(uses);
        Assert.All(uses, u => Assert.Matches(@"^uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", u));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Rights_AreNoneOrReading_UnlessTheStepsOfAJobNeedThem(string name)
    {
        string[] lines = Read(name);
        string[] written = [.. lines.Select(l => l.Trim()).Where(l => l.EndsWith(": write", StringComparison.Ordinal))];

        Assert.Contains(lines, l => l.StartsWith("permissions:", StringComparison.Ordinal));
        Assert.Equal(name == "release.yml" ? ["attestations: write", "id-token: write"] : [], written.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("write-all", StringComparison.Ordinal) || l.Contains("pull_request_target", StringComparison.Ordinal));
    }

    /// <summary>A branch or a title may be a command; in a variable of the environment it is a text.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Scripts_ContainNoExpressions(string name)
        => Assert.DoesNotMatch(new Regex(@"^ *(- )?run: *(\|\n( {10,}[^\n]*\n)*?)?[^\n]*\$\{\{", RegexOptions.Multiline), string.Join('\n', Read(name)));

    private static string[] Read(string name) => File.ReadAllLines(Path.Combine(Repository.Docs, "../.github/workflows", name));
}
