namespace Vapi.Generators.Model;

/// <summary>A method of a client that sends one request.</summary>
internal sealed record OperationModel
{
    public required string Name { get; init; }

    /// <summary>GET, POST, …</summary>
    public required string HttpMethod { get; init; }

    public required string OperationId { get; init; }

    public required EquatableArray<PathPartModel> Path { get; init; }

    /// <summary>The required parameters of the operation, in document order. They are arguments of the method.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The name of the class that holds the optional parameters; null when there are none.</summary>
    public string? QueryName { get; init; }

    /// <summary>The parameters in the object of class <see cref="QueryName"/>.</summary>
    public EquatableArray<ParameterModel> QueryParameters { get; init; }

    public BodyModel? Body { get; init; }

    public required ResultModel Result { get; init; }

    /// <summary>The Boolean property of the body that this method sets to request a stream; null if it sets none.</summary>
    public string? StreamProperty { get; init; }

    public required EquatableArray<ErrorModel> Errors { get; init; }

    /// <summary>The address of the operation's own server; null to use the client's address.</summary>
    public required string? Server { get; init; }

    /// <summary>The expression for its security requirements; null if it has none.</summary>
    public required string? Security { get; init; }

    /// <summary>The entry of the operation in the <see cref="ContractModel"/>; null if its JSON is not checked.</summary>
    public int? Contract { get; init; }

    /// <summary>The method that reads all pages; null if the operation does not return pages.</summary>
    public PagesModel? Pages { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>A piece of a path template: literal text or a parameter.</summary>
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

    /// <summary>Whether each item of an array, or member of an object, is a separate pair (OpenAPI's <c>explode</c>).</summary>
    public required bool Explode { get; init; }

    /// <summary>Whether reserved characters are sent unencoded.</summary>
    public required bool AllowReserved { get; init; }

    /// <summary>Whether the value is sent as JSON.</summary>
    public required bool IsJson { get; init; }

    /// <summary>Whether its text is the whole query, without a name.</summary>
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

/// <summary>The serialization style of a parameter. The runtime has an enum with the same names.</summary>
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

    /// <summary>The content type of the items if they are parts; null to use the default of their kind.</summary>
    public string? PartType { get; init; }

    /// <summary>The parts of a multipart body, for each class that the body can be.</summary>
    public EquatableArray<FormModel> Forms { get; init; }

    /// <summary>The fields of a form that do not use OpenAPI's default encoding.</summary>
    public EquatableArray<FieldEncodingModel> Encodings { get; init; }

    public string? Description { get; init; }

    /// <summary>The other content types of the same body. The caller selects one with the Content-Type header.</summary>
    public EquatableArray<BodyModel> Others { get; init; }
}

/// <summary>The parts of a multipart body for one class.</summary>
internal sealed record FormModel
{
    /// <summary>The class, if the body is a union with other members; null if the body is always of this class.</summary>
    public required string? Case { get; init; }

    public required EquatableArray<PartModel> Parts { get; init; }
}

/// <summary>A part of a multipart body.</summary>
internal sealed record PartModel
{
    public required PropertyModel Property { get; init; }

    /// <summary>The content type that the document declares; null to use the default of its kind.</summary>
    public required string? ContentType { get; init; }

    /// <summary>The separator of the items of an array that is one part; null if each item is a part.</summary>
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

    /// <summary>Each item as soon as the caller provides it.</summary>
    Lines,

    /// <summary>Each item is a part without a name.</summary>
    Parts,
    Text,
    Binary,
}

/// <summary>The result of a method for a successful response.</summary>
internal sealed record ResultModel
{
    public required ResultKind Kind { get; init; }

    /// <summary>The type of a JSON result, or of the items of a stream; null for text.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>The media types of the Accept header; null to use those of the kind.</summary>
    public string? Accept { get; init; }
}

/// <summary>How a successful response is read.</summary>
internal enum ResultKind
{
    None,
    Json,
    Text,
    Stream,

    /// <summary>Each item as it arrives.</summary>
    Items,
}

/// <summary>The body that the document declares for an unsuccessful status.</summary>
internal sealed record ErrorModel
{
    /// <summary>The lowest status code of this error.</summary>
    public required int From { get; init; }

    /// <summary>The highest status code of this error.</summary>
    public required int To { get; init; }

    public required TypeRef Type { get; init; }
}

/// <summary>The method that reads all pages of a list operation.</summary>
internal sealed record PagesModel
{
    /// <summary>The name of the method.</summary>
    public required string Name { get; init; }

    public required TypeRef Item { get; init; }

    /// <summary>The members that lead from the response to the items: <c>?.Data?.Items</c>; empty if the response is the list.</summary>
    public required string Items { get; init; }

    public required PagesStyle Style { get; init; }
}

/// <summary>How to find the next page. Places are JSON pointers into the response.</summary>
internal abstract record PagesStyle;

/// <summary>The parameter is the number of the page, or the number of items before it.</summary>
/// <param name="Parameter">The query parameter for the number.</param>
/// <param name="First">The number of the first page; null if the parameter counts items.</param>
/// <param name="More">The place of the Boolean that states whether there is another page; null if only an empty page marks the end.</param>
internal sealed record NumberPagesStyle(string Parameter, int? First, string? More) : PagesStyle;

/// <summary>The response contains the cursor of the next page.</summary>
/// <param name="Parameter">The query parameter for the cursor.</param>
/// <param name="Next">The place of the next cursor.</param>
/// <param name="More">The place of the Boolean that states whether there is another page; null if only a missing cursor marks the end.</param>
internal sealed record CursorPagesStyle(string Parameter, string Next, string? More) : PagesStyle;

/// <summary>The response contains the address of the next page.</summary>
/// <param name="Next">The place of the address; null for the Link header.</param>
internal sealed record LinkPagesStyle(string? Next) : PagesStyle;

/// <summary>The next page starts at the time of the last item. Items are sorted by time, newest first.</summary>
/// <param name="Parameter">The query parameter for the latest time.</param>
/// <param name="Time">The property of the items with their time.</param>
/// <param name="LimitParameter">The query parameter for the size of a page.</param>
/// <param name="Limit">The size of a page if the caller does not set it.</param>
internal sealed record WindowPagesStyle(string Parameter, string Time, string LimitParameter, int Limit) : PagesStyle;
