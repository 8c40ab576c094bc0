using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Vapi.Generators.Tests.Build;

/// <summary>Tools that leave generated code out know it by an attribute.</summary>
public class GeneratedCodeTests
{
    [Fact]
    public void EveryType_IsMarkedAsGenerated_WithToolAndVersion()
    {
        Type[] types = [.. GeneratorHost.Run(EveryFeature.Document).Types.Where(t => !t.IsNested && t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && t.Namespace is not null)];

        Assert.Empty(types.Where(t => t.GetCustomAttribute<GeneratedCodeAttribute>() is not { Tool: "Vapi.Generators", Version.Length: > 0 }).Select(t => t.FullName));
        Assert.Contains(types, t => t.Name == "ApiException");
        Assert.Contains(types, t => t.Name == "TestClient");
    }
}
