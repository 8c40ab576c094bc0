using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Files;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Parsing.Documents;

/// <summary>Compares a document with the pin of the project.</summary>
internal static class DocumentPin
{
    /// <summary>The SHA-256 hash of the file on disk, including the byte order mark, in hexadecimal.</summary>
    public static string Hash(SourceText text)
    {
        Encoding encoding = text.Encoding ?? new UTF8Encoding(false);
        byte[] preamble = encoding.GetPreamble();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(preamble);
        sha.AppendData(encoding.GetBytes(text.ToString()));
        return string.Concat(sha.GetHashAndReset().Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The mismatches; empty if there is no pin.</summary>
    public static IEnumerable<Finding> Check(OpenApiDocument document, string sha256, DocumentSource source)
    {
        GeneratorOptions options = source.Options;
        string version = document.Info?.Version ?? "";
        if (options.Version is { } wanted && wanted != version)
            yield return Mismatch("#/info/version", GeneratorOptions.VersionKey, "version", wanted, version);
        if (options.Sha256 is { } hash && !hash.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            yield return Mismatch("#", GeneratorOptions.Sha256Key, "SHA-256", hash.ToLowerInvariant(), sha256);
        if (source.Lock is not null && Check(DocumentLock.Parse(source.Lock.ToString()), sha256, source.Overlays) is { } unlocked)
            yield return unlocked;
    }

    private static Finding? Check(DocumentLock? locked, string sha256, IReadOnlyList<OverlayFile> overlays)
    {
        if (locked is null)
            return Unlocked("SHA-256", sha256, "its lock file has no 'sha256' of 64 hexadecimal digits");
        if (locked.Sha256 != sha256)
            return Unlocked("SHA-256", sha256, $"its lock file requires '{locked.Sha256}'");
        if (locked.Overlays.Count != overlays.Count)
            return Unlocked("number of overlays", overlays.Count.ToString(CultureInfo.InvariantCulture), $"its lock file requires '{locked.Overlays.Count}'");

        return overlays
            .Select((overlay, i) => Hash(overlay.Text!) is var hash && hash == locked.Overlays[i] ? null : Unlocked($"SHA-256 of the overlay '{overlay.Path}'", hash, $"its lock file requires '{locked.Overlays[i]}'"))
            .FirstOrDefault(f => f is not null);
    }

    private static Finding Mismatch(string pointer, string option, string what, string expected, string found)
        => new(Descriptors.PinMismatch.Id, pointer, [what, found, $"the project requires '{expected}'", $"{option}=\"{found}\""]);

    private static Finding Unlocked(string what, string found, string reason) => new(Descriptors.PinMismatch.Id, "#", [what, found, reason, "dotnet build -t:LockOpenApi"]);
}
