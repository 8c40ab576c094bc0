namespace Vapi.Generators;

/// <summary>The names of the pipeline steps, for tests.</summary>
internal static class TrackingNames
{
    public const string Capabilities = nameof(Capabilities);
    public const string Documents = nameof(Documents);
    public const string Sources = nameof(Sources);
    public const string HasDocuments = nameof(HasDocuments);
    public const string WantedNamespaces = nameof(WantedNamespaces);
    public const string Parse = nameof(Parse);
    public const string SharedTypes = nameof(SharedTypes);
    public const string ParseUsers = nameof(ParseUsers);
    public const string Results = nameof(Results);
    public const string Settings = nameof(Settings);
    public const string Declarations = nameof(Declarations);
    public const string Diagnostics = nameof(Diagnostics);

    public static readonly IReadOnlyList<string> All = [Capabilities, Documents, Sources, HasDocuments, WantedNamespaces, Parse, SharedTypes, ParseUsers, Results, Settings, Declarations, Diagnostics];
}
