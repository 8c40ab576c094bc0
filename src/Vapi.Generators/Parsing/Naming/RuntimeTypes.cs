namespace Vapi.Generators.Parsing.Naming;

/// <summary>The names that the runtime takes in the namespace of every document: a schema of the same name is called otherwise.</summary>
internal static class RuntimeTypes
{
    public static readonly IReadOnlyList<string> Names =
    [
        "ApiConnectionException", "ApiCredential", "ApiException", "ApiInfo", "ApiJson", "ApiMisfit", "ApiOptions", "ApiRuntime", "ApiStream", "ApiTokenRequest", "FileContent", "RequestOptions", "WholeResponse",
    ];
}
