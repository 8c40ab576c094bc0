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
        return string.Concat(sha.GetHashAndReset().Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The mismatches; empty if there is no pin.</summary>
    /// <param name="lockText">The text of the lock file next to the document; null if there is none.</param>
    public static IEnumerable<Finding> Check(OpenApiDocument document, string sha256, GeneratorOptions options, string? lockText)
    {
        string version = document.Info?.Version ?? "";
        if (options.Version is { } wanted && wanted != version)
            yield return Mismatch("#/info/version", GeneratorOptions.VersionKey, "version", wanted, version);
        if (options.Sha256 is { } hash && !hash.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            yield return Mismatch("#", GeneratorOptions.Sha256Key, "SHA-256", hash.ToLowerInvariant(), sha256);
        if (lockText is not null && DocumentLock.Parse(lockText)?.Sha256 is var locked && locked != sha256)
            yield return Unlocked(sha256, locked is null ? "its lock file has no 'sha256' of 64 hexadecimal digits" : $"its lock file requires '{locked}'");
    }

    private static Finding Mismatch(string pointer, string option, string what, string expected, string found)
        => new(Descriptors.PinMismatch.Id, pointer, [what, found, $"the project requires '{expected}'", $"{option}=\"{found}\""]);

    private static Finding Unlocked(string sha256, string reason) => new(Descriptors.PinMismatch.Id, "#", ["SHA-256", sha256, reason, "dotnet build -t:LockOpenApi"]);
}
