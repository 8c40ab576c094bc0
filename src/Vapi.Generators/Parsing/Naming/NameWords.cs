namespace Vapi.Generators.Parsing.Naming;

/// <summary>The words of a name in Pascal case: <c>OpenAIModel</c> is Open, AI, Model.</summary>
internal static class NameWords
{
    /// <summary>The first words of schema names that only state the purpose of the schema.</summary>
    private static readonly string[] Verbs = ["Create", "Update"];

    /// <summary>The last words of schema names that only state the role of the schema.</summary>
    private static readonly string[] Roles = ["DTO", "Dto", "Request", "Response", "Input", "Output", "Payload"];

    /// <summary>Words that look like plurals but are not, or that have an irregular singular.</summary>
    private static readonly string[] Irregular = ["series", "species", "news", "movies", "cookies", "lies", "ties", "pies", "alias", "canvas", "bias", "gas", "atlas", "always", "has", "was", "https", "dns", "sms", "tls", "css", "aws", "gps", "ios", "os"];

    public static List<string> Split(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i < name.Length; i++)
        {
            bool begins = char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (begins)
            {
                words.Add(name.Substring(start, i - start));
                start = i;
            }
        }

        words.Add(name.Substring(start));
        return words;
    }

    /// <summary>The common name of schemas that differ only by verb and role: <c>Assistant</c> for <c>CreateAssistantDTO</c>.</summary>
    public static string Family(string name)
    {
        List<string> words = Split(name);
        while (words.Count > 1 && Roles.Contains(words[words.Count - 1], StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        if (words.Count > 1 && Verbs.Contains(words[0], StringComparer.Ordinal))
            words.RemoveAt(0);

        return string.Concat(words);
    }

    /// <summary>Joins two names. Words at the end of the first and the start of the second appear only once.</summary>
    public static string Join(string name, string next) => name + WithoutRepetition(name, next);

    /// <summary>A name without the words at its start that the name before it ends with.</summary>
    public static string WithoutRepetition(string before, string name)
    {
        List<string> earlier = Split(before);
        List<string> words = Split(name);
        for (int same = Math.Min(earlier.Count, words.Count); same > 0; same--)
        {
            bool repeats = earlier.Skip(earlier.Count - same).SequenceEqual(words.Take(same), StringComparer.OrdinalIgnoreCase);
            if (repeats && (same == words.Count || char.IsLetter(words[same][0])))
                return string.Concat(words.Skip(same));
        }

        return name;
    }

    /// <summary>Joins two names, and removes words after the first word until the result has the given length.</summary>
    public static string WithoutMiddle(string name, string next, int length)
    {
        List<string> words = Split(name);
        while (words.Count > 2 && words.Sum(w => w.Length) + next.Length > length)
            words.RemoveAt(1);

        return Join(string.Concat(words), next);
    }

    /// <summary>The singular of a name if it follows an English rule, or else the name itself.</summary>
    public static string Singular(string name)
    {
        List<string> words = Split(name);
        string last = words[words.Count - 1];
        string singular = SingularWord(last);
        return singular == last ? name : name.Substring(0, name.Length - last.Length) + singular;
    }

    private static string SingularWord(string word)
    {
        string lower = word.ToLowerInvariant();
        if (lower.Length < 4 && lower != "ids" || !lower.EndsWith("s", StringComparison.Ordinal) || Irregular.Contains(lower, StringComparer.Ordinal) || !word.Any(char.IsLower))
            return word;

        return true switch
        {
            _ when Ends("ies") => word.Substring(0, word.Length - 3) + "y",
            _ when Ends("sses", "shes", "ches", "xes", "tuses", "iases") => word.Substring(0, word.Length - 2),
            _ when Ends("ss", "us", "is") => word,
            _ => word.Substring(0, word.Length - 1),
        };

        bool Ends(params string[] ends) => ends.Any(e => lower.EndsWith(e, StringComparison.Ordinal));
    }
}
