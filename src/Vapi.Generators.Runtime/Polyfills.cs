// The generator emits this type once for all documents if the consumer's framework does not have it.
namespace System.Runtime.CompilerServices;

internal interface IUnion
{
    object? Value { get; }
}
