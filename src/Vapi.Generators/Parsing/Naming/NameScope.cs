using System.Globalization;

namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names of one scope. They are unique, ignoring case; the first user of a name gets it.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, int>? _lastNumbers;

    public bool IsFree(string name) => !_taken.Contains(name);

    /// <summary>A scope with the same names.</summary>
    public NameScope Copy() => new(_taken);

    /// <summary>Reserves the name if it is free.</summary>
    public bool TryClaim(string name) => _taken.Add(name);

    /// <summary>Reserves the name, or the first free one of name2, name3, ….</summary>
    public string Claim(string name)
    {
        if (_taken.Add(name))
            return name;

        // A digit after a digit would look like another number: `V1` and `V12`.
        string stem = char.IsDigit(name[name.Length - 1]) ? name + "_" : name;
        _lastNumbers ??= new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int number = _lastNumbers.TryGetValue(stem, out int last) ? last + 1 : 2;
        while (!_taken.Add(stem + number.ToString(CultureInfo.InvariantCulture)))
            number++;

        _lastNumbers[stem] = number;
        return stem + number.ToString(CultureInfo.InvariantCulture);
    }
}
