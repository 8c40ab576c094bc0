using System.Reflection;
using System.Runtime.CompilerServices;

namespace Vapi.Generators;

/// <summary>
/// JIT-compiles the code of the next steps while a thread would only wait for a reader. In a compiler that just started, all of this code runs for the first time, and compiling it takes longer than
/// running it.
/// </summary>
internal static class Precompiler
{
    /// <summary>Members of records that are rarely called.</summary>
    private static readonly HashSet<string> Unused = new(StringComparer.Ordinal) { "PrintMembers", "ToString", "Deconstruct", "Equals", "GetHashCode", "get_EqualityContract", "op_Equality", "op_Inequality" };

    /// <summary>The methods that are not compiled yet; each is compiled once per process.</summary>
    private static readonly IEnumerator<MethodBase> Methods = Find().GetEnumerator();

    /// <summary>Compiles one method after the other, until the work is done.</summary>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public static void Run(Task work, CancellationToken cancellationToken)
    {
        while (!work.IsCompleted && Next() is { } method)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    private static MethodBase? Next()
    {
        lock (Methods)
            return Methods.MoveNext() ? Methods.Current : null;
    }

    /// <summary>The methods in the order of their use; constructors and properties, which are short, are last.</summary>
    private static IEnumerable<MethodBase> Find()
    {
        Type[] types = typeof(Precompiler).Assembly.GetTypes();
        string[] steps = [nameof(Parsing), nameof(Emitting), nameof(Model)];
        List<Type> used = [.. steps.SelectMany(step => types.Where(t => (t.Namespace + ".").StartsWith($"{nameof(Vapi)}.{nameof(Generators)}.{step}.", StringComparison.Ordinal) && !t.ContainsGenericParameters))];
        return used.SelectMany(t => Declared(t).Where(m => !m.IsSpecialName)).Concat(used.SelectMany(t => Declared(t).Where(m => m.IsSpecialName)));
    }

    private static IEnumerable<MethodBase> Declared(Type type)
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        return type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).Where(m => !m.IsAbstract && !m.ContainsGenericParameters && !Unused.Contains(m.Name));
    }
}
