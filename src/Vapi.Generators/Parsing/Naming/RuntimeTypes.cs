namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names that the runtime reserves in the namespace of every document. A schema with such a name gets another name.</summary>
internal static class RuntimeTypes
{
    public static readonly IReadOnlyList<string> Names =
    [
        "ApiConnectionException", "ApiCredential", "ApiException", "ApiFake", "ApiFakeErrorException", "ApiFakeRefusedException", "ApiFakeRequest", "ApiInfo", "ApiJson", "ApiMisfit", "ApiOptions", "ApiPage", "ApiPages", "ApiRuntime", "ApiStream", "ApiTokenRequest",
        "ApiWebhookResponse", "ApiWebhooks", "ApiWebhookSignature", "ApiWebhookVerification", "FileContent", "RequestOptions", "WholeResponse",
    ];
}
