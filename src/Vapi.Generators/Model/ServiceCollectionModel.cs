namespace Vapi.Generators.Model;

/// <summary>The extension methods that add the client to the services of an application.</summary>
internal sealed record ServiceCollectionModel : DeclarationModel
{
    public required string ClientName { get; init; }

    public required string OptionsName { get; init; }

    /// <summary>The properties of the options that take a key or token.</summary>
    public required EquatableArray<string> KeyProperties { get; init; }

    /// <summary>The properties of the options that take a user name and a password.</summary>
    public required EquatableArray<string> BasicProperties { get; init; }
}
