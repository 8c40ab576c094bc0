using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>The positions of generated types and members in the document. They are not part of the model, because an edit before them would change the model.</summary>
internal sealed class MemberPlaces
{
    private readonly Dictionary<string, DocumentPointer> _places = new(StringComparer.Ordinal);

    /// <summary>The names that a names lock of the document has.</summary>
    public NamesLock Names { get; } = new();

    /// <summary>The place of a type (<c>Call</c>), a member (<c>Call.Status</c>) or an argument (<c>CallsClient.FindOneAsync(id)</c>); the root if the part is not in the document.</summary>
    public string Find(string name) => (_places.TryGetValue(name, out DocumentPointer? place) ? place : DocumentPointer.Root).ToString();

    public void Add(string name, DocumentPointer place) => _places[name] = place;

    /// <summary>Adds a type and its members.</summary>
    public void Add(DeclaredShape shape, DeclarationModel model)
    {
        Add(model.Name, shape.Pointer);
        if (shape is ObjectShape @object && model is ObjectModel { Properties: var properties })
        {
            for (int i = 0; i < properties.Count; i++)
                Add(model.Name + "." + properties[i].Name, @object.Properties[i].Pointer);
        }
        else if (model is EnumModel { Members: var members })
        {
            foreach (EnumMemberModel member in members)
                Add(model.Name + "." + member.Name, shape.Pointer["enum"]);
        }
    }
}
