namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text;

/// <summary>
/// The schemas of a document, as the generator describes them: texts, and entries of numbers that refer to each other and to texts. An entry is read when it is first used.
/// Several threads can read the same entry at the same time, with equal results.
/// </summary>
internal sealed class ContractTable
{
    /// <summary>The entries after the first, which is a schema that allows any value.</summary>
    private const int SchemaNames = 1;

    private const int TypeNames = 2;

    private readonly byte[] _texts;

    private readonly int[] _textStarts;

    private readonly byte[] _entries;

    private readonly int[] _entryStarts;

    private readonly ContractSchema?[] _schemas;

    private readonly ContractOperation?[] _operations;

    private Dictionary<string, int>? _schemaNames;

    private Dictionary<string, int>? _typeNames;

    /// <param name="texts">The texts, each after its length, as <see cref="Json"/> reads names.</param>
    /// <param name="entries">The entries, each after its length, in digits of <see cref="ContractReader"/>.</param>
    public ContractTable(ReadOnlySpan<byte> texts, ReadOnlySpan<byte> entries)
    {
        _texts = texts.ToArray();
        _entries = entries.ToArray();
        _textStarts = FindTexts(_texts);
        _entryStarts = FindEntries(_entries);
        _schemas = new ContractSchema?[_entryStarts.Length];
        _operations = new ContractOperation?[_entryStarts.Length];
    }

    public IEnumerable<string> Schemas => (_schemaNames ??= ReadNames(SchemaNames)).Keys;

    /// <summary>The schema of the components with a name; null if there is none.</summary>
    public ContractSchema? FindSchema(string name) => (_schemaNames ??= ReadNames(SchemaNames)).TryGetValue(name, out int index) ? Schema(index) : null;

    /// <summary>The schema of a generated type; null if it has none of its own.</summary>
    public ContractSchema? FindType(string name) => (_typeNames ??= ReadNames(TypeNames)).TryGetValue(name, out int index) ? Schema(index) : null;

    public ContractSchema Schema(int index) => _schemas[index] ??= ReadSchema(index);

    public ContractOperation Operation(int index) => _operations[index] ??= ContractOperation.Read(Open(index), this);

    public string Text(int index) => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>Schemas that only refer to another one are replaced by it, so that they cost nothing.</summary>
    private ContractSchema ReadSchema(int index)
    {
        int target = index;
        for (int hops = 0; hops < _schemas.Length && FindAlias(target) is { } next; hops++)
            target = next;

        return target == index ? ContractSchemaReader.Read(Open(index), this) : _schemas[target] ??= ContractSchemaReader.Read(Open(target), this);
    }

    /// <summary>The schema that a schema only refers to; null if it says something of its own.</summary>
    private int? FindAlias(int index)
    {
        ContractReader reader = Open(index);
        var keyword = (ContractKeyword)reader.Next();
        if (keyword != ContractKeyword.AllOf || reader.Next() != 1)
            return null;

        int target = reader.Next();
        return (ContractKeyword)reader.Next() == ContractKeyword.End ? target : null;
    }

    public byte[] Utf8(int index)
    {
        int at = _textStarts[index];
        int length = Json.ReadLength(_texts, ref at);
        return _texts.AsSpan(at, length).ToArray();
    }

    private ContractReader Open(int index) => new(_entries, _entryStarts[index]);

    private Dictionary<string, int> ReadNames(int entry)
    {
        ContractReader reader = Open(entry);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int count = reader.Next(); count > 0; count--)
        {
            string name = Text(reader.Next());
            names[name] = reader.Next();
        }

        return names;
    }

    private static int[] FindTexts(byte[] texts)
    {
        var starts = new List<int>();
        for (int at = 0; at < texts.Length;)
        {
            starts.Add(at);
            int length = Json.ReadLength(texts, ref at);
            at += length;
        }

        return starts.ToArray();
    }

    private static int[] FindEntries(byte[] entries)
    {
        var starts = new List<int>();
        for (int at = 0; at < entries.Length;)
        {
            var reader = new ContractReader(entries, at);
            int length = reader.Next();
            starts.Add(reader.Position);
            at = reader.Position + length;
        }

        return starts.ToArray();
    }
}

/// <summary>Reads numbers. Each has one digit or several: five bits and a bit for whether another digit follows, the lowest first, as a printable character from # on without the backslash.</summary>
internal struct ContractReader
{
    private const int First = '#';

    private const int More = 32;

    private readonly byte[] _digits;

    public ContractReader(byte[] digits, int position)
    {
        _digits = digits;
        Position = position;
    }

    public int Position { get; private set; }

    public int Next()
    {
        int number = 0;
        for (int shift = 0; ; shift += 5)
        {
            int digit = _digits[Position++];
            digit -= digit > '\\' ? First + 1 : First;
            number |= (digit & (More - 1)) << shift;
            if ((digit & More) == 0)
                return number;
        }
    }
}
