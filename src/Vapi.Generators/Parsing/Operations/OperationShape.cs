using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>An operation with its name and the shapes of everything that it sends and receives.</summary>
internal sealed record OperationShape
{
    public required OpenApiOperation Operation { get; init; }

    public required string Path { get; init; }

    /// <summary>GET, POST, …</summary>
    public required string HttpMethod { get; init; }

    public required DocumentPointer Pointer { get; init; }

    /// <summary>The HTTP method and path of an earlier operation with the same ID; null if there is none.</summary>
    public string? Namesake { get; init; }

    /// <summary>The position under its path, even if the path refers to another part of the document.</summary>
    public DocumentPointer Place => DocumentPointer.Root["paths"][Path][HttpMethod.ToLowerInvariant()];

    /// <summary>Its own servers; empty if it uses the document's servers.</summary>
    public required IList<OpenApiServer> Servers { get; init; }

    /// <summary>The address of its own server; null if it uses the document's server.</summary>
    public string? Server => ServerParser.Override(Servers);

    /// <summary>The name of the method, without Async.</summary>
    public required string Name { get; init; }

    /// <summary>The owner name for its inline types: the group and the method.</summary>
    public required string Owner { get; init; }

    public required IReadOnlyList<ParameterShape> Parameters { get; init; }

    /// <summary>The alternative bodies; empty if it takes no body.</summary>
    public required IReadOnlyList<BodyShape> Bodies { get; init; }

    public required ResultShape Result { get; init; }

    /// <summary>The streamed response, in addition to <see cref="Result"/> or instead of it; null if there is none.</summary>
    public required StreamShape? Stream { get; init; }

    public required IReadOnlyList<ErrorShape> Errors { get; init; }

    /// <summary>The shapes of everything that it sends and receives.</summary>
    public IEnumerable<Shape> Shapes
        => Parameters.Select(p => p.Shape).Concat(Bodies.Select(b => b.Shape)).Append(Result.Shape).Append(Stream?.Item).Concat(Errors.Select(e => e.Shape)).OfType<Shape>();
}

/// <summary>A parameter. It has no declaration if it is only in the path template.</summary>
internal sealed record ParameterShape(string Name, Model.ParameterPlace Place, bool Required, Shape Shape, IOpenApiParameter? Declaration, DocumentPointer Pointer)
{
    public required Model.ParameterStyle Style { get; init; }

    public required bool Explode { get; init; }

    /// <summary>Whether the value is sent as JSON, according to its media type.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether its text is the whole query, without a name.</summary>
    public bool IsWholeQuery { get; init; }
}

/// <summary>The body of a request in one content type.</summary>
internal sealed record BodyShape(string ContentType, Model.BodyKind Kind, bool Required, Shape Shape, string? Description)
{
    /// <summary>The encoding of single properties.</summary>
    public IDictionary<string, OpenApiEncoding>? Encodings { get; init; }

    /// <summary>Whether the caller provides the items of the body one by one.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>The declared content type of the items if they are parts; null if there is none.</summary>
    public string? PartType { get; init; }

    /// <summary>Whether the document describes the content, but the content type cannot be serialized.</summary>
    public bool IsUnwritten { get; init; }
}

/// <summary>The result of a successful response.</summary>
internal sealed record ResultShape(Model.ResultKind Kind, Shape? Shape)
{
    /// <summary>The media types of the JSON; null for the default.</summary>
    public string? Accept { get; init; }
}

/// <summary>A streamed successful response: the shape of its items (null for text), and the body property that requests the stream (null if it is always streamed, or the server decides).</summary>
internal sealed record StreamShape(Shape? Item, string? Property)
{
    /// <summary>The media types of the streams; null to use the default.</summary>
    public string? Accept { get; init; }
}

/// <summary>The JSON of the errors in a range of status codes.</summary>
internal sealed record ErrorShape(int From, int To, Shape Shape);

/// <summary>The operations of one group of the client: those with one tag, and those with locked names in this group.</summary>
internal sealed record ClientGroup(string? Tag, string Name, string ClientName, IReadOnlyList<OperationShape> Operations);
