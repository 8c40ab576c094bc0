using System.Text.RegularExpressions;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;

namespace Vapi.Generators.Benchmarks;

/// <summary>How many names in the code of many documents a person would not choose.</summary>
internal static class NameCounts
{
    private const int Long = 60;

    /// <summary>Which names of types count. Those of the rule do where no property or constant is called like the end of the name.</summary>
    private static readonly (string What, bool IsOfRule, Func<string, bool> IsOne)[] OfTypes =
    [
        ("longer than 60 characters", false, n => n.Length > Long),
        ("that say words twice in a row", false, n => Regex.IsMatch(n, "([A-Z][A-Za-z]+?)\\1(?![a-z])")),
        ("with Case1, Case2", false, n => Regex.IsMatch(n, "Case\\d+")),
        ("that end in Item", true, n => n.EndsWith("Item", StringComparison.Ordinal)),
        ("that end in Value", true, n => n.EndsWith("Value", StringComparison.Ordinal)),
        ("that begin with _", false, n => n[0] == '_'),
        ("with _ anywhere", false, n => n.Contains('_', StringComparison.Ordinal)),
        ("with a number after Request, Response or Error", false, n => Regex.IsMatch(n, "(Request|Response|Error)\\d+$")),
        ("with a number at the end", true, n => Regex.IsMatch(n, "\\d$")),
    ];

    /// <param name="folder">Documents in JSON, also in folders of it.</param>
    /// <param name="show">What to list the names of: a part of a line of the output.</param>
    public static void Print(string folder, string? show)
    {
        var counts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        int types = 0, inline = 0, methods = 0;
        foreach (string file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var steps = new GenerationSteps(file);
            if (steps.TryReadAndParse() is not { } model)
                continue;

            HashSet<string> components = steps.Read().Components?.Schemas?.Keys.Select(Identifiers.Pascal).ToHashSet() ?? [];
            HashSet<string> said = Said(model);
            List<string> names = [.. model.Declarations.Where(d => d is ObjectModel or EnumModel or UnionModel).Select(d => d.Name)];
            types += names.Count;
            names.RemoveAll(components.Contains);
            inline += names.Count;
            foreach (string name in names)
                Count("inline types ", OfTypes.Where(t => t.IsOne(name) && !(t.IsOfRule && (IsSaid(name, said) || IsOfSchema(name, components)))).Select(t => t.What), Path.GetFileName(file) + ": " + name);

            List<(string Group, OperationModel Operation)> operations = [.. model.Declarations.SelectMany(d => Operations(d).Select(o => (d is RootClientModel ? "" : Group(d.Name), o)))];
            methods += operations.Count;
            ILookup<string, OperationModel> owners = operations.ToLookup(o => Owner(o.Group, o.Operation), o => o.Operation, StringComparer.Ordinal);
            foreach ((string group, OperationModel operation) in operations)
                Count("methods ", OfMethod(group, operation, owners, components), Path.GetFileName(file) + ": " + group + "." + operation.Name);
        }

        Console.WriteLine($"{types} types, {inline} of them inline, {methods} methods");
        foreach ((string what, List<string> names) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{names.Count,6} {what}");
            if (show is not null && what.Contains(show, StringComparison.Ordinal))
                names.ForEach(n => Console.WriteLine("         " + n));
        }

        void Count(string kind, IEnumerable<string> found, string name)
        {
            foreach (string what in found)
            {
                if (!counts.TryGetValue(kind + what, out List<string>? names))
                    counts.Add(kind + what, names = []);

                names.Add(name);
            }
        }
    }

    /// <summary>What the document itself calls something, as a name.</summary>
    private static HashSet<string> Said(ApiModel model)
    {
        IEnumerable<PropertyModel> properties = model.Declarations.OfType<ObjectModel>().SelectMany(o => o.Properties);
        IEnumerable<string> names = properties.SelectMany(p => new[] { p.JsonName, p.Constant }).OfType<string>()
            .Concat(model.Declarations.SelectMany(Operations).SelectMany(o => o.Parameters.Concat(o.QueryParameters)).Select(p => p.WireName));
        return [.. names.Distinct().Select(Identifiers.Pascal).SelectMany(n => new[] { n, n.EndsWith('s') ? n[..^1] : n })];
    }

    /// <summary>Whether it is the item of a schema that is a list or map, for which no better name is there.</summary>
    private static bool IsOfSchema(string name, HashSet<string> components) => new[] { "Item", "Value" }.Any(e => name.EndsWith(e, StringComparison.Ordinal) && components.Contains(name[..^e.Length]));

    private static bool IsSaid(string name, HashSet<string> said) => Enumerable.Range(1, name.Length - 1).Any(start => char.IsUpper(name[start]) && said.Contains(name[start..]));

    private static IEnumerable<OperationModel> Operations(DeclarationModel declaration) => declaration switch
    {
        ClientModel client => client.Operations.DistinctBy(o => o.Name),
        RootClientModel client => client.Operations.DistinctBy(o => o.Name),
        _ => [],
    };

    private static string Group(string client) => client.EndsWith("Client", StringComparison.Ordinal) ? client[..^"Client".Length] : client;

    private static string Method(OperationModel operation) => operation.Name.EndsWith("Async", StringComparison.Ordinal) ? operation.Name[..^"Async".Length] : operation.Name;

    /// <summary>What the types of an operation begin with.</summary>
    private static string Owner(string group, OperationModel operation) => group + Method(operation);

    private static IEnumerable<string> OfMethod(string group, OperationModel operation, ILookup<string, OperationModel> owners, HashSet<string> components)
    {
        string method = Method(operation);
        if (method.Length > Long)
            yield return "longer than 60 characters";
        if (group.Length > 0 && method.Length > group.Length && method.StartsWith(group, StringComparison.OrdinalIgnoreCase) && char.IsUpper(method[group.Length]))
            yield return "that repeat their group";
        if (char.IsDigit(method[^1]) && !Identifiers.Pascal(operation.OperationId).Contains(method, StringComparison.OrdinalIgnoreCase))
            yield return "with a number at the end that the id does not have";
        if (method.Contains('_', StringComparison.Ordinal))
            yield return "with _";

        string path = string.Concat(operation.Path.Select(p => p.Text ?? "{" + p.Parameter!.WireName + "}"));
        string suffix = Identifiers.Pascal(Regex.Replace(path, "[^A-Za-z0-9]", "_") + "_" + operation.HttpMethod.ToLowerInvariant());
        if (method.Length > suffix.Length && method.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            yield return "that end in their path and verb";
        if (Types(operation).Where(t => !components.Contains(t)).Any(t => !t.StartsWith(Owner(group, operation), StringComparison.Ordinal) && IsOfAnother(t)))
            yield return "with a type that is named after another";

        // A name begins with words, not with a part of one.
        bool IsOfAnother(string type) => Enumerable.Range(1, type.Length - 1).Any(end => char.IsUpper(type[end]) && owners[type[..end]].Any(o => o != operation));
    }

    /// <summary>The types that stand in the signature.</summary>
    private static IEnumerable<string> Types(OperationModel operation)
        => operation.Parameters.Concat(operation.QueryParameters).Select(p => p.Type)
            .Concat(operation.Errors.Select(e => e.Type))
            .Append(operation.Body?.Type).Append(operation.Result.Type).OfType<TypeRef>()
            .Select(Innermost)
            .Where(t => t.Kind is TypeKind.Object or TypeKind.Union or TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum)
            .Select(t => t.Name);

    private static TypeRef Innermost(TypeRef type) => type.Item is { } item ? Innermost(item) : type;
}
