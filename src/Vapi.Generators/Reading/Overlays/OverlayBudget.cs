namespace Vapi.Generators.Reading.Overlays;

/// <summary>Limits the work and the memory that the overlays of a document can take. Without limits, a few lines could select and copy more than fits in memory.</summary>
/// <param name="length">The length of the document and its overlays in bytes.</param>
internal sealed class OverlayBudget(long length, CancellationToken cancellationToken)
{
    private const int MaxSteps = 5_000_000;

    private const int StepsPerByte = 4;

    private const int MaxNodes = 500_000;

    private const int BytesPerNode = 4;

    /// <summary>The maximum size of the result, relative to the length.</summary>
    private const int MaxGrowth = 20;

    private const int MinLength = 1_000_000;

    private long _steps;

    private long _nodes;

    private long _length;

    /// <summary>The exceeded limit; null if there is none.</summary>
    public string? Exceeded { get; private set; }

    /// <summary>Counts visits of nodes.</summary>
    public bool TryVisit(int count = 1) => TrySpend(ref _steps, count, MaxSteps + StepsPerByte * length, "steps");

    /// <summary>Counts a new node.</summary>
    public bool TryCreate() => TrySpend(ref _nodes, 1, MaxNodes + length / BytesPerNode, "values");

    /// <summary>Counts text of the result, in bytes.</summary>
    public bool TryWrite(long count) => TrySpend(ref _length, count, Math.Max(MinLength, MaxGrowth * length), "bytes");

    /// <summary>Stops the work because the document is too deep.</summary>
    public void Fail(string limit) => Exceeded ??= limit;

    private bool TrySpend(ref long spent, long count, long max, string unit)
    {
        cancellationToken.ThrowIfCancellationRequested();
        spent += count;
        if (spent > max)
            Fail($"{max} {unit}");

        return Exceeded is null;
    }
}
