using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Where the types and members of the generated code stand in the document. The model does not know it, since an edit above them would change it.</summary>
internal sealed class MemberPlaces
{
    private readonly Dictionary<string, DocumentPointer> _places = new(StringComparer.Ordinal);

    /// <summary>The place of a type (<c>Call</c>), a member (<c>Call.Status</c>) or an argument (<c>CallsClient.FindOneAsync(id)</c>); the document itself for what it does not say.</summary>
    public string Find(string name) => (_places.TryGetValue(name, out DocumentPointer? place) ? place : DocumentPointer.Root).ToString();

    public void Add(DeclaredShape shape, DeclarationModel model)
    {
        _places[model.Name] = shape.Pointer;
        if (shape is ObjectShape @object && model is ObjectModel { Properties: var properties })
        {
            for (int i = 0; i < properties.Count; i++)
                _places[model.Name + "." + properties[i].Name] = @object.Properties[i].Pointer;
        }
        else if (model is EnumModel { Members: var members })
        {
            foreach (EnumMemberModel member in members)
                _places[model.Name + "." + member.Name] = shape.Pointer["enum"];
        }
    }

    public void Add(string client, OperationShape shape, OperationModel model)
    {
        string method = client + "." + model.Name;
        _places[method] = shape.Pointer;
        foreach ((ParameterModel parameter, ParameterShape place) in Pair(model.Parameters, shape, required: true))
            _places[$"{method}({parameter.Name})"] = place.Pointer;
        if (model.QueryName is not { } query)
            return;

        _places[query] = shape.Pointer["parameters"];
        foreach ((ParameterModel parameter, ParameterShape place) in Pair(model.QueryParameters, shape, required: false))
            _places[query + "." + parameter.Name] = place.Pointer;
    }

    private static IEnumerable<(ParameterModel Parameter, ParameterShape Place)> Pair(EquatableArray<ParameterModel> parameters, OperationShape shape, bool required)
        => parameters.Zip(shape.Parameters.Where(p => p.Required == required), (parameter, place) => (parameter, place));
}
