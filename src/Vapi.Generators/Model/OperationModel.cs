namespace Vapi.Generators.Model;

/// <summary>A method of a client that sends one request.</summary>
internal sealed record OperationModel
{
    public required string Name { get; init; }

    /// <summary>GET, POST, …</summary>
    public required string HttpMethod { get; init; }

    public required string OperationId { get; init; }

    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>The arguments of the method that are parameters of the operation: the required ones, in document order.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The name of the class that holds the optional parameters; null when there are none.</summary>
    public string? QueryName { get; init; }

    /// <summary>The parameters in the object of class <see cref="QueryName"/>.</summary>
    public EquatableArray<ParameterModel> QueryParameters { get; init; }

    public BodyModel? Body { get; init; }

    public required ResultModel Result { get; init; }

    /// <summary>The boolean property of the body that this method sets, to ask for a stream; null when it sets none.</summary>
    public string? StreamProperty { get; init; }

    public required EquatableArray<ErrorModel> Errors { get; init; }

    /// <summary>Whether the credentials of the client are sent.</summary>
    public required bool SendsCredentials { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>A piece of a path template: text that is sent as it is, or a parameter.</summary>
internal sealed record PathPartModel
{
    public string? Text { get; init; }

    public ParameterModel? Parameter { get; init; }
}

/// <summary>A parameter of an operation.</summary>
internal sealed record ParameterModel
{
    public required string WireName { get; init; }

    /// <summary>The name of the argument, or of the property of the query object.</summary>
    public required string Name { get; init; }

    public required ParameterPlace Place { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>Whether each item of an array is a pair of its own (OpenAPI's <c>explode</c>).</summary>
    public required bool Explode { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>Where a parameter is sent.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>The body of a request.</summary>
internal sealed record BodyModel
{
    public required TypeRef Type { get; init; }

    public required bool Required { get; init; }

    public required string ContentType { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>The properties that become the parts of a multipart body.</summary>
    public EquatableArray<PropertyModel> Parts { get; init; }

    public string? Description { get; init; }
}

/// <summary>How a body is written.</summary>
internal enum BodyKind
{
    Json,
    Multipart,
    Text,
    Binary,
}

/// <summary>What a method returns when the response is a success.</summary>
internal sealed record ResultModel
{
    public required ResultKind Kind { get; init; }

    /// <summary>The type of a JSON result, or of the items of a stream; null for text.</summary>
    public TypeRef? Type { get; init; }
}

/// <summary>How a successful response is read.</summary>
internal enum ResultKind
{
    None,
    Json,
    Text,
    Stream,

    /// <summary>Item by item, as they arrive.</summary>
    Items,
}

/// <summary>The body that the document declares for an unsuccessful status.</summary>
internal sealed record ErrorModel
{
    /// <summary>The lowest status it stands for.</summary>
    public required int From { get; init; }

    /// <summary>The highest status it stands for.</summary>
    public required int To { get; init; }

    public required TypeRef Type { get; init; }
}
