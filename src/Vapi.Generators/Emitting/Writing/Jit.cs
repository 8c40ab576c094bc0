using System.Runtime.CompilerServices;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>How the methods are compiled in which a run spends its time.</summary>
internal static class Jit
{
    /// <summary>At once as well as can be: a run is over before the runtime would do that by itself. Known to .NET, ignored by .NET Framework.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
