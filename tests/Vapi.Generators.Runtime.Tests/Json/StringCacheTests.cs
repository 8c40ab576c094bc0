using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class StringCacheTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("assistant-speaks-first")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void RepeatedValue_IsTheSameInstance(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(text, StringCache.Get(utf8));
        Assert.Same(StringCache.Get(utf8), StringCache.Get([.. utf8]));
    }

    [Theory]
    [InlineData("ä")]
    [InlineData("日本語")]
    [InlineData("a😀b")]
    [InlineData("Ã¤")]
    [InlineData("\u0000\u007f\u0080ÿ")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void AnyText_IsRightEveryTime(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(text, StringCache.Get(utf8));
        Assert.Equal(text, StringCache.Get(utf8));
    }

    [Fact]
    public void ManyValuesInFewSlots_AreNeverMixedUp()
    {
        string[] values = [.. Enumerable.Range(0, 20_000).Select(i => $"value{i}")];

        Parallel.For(0, 4, _ =>
        {
            foreach (string value in values)
                Assert.Equal(value, StringCache.Get(Encoding.UTF8.GetBytes(value)));
        });
    }
}
