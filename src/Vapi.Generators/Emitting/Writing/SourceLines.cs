using System.Runtime.CompilerServices;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>The lines of an interpolated string on their way into a writer: <c>writer.WriteLine($"…")</c> writes the parts one by one and makes no string of them.</summary>
[InterpolatedStringHandler]
internal readonly struct SourceLines
{
    private readonly SourceWriter _writer;

    public SourceLines(int literalLength, int formattedCount, SourceWriter writer)
    {
        _ = (literalLength, formattedCount);
        _writer = writer;
    }

    [MethodImpl(Jit.Optimized)]
    public void AppendLiteral(string text) => _writer.Write(text);

    [MethodImpl(Jit.Optimized)]
    public void AppendFormatted(string? text) => _writer.Write(text ?? "");
}
