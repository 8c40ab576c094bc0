namespace Rivals;

/// <summary>A generator: how it is installed and called, and what its code needs.</summary>
/// <param name="Tool">The package of its tool, or null for this repository's package.</param>
/// <param name="Command">The arguments of <c>dotnet</c> that write the code into the folder <c>Generated</c>; <c>{0}</c> is the document.</param>
/// <param name="Packages">What its code references.</param>
internal sealed record Rival(string Name, string Version, string? Tool, string Command, params (string Id, string Version)[] Packages)
{
    private const string KiotaLibraries = "2.1.2";

    /// <summary>Each with the settings that its documentation has for a first client, and those without which the code does not compile.</summary>
    public static Rival[] All { get; } =
    [
        new("Vapi.Generators", "this commit", null, ""),
        new(
            "NSwag", "14.7.1", "NSwag.ConsoleCore",
            "nswag openapi2csclient /input:{0} /output:Generated/Client.cs /namespace:Generated /className:{{controller}}Client /operationGenerationMode:MultipleClientsFromFirstTagAndOperationId",
            ("Newtonsoft.Json", "13.0.3")),
        new(
            "Kiota", "1.38.0", "Microsoft.OpenApi.Kiota",
            "kiota generate -l CSharp -d {0} -c VapiClient -n Generated -o Generated --exclude-backward-compatible",
            ("Microsoft.Kiota.Abstractions", KiotaLibraries), ("Microsoft.Kiota.Http.HttpClientLibrary", KiotaLibraries), ("Microsoft.Kiota.Serialization.Json", KiotaLibraries),
            ("Microsoft.Kiota.Serialization.Form", KiotaLibraries), ("Microsoft.Kiota.Serialization.Text", KiotaLibraries), ("Microsoft.Kiota.Serialization.Multipart", KiotaLibraries)),
    ];
}
