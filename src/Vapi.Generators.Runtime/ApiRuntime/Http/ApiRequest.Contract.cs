namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.IO;

/// <content>What the document says about the JSON of the request and its response.</content>
internal sealed partial class ApiRequest
{
    private (MemoryStream Utf8, string ContentType)? _json;

    /// <summary>The entry of the operation in the description of the document; 0 if there is none.</summary>
    public int ContractEntry { get; set; }

    /// <summary>The JSON of the operation; null if it is not described.</summary>
    public ContractOperation? Contract => ContractEntry == 0 ? null : ApiContract.Table.Operation(ContractEntry);

    /// <summary>The JSON of the body with its content type in the document; null if the body is not JSON.</summary>
    public (ReadOnlyMemory<byte> Utf8, string ContentType)? JsonBody => _json is var (utf8, type) ? (new ReadOnlyMemory<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), type) : null;

    partial void Keep(MemoryStream utf8, string contentType) => _json = (utf8, contentType);
}
