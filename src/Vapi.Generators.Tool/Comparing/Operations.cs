using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>The methods of a client with the same name. The methods for the other bodies of an operation are overloads.</summary>
/// <param name="Client">The class of the methods.</param>
/// <param name="Operation">The operation of the first method.</param>
/// <param name="Bodies">The body of each method; null if it has none.</param>
internal sealed record Method(string Client, OperationModel Operation, IReadOnlyList<BodyModel?> Bodies)
{
    public string Name => Client + "." + Operation.Name;

    /// <summary>Whether it is the streaming companion of a method that returns the same result as a whole.</summary>
    public bool IsCompanion => Operation.StreamProperty is not null;
}

/// <summary>The operations of a model.</summary>
internal static class Operations
{
    public static IEnumerable<(string Client, OperationModel Operation)> All(ApiModel model) => model.Declarations.SelectMany(d => d switch
    {
        ClientModel client => client.Operations.Select(o => (d.Name, o)),
        RootClientModel root => root.Operations.Select(o => (d.Name, o)),
        _ => [],
    });

    public static List<Method> Methods(ApiModel model)
        => [.. All(model).GroupBy(o => (o.Client, o.Operation.Name)).Select(g => new Method(g.Key.Client, g.First().Operation, [.. g.Select(o => o.Operation.Body)]))];

    /// <summary>The path with the names of the parameters in the document.</summary>
    public static string Route(OperationModel operation) => string.Concat(operation.Path.Select(p => p.Parameter is { } parameter ? "{" + parameter.WireName + "}" : p.Text));

    /// <summary>The HTTP method and the path without parameter names: they identify an operation regardless of its name.</summary>
    public static string Identity(OperationModel operation)
        => operation.HttpMethod + " " + string.Concat(operation.Path.Select(p => p.Parameter is null ? p.Text : "{}")) + (operation.StreamProperty is null ? "" : " streaming");
}
