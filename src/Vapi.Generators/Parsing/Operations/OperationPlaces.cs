using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The positions of methods, their arguments and the properties of their queries in the document.</summary>
internal static class OperationPlaces
{
    public static void Add(MemberPlaces places, string client, OperationShape shape, OperationModel model)
    {
        string method = client + "." + model.Name;
        places.Add(method, shape.Pointer);
        foreach ((string name, DocumentPointer place) in Pair(model.Parameters, shape, required: true))
            places.Add($"{method}({name})", place);
        if (model.QueryName is not { } query)
            return;

        places.Add(query, shape.Pointer["parameters"]);
        foreach ((string name, DocumentPointer place) in Pair(model.QueryParameters, shape, required: false))
            places.Add(query + "." + name, place);
    }

    private static IEnumerable<(string Name, DocumentPointer Place)> Pair(EquatableArray<ParameterModel> parameters, OperationShape shape, bool required)
        => parameters.Zip(shape.Parameters.Where(p => p.Required == required), (parameter, place) => (parameter.Name, place.Pointer));
}
