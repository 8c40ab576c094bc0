using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Creates the model of the extension methods for a service collection.</summary>
internal static class ServiceCollectionParser
{
    /// <summary>The suffix of the class name, after the name of the client.</summary>
    public const string Suffix = "ServiceCollectionExtensions";

    public static ServiceCollectionModel Parse(string clientName, SecurityModel? security) => new()
    {
        Name = clientName + Suffix,
        ClientName = clientName,
        OptionsName = clientName + "Options",
        KeyProperties = Properties(security, isBasic: false),
        BasicProperties = Properties(security, isBasic: true),
        Documentation = new Documentation { Summary = "Extension methods that add the client to a service collection." },
    };

    private static EquatableArray<string> Properties(SecurityModel? security, bool isBasic)
        => security is null ? [] : security.Schemes.Where(s => s.IsBasic == isBasic).Select(s => s.Property).ToEquatableArray();
}
