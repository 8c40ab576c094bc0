using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A class that can hold itself in every way, as the generator emits it.</summary>
[JsonConverter(typeof(ModelConverter<Node>))]
internal sealed class Node : ApiObject
{
    private Node? _child;
    private IReadOnlyList<Node>? _list;
    private IReadOnlyDictionary<string, Node>? _map;
    private NodeOrNodes _union;
    private IReadOnlyDictionary<string, JsonElement>? _free;
    private double? _number;
    private IReadOnlyList<double?>? _numbers;

    public Node? Child { get => _child; set { _child = value; _state.Assign(0, value); } }

    public IReadOnlyList<Node>? List { get => _list; set { _list = value; _state.Assign(1, value); } }

    public IReadOnlyDictionary<string, Node>? Map { get => _map; set { _map = value; _state.Assign(2, value); } }

    public NodeOrNodes? Union { get => Json.OrNull(_union); set { _union = value.GetValueOrDefault(); _state.Assign(3, _union.Value); } }

    public IReadOnlyDictionary<string, JsonElement>? Free { get => _free; set { _free = value; _state.Assign(4, value); } }

    public double? Number { get => _number; set { _number = value; _state.Assign(5, value.HasValue); } }

    public IReadOnlyList<double?>? Numbers { get => _numbers; set { _numbers = value; _state.Assign(6, value); } }

    public static Node? ReadJson(ref Utf8JsonReader reader) => Json.StartObject(reader) ? Json.ReadProperties(ref reader, new Node()) : null;

    private static JsonNames? s_names;

    private protected override object? ReadObject(ref Utf8JsonReader reader) => ReadJson(ref reader);

    internal override void VisitProperties(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        while (Json.Next(ref reader, "\u0006Pchild\u0005`list\u0004Pmap\u0006~union\u0005Pfree\u0007Dnumber\u0008`numbers"u8, ref s_names, ref cursor, ref _state))
        {
            switch (cursor.Ordinal)
            {
                case 0: if (!cursor.TryWrite(_child)) _child = ReadJson(ref reader); break;
                case 1: if (!cursor.TryWriteModelList(_list)) _list = Json.ReadList<Node>(ref reader, JsonKinds.Object, ReadJson); break;
                case 2: if (!cursor.TryWriteModelMap(_map)) _map = Json.ReadMap<Node>(ref reader, JsonKinds.Object, ReadJson); break;
                case 3: if (!cursor.TryWriteUnion(_union)) _union = NodeOrNodes.ReadJson(ref reader); break;
                case 4: cursor.FreeForm(ref reader, ref _free); break;
                case 5: cursor.Double(ref reader, ref _number); break;
                case 6: if (!cursor.TryWriteList(_numbers, static (writer, value) => Json.WriteDouble(writer, value))) _numbers = Json.ReadList<double?>(ref reader, JsonKinds.Number | JsonKinds.Null, Json.ReadDouble); break;
            }
        }
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
