using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Specification;

namespace Vapi.Generators.Reading.Findings;

/// <summary>Converts the errors of Microsoft.OpenApi to findings.</summary>
internal static class FindingParser
{
    /// <summary>The maximum number of parts to search for all findings together. Many findings in long lists would take too long.</summary>
    private const int MaxSteps = 1_000_000;

    private const string UnknownKeyword = " is not a valid property at ";

    public static IEnumerable<Finding> Parse(IEnumerable<OpenApiError> errors, JsonNode root)
    {
        int steps = 0;
        foreach (IGrouping<string, Finding> same in errors.Select(Parse).GroupBy(f => f.Pointer + "\n" + f.Arguments[0]))
        {
            // The reader omits the index of an item. If the number of matching parts equals the number of findings, these are their locations.
            Finding first = same.First();
            int count = same.Count();
            List<string>? places = Places(root, first.Pointer.Split('/'), count, ref steps);
            foreach (string place in places?.Count == count ? places : [first.Pointer])
                yield return first with { Pointer = place };
        }
    }

    /// <summary>An invalid keyword of a schema, or an invalid value of it, is ignored (info). Any other error can have more effects (warning).</summary>
    private static Finding Parse(OpenApiError error)
    {
        string message = error.Message.Split(['\r', '\n'], 2)[0].TrimEnd('.');
        int at = message.IndexOf(UnknownKeyword, StringComparison.Ordinal);
        if (at >= 0)
        {
            string keyword = message.Substring(0, at);
            return new Finding(
                Descriptors.KeywordIgnored.Id,
                message.Substring(at + UnknownKeyword.Length) + "/" + DocumentPointer.Escape(keyword),
                [keyword, "it is not defined here in this version of OpenAPI"]);
        }

        string pointer = error.Pointer is { Length: > 0 } given ? given : "#";
        return pointer.Contains("/schemas/") || pointer.Contains("/schema/")
            ? new Finding(Descriptors.KeywordIgnored.Id, pointer, [pointer.Substring(pointer.LastIndexOf('/') + 1), message])
            : new Finding(Descriptors.DocumentDeviates.Id, pointer, [message]);
    }

    /// <summary>The pointers to all parts that a pointer without indexes can mean, in document order; null if there are more than expected, or the search takes too many steps.</summary>
    private static List<string>? Places(JsonNode root, string[] tokens, int wanted, ref int steps)
    {
        var places = new List<string>();
        var open = new Stack<(JsonNode? Node, int Depth, string Pointer)>([(root, 1, "#")]);
        while (open.Count > 0)
        {
            (JsonNode? node, int depth, string pointer) = open.Pop();
            if (++steps > MaxSteps || places.Count > wanted)
                return null;

            if (depth == tokens.Length)
                places.Add(pointer);
            else if (node is JsonObject parts && parts.TryGetPropertyValue(DocumentPointer.Unescape(tokens[depth]), out JsonNode? part))
                open.Push((part, depth + 1, pointer + "/" + tokens[depth]));
            else if (node is JsonArray items && int.TryParse(tokens[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count)
                open.Push((items[index], depth + 1, pointer + "/" + tokens[depth]));
            else if (node is JsonArray all)
            {
                for (int i = all.Count - 1; i >= 0; i--)
                    open.Push((all[i], depth, pointer + "/" + i.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return places;
    }
}
