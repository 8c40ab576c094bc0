using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>A method that returns the items of all pages of a list operation.</summary>
internal static class PagesEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, PagesModel pages)
    {
        ParameterModel number = operation.QueryParameters.First(p => p.Name == pages.PageProperty);
        string first = pages.FirstPage.ToString(CultureInfo.InvariantCulture);
        string cast = number.Type.Kind == TypeKind.Int32 ? "(int)" : "";
        IEnumerable<string> copies = operation.QueryParameters.Where(p => p != number).Select(p => $"{p.Name} = query?.{p.Name}").Append($"{number.Name} = {cast}_page");
        IEnumerable<string> arguments = operation.Parameters.Select(p => p.Name).Append($"new {operation.QueryName} {{ {string.Join(", ", copies)} }}").Append("options ?? query").Append("_token");
        string hasMore = pages.HasMore is { } more ? $"static _page => _page.{more}" : "static _page => null";
        WriteDocumentation(writer, operation, hasQuery: true);
        writer.WriteLine($$"""
            public virtual generic::IAsyncEnumerable<{{pages.Item.Spelling}}> {{pages.Name}}({{string.Join(", ", OperationEmitter.Arguments(operation))}})
                => api::ApiPages.ReadAsync((long)(query?.{{number.Name}} ?? {{first}}), (_page, _token) => {{operation.Name}}({{string.Join(", ", arguments)}}), static _page => _page.{{pages.ItemsProperty}}, {{hasMore}}, cancellationToken);
            """);
        WriteDocumentation(writer, operation, hasQuery: false);
        OperationEmitter.WriteWithoutQuery(writer, operation, $"generic::IAsyncEnumerable<{pages.Item.Spelling}>", pages.Name);
    }

    private static void WriteDocumentation(SourceWriter writer, OperationModel operation, bool hasQuery)
    {
        writer.WriteLine();
        writer.WriteLine($"/// <summary>Returns the items of all pages of {operation.Name}, starting at {(hasQuery ? "the page in the query" : "the first page")}. Each page is requested when it is needed.</summary>");
        foreach (ParameterModel parameter in operation.Parameters)
            DocumentationEmitter.WriteParameter(writer, parameter);
        if (hasQuery)
            writer.WriteLine("/// <param name=\"query\">The optional parameters, and options for each request.</param>");
        writer.WriteLine("""
            /// <param name="options">Options for each request, which override the options of the client.</param>
            /// <param name="cancellationToken">Cancels the enumeration.</param>
            /// <exception cref="ApiException">The API returned an error, or a response that does not match the document.</exception>
            """);
    }
}
