using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonStateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(63)]
    public void Mark_IsSetAndTakenBackAlone(int ordinal) => AssertSetAndTakenBackAlone<JsonState>(ordinal, 64);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(700)]
    public void WideMark_IsSetAndTakenBackAlone(int ordinal) => AssertSetAndTakenBackAlone<WideJsonState>(ordinal, 1000);

    [Fact]
    public void Marks_KeepTheOthers()
    {
        AssertKeepsTheOthers<JsonState>();
        AssertKeepsTheOthers<WideJsonState>();
    }

    private static void AssertSetAndTakenBackAlone<TState>(int ordinal, int count)
        where TState : struct, IJsonState
    {
        var state = default(TState);
        state.Set(ordinal, false);
        Assert.DoesNotContain(Enumerable.Range(0, count), i => state.Has(i));

        state.Set(ordinal, true);
        Assert.Equal([ordinal], Enumerable.Range(0, count).Where(i => state.Has(i)));

        state.Set(ordinal, false);
        Assert.DoesNotContain(Enumerable.Range(0, count), i => state.Has(i));
    }

    private static void AssertKeepsTheOthers<TState>()
        where TState : struct, IJsonState
    {
        var state = default(TState);
        foreach (int ordinal in new[] { 5, 63, 7 })
            state.Set(ordinal, true);

        state.Set(7, false);
        Assert.Equal([5, 63], Enumerable.Range(0, 64).Where(i => state.Has(i)));
    }
}
