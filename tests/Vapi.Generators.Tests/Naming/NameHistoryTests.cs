using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Tests.Naming;

/// <summary>A new version of Vapi's document renames no type that stands in it as it stood.</summary>
public class NameHistoryTests
{
    /// <summary>The answers about phone numbers, to which an update gave a title. It may only fall.</summary>
    private const int MaxRenamed = 5;

    private static readonly Lazy<(string File, SourceText Text)[]> Versions = new(() =>
    [
        .. Directory.GetFiles(Repository.Shared("vapi/history"), "*.json").Order(StringComparer.Ordinal).Append(Repository.Shared("vapi/openapi.json"))
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

    /// <summary>A names lock changes no name of the document that it was written for.</summary>
    [Fact]
    public void NamesLockOfTheDocument_ChangesNoName()
    {
        (string file, SourceText text) = Versions.Value[^1];
        VersionNames free = VersionNames.Read(file, text, null);

        VersionNames locked = VersionNames.Read(file, text, free.Lock);

        Assert.Equal(free.Types, locked.Types);
        Assert.Equal(free.Methods, locked.Methods);
        Assert.Equal(free.Lock, locked.Lock);
    }

    private static (string Name, IReadOnlyList<string> Now)[] Renamed(IReadOnlyList<VersionNames> versions)
        => [.. versions.Zip(versions.Skip(1), (before, after) => TypePlaces.Renamed(before.Types, after.Types)).SelectMany(r => r)];

    private static string Describe((string Name, IReadOnlyList<string> Now)[] renamed)
        => $"{renamed.Length} types: {string.Join("; ", renamed.Select(r => $"{r.Name} -> {string.Join(", ", r.Now)}"))}";
}
