namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
#if !NET
using global::System.Runtime.CompilerServices;
#endif
using global::System.Security.Cryptography;
using global::System.Text;

/// <summary>Secrets that are compared in constant time.</summary>
internal static class WebhookSecrets
{
    /// <exception cref="ArgumentException">There is no secret, or one is empty, such as a setting that is missing. An empty secret would accept requests of anyone.</exception>
    public static string[] Require(string[] secrets)
        => secrets.Length > 0 && !Array.Exists(secrets, string.IsNullOrEmpty) ? secrets : throw new ArgumentException("There is no secret, or one is empty. Is a setting missing?", nameof(secrets));

    /// <summary>A hash, so that texts of different lengths are compared in the same time.</summary>
    public static byte[] Hash(string text)
    {
#if NET
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using SHA256 sha = SHA256.Create();
        return sha.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
    }

    /// <summary>Whether two arrays of the same length are equal.</summary>
#if NET
    public static bool AreEqual(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
#else
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(byte[] left, byte[] right)
    {
        if (left.Length != right.Length)
            return false;

        int difference = 0;
        for (int i = 0; i < left.Length; i++)
            difference |= left[i] ^ right[i];

        return difference == 0;
    }
#endif
}
