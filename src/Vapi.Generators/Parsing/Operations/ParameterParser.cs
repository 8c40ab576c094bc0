using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using ParameterStyle = Vapi.Generators.Model.ParameterStyle;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The parameters of an operation.</summary>
internal static class ParameterParser
{
    /// <summary>OpenAPI 3.0, Parameter Object: header parameters of these names "shall be ignored".</summary>
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization"];

    private static readonly Regex Template = new(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant);

    /// <summary>Where the parameters of a path template begin and end.</summary>
    public static IEnumerable<(int Open, int Close)> Templates(string path)
        => Template.Matches(path).Cast<Match>().Select(m => (m.Index, m.Index + m.Length - 1));

    /// <summary>The parameters in document order. Parameters of the operation override those of its path. An undeclared parameter of the path template is a string.</summary>
    public static List<ParameterShape> ParseShapes(OpenApiOperation operation, string path, IList<IOpenApiParameter> shared, DocumentPointer pointer, ParseContext context)
    {
        var parameters = new List<ParameterShape>();
        IList<IOpenApiParameter> own = operation.Parameters ?? [];
        for (int i = 0; i < own.Count; i++)
            Add(own[i], pointer["parameters"][i], own: true);
        for (int i = 0; i < shared.Count; i++)
            Add(shared[i], pointer.Parent["parameters"][i], own: false);

        List<string> templated = [.. Template.Matches(path).Cast<Match>().Select(m => m.Groups[1].Value).Distinct()];
        foreach (string name in templated)
        {
            if (parameters.Exists(p => p.Place == ParameterPlace.Path && p.Name == name))
                continue;

            context.Report(Descriptors.UndeclaredPathParameter.Id, pointer, name, path);
            parameters.Add(new ParameterShape(name, ParameterPlace.Path, true, new PrimitiveShape(TypeKind.String), null, pointer) { Style = ParameterStyle.Simple, Explode = false });
        }

        foreach (ParameterShape extra in parameters.FindAll(p => p.Place == ParameterPlace.Path && !templated.Contains(p.Name)))
        {
            context.Report(Descriptors.IgnoredParameter.Id, extra.Pointer, extra.Name, "the path does not contain it");
            parameters.Remove(extra);
        }

        return parameters;

        void Add(IOpenApiParameter? parameter, DocumentPointer use, bool own)
        {
            DocumentPointer at = ReferenceParser.Follow(parameter, use, "the parameter is ignored", context);
            if (parameter is OpenApiParameterReference { UnresolvedReference: true })
                return;

            if (parameter?.Name is not { } name || parameter.In is not { } location)
            {
                context.Report(Descriptors.IgnoredParameter.Id, at, parameter?.Name ?? "", "it has no name or no location");
                return;
            }

            ParameterPlace place = Place(location);
            if (place == ParameterPlace.Header && IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                context.Report(Descriptors.IgnoredParameter.Id, at, name, "OpenAPI reserves this header for the client");
                return;
            }

            if (parameters.Exists(p => p.Name == name && p.Place == place))
            {
                if (own)
                    context.Report(Descriptors.IgnoredParameter.Id, use, name, "it is declared twice");

                return;
            }

            KeyValuePair<string, IOpenApiMediaType>? content = parameter.Schema is null && parameter.Content is { Count: > 0 } contents ? contents.First() : null;
            Shape shape = (parameter.Schema ?? content?.Value?.Schema) is not { } schema ? new PrimitiveShape(TypeKind.String)
                : SchemaParser.ParseShared(schema, "Parameter", content is { Key: { } type } ? at["content"][type]["schema"] : at["schema"], context);
            parameters.Add(new ParameterShape(name, place, parameter.Required || place == ParameterPlace.Path, shape, parameter, at)
            {
                // OpenAPI 3.2: the whole query is either a form, in which each member of the value is a field, or one text.
                IsWholeQuery = location == ParameterLocation.QueryString && !IsForm(content),
                Style = location == ParameterLocation.QueryString ? ParameterStyle.Form : Style(parameter, place, IsText(context.Resolve(shape)), at, context),
                Explode = parameter.Explode || location == ParameterLocation.QueryString,
                IsJson = content is { Key: { } mediaType } && (BodyParser.IsJson(mediaType) || location == ParameterLocation.QueryString && !IsForm(content) && !IsText(context.Resolve(shape))),
            });
        }
    }

    public static ParameterModel Parse(ParameterShape parameter, string name, TypeNamer types) => new()
    {
        WireName = parameter.Name,
        Name = name,
        Place = parameter.Place,
        Type = types.TypeOf(parameter.Shape),
        Style = parameter.Style,
        Explode = parameter.Explode,
        AllowReserved = parameter is { Place: ParameterPlace.Query, Declaration.AllowReserved: true },
        IsJson = parameter.IsJson,
        IsWholeQuery = parameter.IsWholeQuery,
        Documentation = parameter.Declaration is null ? Documentation.None : DocumentationParser.Parse(parameter.Declaration),
    };

    private static bool IsText(Shape shape) => shape is PrimitiveShape { Kind: not TypeKind.Element } or EnumShape;

    private static bool IsForm(KeyValuePair<string, IOpenApiMediaType>? content) => content is { Key: { } type } && BodyParser.MediaType(type) == "application/x-www-form-urlencoded";

    /// <summary>The style of a query or form parameter; null if there is none.</summary>
    public static ParameterStyle? QueryStyle(Microsoft.OpenApi.ParameterStyle? style) => style switch
    {
        Microsoft.OpenApi.ParameterStyle.Form => ParameterStyle.Form,
        Microsoft.OpenApi.ParameterStyle.SpaceDelimited => ParameterStyle.SpaceDelimited,
        Microsoft.OpenApi.ParameterStyle.PipeDelimited => ParameterStyle.PipeDelimited,
        Microsoft.OpenApi.ParameterStyle.DeepObject => ParameterStyle.DeepObject,
        _ => null,
    };

    /// <summary>OpenAPI 3.1, "Style Values": the allowed styles for each location; and OpenAPI 2.0, which allows delimited styles everywhere. Any other style is replaced by the default of the location.</summary>
    /// <param name="isText">Whether its values are strings, which are the same in all styles without a prefix.</param>
    private static ParameterStyle Style(IOpenApiParameter parameter, ParameterPlace place, bool isText, DocumentPointer pointer, ParseContext context)
    {
        (ParameterStyle standard, ParameterStyle? declared) = (place, parameter.Style) switch
        {
            (ParameterPlace.Path, Microsoft.OpenApi.ParameterStyle.Label) => (ParameterStyle.Simple, ParameterStyle.Label),
            (ParameterPlace.Path, Microsoft.OpenApi.ParameterStyle.Matrix) => (ParameterStyle.Simple, ParameterStyle.Matrix),
            (ParameterPlace.Path or ParameterPlace.Header, Microsoft.OpenApi.ParameterStyle.Simple or null) => (ParameterStyle.Simple, ParameterStyle.Simple),
            (ParameterPlace.Path or ParameterPlace.Header, Microsoft.OpenApi.ParameterStyle.SpaceDelimited) => (ParameterStyle.Simple, ParameterStyle.SpaceDelimited),
            (ParameterPlace.Path or ParameterPlace.Header, Microsoft.OpenApi.ParameterStyle.PipeDelimited) => (ParameterStyle.Simple, ParameterStyle.PipeDelimited),
            (ParameterPlace.Path or ParameterPlace.Header, _) => (ParameterStyle.Simple, null),
            (ParameterPlace.Cookie, Microsoft.OpenApi.ParameterStyle.Cookie) => (ParameterStyle.Form, ParameterStyle.Cookie),
            (ParameterPlace.Cookie, Microsoft.OpenApi.ParameterStyle.Form or null) => (ParameterStyle.Form, ParameterStyle.Form),
            (ParameterPlace.Cookie, _) => (ParameterStyle.Form, null),
            (_, null) => (ParameterStyle.Form, ParameterStyle.Form),
            (_, { } style) => (ParameterStyle.Form, QueryStyle(style)),
        };
        if (declared is null && !isText)
            context.Report(Descriptors.Unsupported.Id, pointer, $"the style '{parameter.Style}' of the {place.ToString().ToLowerInvariant()} parameter '{parameter.Name}'", "the default style");

        return declared ?? standard;
    }

    private static ParameterPlace Place(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => ParameterPlace.Path,
        ParameterLocation.Header => ParameterPlace.Header,
        ParameterLocation.Cookie => ParameterPlace.Cookie,
        _ => ParameterPlace.Query,
    };
}
