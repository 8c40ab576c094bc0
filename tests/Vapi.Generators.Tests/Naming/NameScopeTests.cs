using Vapi.Generators.Parsing.Naming;

namespace Vapi.Generators.Tests.Naming;

public class NameScopeTests
{
    [Theory]
    [InlineData("Name Name Name", "Name Name2 Name3")]
    [InlineData("Name NAME name", "Name NAME2 name3")]
    [InlineData("Name Name2 Name Name", "Name Name2 Name3 Name4")]
    [InlineData("V1 V1 V1", "V1 V1_2 V1_3")]
    [InlineData("Taken taken", "Taken2 taken3")]
    public void Name_IsNumberedIfItIsTaken(string names, string expected)
    {
        var scope = new NameScope(["taken"]);

        Assert.Equal(expected, string.Join(" ", names.Split(' ').Select(scope.Claim)));
    }

    [Fact]
    public void Name_IsFreeUntilItIsTaken()
    {
        var scope = new NameScope([]);

        Assert.True(scope.IsFree("a"));
        Assert.True(scope.TryClaim("a"));
        Assert.False(scope.IsFree("A"));
        Assert.False(scope.TryClaim("A"));
    }

    [Fact]
    public void Copy_HasTheSameNames_AndLeavesTheOriginalAlone()
    {
        var scope = new NameScope(["a"]);
        NameScope copy = scope.Copy();

        Assert.False(copy.TryClaim("a"));
        Assert.True(copy.TryClaim("b"));
        Assert.True(scope.IsFree("b"));
    }
}
