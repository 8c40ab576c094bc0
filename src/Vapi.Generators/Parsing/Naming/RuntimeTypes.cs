namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names that the runtime reserves in the namespace of every document. A schema with such a name gets another name.</summary>
internal static class RuntimeTypes
{
    public static readonly IReadOnlyList<string> Names =
    [
        "ApiConnectionException", "ApiContract", "ApiContractException", "ApiCredential", "ApiDeviation", "ApiDeviationKind", "ApiDeviationReport", "ApiDirection", "ApiException",
        "ApiFake", "ApiFakeErrorException", "ApiFakeRefusedException", "ApiFakeRequest", "ApiInfo", "ApiJson", "ApiMisfit", "ApiObject", "ApiOptions", "ApiPage", "ApiPages",
        "ApiRuntime", "ApiStream", "ApiTokenRequest", "ApiWebhookResponse", "ApiWebhookSignature", "ApiWebhookVerification", "ApiWebhooks", "FileContent", "RequestOptions",
        "WholeResponse",
    ];
}
