namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System.Globalization;
using global::System.Text;

/// <summary>
/// Text from elsewhere as it may stand in a message: of limited length, on one line, and without what a log or a terminal acts on.
/// Control characters, separators of lines and paragraphs, bidi marks and what has no width are written as <c>\n</c> or <c>\u202E</c>.
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
