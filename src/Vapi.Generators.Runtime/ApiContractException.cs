namespace Vapi.Generators.Runtime;

/// <summary>JSON deviates from the document. See <see cref="ApiContract"/>.</summary>
public sealed class ApiContractException : global::System.Exception
{
    internal ApiContractException(global::System.Collections.Generic.IReadOnlyList<ApiDeviation> deviations)
        : base("The JSON deviates from the document:\n" + string.Join("\n", deviations)) => Deviations = deviations;

    /// <summary>The deviations.</summary>
    public global::System.Collections.Generic.IReadOnlyList<ApiDeviation> Deviations { get; }
}
