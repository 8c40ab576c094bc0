using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>ToString of options and of objects that have no JSON.</summary>
public class OptionsTextTests
{
    [Fact]
    public void RequestOptions_ShowWhatIsSet_WithoutSecrets()
    {
        var options = new RequestOptions { BaseAddress = new Uri("https://user:Hidden1@api.test:8443/v1?key=Hidden2"), Timeout = TimeSpan.FromSeconds(1.5), MaxRetries = 3, Headers = { ["Authorization"] = "Hidden3", ["X-Team"] = "Hidden4" } };

        Assert.Equal("RequestOptions { BaseAddress = https://api.test:8443/v1, Timeout = 00:00:01.5000000, MaxRetries = 3, Headers = Authorization, X-Team }", options.ToString());
    }

    [Fact]
    public void ApiOptions_ShowWhatIsSet_WithoutSecrets()
    {
        var options = new Options { BaseAddress = new Uri("https://user:Hidden@api.test/?key=Hidden"), ApiKey = "Hidden", DefaultHeaders = { ["X-Key"] = "Hidden" } };
        options.SetCredential("token", "Hidden");

        Assert.Equal("Options { BaseAddress = https://api.test/, Timeout = 00:01:40, MaxRetries = 2, DefaultHeaders = X-Key }", options.ToString());
    }

    [Fact]
    public void Credentials_ShowNoSecret()
        => Assert.DoesNotContain("Hidden", string.Join(" ", (ApiCredential)"Hidden"!, ApiCredential.Basic("Hidden", "Hidden"), ApiCredential.FromToken((_, _) => Task.FromResult("Hidden"))), StringComparison.Ordinal);

    /// <summary>ToString is also called where an exception would hide another one, such as in logs and debuggers.</summary>
    [Fact]
    public void ObjectThatHasNoJson_IsItsType()
    {
        var circle = new Node();
        circle.Child = circle;

        Assert.Equal(typeof(Node).FullName, ObjectText.Of(circle));
        Assert.Equal(typeof(Node).FullName, ObjectText.Of(new Node { Number = double.NaN }));
    }

    private sealed class Options : ApiOptions;
}
