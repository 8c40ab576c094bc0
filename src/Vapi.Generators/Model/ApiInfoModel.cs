namespace Vapi.Generators.Model;

/// <summary>Which document the code was generated from.</summary>
internal sealed record ApiInfoModel : DeclarationModel
{
    public required string Title { get; init; }

    public required string Version { get; init; }

    /// <summary>Of the file's bytes, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required int Operations { get; init; }

    public required int Schemas { get; init; }
}
