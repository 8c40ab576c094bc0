namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
#if NET6_0_OR_GREATER
using global::System.Diagnostics;
using global::System.Globalization;
#endif
using global::System.Net.Http;

/// <summary>The span of a request, with OpenTelemetry's attributes (semantic conventions for HTTP client spans, 1.23). There is no span without a listener, or if the framework does not support spans.</summary>
internal readonly struct RequestTrace : IDisposable
{
#if NET6_0_OR_GREATER
    /// <summary>Named after the namespace.</summary>
    internal static readonly ActivitySource Source = new("Vapi.Generators.Runtime");

    private readonly Activity? _activity;

    private RequestTrace(Activity? activity) => _activity = activity;

    public static bool IsListenedTo => Source.HasListeners();

    public static RequestTrace Start(ApiRequest request)
    {
        if (request.Template is null)
            return default;

        Activity? activity = Source.StartActivity(request.Method.Method + " " + request.Template, ActivityKind.Client);
        Uri url = request.PublicAddress!;
        activity?.SetTag("http.request.method", request.Method.Method);
        activity?.SetTag("url.template", request.Template);
        activity?.SetTag("url.full", url.AbsoluteUri);
        activity?.SetTag("server.address", url.Host);
        activity?.SetTag("server.port", url.Port);
        return new(activity);
    }

    public void Answered(HttpResponseMessage response, ApiRequest request)
    {
        _activity?.SetTag("http.response.status_code", (int)response.StatusCode);
        if (request.Attempts > 1)
            _activity?.SetTag("http.request.resend_count", request.Attempts - 1);
    }

    public Exception Failed(Exception exception)
    {
        _activity?.SetTag("error.type", exception is ApiException api ? ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture) : exception.GetType().FullName);
        _activity?.SetStatus(ActivityStatusCode.Error);
        return exception;
    }

    public void Dispose() => _activity?.Dispose();
#else
    public static bool IsListenedTo => false;

    public static RequestTrace Start(ApiRequest request) => default;

    public void Answered(HttpResponseMessage response, ApiRequest request)
    {
    }

    public Exception Failed(Exception exception) => exception;

    public void Dispose()
    {
    }
#endif
}
