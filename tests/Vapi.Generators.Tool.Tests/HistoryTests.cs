using System.Collections.Concurrent;
using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Documents;
using Vapi.Generators.Tool.Reporting;

namespace Vapi.Generators.Tool.Tests;

/// <summary>Every update of Vapi's document in the last two years, with the compiler as the judge of what a report has to say.</summary>
public class HistoryTests(ITestOutputHelper output)
{
    private static readonly string[] Dates =
    [
        "2024-10-10", "2024-12-07", "2025-01-23", "2025-02-25", "2025-04-01", "2025-05-05", "2025-05-26", "2025-06-25", "2025-09-17", "2025-11-17", "2026-02-08", "2026-08-17", Newest,
    ];

    private const string Newest = "newest";

    private static readonly string[] TypeKinds = ["type-gone", "type-renamed", "type-replaced", "group-renamed", "client-renamed"];

    private static readonly ConcurrentDictionary<string, Lazy<(ApiDocument Document, PublicApi Api)>> Read = new();

    private static readonly ConcurrentDictionary<(string Old, string New), Lazy<List<Change>>> Compared = new();

    public static TheoryData<string, string> Updates => [.. LongTests.Sample(Dates.Zip(Dates.Skip(1)).ToArray(), 3)];

    [Theory]
    [MemberData(nameof(Updates))]
    public void NameThatWentAway_IsNamedByOneLine(string old, string @new)
    {
        (Update update, List<Change> changes) = Compare(old, @new);
        List<(string Name, int Lines)> gone = Explain(update, changes);

        string summary = new ChangeReport(update.Old.Document, update.New.Document, null, TestContext.Current.CancellationToken).Summary;
        output.WriteLine($"{old} to {@new}: {summary}; {gone.Count} of {update.Old.Api.Names.Count} names went away");
        Assert.Equal([], gone.Where(n => n.Lines != 1));
    }

    /// <summary>The law above notices every line that is missing, and every one that is there twice.</summary>
    [Theory]
    [InlineData("2024-10-10", "2024-12-07")]
    public void Law_NoticesWhatIsMissingOrDouble(string old, string @new)
    {
        (Update update, List<Change> changes) = Compare(old, @new);
        List<Change> ends = changes.FindAll(c => c.Kind is "property-gone" or "value-gone" or "method-gone" or "type-gone");

        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.Contains(Explain(update, [.. changes.Where(c => c != end)]), n => n.Lines == 0));
        Assert.All(ends, end => Assert.Contains(Explain(update, [.. changes, end]), n => n.Lines == 2));
    }

    /// <summary>The names that went away, and how many lines name each. What is in a type that is gone, goes with it; a line of its own is the nearer one.</summary>
    private static List<(string Name, int Lines)> Explain(Update update, List<Change> changes)
    {
        ILookup<string, Change> own = changes.Where(IsEnd).SelectMany(c => c.With.Prepend(c.Name), (c, name) => (name, c)).ToLookup(c => c.name, c => c.c, StringComparer.Ordinal);
        ILookup<string, Change> types = changes.SelectMany(c => TypeKinds.Contains(c.Kind) ? c.With.Prepend(c.Name) : c.With, (c, name) => (name, c)).ToLookup(c => c.name, c => c.c, StringComparer.Ordinal);
        return [.. update.Old.Api.Names.Except(update.New.Api.Names).Select(n => (n, own[n].Any() ? own[n].Count() : types[n.Split('.')[0]].Count()))];
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void NameThatIsDeclaredDifferently_IsNamed(string old, string @new)
    {
        (Update update, List<Change> changes) = Compare(old, @new);
        Dictionary<string, string> renamed = changes.Where(c => c.Kind == "type-renamed").ToDictionary(c => c.Old!, c => c.New!);
        HashSet<string> named = [.. changes.Where(c => c.Group != ChangeGroup.Documentation).SelectMany(c => c.With.Prepend(c.Name)).Select(n => n.Split('(')[0])];
        IEnumerable<string> different = update.Old.Api.Names.Intersect(update.New.Api.Names).Where(n => !n.StartsWith("ApiInfo.", StringComparison.Ordinal)).Where(n => update.Old.Api.SignatureOf(n, renamed) != update.New.Api.SignatureOf(n, new Dictionary<string, string>()));

        Assert.Equal([], different.Where(n => !IsNamed(n)));

        // Methods that are made of another one have its parameters, the query is named by its properties, and what is another kind of type has other members.
        bool IsNamed(string name) => changes.Exists(c => c.Kind is "enum-kind-changed" or "type-replaced" && c.Name == name.Split('.')[0]) || named.Contains(name) || named.Contains(name.Replace("PagesAsync", "Async", StringComparison.Ordinal)) || named.Contains(name.Replace("StreamingAsync", "Async", StringComparison.Ordinal))
            || changes.Exists(c => c.Kind is "type-gone" or "type-new" or "parameter-new" or "parameter-gone" && c.Pointer.StartsWith(update.New.Document.Places.Find(name) + "/parameters", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void Change_IsListedOnce(string old, string @new)
    {
        List<Change> changes = Compare(old, @new).Changes;

        Assert.Equal([], changes.GroupBy(c => c.Fingerprint).Where(g => g.Count() > 1).Select(g => g.First().Name + " " + g.First().Text));
    }

    private static bool IsEnd(Change change) => change.Kind.EndsWith("-gone", StringComparison.Ordinal) || change.Kind.EndsWith("-renamed", StringComparison.Ordinal) || change.Kind is "type-replaced" or "parameter-required-changed";

    private static (Update Update, List<Change> Changes) Compare(string old, string @new)
    {
        var update = new Update(Of(old), Of(@new));
        return (update, Compared.GetOrAdd((old, @new), _ => new(() => ApiComparer.Compare(update.Old.Document, update.New.Document, CancellationToken.None))).Value);
    }

    private static (ApiDocument Document, PublicApi Api) Of(string date)
    {
        string path = Repository.Shared(date == Newest ? "vapi/openapi.json" : $"vapi/history/{date}.json");
        return Read.GetOrAdd(path, p => new(() =>
        {
            ApiDocument document = ApiDocument.Read(p, File.ReadAllBytes(p), ProjectOptions.Read(null, p), [], [], CancellationToken.None);
            return (document, PublicApi.Of(document.Model));
        })).Value;
    }

    private sealed record Update((ApiDocument Document, PublicApi Api) Old, (ApiDocument Document, PublicApi Api) New);
}
