using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The security schemes of a document and the requirements of its operations.</summary>
internal static class SecurityEmitter
{
    public static void Emit(SourceWriter writer, SecurityModel model)
    {
        writer.WriteLine("/// <summary>The security schemes, and the requirements of the operations. A request must satisfy one of the requirements of its operation.</summary>");
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} internal static class {model.Name}");
        foreach (SecuritySchemeModel scheme in model.Schemes)
        {
            string prefix = scheme.Prefix.Length == 0 ? "" : ", " + CSharp.Literal(scheme.Prefix);
            writer.WriteLine($"public static readonly api::SecurityScheme {scheme.Field} = new({CSharp.Literal(scheme.SchemeName)}, api::CredentialPlace.{scheme.Place.ToString()}, {CSharp.Literal(scheme.WireName)}{prefix});");
        }

        foreach (SecurityRequirementsModel requirements in model.Requirements)
            writer.WriteLine($"public static readonly api::SecurityRequirement[] {requirements.Field} = {{ {string.Join(", ", requirements.Alternatives.Select(Alternative))} }};");
    }

    /// <summary>The properties of the options that hold the credentials.</summary>
    public static void EmitOptions(SourceWriter writer, SecurityModel model)
    {
        foreach (SecuritySchemeModel scheme in model.Schemes)
        {
            string name = CSharp.Literal(scheme.SchemeName);
            string what = scheme.IsBasic ? "A user name and password (<see cref=\"ApiCredential.Basic\"/>)" : "A key or token, or a callback that returns one (<see cref=\"ApiCredential.FromToken\"/>)";
            writer.WriteLine($"/// <summary>{what}, for the scheme {CSharp.Documentation(scheme.SchemeName)} of the document.</summary>");
            DocumentationEmitter.WriteElement(writer, "remarks", scheme.Documentation.Summary);
            writer.WriteLine($"public ApiCredential? {scheme.Property} {{ get => GetCredential({name}); set => SetCredential({name}, value); }}");
        }
    }

    private static string Alternative(EquatableArray<SecurityUseModel> uses)
    {
        string schemes = string.Join(", ", uses.Select(u => u.Field));
        return uses.Any(u => u.Scopes.Count > 0)
            ? $"new(new[] {{ {schemes} }}, new[] {{ {string.Join(", ", uses.Select(u => $"new string[] {{ {string.Join(", ", u.Scopes.Select(CSharp.Literal))} }}"))} }})"
            : $"new({schemes})";
    }
}
