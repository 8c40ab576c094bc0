using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Describes the JSON of operations and types for the checks.</summary>
internal static class ContractParser
{
    /// <summary>The name of the class with the checks, which is a part of the runtime.</summary>
    public const string ClassName = "ApiContract";

    /// <summary>The table for a document that is checked; null if its JSON is not checked.</summary>
    public static ContractTable? Start(GeneratorOptions options, TypeSharing? sharing) => options.HasContract && sharing?.Namespace is null ? new ContractTable() : null;

    /// <summary>Reports that the project requests checks that the document cannot have: the runtime of another document knows only the schemas of that document.</summary>
    public static void ReportIgnored(GeneratorOptions options, ParseContext context)
    {
        if (options.HasContract && context.Contract is null)
            context.Report(Descriptors.KeywordIgnored.Id, DocumentPointer.Root, GeneratorOptions.ContractKey, $"a document that uses the types of another one ({GeneratorOptions.TypesFromKey}) has no checks");
    }

    /// <summary>Adds an operation.</summary>
    public static int AddOperation(OperationShape operation, ContractTable table, ParseContext context)
    {
        var entry = new List<int> { table.Text(operation.Operation.OperationId ?? operation.HttpMethod + " " + operation.Path) };
        List<int[]> requests = [.. Requests(operation, table, context)];
        List<int[]> responses = [.. Responses(operation, table, context).OrderBy(r => r[1] - r[0])];
        return table.Add([.. entry, requests.Count, .. requests.SelectMany(r => r), responses.Count, .. responses.SelectMany(r => r)]);
    }

    /// <param name="schemas">The schemas of the components that are generated.</param>
    public static ContractModel Parse(HashSet<string> schemas, TypeNamer types, ContractTable table, ParseContext context)
    {
        foreach (string id in context.Schemas.Keys.Where(schemas.Contains))
            table.Component(id);

        table.Complete(context);
        return table.ToModel(ClassName, types.Named.Select(t => (t.Name, Entry: t.Id is { } id ? table.Component(id) : OfInline(t.Shape, table))).Where(t => t.Entry is not null).Select(t => (t.Name, t.Entry!.Value)));
    }

    /// <summary>The entry of the schema of an inline type; null if it has none of its own. The values that are listed on an array have a type of their own there.</summary>
    private static int? OfInline(DeclaredShape shape, ContractTable table)
        => table.Find(shape is EnumShape && SchemaParser.Is(shape.Schema, JsonSchemaType.Array) ? shape.Pointer["enum"] : shape.Pointer);

    private static IEnumerable<int[]> Requests(OperationShape operation, ContractTable table, ParseContext context)
    {
        DocumentPointer content = ReferenceParser.At(operation.Operation.RequestBody, operation.Pointer["requestBody"])["content"];
        foreach (KeyValuePair<string, IOpenApiMediaType> media in operation.Operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (BodyParser.IsJson(media.Key) && media.Value?.Schema is { } schema)
                yield return [table.Text(BodyParser.Written(media.Key)), ContractSchemaParser.Parse(schema, content[media.Key]["schema"], table, context)];
        }
    }

    private static IEnumerable<int[]> Responses(OperationShape operation, ContractTable table, ParseContext context)
    {
        foreach (KeyValuePair<string, IOpenApiResponse> response in operation.Operation.Responses ?? [])
        {
            if (Range(response.Key) is not var (from, to) || ResponseParser.JsonContent(response, context) is not { Value.Schema: { } schema } content)
                continue;

            DocumentPointer place = ResponseParser.Place(response, operation.Pointer, context)["content"][content.Key]["schema"];
            yield return [from, to, ContractSchemaParser.Parse(schema, place, table, context)];
        }
    }

    private static (int From, int To)? Range(string status) => status.ToUpperInvariant() switch
    {
        "DEFAULT" => (0, 599),
        "1XX" or "2XX" or "3XX" or "4XX" or "5XX" => ((status[0] - '0') * 100, ((status[0] - '0') * 100) + 99),
        _ when int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and < 600 => (code, code),
        _ => null,
    };
}
