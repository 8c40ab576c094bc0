using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>The parameters of an operation.</summary>
internal static class ParameterParser
{
    /// <summary>OpenAPI 3.0, Parameter Object: header parameters of these names "shall be ignored".</summary>
    private static readonly string[] IgnoredHeaders = ["Accept", "Content-Type", "Authorization"];

    private static readonly Regex Template = new(@"\{([^{}/]+)\}", RegexOptions.CultureInvariant);

    /// <summary>Where the parameters of a path template begin and end.</summary>
    public static IEnumerable<(int Open, int Close)> Templates(string path)
        => Template.Matches(path).Cast<Match>().Select(m => (m.Index, m.Index + m.Length - 1));

    /// <summary>The parameters in document order: those of the operation replace those of its path; one that the template needs and nobody declared is a string.</summary>
    public static List<ParameterShape> ParseShapes(OpenApiOperation operation, string path, IList<IOpenApiParameter> shared, DocumentPointer pointer, ParseContext context)
    {
        var parameters = new List<ParameterShape>();
        IList<IOpenApiParameter> own = operation.Parameters ?? [];
        for (int i = 0; i < own.Count; i++)
            Add(own[i], pointer["parameters"][i], own: true);
        foreach (IOpenApiParameter parameter in shared)
            Add(parameter, pointer, own: false);

        List<string> templated = [.. Template.Matches(path).Cast<Match>().Select(m => m.Groups[1].Value).Distinct()];
        foreach (string name in templated)
        {
            if (parameters.Exists(p => p.Place == ParameterPlace.Path && p.Name == name))
                continue;

            context.Report(Descriptors.UndeclaredPathParameter.Id, pointer, name, path);
            parameters.Add(new ParameterShape(name, ParameterPlace.Path, true, false, new PrimitiveShape(TypeKind.String), null, pointer));
        }

        foreach (ParameterShape extra in parameters.FindAll(p => p.Place == ParameterPlace.Path && !templated.Contains(p.Name)))
        {
            context.Report(Descriptors.IgnoredParameter.Id, extra.Pointer, extra.Name, "the path has no place for it");
            parameters.Remove(extra);
        }

        return parameters;

        void Add(IOpenApiParameter? parameter, DocumentPointer at, bool own)
        {
            if (parameter?.Name is not { } name || parameter.In is not { } location)
            {
                context.Report(Descriptors.IgnoredParameter.Id, at, parameter?.Name ?? "", "it has no name or no place");
                return;
            }

            ParameterPlace place = Place(location);
            if (place == ParameterPlace.Header && IgnoredHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                context.Report(Descriptors.IgnoredParameter.Id, at, name, "OpenAPI leaves this header to the client");
                return;
            }

            if (parameters.Exists(p => p.Name == name && p.Place == place))
            {
                if (own)
                    context.Report(Descriptors.IgnoredParameter.Id, at, name, "it is declared twice");

                return;
            }

            IOpenApiSchema? schema = parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema;
            Shape shape = schema is null ? new PrimitiveShape(TypeKind.String) : SchemaParser.Parse(schema, at["schema"], context);
            parameters.Add(new ParameterShape(name, place, parameter.Required || place == ParameterPlace.Path, parameter.Explode, shape, parameter, at));
        }
    }

    public static ParameterModel Parse(ParameterShape parameter, string name, TypeParser types) => new()
    {
        WireName = parameter.Name,
        Name = name,
        Place = parameter.Place,
        Type = types.TypeOf(parameter.Shape),
        Explode = parameter.Explode,
        Documentation = parameter.Declaration is null ? Documentation.None : DocumentationParser.Parse(parameter.Declaration),
    };

    private static ParameterPlace Place(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => ParameterPlace.Path,
        ParameterLocation.Header => ParameterPlace.Header,
        ParameterLocation.Cookie => ParameterPlace.Cookie,
        _ => ParameterPlace.Query,
    };
}
