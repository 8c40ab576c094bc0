using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>A method that reads all pages of a listing.</summary>
internal static class PagesEmitter
{
    public static void Emit(SourceWriter writer, OperationModel operation, PagesModel pages)
    {
        ParameterModel number = operation.QueryParameters.First(p => p.Name == pages.PageProperty);
        string first = pages.FirstPage.ToString(CultureInfo.InvariantCulture);
        string cast = number.Type.Kind == TypeKind.Int32 ? "(int)" : "";
        IEnumerable<string> copies = operation.QueryParameters.Where(p => p != number).Select(p => $"{p.Name} = query?.{p.Name}").Append($"{number.Name} = {cast}_page");
        IEnumerable<string> arguments = operation.Parameters.Select(p => p.Name).Append($"new {operation.QueryName} {{ {string.Join(", ", copies)} }}").Append("options").Append("_token");
        string hasMore = pages.HasMore is { } more ? $"static _page => _page.{more}" : "static _page => null";
        writer.WriteLine();
        writer.WriteLine($"/// <summary>The items of {operation.Name}, page after page, from the page that the query names on. Each page is asked for when it is needed.</summary>");
        foreach (ParameterModel parameter in operation.Parameters)
            DocumentationEmitter.WriteElement(writer, $"param name=\"{parameter.Name.TrimStart('@')}\"", parameter.Documentation.Summary ?? $"The parameter {parameter.WireName}.");
        writer.WriteLine($$"""
            /// <param name="query">The optional parameters.</param>
            /// <param name="options">What differs from the client's options for each of the requests.</param>
            /// <param name="cancellationToken">Ends the reading early.</param>
            /// <exception cref="ApiException">An answer is no success, or not what the document says.</exception>
            public virtual generic::IAsyncEnumerable<{{pages.Item.Spelling}}> {{pages.Name}}({{string.Join(", ", OperationEmitter.Arguments(operation))}})
                => api::ApiPages.ReadAsync((long)(query?.{{number.Name}} ?? {{first}}), (_page, _token) => {{operation.Name}}({{string.Join(", ", arguments)}}), static _page => _page.{{pages.ItemsProperty}}, {{hasMore}}, cancellationToken);
            """);
    }
}
