using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Groups all types with JSON code by the hash of their names.</summary>
internal static class TypeInfoResolverParser
{
    public static TypeInfoResolverModel Parse(string name, IEnumerable<DeclarationModel> declarations) => new()
    {
        Name = name,
        Groups = declarations
            .Where(d => d is ObjectModel or EnumModel or UnionModel)
            .GroupBy(d => (int)(StableHash.Of(d.Name) % TypeInfoResolverModel.GroupCount))
            .OrderBy(g => g.Key)
            .Select(g => new TypeInfoGroupModel
            {
                Number = g.Key,
                Types = g.Select(d => new TypeInfoModel { Name = d.Name, IsStruct = d is not ObjectModel }).ToEquatableArray(),
            })
            .ToEquatableArray(),
        Documentation = new Documentation { Summary = "JSON metadata of the types of this document, and of lists and dictionaries of them, for JsonSerializer without reflection." },
    };
}
