// What the generator emits once for all documents when the consumer's framework lacks it.
namespace System.Runtime.CompilerServices;

internal interface IUnion
{
    object? Value { get; }
}
