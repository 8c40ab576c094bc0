using System.Text;
using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Tests.Samples;

namespace Vapi.Generators.Benchmarks;

/// <summary>The names that go away from one version of a document to the next without a cause in it: without a names lock, and with one that each update brings up to date.</summary>
internal static class NameHistory
{
    private sealed class Totals
    {
        public int Renamed { get; set; }

        public int Split { get; set; }

        public int Methods { get; set; }

        public int Updates { get; set; }
    }

    /// <param name="folder">The versions, one JSON file each, in the order of their names.</param>
    public static void Print(string folder)
    {
        Totals free = new(), locked = new();
        VersionNames? before = null, lockedBefore = null;
        int updates = -1;
        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var text = SourceText.From(File.ReadAllText(file), Encoding.UTF8);
            VersionNames after = VersionNames.Read(file, text, null);
            VersionNames lockedAfter = VersionNames.Read(file, text, lockedBefore?.Lock ?? after.Lock);
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(file)}: {after.Types.Values.Select(p => p.Name).Distinct().Count()} inline types, {lockedAfter.Lock.Split('\n').Length} lines of names");
            Count("    without the lock", free, before, after);
            Count("    with the lock", locked, lockedBefore, lockedAfter);
            (before, lockedBefore) = (after, lockedAfter);
            updates++;
        }

        Console.WriteLine($"{updates} updates");
        Sum("without the lock", free);
        Sum("with the lock", locked);
    }

    private static void Count(string how, Totals totals, VersionNames? before, VersionNames after)
    {
        if (before is null)
            return;

        IReadOnlyList<(string Name, IReadOnlyList<string> Now)> types = TypePlaces.Renamed(before.Types, after.Types);
        IReadOnlyList<(string Name, string Now)> methods = VersionNames.RenamedMethods(before, after);
        foreach ((string name, IReadOnlyList<string> now) in types)
            Console.WriteLine($"{how}: {name} -> {string.Join(", ", now)}");
        foreach ((string name, string now) in methods)
            Console.WriteLine($"{how}: {name} -> {now}");

        totals.Renamed += types.Count(n => n.Now.Count == 1);
        totals.Split += types.Count(n => n.Now.Count > 1);
        totals.Methods += methods.Count;
        totals.Updates += types.Count + methods.Count > 0 ? 1 : 0;
    }

    private static void Sum(string how, Totals totals)
        => Console.WriteLine($"{how}: {totals.Renamed} types renamed and {totals.Split} split, {totals.Methods} methods renamed, in {totals.Updates} updates");
}
