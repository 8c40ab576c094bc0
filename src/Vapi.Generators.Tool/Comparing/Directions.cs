using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Finds the types that are used in requests and in responses. A type that no operation uses, such as the payload of a webhook, counts as both.</summary>
internal sealed class Directions
{
    private readonly Dictionary<string, Direction> _directions = new(StringComparer.Ordinal);

    private readonly Dictionary<string, DeclarationModel> _types;

    public Directions(ApiModel model)
    {
        _types = model.Declarations.ToDictionary(d => d.Name, StringComparer.Ordinal);
        foreach (OperationModel operation in Operations.All(model).Select(o => o.Operation))
        {
            foreach (ParameterModel parameter in operation.Parameters.Concat(operation.QueryParameters))
                Visit(parameter.Type, Direction.Request);

            Visit(operation.Body?.Type, Direction.Request);
            Visit(operation.Result.Type, Direction.Response);
            foreach (ErrorModel error in operation.Errors)
                Visit(error.Type, Direction.Response);
        }
    }

    public Direction Of(string type) => _directions.TryGetValue(type, out Direction direction) ? direction : Direction.Both;

    private void Visit(TypeRef? root, Direction direction)
    {
        var open = new Stack<TypeRef?>([root]);
        while (open.TryPop(out TypeRef? type))
        {
            if (type is null)
                continue;

            open.Push(type.Item);
            if (type.Item is not null || !_types.TryGetValue(type.Name, out DeclarationModel? declaration) || _directions.GetValueOrDefault(type.Name).HasFlag(direction))
                continue;

            _directions[type.Name] = _directions.GetValueOrDefault(type.Name) | direction;
            IEnumerable<TypeRef> parts = declaration switch
            {
                ObjectModel model => model.Properties.Select(p => p.Type).Concat(model.AdditionalValues is { } values ? [values.Type] : []).Concat(model.Hierarchy?.Derived.Select(d => type with { Name = d.Name }) ?? []),
                UnionModel model => model.Cases.Select(c => c.Type),
                _ => [],
            };
            foreach (TypeRef part in parts)
                open.Push(part);
        }
    }
}
