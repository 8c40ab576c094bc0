using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Creates the models of unions.</summary>
internal static class UnionParser
{
    /// <summary>The members that every union has.</summary>
    public static readonly string[] ReservedMembers = ["Value", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize", "ReadJson", "ReadValue"];

    /// <summary>The declaration of a union.</summary>
    public static UnionModel Parse(UnionShape shape, string name, TypeNamer types, ParseContext context)
    {
        List<Shape> members = [.. shape.Members.GroupBy(m => types.TypeOf(m).Name).Select(g => g.First())];
        return new UnionModel
        {
            Name = name,
            Cases = members.Select(m => new UnionCaseModel { Type = types.TypeOf(m) with { Nullable = false } }).ToEquatableArray(),
            Resolution = UnionResolver.Resolve(shape, members, types, context),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };
    }
}
