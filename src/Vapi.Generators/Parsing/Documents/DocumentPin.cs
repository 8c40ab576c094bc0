using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
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
    public static IEnumerable<Finding> Check(OpenApiDocument document, string sha256, GeneratorOptions options)
    {
        string version = document.Info?.Version ?? "";
        if (options.Version is { } wanted && wanted != version)
            yield return Mismatch("#/info/version", GeneratorOptions.VersionKey, "version", wanted, version);
        if (options.Sha256 is { } hash && !hash.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            yield return Mismatch("#", GeneratorOptions.Sha256Key, "SHA-256", hash.ToLowerInvariant(), sha256);
    }

    private static Finding Mismatch(string pointer, string option, string what, string expected, string found) => new(Descriptors.PinMismatch.Id, pointer, [what, found, expected, option]);
}
