using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Tests.Samples;

namespace Vapi.Generators.Benchmarks;

/// <summary>Which names of inline types go away from one version of a document to the next without a cause in it.</summary>
internal static class NameHistory
{
    /// <param name="folder">The versions, one JSON file each, in the order of their names.</param>
    public static void Print(string folder)
    {
        IReadOnlyDictionary<string, (string Structure, string Name)>? before = null;
        int renamed = 0, split = 0, updates = 0, affected = 0;
        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            IReadOnlyDictionary<string, (string Structure, string Name)> after = Read(file);
            IReadOnlyList<(string Name, IReadOnlyList<string> Now)> names = before is null ? [] : TypePlaces.Renamed(before, after);
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(file)}: {after.Values.Select(p => p.Name).Distinct().Count()} inline types, {names.Count} renamed without a cause");
            foreach ((string name, IReadOnlyList<string> now) in names)
                Console.WriteLine($"    {name} -> {string.Join(", ", now)}");

            renamed += names.Count(n => n.Now.Count == 1);
            split += names.Count(n => n.Now.Count > 1);
            updates += before is null ? 0 : 1;
            affected += names.Count > 0 ? 1 : 0;
            before = after;
        }

        Console.WriteLine($"{updates} updates: {renamed} types renamed and {split} split, in {affected} updates");
    }

    private static IReadOnlyDictionary<string, (string Structure, string Name)> Read(string file)
    {
        var steps = new GenerationSteps(file);
        ApiModel model = steps.ReadAndParse();
        return TypePlaces.Of(model, steps.Read().Components?.Schemas?.Keys.Select(Identifiers.Pascal).ToHashSet() ?? []);
    }
}
