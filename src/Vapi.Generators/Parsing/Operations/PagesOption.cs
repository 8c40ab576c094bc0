using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The option OpenApiPagination: a list of <c>operationId=statement</c>, and <c>none</c> to generate no other methods for pages.</summary>
internal sealed class PagesOption
{
    private readonly Dictionary<string, PagesStatement> _statements = new(StringComparer.Ordinal);

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    public PagesOption(GeneratorOptions options)
    {
        foreach (string entry in options.Pagination)
        {
            if (entry == PagesStatement.None)
                IsOff = true;
            else if (Split(entry) is { } pair)
                _statements[pair.Operation] = pair.Statement;
        }
    }

    /// <summary>Whether only the listed operations have methods for pages.</summary>
    public bool IsOff { get; }

    public static bool IsValid(string entry) => entry == PagesStatement.None || Split(entry) is not null;

    public PagesStatement? Find(string operationId)
    {
        if (!_statements.TryGetValue(operationId, out PagesStatement? statement))
            return null;

        _found.Add(operationId);
        return statement;
    }

    /// <summary>Reports the IDs that no operation has.</summary>
    public void ReportMismatches(IEnumerable<string> operationIds, ParseContext context)
    {
        foreach (string id in _statements.Keys.Where(id => !_found.Contains(id)))
            Report(context, new PagesMismatch(id, "operations", operationIds), DocumentPointer.Root);
    }

    public static void Report(ParseContext context, PagesMismatch mismatch, DocumentPointer pointer)
        => context.Report(Descriptors.FilterMatchesNothing.Id, pointer, $"'{mismatch.Value}' in {GeneratorOptions.PaginationKey}", mismatch.What, DocumentFilter.Near(mismatch.Value, mismatch.Existing));

    private static (string Operation, PagesStatement Statement)? Split(string entry)
    {
        int equals = entry.IndexOf('=');
        return equals > 0 && PagesStatement.Parse(entry.Substring(equals + 1).Trim()) is { } statement ? (entry.Substring(0, equals).Trim(), statement) : null;
    }
}
