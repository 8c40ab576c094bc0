namespace Vapi.Generators.Reading.Limits;

/// <summary>
/// The depth of a traversal of a document. It counts levels instead of checking the remaining stack, so that a document produces the same code on every host. The stacks of <see cref="Cancellable"/> are large enough for
/// all levels. Each recursive method over parts of a document must enter here (RecursionTests finds those that do not).
/// </summary>
internal sealed class Levels(int limit = Levels.Max)
{
    /// <summary>The maximum depth of a file, of inlined references, and of schemas that are nested in each other. Real documents are less deep.</summary>
    public const int Max = 256;

    /// <summary>The current depth.</summary>
    public int Count { get; private set; }

    /// <summary>Enters a level, unless the limit is reached. <see cref="Leave"/> leaves it.</summary>
    public bool TryEnter()
    {
        if (Count >= limit)
            return false;

        Count++;
        return true;
    }

    public void Leave() => Count--;
}
