namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;

/// <summary>More of an answer would be kept in memory than <see cref="ApiOptions.MaxResponseBytes"/>. It becomes an <see cref="ApiException"/> where the answer is known.</summary>
internal sealed class ResponseTooLongException : Exception
{
    /// <param name="what">What is too long.</param>
    /// <param name="maxBytes">How long it may be.</param>
    /// <param name="bytes">What came of it.</param>
    public ResponseTooLongException(string what, int maxBytes, ReadOnlySpan<byte> bytes)
        : base(FormattableString.Invariant($"{what} is longer than the {maxBytes} bytes that MaxResponseBytes allows"))
        => Start = bytes.Slice(0, Math.Min(bytes.Length, ResponseBody.MaxFailure)).ToArray();

    /// <summary>As much of it as an exception keeps.</summary>
    public byte[] Start { get; }
}
