namespace Vapi.Generators.Model;

/// <summary>The class that receives what the API sends: webhooks and callbacks, or the messages of a pair of schemas.</summary>
internal sealed record WebhookReceiverModel : DeclarationModel
{
    /// <summary>The property of the request that contains the message; null if the whole request is the message.</summary>
    public required string? MessageProperty { get; init; }

    /// <summary>The property of a message that identifies its kind; null if none does.</summary>
    public required string? TagName { get; init; }

    /// <summary>The property that the document puts responses in; null if the whole response is the declared type.</summary>
    public required string? ResponseProperty { get; init; }

    public required EquatableArray<WebhookKindModel> Kinds { get; init; }

    /// <summary>The HTTP methods of the requests.</summary>
    public required EquatableArray<string> Methods { get; init; }

    /// <summary>The classes that describe the call of a function, whose arguments are JSON in a string.</summary>
    public required EquatableArray<string> FunctionCalls { get; init; }
}

/// <summary>A kind of message.</summary>
internal sealed record WebhookKindModel
{
    /// <summary>The name in the document.</summary>
    public required string Name { get; init; }

    /// <summary>The property with its handler.</summary>
    public required string Handler { get; init; }

    /// <summary>The texts that identify the kind: names of the webhook and values of the tag. Empty if every message is of this kind.</summary>
    public required EquatableArray<string> Texts { get; init; }

    public required TypeRef Message { get; init; }

    /// <summary>The type of the response; null if it has no content.</summary>
    public required TypeRef? Response { get; init; }

    /// <summary>The status code of the response.</summary>
    public required int Status { get; init; }

    /// <summary>The name of the properties of the response that must be one line of text; null if there are none.</summary>
    public required string? LineProperty { get; init; }

    public required Documentation Documentation { get; init; }
}
