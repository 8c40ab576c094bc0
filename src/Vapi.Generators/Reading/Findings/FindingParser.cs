using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Specification;

namespace Vapi.Generators.Reading.Findings;

/// <summary>What Microsoft.OpenApi objects to becomes findings.</summary>
internal static class FindingParser
{
    /// <summary>How many parts are looked at for all findings together: many findings in long lists would take for ever.</summary>
    private const int MaxSteps = 1_000_000;

    private const string UnknownKeyword = " is not a valid property at ";

    public static IEnumerable<Finding> Parse(IEnumerable<OpenApiError> errors, JsonNode root)
    {
        int steps = 0;
        foreach (IGrouping<string, Finding> same in errors.Select(Parse).GroupBy(f => f.Pointer + "\n" + f.Arguments[0]))
        {
            // The reader leaves out the index of an item: where as many items have such a part as there are findings, these are their places.
            Finding first = same.First();
            int count = same.Count();
            List<string>? places = Places(root, first.Pointer.Split('/'), count, ref steps);
            foreach (string place in places?.Count == count ? places : [first.Pointer])
                yield return first with { Pointer = place };
        }
    }

    /// <summary>A keyword that a schema cannot have, or not with that value, is left out and the schema is used without it. An objection to anything else might cost more.</summary>
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

    /// <summary>The pointers to all parts of a document that a pointer without indexes may mean, in their order; null for more than are wanted, or too far to look for.</summary>
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
