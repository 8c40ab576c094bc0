using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Collects the entries of a <see cref="ContractModel"/>. Equal schemas are one entry.</summary>
internal sealed class ContractTable
{
    /// <summary>The entry of a schema that allows any value.</summary>
    public const int Any = 0;

    /// <summary>The entries with the names of schemas and types.</summary>
    private const int SchemaNames = 1;

    private const int TypeNames = 2;

    private readonly List<int[]> _entries = [[(int)ContractKeyword.End], [], []];

    private readonly List<string> _texts = [];

    private readonly Dictionary<string, int> _textIndexes = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _inline = new(StringComparer.Ordinal) { [Key([(int)ContractKeyword.End])] = Any };

    private readonly Dictionary<string, int> _components = new(StringComparer.Ordinal);

    /// <summary>The components whose entries are empty so far.</summary>
    private readonly Queue<string> _open = new();

    private readonly Dictionary<DocumentPointer, int> _places = [];

    /// <summary>The index of a text.</summary>
    public int Text(string text)
    {
        if (!_textIndexes.TryGetValue(text, out int index))
        {
            _textIndexes.Add(text, index = _texts.Count);
            _texts.Add(text);
        }

        return index;
    }

    /// <summary>The entry of a schema of the components.</summary>
    public int Component(string id)
    {
        if (!_components.TryGetValue(id, out int index))
        {
            _components.Add(id, index = Add([]));
            _open.Enqueue(id);
        }

        return index;
    }

    /// <summary>Adds an entry for a schema that is not one of the components.</summary>
    /// <param name="numbers">The entry.</param>
    /// <param name="place">The location of the schema.</param>
    public int Inline(int[] numbers, DocumentPointer place)
    {
        string key = Key(numbers);
        if (!_inline.TryGetValue(key, out int index))
            _inline.Add(key, index = Add(numbers));

        _places[place] = index;
        return index;
    }

    public int Add(int[] numbers)
    {
        _entries.Add(numbers);
        return _entries.Count - 1;
    }

    /// <summary>The entry of an inline schema; null if the schema at this place has none.</summary>
    public int? Find(DocumentPointer place) => _places.TryGetValue(place, out int index) ? index : null;

    /// <summary>Parses the components that are used, and those that they use.</summary>
    public void Complete(ParseContext context)
    {
        while (_open.Count > 0)
        {
            string id = _open.Dequeue();
            _entries[_components[id]] = ContractSchemaParser.ParseComponent(context.Schemas[id], DocumentPointer.Root["components"]["schemas"][id], this, context);
        }
    }

    /// <param name="types">The generated types and their entries.</param>
    public ContractModel ToModel(string name, IEnumerable<(string Name, int Entry)> types)
    {
        _entries[SchemaNames] = Names(_components.Select(c => (c.Key, c.Value)));
        _entries[TypeNames] = Names(types);
        return new ContractModel
        {
            Name = name,
            Texts = _texts.ToEquatableArray(),
            Entries = _entries.Select(e => new ContractEntry(e.ToEquatableArray())).ToEquatableArray(),
            Documentation = Documentation.None,
        };
    }

    private int[] Names(IEnumerable<(string Name, int Entry)> names)
    {
        List<(string Name, int Entry)> all = [.. names];
        return [all.Count, .. all.SelectMany(n => new[] { Text(n.Name), n.Entry })];
    }

    private static string Key(int[] numbers) => string.Join(",", numbers);
}
