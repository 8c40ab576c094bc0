namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Net;
using global::System.Text;

/// <summary>The credentials that were sent. They are removed from messages if a response repeats them: unchanged, or with the escapes of URLs, JSON or HTML.</summary>
internal sealed class SecretTexts
{
    private readonly List<string> _secrets = new(1);

    public void Add(string secret)
    {
        if (!_secrets.Contains(secret))
            _secrets.Add(secret);
    }

    /// <summary>Returns a text without the credentials.</summary>
    public string Redact(string text)
    {
        foreach (string secret in _secrets)
            text = Redact(text, secret);

        return text;
    }

    /// <summary>Returns an address without the parameters whose value is a credential.</summary>
    public Uri Without(Uri address)
    {
        string[] pairs = address.Query.TrimStart('?').Split('&');
        string[] kept = Array.FindAll(pairs, p => !_secrets.Contains(Uri.UnescapeDataString(p.Substring(p.IndexOf('=') + 1))));
        return kept.Length == pairs.Length ? address : new UriBuilder(address) { Query = string.Join("&", kept) }.Uri;
    }

    private static string Redact(string text, string secret)
    {
        var redacted = new StringBuilder();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int end = EndOf(secret, text, i);
            if (end < 0)
                continue;

            redacted.Append(text, start, i - start).Append("***");
            start = end;
            i = end - 1;
        }

        return start == 0 ? text : redacted.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>The end of a secret that starts at a position of the text; -1 if there is none.</summary>
    private static int EndOf(string secret, string text, int at)
    {
        foreach (char c in secret)
        {
            int length = SpellingOf(c, text, at);
            if (length == 0)
                return -1;

            at += length;
        }

        return at;
    }

    /// <summary>The length of a spelling of a character at a position of the text; 0 if another character is there. Letters and digits are never escaped.</summary>
    private static int SpellingOf(char c, string text, int at)
    {
        if (c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9') && at < text.Length && text[at] is '%' or '\\' or '&')
        {
            string number = ((int)c).ToString("X4", CultureInfo.InvariantCulture);
            string[] spellings =
            {
                Uri.EscapeDataString(c.ToString()), "%" + number.Substring(2), "\\u" + number, "\\" + c,
                WebUtility.HtmlEncode(c.ToString()), "&#x" + number.TrimStart('0') + ";", "&#" + ((int)c).ToString(CultureInfo.InvariantCulture) + ";",
            };
            foreach (string spelling in spellings)
            {
                if (string.Compare(text, at, spelling, 0, spelling.Length, StringComparison.OrdinalIgnoreCase) == 0)
                    return spelling.Length;
            }
        }

        return at < text.Length && text[at] == c ? 1 : 0;
    }
}
