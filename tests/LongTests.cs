using System.Runtime.CompilerServices;
using Xunit.v3;

namespace Vapi.Generators.Tests;

/// <summary>Tests that take long run completely where the environment variable <c>VAPI_LONG_TESTS</c> is 1. Elsewhere they run on a sample, or are skipped.</summary>
internal static class LongTests
{
    private const string Switch = "VAPI_LONG_TESTS";

    public static bool AreOn { get; } = Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>All items or, where long tests are off, as many as said, evenly spread.</summary>
    public static T[] Sample<T>(T[] all, int count)
    {
        if (AreOn || all.Length <= count)
            return all;

        TestContext.Current.TestOutputHelper?.WriteLine($"A sample of {count} of {all.Length}: {Switch}=1 takes all.");
        return [.. Enumerable.Range(0, count).Select(i => all[i * all.Length / count])];
    }

    /// <summary>How many times something random is tried: a tenth of it, and at least once, where long tests are off.</summary>
    public static int Times(int all) => AreOn ? all : Math.Max(1, all / 10);

    public static string Reason(string cost) => $"Takes {cost} of processor time: {Switch}=1 runs it.";
}

/// <summary>A <see cref="FactAttribute"/> that is skipped where long tests are off.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute, ITraitAttribute
{
    public LongFactAttribute(string cost, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
        => (Skip, SkipType, SkipUnless) = (LongTests.Reason(cost), typeof(LongTests), nameof(LongTests.AreOn));

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "Long")];
}

/// <summary>A <see cref="TheoryAttribute"/> that is skipped where long tests are off.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    public LongTheoryAttribute(string cost, [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
        => (Skip, SkipType, SkipUnless) = (LongTests.Reason(cost), typeof(LongTests), nameof(LongTests.AreOn));

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Category", "Long")];
}
