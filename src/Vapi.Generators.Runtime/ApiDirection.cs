namespace Vapi.Generators.Runtime;

/// <summary>Whether JSON is sent or received.</summary>
public enum ApiDirection
{
    /// <summary>Unknown: read-only and write-only properties are allowed.</summary>
    Any,

    /// <summary>In a request, read-only properties are deviations, and need not be there.</summary>
    Request,

    /// <summary>In a response, write-only properties are deviations, and need not be there.</summary>
    Response,
}
