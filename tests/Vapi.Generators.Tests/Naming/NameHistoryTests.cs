using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Documents;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Tests.Naming;

/// <summary>A new version of Vapi's document renames no type that stands in it as it stood.</summary>
public class NameHistoryTests
{
    /// <summary>The answers about phone numbers, to which an update gave a title. It may only fall.</summary>
    private const int MaxRenamed = 5;

    /// <summary>How many versions are compared where long tests are off: the newest.</summary>
    private const int SampledVersions = 4;

    private static readonly Lazy<(string File, SourceText Text)[]> Versions = new(() =>
    [
        .. Directory.GetFiles(Repository.Shared("vapi/history"), "*.json").Order(StringComparer.Ordinal).Append(Repository.Shared("vapi/openapi.json"))
            .TakeLast(LongTests.AreOn ? int.MaxValue : SampledVersions)
            .Select(f => (f, SourceText.From(File.ReadAllText(f), Encoding.UTF8))),
    ]);

    [Fact]
    public void UpdatesOfTheDocument_RenameHardlyAnyInlineTypeWithoutACause()
    {
        VersionNames[] versions = [.. Versions.Value.Select(v => VersionNames.Read(v.File, v.Text, null))];

        (string Name, IReadOnlyList<string> Now)[] renamed = Renamed(versions);

        Assert.All(versions, v => Assert.NotEmpty(v.Types));
        Assert.True(renamed.Length <= MaxRenamed, Describe(renamed));
        Assert.DoesNotContain(renamed, r => r.Now.Count > 1);
    }

    [Fact]
    public void UpdatesOfTheDocumentWithANamesLock_RenameNothingWithoutACause()
    {
        var versions = new List<VersionNames>();
        foreach ((string file, SourceText text) in Versions.Value)
            versions.Add(VersionNames.Read(file, text, versions.LastOrDefault()?.Lock));

        (string Name, IReadOnlyList<string> Now)[] renamed = Renamed(versions);
        (string Name, string Now)[] methods = [.. versions.Zip(versions.Skip(1), VersionNames.RenamedMethods).SelectMany(r => r)];

        Assert.True(renamed.Length == 0, Describe(renamed));
        Assert.True(methods.Length == 0, string.Join("; ", methods));
    }

    /// <summary>Two members of one of their unions look the same, so they have one place, and with a lock one type for what they share. Without a lock each has its own.</summary>
    private static readonly string[] UnionsOfMembersThatLookTheSame = ["nextcloud-extractor-full", "stripe-2023-09", "vonage-reports"];

    [Theory]
    [InlineData("vapi")]
    [InlineData("corpus/json/real")]
    [InlineData("corpus/json/tricky")]
    public void NamesLock_ChangesNothingInTheDocumentThatItWasWrittenFor_AndIsUsedWholly(string folder)
    {
        const int Sampled = 12;
        string[] files = LongTests.Sample([.. Directory.GetFiles(Repository.Shared(folder)).Order(StringComparer.Ordinal)], Sampled);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            string json = File.ReadAllText(file);
            if (Parse(file, json, null) is not var (free, written, _))
                return;

            (ApiModel? locked, string again, IReadOnlyList<Finding> problems) = Parse(file, json, written)!.Value;
            Assert.True(problems.Count == 0, string.Join("\n", problems.Select(p => string.Join("; ", p.Arguments))));
            Assert.Equal(written, again);
            if (!UnionsOfMembersThatLookTheSame.Contains(Path.GetFileNameWithoutExtension(file)))
                Assert.Equal(free, locked);
        });
    }

    [Theory]
    [InlineData("vapi")]
    [InlineData("corpus/json/tricky")]
    public void NamesLock_KeepsEveryName_InWhateverOrderTheDocumentListsItsParts(string folder)
    {
        const int Sampled = 12;
        string[] files = LongTests.Sample([.. Directory.GetFiles(Repository.Shared(folder)).Order(StringComparer.Ordinal)], Sampled);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            string json = File.ReadAllText(file);
            if (RepeatsAKey(json) || Parse(file, json, null) is not var (_, written, _))
                return;

            (_, string again, IReadOnlyList<Finding> problems) = Parse(file, Reversed(JsonNode.Parse(json), null)!.ToJsonString(), written)!.Value;
            Assert.True(problems.Count == 0, string.Join("\n", problems.Select(p => string.Join("; ", p.Arguments))));
            Assert.Equal(written, again);
        });
    }

    private static (ApiModel? Model, string Lock, IReadOnlyList<Finding> Problems)? Parse(string file, string json, string? names)
    {
        var text = SourceText.From(json, Encoding.UTF8);
        return DocumentReader.Read(file, text, [], [], null, [], [], CancellationToken.None) is var (document, _) ? VersionNames.Parse(file, document, text.Length, names) : null;
    }

    /// <summary>The last one counts, so the order matters.</summary>
    private static bool RepeatsAKey(string json) => Record.Exception(() => JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose()) is JsonException;

    /// <summary>The same document with its objects, enums and unions in the opposite order.</summary>
    private static JsonNode? Reversed(JsonNode? node, string? name) => node switch
    {
        JsonObject parts => new JsonObject(parts.Reverse().Select(p => KeyValuePair.Create(p.Key, Reversed(p.Value, p.Key)))),
        JsonArray items when name is "enum" or "oneOf" or "anyOf" || name?.StartsWith("x-enum", StringComparison.Ordinal) == true => new JsonArray([.. items.Reverse().Select(i => Reversed(i, null))]),
        JsonArray items => new JsonArray([.. items.Select(i => Reversed(i, null))]),
        _ => node?.DeepClone(),
    };

    private static (string Name, IReadOnlyList<string> Now)[] Renamed(IReadOnlyList<VersionNames> versions)
        => [.. versions.Zip(versions.Skip(1), (before, after) => TypePlaces.Renamed(before.Types, after.Types)).SelectMany(r => r)];

    private static string Describe((string Name, IReadOnlyList<string> Now)[] renamed)
        => $"{renamed.Length} types: {string.Join("; ", renamed.Select(r => $"{r.Name} -> {string.Join(", ", r.Now)}"))}";
}
