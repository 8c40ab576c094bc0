namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Text;
using global::System.Text.Encodings.Web;
using global::System.Text.Json;

/// <summary>The text of an object for people: its JSON, with a placeholder for strings whose names say that they are secret.</summary>
internal static class ObjectText
{
    private const string Placeholder = "(secret)";

    /// <summary>Parts of the names of secrets, in lower case without separators.</summary>
    private static readonly string[] SecretNames =
        { "password", "passphrase", "passwd", "secret", "apikey", "accesskey", "authkey", "privatekey", "signingkey", "encryptionkey", "licensekey", "authorization", "cookie", "credentials" };

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of an object, or the text of a union that is a string. The name of the type if it cannot be written as JSON.</summary>
    public static string Of(IJsonModel model)
    {
        if (model is global::System.Runtime.CompilerServices.IUnion { Value: null or string } union)
            return union.Value as string ?? "";

        try
        {
            var utf8 = new MemoryStream();
            using (var writer = new Utf8JsonWriter(utf8))
                model.Write(writer);

            return Redact(new ReadOnlySpan<byte>(utf8.GetBuffer(), 0, (int)utf8.Length));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or InsufficientExecutionStackException or JsonException)
        {
            return model.GetType().ToString();
        }
    }

    private static string Redact(ReadOnlySpan<byte> utf8)
    {
        var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, Readable))
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    Json.WriteToken(ref reader, writer);
                    continue;
                }

                string name = reader.GetString()!;
                writer.WritePropertyName(name);
                if (!IsSecret(name))
                    continue;

                reader.Read();
                WriteSecret(ref reader, writer);
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Writes a secret value: all strings in it are replaced.</summary>
    private static void WriteSecret(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        int depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType == JsonTokenType.String)
                writer.WriteStringValue(Placeholder);
            else
                Json.WriteToken(ref reader, writer);
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read());
    }

    /// <summary>Whether a name says that its value is a secret. A token can also be a word of a text, so only a name that ends with it is one: <c>accessToken</c>, not <c>maxTokens</c>.</summary>
    private static bool IsSecret(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetter(c))
                letters.Append(char.ToLowerInvariant(c));
        }

        string word = letters.ToString();
        return word.EndsWith("token", StringComparison.Ordinal) || Array.Exists(SecretNames, s => word.IndexOf(s, StringComparison.Ordinal) >= 0);
    }

    /// <summary>An address without user information and query, which can be secret.</summary>
    public static string Of(Uri? address)
        => address is null ? "" : address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : address.OriginalString.Split('?')[0];

    /// <summary>The names of headers, without their values.</summary>
    public static string Of(IDictionary<string, string> headers) => string.Join(", ", headers.Keys);
}
