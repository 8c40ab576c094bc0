using System.Globalization;
using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>A method that sends one request.</summary>
internal static class OperationEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation)
    {
        WriteDocumentation(writer, operation);
        string result = operation.Result.Kind switch
        {
            ResultKind.Json => $"global::System.Threading.Tasks.Task<{operation.Result.Type!.Spelling}>",
            ResultKind.Text => "global::System.Threading.Tasks.Task<string>",
            ResultKind.Stream => "global::System.Threading.Tasks.Task<ApiStream>",
            ResultKind.Items => $"generic::IAsyncEnumerable<{operation.Result.Type?.Spelling ?? "string"}>",
            _ => "global::System.Threading.Tasks.Task",
        };
        using (writer.WriteBlock($"public virtual {result} {operation.Name}({string.Join(", ", Arguments(operation))})"))
        {
            WriteNullChecks(writer, operation);
            string options = operation.QueryName is null ? "options" : "options ?? query";
            writer.WriteLine($"var request = new api::ApiRequest({CSharp.Literal(operation.HttpMethod)}, {operation.Security ?? "null"}, {options});");
            if (operation.Result.Accept is { } accept)
                writer.WriteLine($"request.Accept = {CSharp.Literal(accept)};");
            if (operation.Contract is { } contract)
                writer.WriteLine($"request.ContractEntry = {contract.ToString(CultureInfo.InvariantCulture)};");
            if (operation.Server is { } server)
                writer.WriteLine($"request.Server = new global::System.Uri({CSharp.Literal(server)}, global::System.UriKind.RelativeOrAbsolute);");
            foreach (PathPartModel part in operation.Path)
            {
                writer.WriteLine(part.Parameter is { } parameter
                    ? $"request.AddPathParameter({CSharp.Literal(parameter.WireName)}, {ParameterEmitter.Value(parameter, parameter.Name)}{ParameterEmitter.Style(parameter)});"
                    : $"request.AddPath({CSharp.Literal(part.Text!)});");
            }

            foreach (ParameterModel parameter in operation.Parameters.Where(p => p.Place != ParameterPlace.Path))
                ParameterEmitter.Write(writer, parameter, parameter.Name);
            if (operation.QueryName is not null)
            {
                using (writer.WriteBlock("if (query is not null)"))
                {
                    foreach (ParameterModel parameter in operation.QueryParameters)
                        ParameterEmitter.Write(writer, parameter with { Type = parameter.Type with { Nullable = true } }, "query." + parameter.Name);
                }
            }

            BodyEmitter.Write(writer, operation.Body, operation.StreamProperty);
            WriteSend(writer, operation);
        }

        if (operation.QueryName is not null)
        {
            writer.WriteLine();
            WriteDocumentation(writer, operation with { QueryName = null });
            WriteWithoutQuery(writer, operation, result, operation.Name);
        }

        if (operation.Pages is { } pages)
            PagesEmitter.Emit(writer, operation, pages);
    }

    /// <summary>
    /// The overload without the query. Its signature is that of the method before the API adds its first optional parameter, so all calls still compile. The query derives from <c>RequestOptions</c>: for a null or
    /// a <c>new()</c>, C# selects the overload with the more specific type.
    /// </summary>
    public static void WriteWithoutQuery(SourceWriter writer, OperationModel operation, string result, string name)
    {
        IEnumerable<string> arguments = [.. operation.Parameters.Select(p => p.Name), .. operation.Body is null ? Array.Empty<string>() : ["body"], "null", "options", "cancellationToken"];
        writer.WriteLine($"public virtual {result} {name}({string.Join(", ", Arguments(operation with { QueryName = null }))}) => {name}({string.Join(", ", arguments)});");
    }

    private static void WriteDocumentation(SourceWriter writer, OperationModel operation)
    {
        DocumentationEmitter.WriteElement(writer, "summary", Text(operation.Documentation.Summary, operation.OperationId));
        DocumentationEmitter.WriteElement(writer, "remarks", operation.Documentation.Remarks);
        foreach (ParameterModel parameter in operation.Parameters)
            DocumentationEmitter.WriteParameter(writer, parameter);
        if (operation.Body is { } body)
            DocumentationEmitter.WriteElement(writer, "param name=\"body\"", Text(body.Description, "The request body."));
        if (operation.QueryName is not null)
            writer.WriteLine("/// <param name=\"query\">The optional parameters, and options for this request.</param>");
        writer.WriteLine($"""
            /// <param name="options">Options for this request, which override the options of the client{(operation.QueryName is null ? "" : " and those of the query")}.</param>
            /// <param name="cancellationToken">Cancels the request.</param>
            /// <exception cref="ApiException">The API returned an error, or a response that does not match the document.</exception>
            """);
        if (operation.Documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete]");
    }

    private static string Text(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text!;

    public static IEnumerable<string> Arguments(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters)
            yield return $"{parameter.Type.Spelling} {parameter.Name}";
        if (operation.Body is { } body)
            yield return body.Required ? $"{body.Type.Spelling} body" : operation.QueryName is null ? $"{body.Type.NullableName} body = null" : $"{body.Type.NullableName} body";
        if (operation.QueryName is { } query)
            yield return $"{query}? query";

        yield return $"RequestOptions? options = null";
        yield return "global::System.Threading.CancellationToken cancellationToken = default";
    }

    /// <summary>A null for a required argument throws before anything is sent.</summary>
    private static void WriteNullChecks(SourceWriter writer, OperationModel operation)
    {
        IEnumerable<(TypeRef Type, string Name)> required = operation.Parameters.Select(p => (p.Type, p.Name));
        if (operation.Body is { Required: true, Type: { } body })
            required = required.Append((body, "body"));

        foreach ((TypeRef type, string name) in required)
        {
            if (IsNull(type, name) is { } condition)
                writer.WriteLine($"if ({condition}) throw new global::System.ArgumentNullException(nameof({name}));");
        }
    }

    /// <summary>The condition that finds a null argument; null if the type cannot be null, or if null is allowed. A null converts to the default value of an enum or union, which are structs.</summary>
    private static string? IsNull(TypeRef type, string name) => type switch
    {
        { Nullable: true } => null,
        { IsValueType: false } => $"{name} is null",
        { Kind: TypeKind.StringEnum or TypeKind.Union } => $"{name} == default",
        { Kind: TypeKind.Element } => $"{name}.ValueKind == json::JsonValueKind.Undefined",
        _ => null,
    };

    private static void WriteSend(SourceWriter writer, OperationModel operation)
    {
        string errors = operation.Errors.Count == 0 ? "null" : Errors(operation.Errors);
        string send = operation.Result.Kind switch
        {
            ResultKind.Json => $"{(operation.Result.Type!.Nullable ? "SendOptionalAsync" : "SendAsync")}<{operation.Result.Type.Spelling}>(request, {JsonEmitter.Reader(operation.Result.Type)}, {errors}, cancellationToken)",
            ResultKind.Text => $"SendForTextAsync(request, {errors}, cancellationToken)",
            ResultKind.Stream => $"SendForStreamAsync(request, {errors}, cancellationToken)",
            ResultKind.Items when operation.Result.Type is { } item => $"StreamAsync<{item.Spelling}>(request, {JsonEmitter.Reader(item)}, {errors}, cancellationToken)",
            ResultKind.Items => $"StreamTextAsync(request, {errors}, cancellationToken)",
            _ => $"SendAsync(request, {errors}, cancellationToken)",
        };
        writer.WriteLine($"return _client.{send};");
    }

    private static string Errors(EquatableArray<ErrorModel> errors)
    {
        IEnumerable<string> arms = errors.Select(e =>
        {
            string from = e.From.ToString(CultureInfo.InvariantCulture);
            string pattern = e.From == e.To ? from : $">= {from} and <= {e.To.ToString(CultureInfo.InvariantCulture)}";
            return $"{pattern} => failure.Read<{e.Type.Spelling}>({JsonEmitter.Reader(e.Type)}), ";
        });
        return $"static failure => failure.Status switch {{ {string.Concat(arms)}_ => null }}";
    }
}
