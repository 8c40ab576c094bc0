using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading;

/// <summary>What Microsoft.OpenApi objects to becomes findings.</summary>
internal static class FindingParser
{
    private const string UnknownKeyword = " is not a valid property at ";

    public static IEnumerable<Finding> Parse(IEnumerable<OpenApiError> errors, JsonNode root)
    {
        foreach (IGrouping<string, Finding> same in errors.Select(Parse).GroupBy(f => f.Pointer + "\n" + f.Arguments[0]))
        {
            // The reader leaves out the index of an item: where as many items have such a part as there are findings, these are their places.
            Finding first = same.First();
            string[] places = [.. Places(root, first.Pointer.Split('/'), 1, "#")];
            foreach (string place in places.Length == same.Count() ? places : [first.Pointer])
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
                [keyword, "it is not known here in this version of OpenAPI"]);
        }

        string pointer = error.Pointer is { Length: > 0 } given ? given : "#";
        return pointer.Contains("/schemas/") || pointer.Contains("/schema/")
            ? new Finding(Descriptors.KeywordIgnored.Id, pointer, [pointer.Substring(pointer.LastIndexOf('/') + 1), message])
            : new Finding(Descriptors.DocumentDeviates.Id, pointer, [message]);
    }

    /// <summary>The pointers to all parts of a document that a pointer without indexes may mean.</summary>
    private static IEnumerable<string> Places(JsonNode? node, string[] tokens, int depth, string pointer) => node switch
    {
        _ when depth == tokens.Length => [pointer],
        JsonObject parts when parts.TryGetPropertyValue(DocumentPointer.Unescape(tokens[depth]), out JsonNode? part) => Places(part, tokens, depth + 1, pointer + "/" + tokens[depth]),
        JsonArray items when int.TryParse(tokens[depth], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count
            => Places(items[index], tokens, depth + 1, pointer + "/" + tokens[depth]),
        JsonArray items => items.SelectMany((item, i) => Places(item, tokens, depth, pointer + "/" + i.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };
}
