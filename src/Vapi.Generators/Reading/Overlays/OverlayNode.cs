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

    /// <summary>The children, possibly with some that were removed since the last access.</summary>
    private List<OverlayNode>? _children;

    private Dictionary<string, OverlayNode>? _index;

    private bool _hasRemoved;

    public DocumentFile File { get; private set; } = file;

    public DocumentPointer Pointer { get; private set; } = pointer;

    /// <summary>The value as it is in the file. The children of an object or array can have changed since.</summary>
    public JsonElement Element { get; private set; } = element;

    /// <summary>Null for the root, and after the removal.</summary>
    private OverlayNode? Parent { get; set; }

    /// <summary>The name of a member; null for an item and the root.</summary>
    public string? Name { get; private set; }

    public JsonValueKind Kind => Element.ValueKind;

    public bool IsPrimitive => Kind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>Whether the children can differ from those in the file.</summary>
    public bool IsOpen => _children is not null;

    /// <summary>The members or items.</summary>
    public IReadOnlyList<OverlayNode> Children
    {
        get
        {
            _children ??= Open();
            if (_hasRemoved && budget.TryVisit(_children.Count))
                _children.RemoveAll(c => c.Parent is null);

            _hasRemoved = false;
            return _children;
        }
    }

    /// <summary>The member with this name, the last one if there are several; null if there is none.</summary>
    public OverlayNode? Find(string name)
    {
        if (Kind != JsonValueKind.Object)
            return null;
        if (_index is null && Children.Count < Many)
            return Children.LastOrDefault(c => c.Name == name);

        return (_index ??= Index()).TryGetValue(name, out OverlayNode? found) ? found : null;
    }

    /// <summary>The item with this index, which counts from the end if it is negative; null if there is none.</summary>
    public OverlayNode? Find(int index)
    {
        int position = index < 0 ? index + (Kind == JsonValueKind.Array ? Children.Count : 0) : index;
        return Kind == JsonValueKind.Array && position >= 0 && position < Children.Count ? Children[position] : null;
    }

    public void Add(string? name, OverlayNode child)
    {
        _children ??= Open();
        (child.Parent, child.Name) = (this, name);
        _children.Add(child);
        if (name is not null && _index is not null)
            _index[name] = child;
    }

    /// <summary>Removes the node from its parent, which forgets it on the next access, so that many removals do not take longer than one.</summary>
    public void Remove()
    {
        if (Parent is not { } parent)
            return;

        parent._hasRemoved = true;
        if (Name is not null && parent._index?.TryGetValue(Name, out OverlayNode? known) == true && known == this)
            parent._index.Remove(Name);

        Parent = null;
    }

    /// <summary>Replaces a primitive value.</summary>
    public void Replace(OverlayNode value) => (File, Pointer, Element) = (value.File, value.Pointer, value.Element);

    /// <summary>A copy with its own children.</summary>
    public OverlayNode Clone(Levels levels)
    {
        var clone = new OverlayNode(File, Pointer, Element, budget);
        if (!budget.TryCreate() || _children is null)
            return clone;

        if (!levels.TryEnter())
        {
            budget.Fail($"{Levels.Max} levels");
            return clone;
        }

        clone._children = [];
        foreach (OverlayNode child in Children.TakeWhile(_ => budget.Exceeded is null))
            clone.Add(child.Name, child.Clone(levels));

        levels.Leave();
        return clone;
    }

    private List<OverlayNode> Open()
    {
        var children = new List<OverlayNode>();
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
                children.Add(new OverlayNode(File, place, value, budget) { Parent = this, Name = name });
        }
    }

    private Dictionary<string, OverlayNode> Index()
    {
        var index = new Dictionary<string, OverlayNode>(StringComparer.Ordinal);
        foreach (OverlayNode child in Children)
            index[child.Name!] = child;

        return index;
    }
}
