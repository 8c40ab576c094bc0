using System.Text.Json;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>A value of a document while overlays are applied. It has nodes for its children only after something accessed them.</summary>
/// <param name="file">The file that the value comes from.</param>
/// <param name="pointer">Its location in that file.</param>
internal sealed class OverlayNode(DocumentFile file, DocumentPointer pointer, JsonElement element, OverlayBudget budget)
{
    /// <summary>The number of members from which they are indexed.</summary>
    private const int Many = 16;

    private List<(string? Name, OverlayNode Node)>? _children;

    private Dictionary<string, OverlayNode>? _index;

    public DocumentFile File { get; private set; } = file;

    public DocumentPointer Pointer { get; private set; } = pointer;

    /// <summary>The value as it is in the file. The children of an object or array can have changed since.</summary>
    public JsonElement Element { get; private set; } = element;

    public OverlayNode? Parent { get; private set; }

    public JsonValueKind Kind => Element.ValueKind;

    public bool IsPrimitive => Kind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>Whether the children can differ from those in the file.</summary>
    public bool IsOpen => _children is not null;

    /// <summary>The members with their names, or the items.</summary>
    public IReadOnlyList<(string? Name, OverlayNode Node)> Children => _children ??= Open();

    /// <summary>The member with this name, the last one if there are several; null if there is none.</summary>
    public OverlayNode? Find(string name)
    {
        if (Kind != JsonValueKind.Object)
            return null;
        if (Children.Count >= Many)
            return (_index ??= Index()).TryGetValue(name, out OverlayNode? found) ? found : null;

        return _children!.FindLast(c => c.Name == name).Node;
    }

    /// <summary>The item with this index, which counts from the end if it is negative; null if there is none.</summary>
    public OverlayNode? Find(int index)
    {
        int position = index < 0 ? index + (Kind == JsonValueKind.Array ? Children.Count : 0) : index;
        return Kind == JsonValueKind.Array && position >= 0 && position < Children.Count ? Children[position].Node : null;
    }

    public void Add(string? name, OverlayNode child)
    {
        _children ??= Open();
        child.Parent = this;
        _children.Add((name, child));
        if (name is not null && _index is not null)
            _index[name] = child;
    }

    public void Remove(HashSet<OverlayNode> children)
    {
        _children?.RemoveAll(c => children.Contains(c.Node));
        _index = null;
    }

    /// <summary>Replaces a primitive value.</summary>
    public void Replace(OverlayNode value) => (File, Pointer, Element) = (value.File, value.Pointer, value.Element);

    /// <summary>A copy with its own children.</summary>
    public OverlayNode Clone(Levels levels)
    {
        var clone = new OverlayNode(File, Pointer, Element, budget);
        if (_children is null || !budget.TryCreate())
            return clone;

        if (!levels.TryEnter())
        {
            budget.Fail($"{Levels.Max} levels");
            return clone;
        }

        clone._children = new List<(string? Name, OverlayNode Node)>(_children.Count);
        foreach ((string? name, OverlayNode child) in _children)
            clone.Add(name, child.Clone(levels));

        levels.Leave();
        return clone;
    }

    private List<(string? Name, OverlayNode Node)> Open()
    {
        var children = new List<(string? Name, OverlayNode Node)>();
        if (Kind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in Element.EnumerateObject())
            {
                string name = member.Name;
                Take(name, Pointer[name], member.Value);
            }
        }
        else if (Kind == JsonValueKind.Array)
        {
            foreach (JsonElement item in Element.EnumerateArray())
                Take(null, Pointer[children.Count], item);
        }

        return children;

        void Take(string? name, DocumentPointer place, JsonElement value)
        {
            if (budget.TryCreate())
                children.Add((name, new OverlayNode(File, place, value, budget) { Parent = this }));
        }
    }

    private Dictionary<string, OverlayNode> Index()
    {
        var index = new Dictionary<string, OverlayNode>(StringComparer.Ordinal);
        foreach ((string? name, OverlayNode child) in Children)
            index[name!] = child;

        return index;
    }
}
