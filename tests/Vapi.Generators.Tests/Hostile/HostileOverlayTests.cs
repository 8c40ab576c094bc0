using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Hostile;

/// <summary>No overlay keeps the compiler busy or fills the memory: it is applied, or refused because it would expand too far.</summary>
[Collection(nameof(HostileDocumentTests))]
public class HostileOverlayTests
{
    /// <summary>Far more than any of them takes, also on a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>What any of them may allocate: the limits of nodes and bytes for a document of this size, several times.</summary>
    private const long MostAllocated = 1_000_000_000;

    private static readonly string Document = OpenApi.Schemas(
        $$"""{ {{Join(2000, i => $$"""
        "S{{i}}": { "type": "object", "properties": { "a": { "type": "string" }, "b": { "$ref": "#/components/schemas/S{{(i + 1) % 2000}}" } } }
        """)}} }""");

    private static readonly Dictionary<string, string> Overlays = new(StringComparer.Ordinal)
    {
        ["many actions"] = Overlay.Of(Join(20_000, i => Overlay.Action("$.info", "update", $$"""{ "x-{{i}}": 1 }"""))),
        ["descents of descents"] = Overlay.Of(Join(50, _ => Overlay.Action("$..*..*..*..*", "remove", "false"))),
        ["filters that descend"] = Overlay.Of(Overlay.Action("$..[?@..[?@..[?@.missing]]]", "remove", "true")),
        ["filters that start at the root"] = Overlay.Of(Overlay.Action("$..[?$..missing]", "remove", "true")),
        ["nested filters"] = Overlay.Of(Overlay.Action("$.a" + string.Concat(Enumerable.Repeat("[?@.a", 100_000)), "remove", "true")),
        ["nested brackets"] = Overlay.Of(Overlay.Action("$[?" + new string('(', 100_000), "remove", "true")),
        ["a long path"] = Overlay.Of(Overlay.Action("$" + string.Concat(Enumerable.Repeat("..*", 100_000)), "remove", "false")),
        ["a long name"] = Overlay.Of(Overlay.Action("$", "update", $$"""{ "{{new string('n', 500_000)}}": {} }""") + ", " + Overlay.Action("$.*", "update", "{}")),
        ["items below a long name"] = Overlay.Of(
            Overlay.Action("$", "update", $$"""{ "x-{{new string('n', 500_000)}}": [{{Join(10_000, i => $$"""{ "i": {{i}} }""")}}] }""") + ", " + Overlay.Action("$..[?@.i >= 0]", "update", """{ "more": 1 }""")),
        ["a list that doubles"] = Overlay.Of(Overlay.Action("$", "update", """{ "x-a": [1, 2, 3] }""") + ", " + Join(60, _ => Overlay.Action("$['x-a']", "copy", "\"$['x-a']\""))),
        ["a document in a document"] = Overlay.Of(Join(60, i => Overlay.Action("$.info", "update", $$"""{ "x-{{i}}": {} }""") + ", " + Overlay.Action($"$.info['x-{i}']", "copy", "\"$\""))),
        ["a large value everywhere"] = Overlay.Of(Overlay.Action("$..[?@.type]", "update", $$"""{ "x-text": "{{new string('t', 500_000)}}" }""")),
        ["many values everywhere"] = Overlay.Of(Overlay.Action("$.components.schemas.*.properties.*", "update", $$"""{ "x-list": [{{Join(5000, i => "{}")}}] }""") + ", " + Overlay.Action("$..['x-list'].*", "update", """{ "a": 1 }""")),
        ["a deep value"] = Overlay.Of(Overlay.Action("$.info", "update", Deep(240)) + ", " + Overlay.Action("$.info" + string.Concat(Enumerable.Repeat(".x", 240)), "update", Deep(240))),
        ["a deep value in a deep value"] = Overlay.Of(Join(2, _ => Overlay.Action("$.info", "update", Deep(250))) + ", " + Overlay.Action("$.info" + string.Concat(Enumerable.Repeat(".x", 200)), "copy", "\"$.info\"")),
        ["removal of everything, one after the other"] = Overlay.Of(Join(2000, i => Overlay.Action($"$.components.schemas.S{i}", "remove", "true"))),
    };

    public static TheoryData<string> Names => [.. Overlays.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Overlay_EndsSoonWithinLittleMemory(string name)
    {
        var input = new GeneratorInput(new InputDocument(Document), new InputDocument(Overlays[name], Overlay.Path));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        GeneratorRunResult result = GeneratorHost.Generate(input);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostAllocated);
        Assert.Equal(result.GeneratedSources.IsEmpty, result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes() - before) / 1_000_000} MB, {string.Join("; ", result.Diagnostics.Take(3).Select(d => d.ToString()[..Math.Min(d.ToString().Length, 300)]))}");
    }

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("{ \"x\": ", levels)) + "{}" + new string('}', levels);

    private static string Join(int count, Func<int, string> make) => string.Join(", ", Enumerable.Range(0, count).Select(make));
}
