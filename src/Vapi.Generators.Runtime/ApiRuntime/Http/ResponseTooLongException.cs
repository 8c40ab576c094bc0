namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>A response would take more memory than <see cref="ApiOptions.MaxResponseBytes"/> allows. It is converted to an <see cref="ApiException"/> where the response is available.</summary>
internal sealed class ResponseTooLongException : Exception
{
    /// <param name="what">The part of the response that is too long.</param>
    /// <param name="maxBytes">The maximum length.</param>
    /// <param name="bytes">The bytes that were read.</param>
    public ResponseTooLongException(string what, int maxBytes, ReadOnlySpan<byte> bytes)
        : base(FormattableString.Invariant($"{what} is longer than the {maxBytes} bytes that MaxResponseBytes allows"))
        => Start = bytes.Slice(0, Math.Min(bytes.Length, ResponseBody.MaxFailure)).ToArray();

    /// <summary>The first bytes, for the exception.</summary>
    public byte[] Start { get; }
}
