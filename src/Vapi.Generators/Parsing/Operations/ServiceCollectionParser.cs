using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>What an application's services need to know of a client.</summary>
internal static class ServiceCollectionParser
{
    /// <summary>What follows the name of the client in the name of the class.</summary>
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
