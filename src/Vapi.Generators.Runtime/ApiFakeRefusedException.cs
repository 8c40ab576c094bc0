namespace Vapi.Generators.Runtime;

/// <summary>
/// A fake received a request that the document does not allow. The client neither converts nor retries it, so it fails the test at the call. It is not a response with the status 400, because code that handles errors of the API could hide that.
/// </summary>
public sealed class ApiFakeRefusedException : global::System.InvalidOperationException
{
    internal ApiFakeRefusedException(string message, global::System.Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
