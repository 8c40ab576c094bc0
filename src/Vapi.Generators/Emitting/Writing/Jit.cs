using System.Runtime.CompilerServices;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>The JIT options of the methods that take most of the time of a run.</summary>
internal static class Jit
{
    /// <summary>Optimizes fully at the first call, because a run ends before tiered compilation would do so. .NET Framework ignores this value.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
