using System.Text;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Reading.Documents;

namespace Vapi.Generators.Tests.Naming;

/// <summary>A new version of Vapi's document renames no type that stands in it as it stood.</summary>
public class NameHistoryTests
{
    /// <summary>The answers about phone numbers, to which an update gave a title. It may only fall.</summary>
    private const int MaxRenamed = 5;

    [Fact]
    public void UpdatesOfTheDocument_RenameHardlyAnyInlineTypeWithoutACause()
    {
        string newest = Repository.Shared("vapi/openapi.json");
        IEnumerable<string> files = Directory.GetFiles(Repository.Shared("vapi/history"), "*.json").Order(StringComparer.Ordinal).Append(newest);
        IReadOnlyDictionary<string, (string Structure, string Name)>[] versions = [.. files.Select(Read)];

        (string Name, IReadOnlyList<string> Now)[] renamed = [.. versions.Zip(versions.Skip(1), TypePlaces.Renamed).SelectMany(r => r)];

        Assert.All(versions, v => Assert.NotEmpty(v));
        Assert.True(renamed.Length <= MaxRenamed, $"{renamed.Length} types: {string.Join("; ", renamed.Select(r => $"{r.Name} -> {string.Join(", ", r.Now)}"))}");
        Assert.DoesNotContain(renamed, r => r.Now.Count > 1);
    }

    private static IReadOnlyDictionary<string, (string Structure, string Name)> Read(string file)
    {
        var options = new GeneratorOptions { Namespace = null, ClientName = null, Accessibility = "public" };
        var text = SourceText.From(File.ReadAllText(file), Encoding.UTF8);
        ApiModel model = DocumentParser.Parse(new DocumentSource(file, text, options), CapabilitiesFinder.Find(Framework.Net10.Compilation, CancellationToken.None), CancellationToken.None).Model!;
        return TypePlaces.Of(model, DocumentReader.Read(file, text, [], [], null, [], [], CancellationToken.None)!.Value.Document.Components!.Schemas!.Keys.Select(Identifiers.Pascal).ToHashSet());
    }
}
