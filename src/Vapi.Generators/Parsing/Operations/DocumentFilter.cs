using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Selects the operations and schemas of a document. Without a filter, it selects all.</summary>
internal sealed class DocumentFilter(GeneratorOptions options)
{
    /// <summary>The number of similar names in a finding.</summary>
    private const int Proposals = 5;

    private readonly List<Regex> _paths = [.. options.IncludePaths.Select(Glob)];

    private readonly List<Regex> _schemas = [.. options.IncludeSchemas.Select(Glob)];

    private bool IsOn => options.IncludeTags.Count + options.ExcludeTags.Count + options.IncludePaths.Count + options.IncludeSchemas.Count > 0;

    public bool Includes(string path, OpenApiOperation operation)
    {
        List<string> tags = Tags(operation);
        return (options.IncludeTags.Count == 0 || tags.Exists(t => Contains(options.IncludeTags, t)))
            && !tags.Exists(t => Contains(options.ExcludeTags, t))
            && (_paths.Count == 0 || _paths.Exists(p => p.IsMatch(path)));
    }

    /// <summary>The component schemas to generate: with a filter, those that the selected operations and schemas use.</summary>
    public HashSet<string> Schemas(IEnumerable<Shape> operations, ParseContext context)
    {
        if (!IsOn)
            return new HashSet<string>(context.Schemas.Keys, StringComparer.Ordinal);

        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Shape>(operations);
        foreach (string name in context.Schemas.Keys.Where(n => _schemas.Exists(s => s.IsMatch(n))))
            open.Push(new ReferenceShape(name));

        var seen = new HashSet<object>();
        while (open.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Shape next = open.Pop();
            if (next is DeclaredShape && !seen.Add((next as ObjectShape)?.Properties ?? (object?)(next as UnionShape)?.Members ?? next))
                continue;

            foreach (Shape part in Parts(next, reached, context))
                open.Push(part);
        }

        return reached;
    }

    /// <summary>Reports filters that match nothing.</summary>
    public void ReportMismatches(ParseContext context)
    {
        if (!IsOn)
            return;

        List<(string Path, OpenApiOperation Operation)> operations = [.. Operations(context)];
        List<string> tags = [.. operations.SelectMany(o => Tags(o.Operation)).Distinct(StringComparer.OrdinalIgnoreCase)];
        List<string> paths = [.. operations.Select(o => o.Path).Distinct()];
        int before = context.Findings.Count;
        foreach (string tag in options.IncludeTags.Where(t => !Contains(tags, t)))
            Report(GeneratorOptions.IncludeTagsKey, tag, "tags", tags);
        foreach (string tag in options.ExcludeTags.Where(t => !Contains(tags, t)))
            Report(GeneratorOptions.ExcludeTagsKey, tag, "tags", tags);
        foreach (string path in options.IncludePaths.Where((_, i) => !paths.Exists(_paths[i].IsMatch)))
            Report(GeneratorOptions.IncludePathsKey, path, "paths", paths);
        foreach (string schema in options.IncludeSchemas.Where((_, i) => !context.Schemas.Keys.Any(_schemas[i].IsMatch)))
            Report(GeneratorOptions.IncludeSchemasKey, schema, "schemas", context.Schemas.Keys);
        if (context.Findings.Count == before && operations.Count > 0 && !operations.Exists(o => Includes(o.Path, o.Operation)))
            context.Report(Descriptors.FilterMatchesNothing.Id, DocumentPointer.Root, "The combination of all filters", "operations", Near("", paths));

        void Report(string option, string value, string what, IEnumerable<string> existing)
            => context.Report(Descriptors.FilterMatchesNothing.Id, DocumentPointer.Root, $"'{value}' in {option}", what, Near(value, existing));
    }

    /// <summary>The existing names that are most similar to a value, for a message.</summary>
    public static string Near(string value, IEnumerable<string> existing)
        => string.Join(", ", existing.OrderByDescending(e => Similarity(e, value)).Take(Proposals).Select(e => $"'{e}'").DefaultIfEmpty("none"));

    private static IEnumerable<(string Path, OpenApiOperation Operation)> Operations(ParseContext context)
        => (context.Document.Paths ?? []).SelectMany(p => p.Value?.Operations?.Values.Where(o => o is not null).Select(o => (p.Key, o)) ?? []);

    private static List<string> Tags(OpenApiOperation operation) => [.. operation.Tags?.Select(t => t.Reference.Id).OfType<string>() ?? []];

    private static bool Contains(IEnumerable<string> values, string value) => values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Shape> Parts(Shape shape, HashSet<string> reached, ParseContext context) => shape switch
    {
        ReferenceShape reference => reached.Add(reference.Id) && context.Component(reference.Id) is { } component ? [component] : [],
        ListShape list => [list.Item],
        MapShape map => [map.Value],
        ObjectShape model => model.Properties.Select(p => p.Shape).Concat(model.AdditionalValue is { } value ? [value] : []).Concat(new[] { context.BaseOf(model) }.Concat(context.DerivedOf(model)).OfType<ObjectShape>().Select(s => new ReferenceShape(s.Id!))),
        UnionShape union => union.Members,
        _ => [],
    };

    /// <summary><c>*</c> matches anything within a segment, <c>**</c> matches anything.</summary>
    private static Regex Glob(string glob)
        => new("^" + Regex.Escape(glob).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*") + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The length of the common prefix of two names, or of the part of one name that is in the other.</summary>
    private static int Similarity(string existing, string value)
    {
        string wanted = value.Trim('*', '/');
        if (wanted.Length > 0 && existing.IndexOf(wanted, StringComparison.OrdinalIgnoreCase) >= 0)
            return wanted.Length;

        int same = 0;
        while (same < existing.Length && same < wanted.Length && char.ToUpperInvariant(existing[same]) == char.ToUpperInvariant(wanted[same]))
            same++;

        return same;
    }
}
