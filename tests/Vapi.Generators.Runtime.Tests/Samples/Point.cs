using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A class as the generator emits it.</summary>
[JsonConverter(typeof(ModelConverter<Point>))]
internal sealed class Point : ApiObject
{
    private int? _x, _y;

    public int? X { get => _x; set { _x = value; _state.Assign(0, value.HasValue); } }

    public int? Y { get => _y; set { _y = value; _state.Assign(1, value.HasValue); } }

    private static JsonNames? s_names;

    private protected override object? ReadObject(ref Utf8JsonReader reader) => ReadJson(ref reader);

    public static Point? ReadJson(ref Utf8JsonReader reader) => Json.StartObject(reader) ? Json.ReadProperties(ref reader, new Point()) : null;

    internal override void VisitProperties(ref Utf8JsonReader reader, ref JsonCursor cursor)
    {
        while (Json.Next(ref reader, "\u0002Dx\u0002Dy"u8, ref s_names, ref cursor, ref _state))
        {
            switch (cursor.Ordinal)
            {
                case 0: cursor.Int32(ref reader, ref _x); break;
                case 1: cursor.Int32(ref reader, ref _y); break;
            }
        }
    }
}
