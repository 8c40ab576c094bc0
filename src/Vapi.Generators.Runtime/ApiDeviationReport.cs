namespace Vapi.Generators.Runtime;

/// <summary>The deviations of the JSON of one request or response. See <see cref="ApiOptions.OnDeviation"/>.</summary>
public sealed class ApiDeviationReport
{
    internal ApiDeviationReport(string operationId, string method, ApiDirection direction, global::System.Net.HttpStatusCode? statusCode, global::System.Collections.Generic.IReadOnlyList<ApiDeviation> deviations)
    {
        OperationId = operationId;
        Method = method;
        Direction = direction;
        StatusCode = statusCode;
        Deviations = deviations;
    }

    /// <summary>The operationId in the document, or else the HTTP method and the path.</summary>
    public string OperationId { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Whether it is the request or the response that deviates.</summary>
    public ApiDirection Direction { get; }

    /// <summary>The status code of the response; null for a request.</summary>
    public global::System.Net.HttpStatusCode? StatusCode { get; }

    /// <summary>The deviations, at least one and at most 100.</summary>
    public global::System.Collections.Generic.IReadOnlyList<ApiDeviation> Deviations { get; }

    /// <summary>Returns the operation and the deviations, each on a line.</summary>
    public override string ToString()
        => ApiRuntime.MessageText.Clean(OperationId, 200) + (StatusCode is { } status ? " returned " + ((int)status).ToString(global::System.Globalization.CultureInfo.InvariantCulture) : " sends") + " JSON that deviates from the document:\n"
            + string.Join("\n", Deviations);
}
