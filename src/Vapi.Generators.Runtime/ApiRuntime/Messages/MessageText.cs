namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Globalization;
using global::System.Text;

/// <summary>
/// Makes untrusted text safe for a message: limited length, one line, and no characters that a log or a terminal interprets.
/// Control characters, line and paragraph separators, bidirectional marks and zero-width characters are escaped, for example as <c>\n</c> or <c>\u202E</c>.
/// </summary>
internal static class MessageText
{
    private const string Short = "\n\r\t";

    public static string Clean(string text, int maxLength)
    {
        var clean = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (clean.Length >= maxLength)
                return clean.Append('…').ToString();

            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            int length = char.IsHighSurrogate(text[i]) && category != UnicodeCategory.Surrogate ? 2 : 1;
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format or UnicodeCategory.Surrogate)
            {
                foreach (char c in text.Substring(i, length))
                    clean.Append(Short.IndexOf(c) is >= 0 and int at ? "\\" + "nrt"[at] : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
                clean.Append(text, i, length);

            i += length - 1;
        }

        return clean.ToString();
    }
}
