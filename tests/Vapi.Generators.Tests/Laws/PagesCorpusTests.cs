using System.Collections.Concurrent;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Which operations of the corpus have methods for pages. Every change of a rule changes the baseline, which is reviewed by hand.</summary>
public class PagesCorpusTests
{
    private const int SampledDocuments = 5;

    private const int MostSampledBytes = 100_000;

    private static readonly string Baseline = Path.Combine(Repository.Baselines, "Corpus.pages.txt");

    [Theory]
    [InlineData("real")]
    [InlineData("tricky")]
    public void OperationsWithPages_AreThoseOfTheBaseline(string folder)
    {
        var lines = new ConcurrentBag<(string Document, string Line)>();
        FileInfo[] all = [.. new DirectoryInfo(Repository.Shared("corpus/json/" + folder)).GetFiles().Where(f => LongTests.AreOn || f.Length < MostSampledBytes).OrderBy(f => f.Name, StringComparer.Ordinal)];
        Parallel.ForEach(LongTests.Sample(all, SampledDocuments), Workers.OneForEachProcessor, file => lines.Add(($"{folder}/{file.Name}", Summarize(File.ReadAllText(file.FullName)))));

        string[] actual = [.. lines.Where(l => l.Line.Length > 0).Select(l => $"{l.Document}: {l.Line}").Order(StringComparer.Ordinal)];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", actual));
        string[] expected = [.. File.ReadAllLines(Baseline).Where(l => lines.Any(d => l.StartsWith(d.Document + ": ", StringComparison.Ordinal)))];
        Assert.Equal(expected, actual);
    }

    /// <summary>What only looks like pages: dates, positions that the response does not have, unknown first pages, and pages that the API filters or turns off.</summary>
    [Theory]
    [InlineData("ably-control", "GET /accounts/{id}/stats")]
    [InlineData("atlassian-jira", "findUsers", "findUsersWithBrowsePermission", "findAssignableUsers")]
    [InlineData("azure-devops-git", "Refs_List", "Pull Requests_Get Pull Request")]
    [InlineData("clerk-bapi", "ListAllowlistIdentifiers", "GetSessionList")]
    [InlineData("deepgram", "list")]
    [InlineData("firefly-iii", "listAccount", "getBasicSummary")]
    [InlineData("meilisearch", "get_tasks", "search_with_url_query")]
    [InlineData("opencode", "session.list", "experimental.session.list")]
    [InlineData("overseerr", "GET /discover/movies", "GET /search")]
    public void OperationThatOnlyLooksPaged_HasNoMethodForPages(string document, params string[] ids)
    {
        OperationModel[] found = [.. Operations(ParsedDocument.Of(File.ReadAllText(Repository.Shared($"corpus/json/real/{document}.json"))).Model).Where(o => ids.Contains(o.OperationId))];

        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Select(o => o.OperationId).Distinct().Order(StringComparer.Ordinal));
        Assert.All(found, o => Assert.Null(o.Pages));
    }

    /// <summary>The operations of a document by the style of their pages, and the number of those whose pages are doubtful.</summary>
    private static string Summarize(string document)
    {
        ParseResult result = ParsedDocument.Of(document);
        IEnumerable<string> styles = Operations(result.Model).Select(o => o.Pages).OfType<PagesModel>().GroupBy(p => Style(p.Style)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
        int doubtful = result.Diagnostics.Count(d => d.ToDiagnostic().Id == "VAPI021");
        return string.Join(", ", doubtful == 0 ? styles : styles.Append($"none {doubtful}"));
    }

    private static IEnumerable<OperationModel> Operations(ApiModel? model) => model is null ? [] : model.Declarations.OfType<ClientModel>().SelectMany(c => c.Operations).Concat(model.Declarations.OfType<RootClientModel>().SelectMany(c => c.Operations));

    private static string Style(PagesStyle style) => style switch
    {
        NumberPagesStyle { First: null } => "offset",
        NumberPagesStyle => "page",
        CursorPagesStyle { Next: var next } => next.EndsWith("/-/id", StringComparison.Ordinal) ? "last id" : "cursor",
        LinkPagesStyle { Next: null } => "header",
        LinkPagesStyle => "link",
        _ => "time",
    };
}
