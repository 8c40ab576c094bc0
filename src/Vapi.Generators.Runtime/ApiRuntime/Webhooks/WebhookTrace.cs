namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
#if NET6_0_OR_GREATER
using global::System.Diagnostics;
#endif

/// <summary>The span of a request that an API sent, in the source of the client's spans. There is no span without a listener, or if the framework does not support spans.</summary>
internal readonly struct WebhookTrace : IDisposable
{
#if NET6_0_OR_GREATER
    private readonly Activity? _activity;

    private WebhookTrace(Activity? activity) => _activity = activity;

    public static WebhookTrace Start() => new(RequestTrace.Source.StartActivity("webhook", ActivityKind.Consumer));

    /// <summary>Names the span after the kind of message. Kinds that the document does not define have no name, because anything could be in them.</summary>
    public void Found(WebhookCall call)
    {
        if (_activity is null || call.Kind is null)
            return;

        _activity.DisplayName = "webhook " + call.Kind;
        _activity.SetTag("webhook.kind", call.Kind);
    }

    public ApiWebhookResponse Responded(ApiWebhookResponse response)
    {
        _activity?.SetTag("http.response.status_code", response.StatusCode);
        if (response.Reason is not null)
            _activity?.SetTag("error.type", response.StatusCode).SetStatus(ActivityStatusCode.Error, response.Reason);

        return response;
    }

    /// <summary>Marks the span as failed. Returns false, so that a filter can call it without catching the exception.</summary>
    public bool IsFailed(Exception exception)
    {
        _activity?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        return false;
    }

    public void Dispose() => _activity?.Dispose();
#else
    public static WebhookTrace Start() => default;

    public void Found(WebhookCall call)
    {
    }

    public ApiWebhookResponse Responded(ApiWebhookResponse response) => response;

    public bool IsFailed(Exception exception) => false;

    public void Dispose()
    {
    }
#endif
}
