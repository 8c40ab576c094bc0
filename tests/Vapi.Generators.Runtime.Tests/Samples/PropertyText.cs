using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Reads or writes one property, whichever the cursor does.</summary>
internal delegate void PropertyVisitor<T>(ref JsonCursor cursor, ref Utf8JsonReader reader, ref T? value);

/// <summary>An object with one property, which takes any kind of JSON.</summary>
internal static class PropertyText
{
    private static readonly byte[] Table = JsonText.Properties("name");

    /// <summary>The object that was read and written.</summary>
    public static string RoundTrip<T>(string json, PropertyVisitor<T> visit)
    {
        Utf8JsonReader reader = JsonText.Reader(json);
        JsonCursor cursor = default;
        JsonState state = default;
        T? value = default;
        while (Json.Next(ref reader, Table, ref cursor, ref state))
            visit(ref cursor, ref reader, ref value);

        return Write(value, state, visit);
    }

    /// <summary>The object with a value that a user assigned.</summary>
    public static string Write<T>(T? value, PropertyVisitor<T> visit)
    {
        JsonState state = default;
        state.Assign(0);
        return Write(value, state, visit);
    }

    private static string Write<T>(T? value, JsonState state, PropertyVisitor<T> visit) => JsonText.Write(writer =>
    {
        Utf8JsonReader none = default;
        var cursor = new JsonCursor { Writer = writer };
        JsonNames? names = null;
        writer.WriteStartObject();
        while (Json.Next(ref none, Table, ref names, ref cursor, ref state))
            visit(ref cursor, ref none, ref value);

        state.Kept?.Write(writer);
        writer.WriteEndObject();
    });
}
