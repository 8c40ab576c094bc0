using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
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
        var scope = new NameScope([name, .. ReservedMembers]);
        DocumentPointer values = shape.Pointer["enum"];
        return new EnumModel
        {
            Name = name,
            Kind = shape.Kind,
            Members = shape.Values
                .Select((value, i) => new EnumMemberModel { Name = context.Claim(scope, Identifiers.Pascal(shape.Names?[i] ?? value), values, value), Value = value })
                .ToEquatableArray(),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };
    }
}
