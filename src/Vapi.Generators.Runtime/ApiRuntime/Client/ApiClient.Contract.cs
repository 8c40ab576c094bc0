namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Net;
using global::System.Net.Http;

/// <content>Checks of requests and responses.</content>
internal sealed partial class ApiClient
{
    private Action<ApiDeviationReport>? _onDeviation;

    private bool _checksRequests;

    partial void ReadContract(ApiOptions options)
    {
        _onDeviation = options.OnDeviation;
        _checksRequests = options.CheckRequests;
    }

    partial void CheckRequest(ApiRequest request)
    {
        if (_checksRequests && _onDeviation is not null && request.JsonBody is var (utf8, type) && request.Contract?.Request(type) is { } schema)
            Report(ContractCheck.Run(utf8.Span, schema, ApiDirection.Request), request, ApiDirection.Request, null);
    }

    partial void CheckResponse(ReadOnlySpan<byte> utf8, HttpResponseMessage response, ApiRequest request)
    {
        if (_onDeviation is not null && utf8.Length > 0 && ApiResponse.MayBeJson(response) && request.Contract?.Response((int)response.StatusCode) is { } schema)
            Report(ContractCheck.Run(ApiResponse.ToUtf8(response, utf8), schema, ApiDirection.Response, request.Secrets), request, ApiDirection.Response, response.StatusCode);
    }

    private void Report(IReadOnlyList<ApiDeviation> deviations, ApiRequest request, ApiDirection direction, HttpStatusCode? status)
    {
        if (deviations.Count > 0)
            _onDeviation!(new ApiDeviationReport(request.Contract!.Id, request.Method.Method, direction, status, deviations));
    }
}
