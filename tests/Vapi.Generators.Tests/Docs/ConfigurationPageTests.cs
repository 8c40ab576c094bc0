using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vapi.Generators.Tests.Docs;

/// <summary>The tables of docs/configuration.md list what the code has, no more and no less.</summary>
public partial class ConfigurationPageTests
{
    private const string Document = """
        { "openapi": "3.0.3", "info": { "title": "Test", "version": "1" }, "servers": [{ "url": "https://api.test" }], "paths": { "/things": { "get": { "operationId": "do", "responses": { "204": { "description": "" } } } } } }
        """;

    /// <summary>It belongs to another generator: the build only warns of it.</summary>
    private const string ForeignProperty = "OpenApiGenerateCodeOptions";

    /// <summary>It is MSBuild's: relative paths start from it.</summary>
    private const string ProjectFolder = "MSBuildProjectDirectory";

    [Fact]
    public void MSBuildTable_HasWhatTheBuildReads()
    {
        string[] metadata = [.. Props.Descendants("CompilerVisibleItemMetadata").Select(e => e.Attribute("MetadataName")!.Value)];
        string[] visible = [.. Props.Descendants("CompilerVisibleProperty").SelectMany(e => e.Attribute("Include")!.Value.Split(';'))];
        string[] properties = [.. visible.Concat(Targets.SelectMany(t => Property().Matches(t)).Select(m => m.Groups[1].Value)).Where(p => p is not (ForeignProperty or ProjectFolder)).Distinct()];

        Assert.Equal(
            properties.Select(p => p + (metadata.Contains(p) ? " both" : " property")).Concat(metadata.Except(properties).Select(m => m + " metadata")).Order(StringComparer.Ordinal),
            Rows("MSBuild").Select(cells => $"{cells[0].Trim('`')} {cells[1]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GeneratorReads_WhatTheBuildPasses() => Assert.Equal(
        typeof(GeneratorOptions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Props.Descendants("CompilerVisibleItemMetadata").Select(e => e.Attribute("MetadataName")!.Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Options of the client", "TestClientOptions")]
    [InlineData("Options of one request", "RequestOptions")]
    public void OptionsTable_HasAllProperties(string heading, string type) => Assert.Equal(
        GeneratorHost.Run(new GeneratorInput(Document) { Properties = { ["OpenApiContract"] = "true" } }).Type(type).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal),
        Rows(heading).Select(cells => cells[0].Trim('`')).Order(StringComparer.Ordinal));

    private static XDocument Props => XDocument.Load(Path.Combine(Repository.GeneratorSources, "build/Vapi.Generators.props"));

    private static IEnumerable<string> Targets => Directory.GetFiles(Path.Combine(Repository.GeneratorSources, "build"), "*.targets").Select(File.ReadAllText);

    /// <summary>The cells of the rows of the table under a heading.</summary>
    private static IEnumerable<string[]> Rows(string heading) => File.ReadAllLines(Path.Combine(Repository.Docs, "configuration.md"))
        .SkipWhile(line => line != "## " + heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\$\((OpenApi\w+|EnableDefaultOpenApiItems)")]
    private static partial Regex Property();
}
