namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Net.Http.Headers;

/// <summary>Decides whether a request is retried, and after which delay. A request that could already have had an effect is not retried: a second POST could place a phone call twice.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    /// <summary>The maximum Retry-After delay. For a longer one, the request is not retried.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

#if !NET
    private static readonly Random Random = new();
#endif

    /// <summary>The delay after an attempt without a response; null if the request must not be retried.</summary>
    public static TimeSpan? DelayAfterFailure(ApiRequest request, int attempt) => IsIdempotent(request.Method) ? BackOff(attempt) : null;

    /// <summary>The delay after a response; null if the request must not be retried, or a retry would not help.</summary>
    public static TimeSpan? DelayAfter(HttpResponseMessage response, ApiRequest request, int attempt)
    {
        TimeSpan? asked = RetryAfter(response.Headers.RetryAfter);
        int status = (int)response.StatusCode;
        bool mayRepeat = IsIdempotent(request.Method)
            ? status is 408 or 429 or >= 500
            : status is 429 or 503 && asked is not null;
        if (!mayRepeat || asked > LongestRetryAfter)
            return null;

        return asked ?? BackOff(attempt);
    }

    /// <summary>RFC 9110, 9.2.2. PATCH and unknown methods are not idempotent.</summary>
    public static bool IsIdempotent(HttpMethod method) => method.Method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS" or "TRACE";

    /// <summary>RFC 9110, 10.2.3: seconds or a date.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? value)
    {
        TimeSpan? delay = value?.Delta ?? value?.Date - DateTimeOffset.UtcNow;
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    /// <summary>Doubles after each attempt. The delay is random between half of this value and the full value, so that clients that failed together do not retry together.</summary>
    private static TimeSpan BackOff(int attempt)
    {
        double milliseconds = Math.Min(FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), LongestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds * (0.5 + NextRandom() / 2));
    }

    // Delays need no secure random numbers. Security rules of analyzers also apply to generated code.
#pragma warning disable CA5394
    private static double NextRandom()
    {
#if NET
        return Random.Shared.NextDouble();
#else
        lock (Random)
            return Random.NextDouble();
#endif
    }
#pragma warning restore CA5394
}
