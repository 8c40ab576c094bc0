namespace Vapi.Generators;

/// <summary>The names of the pipeline steps, for tests.</summary>
internal static class TrackingNames
{
    public const string Capabilities = nameof(Capabilities);
    public const string Documents = nameof(Documents);
    public const string Sources = nameof(Sources);
    public const string HasDocuments = nameof(HasDocuments);
    public const string WantedNamespaces = nameof(WantedNamespaces);
    public const string Generate = nameof(Generate);
    public const string SharedTypes = nameof(SharedTypes);
    public const string GenerateUsers = nameof(GenerateUsers);
    public const string Results = nameof(Results);
    public const string Settings = nameof(Settings);
    public const string Groups = nameof(Groups);
    public const string Diagnostics = nameof(Diagnostics);

    public static readonly IReadOnlyList<string> All = [Capabilities, Documents, Sources, HasDocuments, WantedNamespaces, Generate, SharedTypes, GenerateUsers, Results, Settings, Groups, Diagnostics];
}
