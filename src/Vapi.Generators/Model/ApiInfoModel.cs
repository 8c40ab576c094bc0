namespace Vapi.Generators.Model;

/// <summary>The document that the code was generated from.</summary>
internal sealed record ApiInfoModel : DeclarationModel
{
    public required string Title { get; init; }

    public required string Version { get; init; }

    /// <summary>The hash of the file's bytes in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required int Operations { get; init; }

    public required int Schemas { get; init; }
}
