using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>List operations with page numbers: the parameters are <c>page</c> and <c>limit</c>, and the response has an array <c>results</c> and <c>metadata</c>.</summary>
internal static class PagesParser
{
    public static PagesModel? Parse(OperationShape operation, OperationModel model, NameScope names, TypeNamer types, ParseContext context)
    {
        bool hasLimit = operation.Parameters.Any(p => p is { Name: "limit", Place: ParameterPlace.Query });
        ParameterModel? page = model.QueryParameters.FirstOrDefault(p => p is { WireName: "page", Place: ParameterPlace.Query, Type.Kind: TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double });
        if (operation.HttpMethod != "GET" || page is null || !hasLimit || model.Body is not null || operation.Result is not { Kind: ResultKind.Json, Shape: { } result })
            return null;

        PropertyModel? results = Property(result, "results", types, context);
        PropertyModel? metadata = Property(result, "metadata", types, context);
        if (results is not { Type: { Kind: TypeKind.List, Item: { } item } } || metadata is null)
            return null;

        ParameterShape declared = operation.Parameters.First(p => p is { Name: "page", Place: ParameterPlace.Query });
        IOpenApiSchema? schema = declared.Declaration?.Schema;
        return new PagesModel
        {
            Name = context.Claim(names, operation.Name + "PagesAsync", operation.Pointer),
            PageProperty = page.Name,
            FirstPage = int.TryParse(schema?.Default?.ToJsonString() ?? schema?.Minimum, NumberStyles.None, CultureInfo.InvariantCulture, out int first) ? first : 1,
            ItemsProperty = results.Name,
            Item = item,
            HasMore = metadata.Type.Kind == TypeKind.Object && HasNext(result, types, context) is { } next ? $"{metadata.Name}?.{next}" : null,
        };
    }

    /// <summary>The metadata property that tells whether there is another page.</summary>
    private static string? HasNext(Shape result, TypeNamer types, ParseContext context)
    {
        Shape metadata = ((ObjectShape)context.Resolve(result)).Properties.First(p => p.Name == "metadata").Shape;
        return Property(metadata, "hasNextPage", types, context) is { Type.Kind: TypeKind.Boolean } next ? next.Name : null;
    }

    private static PropertyModel? Property(Shape shape, string name, TypeNamer types, ParseContext context)
        => context.Resolve(shape) is ObjectShape model ? ObjectParser.Parse(model, types.TypeOf(shape).Identifier, types, context).Properties.FirstOrDefault(p => p.JsonName == name) : null;
}
