using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>Finds the locations of JSON pointers in the text of a document.</summary>
/// <param name="utf8">The document in JSON.</param>
/// <param name="tokens">The positions of the JSON tokens in the original text, if that is YAML; null if it is the JSON itself.</param>
internal sealed class DocumentIndex(string path, SourceText text, byte[] utf8, TokenPlace[]? tokens = null)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = int.MaxValue };

    /// <summary>A part of the document on the path of a pointer.</summary>
    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public List<int> Pointers { get; } = [];
    }

    /// <summary>The whole document.</summary>
    public DocumentLocation Root => Locate(["#"], default)[0];

    /// <summary>
    /// Returns the location of the key of a property or the value of an item. If the target of a pointer does not exist, returns its last part that exists. One traversal finds all of them.
    /// </summary>
    public DocumentLocation[] Locate(IReadOnlyList<string> pointers, CancellationToken cancellationToken)
    {
        var root = new Node();
        for (int i = 0; i < pointers.Count; i++)
        {
            Node node = root;
            foreach (string token in pointers[i].TrimStart('#').Split('/').Skip(1).Select(DocumentPointer.Unescape))
            {
                if (!node.Children.TryGetValue(token, out Node? child))
                    node.Children.Add(token, child = new Node());

                node = child;
            }

            node.Pointers.Add(i);
        }

        var places = new (long Start, long End)[pointers.Count];
        var reader = new Utf8JsonReader(utf8, Lenient);
        reader.Read();
        Visit(ref reader, root, (reader.TokenStartIndex, reader.BytesConsumed), places, cancellationToken);
        return At(places);
    }

    /// <summary>The location of a range of bytes in the document.</summary>
    public DocumentLocation At(long start, long end) => At([(start, end)])[0];

    /// <summary>Converts byte positions to character positions, in the order of the text, so that the characters are counted only once.</summary>
    private DocumentLocation[] At((long Start, long End)[] places)
    {
        if (tokens is not null)
            return [.. places.Select(p => DocumentLocation.Of(path, text, TokenPlace.Find(tokens, p.Start)))];

        var locations = new DocumentLocation[places.Length];
        (int bytes, int characters) = (0, 0);
        foreach (int i in Enumerable.Range(0, places.Length).OrderBy(i => places[i].Start))
        {
            int from = (int)Math.Min(places[i].Start, utf8.Length);
            int to = (int)Math.Min(Math.Max(places[i].Start, places[i].End), utf8.Length);
            characters += Encoding.UTF8.GetCharCount(utf8, bytes, from - bytes);
            bytes = from;
            int position = Math.Min(characters, text.Length);
            int length = Math.Min(Encoding.UTF8.GetCharCount(utf8, from, to - from), text.Length - position);
            locations[i] = DocumentLocation.Of(path, text, new TextSpan(position, length));
        }

        return locations;
    }

    /// <summary>Sets the locations of the nodes in one pass through the document. A node that does not exist gets the location of its nearest ancestor.</summary>
    private static void Visit(ref Utf8JsonReader reader, Node root, (long Start, long End) whole, (long Start, long End)[] places, CancellationToken cancellationToken)
    {
        // The open objects and arrays, each with the index of its next item.
        var open = new Stack<Node>();
        var indexes = new Stack<int>();
        Node? node = root;
        (long Start, long End) place = whole;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is null)
                reader.Skip();
            else
            {
                Place(node, place, places);
                if (node.Children.Count > 0 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    open.Push(node);
                    indexes.Push(reader.TokenType == JsonTokenType.StartObject ? -1 : 0);
                }
                else
                    reader.Skip();
            }

            while (open.Count > 0 && reader.Read() && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                indexes.Pop();
            }

            if (open.Count == 0)
                return;

            int index = indexes.Pop();
            string name = index < 0 ? reader.GetString()! : index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            place = (reader.TokenStartIndex, reader.TokenStartIndex + reader.ValueSpan.Length + 2);
            if (index < 0)
                reader.Read();
            else
                place.End = reader.BytesConsumed;

            indexes.Push(index < 0 ? index : index + 1);
            node = open.Peek().Children.TryGetValue(name, out Node? child) ? child : null;
        }
    }

    private static void Place(Node node, (long Start, long End) place, (long Start, long End)[] places)
    {
        var open = new Stack<Node>([node]);
        while (open.Count > 0)
        {
            Node next = open.Pop();
            foreach (int pointer in next.Pointers)
                places[pointer] = place;
            foreach (Node child in next.Children.Values)
                open.Push(child);
        }
    }
}
