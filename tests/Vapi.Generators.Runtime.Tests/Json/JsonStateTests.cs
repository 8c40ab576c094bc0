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
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(700)]
    public void Property_IsSetAndUnsetAlone(int ordinal)
    {
        var state = default(JsonState);
        state.Set(ordinal, false);
        Assert.DoesNotContain(Enumerable.Range(0, 1000), state.Has);

        state.Set(ordinal, true);
        Assert.Equal([ordinal], Enumerable.Range(0, 1000).Where(state.Has));

        state.Set(ordinal, false);
        Assert.DoesNotContain(Enumerable.Range(0, 1000), state.Has);
    }

    [Fact]
    public void SetProperties_KeepTheOthers()
    {
        var state = default(JsonState);
        foreach (int ordinal in new[] { 5, 63, 7, 64, 900, 65 })
            state.Set(ordinal, true);

        state.Set(7, false);
        state.Set(65, false);
        Assert.Equal([5, 63, 64, 900], Enumerable.Range(0, 1000).Where(state.Has));
    }

    [Fact]
    public void PropertyWithoutAValue_NeedsNothing()
    {
        var state = default(JsonState);
        state.Assign(64, false);
        state.Assign(65, (object?)null);
        state.Assign(63);

        Assert.Null(state.Kept);
        Assert.Equal([63], Enumerable.Range(0, 64).Where(state.Has));
    }
}
