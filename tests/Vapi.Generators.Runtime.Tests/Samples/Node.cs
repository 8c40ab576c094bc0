using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A class that can hold itself in every way, as the generator emits it.</summary>
[JsonConverter(typeof(ModelConverter<Node>))]
internal sealed class Node : ApiObject
{
    private NodeOrNodes _union;

    private static ReadOnlySpan<byte> Properties => "\u0006Pchild\u0005`list\u0004Pmap\u0006~union\u0005Pfree\u0007Dnumber\u0008`numbers"u8;

    public Node? Child { get; set; }

    public IReadOnlyList<Node>? List { get; set; }

    public IReadOnlyDictionary<string, Node>? Map { get; set; }

    public NodeOrNodes? Union { get => Json.OrNull(_union); set => _union = value.GetValueOrDefault(); }

    public IReadOnlyDictionary<string, JsonElement>? Free { get; set; }

    public double? Number { get; set; }

    public IReadOnlyList<double?>? Numbers { get; set; }

    public static Node? ReadJson(ref Utf8JsonReader reader)
    {
        if (!Json.StartObject(ref reader, out JsonCursor cursor))
            return null;

        var node = new Node();
        while (Json.Next(ref reader, Properties, ref cursor, ref node._state))
        {
            switch (cursor.Ordinal)
            {
                case 0: node.Child = ReadJson(ref reader); break;
                case 1: node.List = Json.ReadList<Node>(ref reader, JsonKinds.Object, ReadJson); break;
                case 2: node.Map = Json.ReadMap<Node>(ref reader, JsonKinds.Object, ReadJson); break;
                case 3: node._union = NodeOrNodes.ReadJson(ref reader); break;
                case 4: node.Free = Json.ReadFreeForm(ref reader); break;
                case 5: node.Number = Json.ReadDouble(ref reader, ref cursor); break;
                case 6: node.Numbers = Json.ReadList<double?>(ref reader, JsonKinds.Number | JsonKinds.Null, Json.ReadDouble); break;
            }
        }

        return node;
    }

    private protected override object? ReadObject(ref Utf8JsonReader reader) => ReadJson(ref reader);

    internal override void WriteObject(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Json.WriteObject(writer, "child"u8, Child, _state.Has(0));
        Json.WriteModelList(writer, "list"u8, List, _state.Has(1));
        Json.WriteModelMap(writer, "map"u8, Map, _state.Has(2));
        Json.WriteUnion(writer, "union"u8, _union, _state.Has(3));
        Json.WriteMap(writer, "free"u8, Free, _state.Has(4), static (writer, value) => Json.WriteElement(writer, value));
        Json.WriteDouble(writer, "number"u8, Number, _state.Has(5));
        Json.WriteList(writer, "numbers"u8, Numbers, _state.Has(6), static (writer, value) => Json.WriteDouble(writer, value));
        Json.EndObject(writer, ref _state);
    }
}

/// <summary>A node, or a list of these.</summary>
[JsonConverter(typeof(ModelConverter<NodeOrNodes>))]
internal readonly struct NodeOrNodes(object? value) : System.Runtime.CompilerServices.IUnion, IJsonModel
{
    public object? Value { get; } = value;

    public static NodeOrNodes ReadJson(ref Utf8JsonReader reader) => new(reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.StartArray => Json.ReadList<NodeOrNodes>(ref reader, JsonKinds.Values, ReadJson),
        JsonTokenType.StartObject => Node.ReadJson(ref reader),
        _ => Json.ReadAny(ref reader),
    });

    public object? Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    public void Write(Utf8JsonWriter writer)
    {
        switch (Value)
        {
            case IJsonModel model: model.Write(writer); break;
            case IReadOnlyList<NodeOrNodes> list: Json.WriteModelList(writer, list); break;
            case JsonElement element: element.WriteTo(writer); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
