namespace Vapi.Generators.Runtime;

/// <summary>The base class of the classes for JSON objects. Only generated classes derive from it.</summary>
[global::System.Diagnostics.DebuggerDisplay("{ToString(),nq}")]
public abstract class ApiObject : ApiRuntime.IJsonModel
{
    private protected ApiRuntime.JsonState _state;

    private protected ApiObject()
    {
    }

    /// <summary>Properties that are not in the document, and values that do not match it. They are written back.</summary>
    public global::System.Collections.Generic.IDictionary<string, global::System.Text.Json.JsonElement> AdditionalProperties => _state.Kept ??= new();

    /// <summary>Returns the JSON of the object for people to read. Strings whose names say that they are secret, such as <c>apiKey</c>, are replaced.</summary>
    public override string ToString() => ApiRuntime.ObjectText.Of(this);

    object? ApiRuntime.IJsonModel.Read(ref global::System.Text.Json.Utf8JsonReader reader) => ReadObject(ref reader);

    void ApiRuntime.IJsonModel.Write(global::System.Text.Json.Utf8JsonWriter writer) => WriteObject(writer);

    /// <summary>Reads the value at the reader's position into a new object of the same class. The current object is not used.</summary>
    private protected abstract object? ReadObject(ref global::System.Text.Json.Utf8JsonReader reader);

    /// <summary>Reads or writes each property: see <see cref="ApiRuntime.JsonCursor"/>.</summary>
    internal abstract void VisitProperties(ref global::System.Text.Json.Utf8JsonReader reader, ref ApiRuntime.JsonCursor cursor);

    /// <summary>Writes the object at the writer's position.</summary>
    internal void WriteObject(global::System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        global::System.Text.Json.Utf8JsonReader none = default;
        var cursor = new ApiRuntime.JsonCursor { Writer = writer };
        VisitProperties(ref none, ref cursor);
        _state.Kept?.Write(writer);
        writer.WriteEndObject();
    }
}
