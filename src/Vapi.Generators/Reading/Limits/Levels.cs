namespace Vapi.Generators.Reading.Limits;

/// <summary>
/// How deep a walk over a document goes. It is counted in levels and not in what is left of a stack, so that a document gives the same code on every host; <see cref="Cancellable"/> has stacks that hold
/// all of them. Whatever calls itself with a part of what it was called with enters here (ArchitectureTests finds what does not).
/// </summary>
internal sealed class Levels(int limit = Levels.Max)
{
    /// <summary>Deeper than any document is: of a file, of what is brought into another place of it, and of schemas that are made of each other.</summary>
    public const int Max = 256;

    /// <summary>How deep the walk is.</summary>
    public int Count { get; private set; }

    /// <summary>Goes a level deeper, unless that is one too many; <see cref="Leave"/> comes back.</summary>
    public bool TryEnter()
    {
        if (Count >= limit)
            return false;

        Count++;
        return true;
    }

    public void Leave() => Count--;
}
