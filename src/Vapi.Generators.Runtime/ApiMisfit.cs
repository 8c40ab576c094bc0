namespace Vapi.Generators.Runtime;

/// <summary>A value that the API sent and that did not fit the type which the document declares: see <see cref="ApiJson.Misfits(ApiRuntime.IJsonModel)"/>.</summary>
public sealed class ApiMisfit
{
    internal ApiMisfit(string pointer, string name, global::System.Text.Json.JsonElement value)
    {
        Pointer = pointer;
        Name = name;
        Value = value;
    }

    /// <summary>Where the value stands, as a JSON pointer (RFC 6901) from the object that was asked: <c>/analysis/successEvaluation</c>.</summary>
    public string Pointer { get; }

    /// <summary>The JSON name of the property, or the index of the item.</summary>
    public string Name { get; }

    /// <summary>The value itself.</summary>
    public global::System.Text.Json.JsonElement Value { get; }

    /// <summary>The pointer and the value.</summary>
    public override string ToString() => Pointer + ": " + Value.GetRawText();
}
