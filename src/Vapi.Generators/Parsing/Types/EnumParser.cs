using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Creates the models of open enums.</summary>
internal static class EnumParser
{
    /// <summary>The members that every enum has.</summary>
    public static readonly string[] ReservedMembers = [.. UnionParser.ReservedMembers, "Parse", "TryParse"];

    /// <summary>The declaration of an enum.</summary>
    public static EnumModel Parse(EnumShape shape, string name, ParseContext context)
    {
        return new EnumModel
        {
            Name = name,
            Kind = shape.Kind,
            Members = EnumNames.Choose(shape, name, context)
                .Select((member, i) => new EnumMemberModel { Name = member, Value = shape.Values[i], Summary = shape.Summaries?[i] })
                .ToEquatableArray(),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };
    }
}
