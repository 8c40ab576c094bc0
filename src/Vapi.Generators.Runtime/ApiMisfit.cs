namespace Vapi.Generators.Runtime;

/// <summary>A value of a response that does not match its type in the document. See <see cref="ApiJson.Misfits(ApiRuntime.IJsonModel)"/>.</summary>
public sealed class ApiMisfit
{
    internal ApiMisfit(string pointer, string name, global::System.Text.Json.JsonElement value)
    {
        Pointer = pointer;
        Name = name;
        Value = value;
    }

    /// <summary>The location of the value: a JSON pointer (RFC 6901) relative to the object that was searched, such as <c>/analysis/successEvaluation</c>.</summary>
    public string Pointer { get; }

    /// <summary>The JSON name of the property, or the index of the item in its list.</summary>
    public string Name { get; }

    /// <summary>The JSON value.</summary>
    public global::System.Text.Json.JsonElement Value { get; }

    /// <summary>Returns the pointer and the value.</summary>
    public override string ToString() => Pointer + ": " + Value.GetRawText();
}
