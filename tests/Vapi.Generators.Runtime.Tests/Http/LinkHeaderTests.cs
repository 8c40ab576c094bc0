using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>RFC 8288.</summary>
public class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a/?p=2>; rel=\"next\"", "https://a/?p=2")]
    [InlineData("<https://a/1>; rel=prev, <https://a/3>; title=\"a, <b>; rel=next\"; rel=\"last next\"", "https://a/3")]
    [InlineData("<https://a/2>; rel=NEXT", "https://a/2")]
    [InlineData("<https://a/2>; rel=nextish", null)]
    [InlineData("<https://a/2>; rel=last; rel=next", null)]
    [InlineData("<https://a/2", null)]
    [InlineData("", null)]
    public void LinkHeader_HasTheNextAddress(string value, string? expected) => Assert.Equal(expected, LinkHeader.FindNext([value]));
}
