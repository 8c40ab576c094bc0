using System.Text.Json;
using System.Text.Json.Serialization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A class as the generator emits it.</summary>
[JsonConverter(typeof(ModelConverter<Point>))]
internal sealed class Point : ApiObject
{
    private static ReadOnlySpan<byte> Properties => "\u0002Dx\u0002Dy"u8;

    public int? X { get; set; }

    public int? Y { get; set; }

    private protected override object? ReadObject(ref Utf8JsonReader reader) => ReadJson(ref reader);

    public static Point? ReadJson(ref Utf8JsonReader reader)
    {
        if (!Json.StartObject(ref reader, out JsonCursor cursor))
            return null;

        var point = new Point();
        while (Json.Next(ref reader, Properties, ref cursor, ref point._state))
        {
            switch (cursor.Ordinal)
            {
                case 0:
                    point.X = Json.ReadInt32(ref reader, ref cursor);
                    break;
                case 1:
                    point.Y = Json.ReadInt32(ref reader, ref cursor);
                    break;
            }
        }

        return point;
    }

    internal override void WriteObject(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Json.WriteInt32(writer, "x"u8, X, _state.Has(0));
        Json.WriteInt32(writer, "y"u8, Y, _state.Has(1));
        Json.EndObject(writer, ref _state);
    }
}
