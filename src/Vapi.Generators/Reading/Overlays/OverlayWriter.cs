using System.Text.Json;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>Writes a document after overlays were applied, and records which file each part comes from.</summary>
internal sealed class OverlayWriter : IDisposable
{
    private readonly OverlayBudget _budget;

    private readonly MemoryStream _json = new();

    private readonly Utf8JsonWriter _writer;

    private readonly Levels _levels = new();

    private readonly Dictionary<string, (DocumentFile File, string Pointer)> _origins = new(StringComparer.Ordinal);

    private OverlayWriter(OverlayBudget budget)
    {
        _budget = budget;
        _writer = new Utf8JsonWriter(_json, new JsonWriterOptions { MaxDepth = int.MaxValue, SkipValidation = true });
    }

    /// <summary>Returns the JSON in UTF-8, and the origins of the parts that are not at the same place of their file as their parent.</summary>
    public static (byte[] Json, Dictionary<string, (DocumentFile File, string Pointer)> Origins) Write(OverlayNode root, OverlayBudget budget)
    {
        using var writer = new OverlayWriter(budget);
        writer.Write(root, root.File, DocumentPointer.Root, DocumentPointer.Root);
        writer._writer.Flush();
        return (writer._json.ToArray(), writer._origins);
    }

    public void Dispose() => _writer.Dispose();

    /// <param name="file">The file of the parent.</param>
    /// <param name="expected">The location in that file, if the node comes from there.</param>
    /// <param name="place">The location in the result.</param>
    private void Write(OverlayNode node, DocumentFile file, DocumentPointer expected, DocumentPointer place)
    {
        if (node.File != file || !node.Pointer.IsIn(expected) || !expected.IsIn(node.Pointer))
            Record(place.ToString(), node);

        if (node.IsPrimitive || !node.IsOpen)
            WriteUnchanged(node.Element.GetRawText());
        else if (!_levels.TryEnter())
            _budget.Fail($"{Levels.Max} levels");
        else
        {
            WriteChildren(node, place);
            _levels.Leave();
        }
    }

    private void WriteChildren(OverlayNode node, DocumentPointer place)
    {
        bool isObject = node.Kind == JsonValueKind.Object;
        if (isObject)
            _writer.WriteStartObject();
        else
            _writer.WriteStartArray();

        int index = 0;
        foreach (OverlayNode child in node.Children)
        {
            string? name = child.Name;
            if (!_budget.TryWrite(name?.Length ?? 1))
                break;
            if (name is not null)
                _writer.WritePropertyName(name);

            Write(child, node.File, name is null ? node.Pointer[index] : node.Pointer[name], name is null ? place[index] : place[name]);
            index++;
        }

        if (isObject)
            _writer.WriteEndObject();
        else
            _writer.WriteEndArray();
    }

    private void WriteUnchanged(string json)
    {
        if (_budget.TryWrite(json.Length))
            _writer.WriteRawValue(json, skipInputValidation: true);
    }

    private void Record(string place, OverlayNode node)
    {
        string origin = node.Pointer.ToString();
        if (_budget.TryWrite(place.Length + origin.Length))
            _origins[place] = (node.File, origin);
    }
}
