namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Net.Http;
using global::System.Net.Http.Headers;

/// <summary>When a request is sent again, and after how long. What may have had an effect is not repeated: a repeated POST could place a phone call twice.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    /// <summary>What a server may ask for; it is not worth a caller's while to wait longer.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

#if !NET
    private static readonly Random Random = new();
#endif

    /// <summary>The time to wait after an attempt of which no answer came; null when the request must not be repeated.</summary>
    public static TimeSpan? DelayAfterFailure(ApiRequest request, int attempt) => IsIdempotent(request.Method) ? BackOff(attempt) : null;

    /// <summary>The time to wait after an answer; null when the request must not be repeated, or it is no use.</summary>
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

    /// <summary>RFC 9110, 9.2.2. PATCH is none, and neither is a method that this does not know.</summary>
    public static bool IsIdempotent(HttpMethod method) => method.Method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS" or "TRACE";

    /// <summary>RFC 9110, 10.2.3: seconds, or a date.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? value)
    {
        TimeSpan? delay = value?.Delta ?? value?.Date - DateTimeOffset.UtcNow;
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    /// <summary>Twice as long after each attempt; at random between the half of it and all of it, so that clients that failed together do not come back together.</summary>
    private static TimeSpan BackOff(int attempt)
    {
        double milliseconds = Math.Min(FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1), LongestDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds * (0.5 + NextRandom() / 2));
    }

    private static double NextRandom()
    {
#if NET
        return Random.Shared.NextDouble();
#else
        lock (Random)
            return Random.NextDouble();
#endif
    }
}
