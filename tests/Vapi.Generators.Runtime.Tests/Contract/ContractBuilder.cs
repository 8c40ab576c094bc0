using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Writes the description of schemas as the generator does.</summary>
internal sealed class ContractBuilder
{
    private readonly List<string> _texts = [];

    private readonly List<int[]> _entries = [[(int)ContractKeyword.End], [], [0]];

    private readonly List<(string Name, int Entry)> _names = [];

    public int Text(string text)
    {
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Adds a schema with a name. Its number can be used before it is added.</summary>
    public int Add(string name, params object[] numbers)
    {
        _entries.Add([.. numbers.Select(n => Convert.ToInt32(n)), (int)ContractKeyword.End]);
        _names.Add((name, _entries.Count - 1));
        return _entries.Count - 1;
    }

    /// <summary>The number of the next schema.</summary>
    public int Next => _entries.Count;

    public ContractTable Build()
    {
        _entries[1] = [_names.Count, .. _names.SelectMany(n => new[] { Text(n.Name), n.Entry })];
        var texts = new List<byte>();
        foreach (byte[] text in _texts.Select(Encoding.UTF8.GetBytes))
            texts.AddRange(text.Length < 127 ? [(byte)text.Length, .. text] : [127, (byte)(text.Length >> 21), (byte)((text.Length >> 14) & 127), (byte)((text.Length >> 7) & 127), (byte)(text.Length & 127), .. text]);

        string entries = string.Concat(_entries.Select(e => string.Concat(e.Select(Digits))).Select(e => Digits(e.Length) + e));
        return new ContractTable(texts.ToArray(), Encoding.ASCII.GetBytes(entries));
    }

    private static string Digits(int number)
    {
        int digit = '#' + (number < 32 ? number : number % 32 + 32);
        return (char)(digit >= '\\' ? digit + 1 : digit) + (number < 32 ? "" : Digits(number / 32));
    }
}
