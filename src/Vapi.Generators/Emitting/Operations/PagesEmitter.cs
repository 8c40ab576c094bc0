using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>A method that returns the items of all pages of a list operation.</summary>
internal static class PagesEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, PagesModel pages)
    {
        IEnumerable<string> arguments = operation.Parameters.Select(p => p.Name).Concat(operation.Body is null ? [] : ["body"]).Concat(operation.QueryName is null ? [] : ["query"]).Append("_options").Append("_token");
        string type = $"{pages.Item.Spelling}, {operation.Result.Type!.Spelling}";
        string send = $"{(operation.QueryName is null ? "options" : "options ?? query")}, (_options, _token) => {operation.Name}({string.Join(", ", arguments)})";
        string items = $"static _page => _page{pages.Items}";
        string reader = pages.Style switch
        {
            NumberPagesStyle number => $"NumberPages<{type}>({send}, {items}, {CSharp.Literal(number.Parameter)}, {number.First?.ToString(CultureInfo.InvariantCulture) ?? "null"}, {Literal(number.More)}",
            CursorPagesStyle cursor => $"CursorPages<{type}>({send}, {items}, {CSharp.Literal(cursor.Parameter)}, {CSharp.Literal(cursor.Next)}, {Literal(cursor.More)}",
            LinkPagesStyle link => $"LinkPages<{type}>({send}, {items}, {Literal(link.Next)}",
            WindowPagesStyle window => $"WindowPages<{pages.Item.Spelling}>({send}, {CSharp.Literal(window.Parameter)}, {CSharp.Literal(window.Time)}, {CSharp.Literal(window.LimitParameter)}, {window.Limit.ToString(CultureInfo.InvariantCulture)}",
            _ => throw new InvalidOperationException(pages.Style.GetType().Name),
        };
        WriteDocumentation(writer, operation, hasQuery: operation.QueryName is not null);
        writer.WriteLine($$"""
            public virtual ApiPages<{{type}}> {{pages.Name}}({{string.Join(", ", OperationEmitter.Arguments(operation))}})
                => new api::{{reader}}, cancellationToken);
            """);
        if (operation.QueryName is null)
            return;

        WriteDocumentation(writer, operation, hasQuery: false);
        OperationEmitter.WriteWithoutQuery(writer, operation, $"ApiPages<{type}>", pages.Name);
    }

    private static void WriteDocumentation(SourceWriter writer, OperationModel operation, bool hasQuery)
    {
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Returns the items of all pages of {operation.Name}, starting at {(hasQuery ? "the page in the query" : "the first page")}. Each page is requested when it is needed.</summary>");
        foreach (ParameterModel parameter in operation.Parameters)
            DocumentationEmitter.WriteParameter(writer, parameter);
        if (operation.Body is not null)
            writer.WriteLine("/// <param name=\"body\">The body of each request.</param>");
        if (hasQuery)
            writer.WriteLine("/// <param name=\"query\">The optional parameters, and options for each request.</param>");
        writer.WriteLine("""
            /// <param name="options">Options for each request, which override the options of the client.</param>
            /// <param name="cancellationToken">Cancels the enumeration.</param>
            /// <exception cref="ApiException">The API returned an error, a response that does not match the document, or the same page again.</exception>
            """);
    }

    private static string Literal(string? text) => text is null ? "null" : CSharp.Literal(text);
}
