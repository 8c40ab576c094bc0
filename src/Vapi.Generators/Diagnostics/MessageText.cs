using System.Globalization;
using System.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>
/// The only way for text of a document into a message: on one line, with all characters visible, and shortened. People, terminals and CI servers read a build log, and some of them interpret line breaks,
/// escape sequences, bidirectional marks and <c>##[command]</c>.
/// </summary>
internal static class MessageText
{
    /// <summary>The maximum length of an argument in characters. A longer one is shortened in the middle, so that the sentence around it stays readable. A message has at most five arguments.</summary>
    public const int MaxLength = 500;

    private const string Omission = " … ";

    public static string Clean(string text)
    {
        // Escaping only makes text longer, so this part would be cut in any case.
        string clean = text.Length > 2 * MaxLength ? Escape(text.Substring(0, MaxLength)) + Omission + Escape(text.Substring(text.Length - MaxLength)) : Escape(text);
        if (clean.Length <= MaxLength)
            return clean;

        int head = (MaxLength - Omission.Length) / 2;
        return WithoutHalfPairs(clean.Substring(0, head)) + Omission + WithoutHalfPairs(clean.Substring(clean.Length - (MaxLength - Omission.Length - head)));
    }

    private static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            bool isVisible = IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, i)) && !(text[i] == '#' && i > 0 && text[i - 1] == '#');
            if (!isVisible)
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);

            Append(text[i]);
            if (isPair)
                Append(text[++i]);

            void Append(char c)
            {
                if (isVisible)
                    escaped?.Append(c);
                else
                    escaped!.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return escaped?.ToString() ?? text;
    }

    private static bool IsVisible(UnicodeCategory category)
        => category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);

    /// <summary>Removes half surrogate pairs, which a cut can leave at both ends.</summary>
    private static string WithoutHalfPairs(string text)
    {
        int start = text.Length > 0 && char.IsLowSurrogate(text[0]) ? 1 : 0;
        int end = text.Length > start && char.IsHighSurrogate(text[text.Length - 1]) ? text.Length - 1 : text.Length;
        return text.Substring(start, end - start);
    }
}
