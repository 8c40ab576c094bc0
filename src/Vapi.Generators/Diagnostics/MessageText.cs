using System.Globalization;
using System.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>
/// The only way for text of a document into a message: on one line, every character visible, no longer than anybody reads. A build log is read by people, terminals and CI servers, which take line breaks,
/// escape sequences, marks of direction and <c>##[command]</c> for more than text.
/// </summary>
internal static class MessageText
{
    /// <summary>The longest piece of a message, in characters; of a longer one the middle is left out, so that the sentence around a name stays. A message has five at most.</summary>
    public const int MaxLength = 500;

    private const string Omission = " … ";

    public static string Clean(string text)
    {
        // Escapes make text longer, never shorter: what is cut off here is cut off in any case.
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

    /// <summary>A cut may go through a pair of surrogates.</summary>
    private static string WithoutHalfPairs(string text)
    {
        int start = text.Length > 0 && char.IsLowSurrogate(text[0]) ? 1 : 0;
        int end = text.Length > start && char.IsHighSurrogate(text[text.Length - 1]) ? text.Length - 1 : text.Length;
        return text.Substring(start, end - start);
    }
}
