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

    /// <summary>The address of its own server; null when it is the client's.</summary>
    public required string? Server { get; init; }

    /// <summary>What it asks for to prove who sends it, as an expression; null when it asks for nothing.</summary>
    public required string? Security { get; init; }

    /// <summary>How all pages are read; null when it does not return a page.</summary>
    public PagesModel? Pages { get; init; }

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

    public required ParameterStyle Style { get; init; }

    /// <summary>Whether each item of an array, or member of an object, is a pair of its own (OpenAPI's <c>explode</c>).</summary>
    public required bool Explode { get; init; }

    /// <summary>Whether reserved characters are sent as they are.</summary>
    public required bool AllowReserved { get; init; }

    /// <summary>Whether the value is one JSON text.</summary>
    public required bool IsJson { get; init; }

    /// <summary>Whether its text is the query, without a name.</summary>
    public required bool IsWholeQuery { get; init; }

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

/// <summary>How the value of a parameter becomes text. The names are also those of the runtime.</summary>
internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
}

/// <summary>The body of a request.</summary>
internal sealed record BodyModel
{
    public required TypeRef Type { get; init; }

    public required bool Required { get; init; }

    public required string ContentType { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>The parts of a multipart body, for each class that it may be.</summary>
    public EquatableArray<FormModel> Forms { get; init; }

    /// <summary>The fields of a form that are not written as OpenAPI's default has it.</summary>
    public EquatableArray<FieldEncodingModel> Encodings { get; init; }

    public string? Description { get; init; }

    /// <summary>The ways to write the same body that a caller chooses by its content type.</summary>
    public EquatableArray<BodyModel> Others { get; init; }
}

/// <summary>The parts that a class becomes in a multipart body.</summary>
internal sealed record FormModel
{
    /// <summary>The class, where the body is a union that may hold others; null where the body is always of this class.</summary>
    public required string? Case { get; init; }

    public required EquatableArray<PartModel> Parts { get; init; }
}

/// <summary>A part of a multipart body.</summary>
internal sealed record PartModel
{
    public required PropertyModel Property { get; init; }

    /// <summary>The content type that the document names; null: that of its kind.</summary>
    public required string? ContentType { get; init; }

    /// <summary>What stands between the items of an array that are one part; null: each is a part.</summary>
    public required string? Separator { get; init; }
}

/// <summary>How one field of a form is written.</summary>
internal sealed record FieldEncodingModel
{
    public required string Name { get; init; }

    public required ParameterStyle Style { get; init; }

    public required bool Explode { get; init; }

    public required bool AllowReserved { get; init; }

    public required bool IsJson { get; init; }
}

/// <summary>How a body is written, the preferred way first.</summary>
internal enum BodyKind
{
    Json,
    Multipart,
    Form,
    Text,
    Binary,
}

/// <summary>What a method returns when the response is a success.</summary>
internal sealed record ResultModel
{
    public required ResultKind Kind { get; init; }

    /// <summary>The type of a JSON result, or of the items of a stream; null for text.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>The media types to ask for; null: those of the kind.</summary>
    public string? Accept { get; init; }
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

/// <summary>How the pages of a listing are read one after the other.</summary>
internal sealed record PagesModel
{
    /// <summary>The method that reads all of them.</summary>
    public required string Name { get; init; }

    /// <summary>The property of the query that holds the number of the page.</summary>
    public required string PageProperty { get; init; }

    /// <summary>The number of the first page.</summary>
    public required int FirstPage { get; init; }

    /// <summary>The property of the result that holds the items.</summary>
    public required string ItemsProperty { get; init; }

    public required TypeRef Item { get; init; }

    /// <summary>What leads from a page to whether there is another one: <c>Metadata?.HasNextPage</c>; null when only an empty page tells.</summary>
    public required string? HasMore { get; init; }
}
