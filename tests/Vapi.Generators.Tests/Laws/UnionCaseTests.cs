using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Laws;

/// <summary>A value made from a member of a union is read as that member, for every member of every union of Vapi's document.</summary>
public class UnionCaseTests
{
    private const int Seed = 20261122;

    private static readonly Lazy<JsonJudge> Judge = new(() => CreateJudge(open: false));

    private static readonly Lazy<JsonJudge> OpenJudge = new(() => CreateJudge(open: true));

    [Fact]
    public void EveryUnion_HasACaseForEachMemberOfTheDocument()
    {
        HashSet<Type> found = [.. UnionSites.OfRealDocument.Select(s => s.Type)];
        string[] lost = [.. RealDocument.Output.Assembly.GetTypes().Where(t => t.IsValueType && UnionSites.IsUnion(t) && !found.Contains(t)).Select(t => t.Name)];
        string[] homeless = [.. UnionSites.OfRealDocument.SelectMany(s => s.Members, (site, member) => (site, member)).Where(m => m.member.Case is null).Select(m => $"{m.site.Type.Name} ({m.site.Path}): {m.member}")];
        string[] reported = [.. RealDocument.Output.Diagnostics.Where(d => d.Id == "VAPI014").Select(d => d.GetMessage())];

        TestContext.Current.SendDiagnosticMessage($"{found.Count} unions with {UnionSites.OfRealDocument.Sum(s => s.Members.Length)} members; {reported.Length} pairs are reported as indistinguishable:\n{string.Join("\n", reported)}");
        Assert.Empty(lost);
        Assert.Empty(homeless);
    }

    [Theory]
    [InlineData(Richness.Minimal, 20)]
    [InlineData(Richness.Full, 10)]
    [InlineData(Richness.Unknown, 20)]
    public void RandomValueOfEveryMember_IsReadAsThatMember(Richness richness, int valuesPerMember)
    {
        var random = new RandomJson(RealDocument.Json, richness, Seed);
        var readings = new List<Reading>();
        valuesPerMember = LongTests.Times(valuesPerMember);
        foreach (UnionSite site in UnionSites.OfRealDocument)
        {
            foreach (UnionSiteMember member in site.Members)
            {
                for (int i = 0; i < valuesPerMember; i++)
                    readings.Add(Read(site, member, site.WithTag(random.Next(member.Schema), member)!.ToJsonString()));
            }
        }

        string counts = string.Join(", ", readings.CountBy(r => r.Verdict).OrderBy(c => c.Key).Select(c => $"{c.Value} {c.Key}"));
        string shared = string.Join("\n", readings.Where(r => r.Verdict != Verdict.Right).CountBy(r => $"{r.Site.Type.Name}: {r.Member} as {r.Chosen}, {r.Verdict}").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}"));
        TestContext.Current.SendDiagnosticMessage($"{richness}, seed {Seed}, {readings.Count} values: {counts}\n{shared}");
        Reading[] wrong = [.. readings.Where(r => r.Verdict == Verdict.Misread)];
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {readings.Count} values, seed {Seed}:\n{string.Join("\n", wrong.DistinctBy(r => (r.Site, r.Member, r.Chosen)))}");
    }

    private static JsonJudge CreateJudge(bool open) => new(RealDocument.Json, UnionSites.OfRealDocument.SelectMany(s => s.Members).Select(m => m.Schema), open);

    private static Reading Read(UnionSite site, UnionSiteMember member, string json)
    {
        object? value;
        try
        {
            value = JsonSerializer.Deserialize(json, site.Type).Get("Value");
        }
        catch (JsonException exception)
        {
            return new Reading(site, member, json, exception.Message, Verdict.Misread);
        }

        Verdict verdict = member.Case!.IsInstanceOfType(value) ? Verdict.Right
            : Fits(Judge.Value) ? Verdict.AlsoValidForIt
            : value is JsonElement { ValueKind: JsonValueKind.Object } unknown && unknown.EnumerateObject().All(p => p.Name == RandomJson.UnknownProperty) && unknown.EnumerateObject().Any() ? Verdict.NothingKnown
            : !Judge.Value.IsValid(member.Schema, json) && (value is JsonElement || Fits(OpenJudge.Value)) ? Verdict.NotOfThisDocument
            : Verdict.Misread;
        return new Reading(site, member, json, value?.GetType().Name ?? "null", verdict);

        bool Fits(JsonJudge judge) => site.Members.Any(m => m.Case!.IsInstanceOfType(value) && judge.IsValid(m.Schema, json));
    }

    private enum Verdict
    {
        Right,

        /// <summary>Read as another member, for which it is as valid.</summary>
        AlsoValidForIt,

        /// <summary>It has properties, and none that the document knows; read as unknown.</summary>
        NothingKnown,

        /// <summary>It has a value of an enum that the document does not know, and so is valid for no member; read as unknown, or as a member for which it is valid but for that.</summary>
        NotOfThisDocument,

        Misread,
    }

    private sealed record Reading(UnionSite Site, UnionSiteMember Member, string Json, string Chosen, Verdict Verdict)
    {
        public override string ToString() => $"{Site.Type.Name} ({Site.Path}) / {Member} / {(Json.Length > 300 ? Json[..300] + "…" : Json)} / {Chosen}";
    }
}
