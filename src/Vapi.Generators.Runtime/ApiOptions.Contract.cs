namespace Vapi.Generators.Runtime;

/// <content>Checks of requests and responses.</content>
public abstract partial class ApiOptions
{
    /// <summary>
    /// Called with the deviations of the JSON of a response from the document, also of an error, before the call returns. Deviations do not fail the call; an exception from this method does. It is called on the thread of the call, possibly
    /// for several calls at the same time. Streams and bodies that are not JSON are not checked. The default is null: nothing is checked.
    /// </summary>
    public global::System.Action<ApiDeviationReport>? OnDeviation { get; set; }

    /// <summary>Whether <see cref="OnDeviation"/> is also called for the JSON of requests, once before they are sent. The default is false.</summary>
    public bool CheckRequests { get; set; }
}
