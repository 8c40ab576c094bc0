using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Reading.Trees;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// Describes schemas for the checks of JSON. The meaning of the keywords is that of JSON Schema, with two exceptions, where no value at all would be valid: values that are listed on an array are those of its items, and listed strings are
/// strings, whatever the declared type.
/// </summary>
internal static class ContractSchemaParser
{
    /// <summary>The entry of a schema.</summary>
    public static int Parse(IOpenApiSchema? schema, DocumentPointer pointer, ContractTable table, ParseContext context)
    {
        if (schema is OpenApiSchemaReference reference)
            return context.ResolveId(reference) is { } id ? table.Component(id) : ContractTable.Any;
        if (schema is null || !context.TryEnter(pointer))
            return ContractTable.Any;

        int[] entry = ParseEntry(schema, pointer, table, context);
        context.Leave();

        // A schema that only has another one is that one.
        return entry.Length == 4 && entry[0] == (int)ContractKeyword.AllOf && entry[1] == 1 ? entry[2] : table.Inline(entry, pointer);
    }

    public static int[] ParseComponent(IOpenApiSchema? schema, DocumentPointer pointer, ContractTable table, ParseContext context)
        => schema is OpenApiSchema own ? ParseEntry(own, pointer, table, context) : [(int)ContractKeyword.AllOf, 1, Parse(schema, pointer, table, context), (int)ContractKeyword.End];

    private static int[] ParseEntry(IOpenApiSchema schema, DocumentPointer pointer, ContractTable table, ParseContext context)
    {
        var entry = new Entry();
        bool listsItems = ListsItems(schema);
        if (schema.Extensions?.ContainsKey(SchemaNormalizer.NullableExtension) == true)
            entry.Add(ContractKeyword.Nullable);
        if (Kinds(schema, listsItems) is not ContractKinds.Any and var kinds)
            entry.Add(ContractKeyword.Kinds, (int)kinds);

        AddObject(entry, schema, pointer, table, context);
        AddArray(entry, schema, listsItems, pointer, table, context);
        if (schema.MinLength is > 0 and var least)
            entry.Add(ContractKeyword.MinLength, least);
        if (schema.MaxLength is >= 0 and var most)
            entry.Add(ContractKeyword.MaxLength, most);
        if (schema.Pattern is { } pattern && ContractPattern.Parse(pattern, "pattern", pointer["pattern"], context) is var (expression, isEcmaScript))
            entry.Add(ContractKeyword.Pattern, table.Text(expression), isEcmaScript ? 1 : 0);

        AddBounds(entry, schema, table);
        if (EnumSchemaParser.HasValues(schema) && !listsItems)
            AddValues(entry, schema.Enum!, table);

        AddAll(ContractKeyword.AllOf, "allOf", schema.AllOf);
        AddAll(ContractKeyword.AnyOf, "anyOf", schema.AnyOf);
        AddAll(ContractKeyword.OneOf, "oneOf", schema.OneOf);
        if (schema.Not is { } not)
            entry.Add(ContractKeyword.Not, Parse(not, pointer["not"], table, context));

        return entry.End();

        void AddAll(ContractKeyword keyword, string name, IList<IOpenApiSchema>? schemas)
        {
            if (schemas is { Count: > 0 })
                entry.Add(schemas.Count == 1 ? ContractKeyword.AllOf : keyword, [schemas.Count, .. schemas.Select((s, i) => Parse(s, pointer[name][i], table, context))]);
        }
    }

    /// <summary>Whether the listed values are those of the items of an array, as the types of the code have it.</summary>
    private static bool ListsItems(IOpenApiSchema schema)
        => EnumSchemaParser.HasValues(schema) && schema.Type == JsonSchemaType.Array && schema.Enum!.All(v => Literal.Kind(v) is not (JsonValueKind.Array or JsonValueKind.Null));

    private static ContractKinds Kinds(IOpenApiSchema schema, bool listsItems)
    {
        if (schema.Type is not { } type)
            return ContractKinds.Any;
        if (EnumSchemaParser.HasValues(schema) && !listsItems && schema.Enum!.All(v => Literal.Kind(v) == JsonValueKind.String))
            return ContractKinds.String;

        var kinds = ContractKinds.None;
        foreach ((JsonSchemaType declared, ContractKinds kind) in KindsOfTypes)
            kinds |= type.HasFlag(declared) ? kind : ContractKinds.None;

        return kinds;
    }

    private static readonly (JsonSchemaType Type, ContractKinds Kind)[] KindsOfTypes =
    [
        (JsonSchemaType.Null, ContractKinds.Null), (JsonSchemaType.Boolean, ContractKinds.Boolean), (JsonSchemaType.Integer, ContractKinds.Integer), (JsonSchemaType.Number, ContractKinds.Number | ContractKinds.Integer),
        (JsonSchemaType.String, ContractKinds.String), (JsonSchemaType.Object, ContractKinds.Object), (JsonSchemaType.Array, ContractKinds.Array),
    ];

    private static void AddObject(Entry entry, IOpenApiSchema schema, DocumentPointer pointer, ContractTable table, ParseContext context)
    {
        IDictionary<string, IOpenApiSchema> properties = schema.Properties ?? new Dictionary<string, IOpenApiSchema>();
        foreach (KeyValuePair<string, IOpenApiSchema> property in properties)
        {
            ContractPropertyFlags flags = DirectionOf(property.Value, context) | (schema.Required?.Contains(property.Key) == true ? ContractPropertyFlags.Required : 0);
            entry.Add(ContractKeyword.Property, table.Text(property.Key), Parse(property.Value, pointer["properties"][property.Key], table, context), (int)flags);
        }

        foreach (string name in schema.Required?.Where(r => !properties.ContainsKey(r)) ?? [])
            entry.Add(ContractKeyword.Property, table.Text(name), ContractTable.Any, (int)(ContractPropertyFlags.Required | ContractPropertyFlags.Undeclared));

        IOpenApiSchema? others = schema.AdditionalProperties;
        bool isClosed = !schema.AdditionalPropertiesAllowed;
        bool isEveryPatternKnown = true;
        if (others?.AnyOf is { } alternatives && PatternsOf(schema) is { Names: { Count: > 0 } patterns, AreAll: var areAll } && patterns.Count <= alternatives.Count)
        {
            isClosed = areAll;
            isEveryPatternKnown = AddPatterns(entry, patterns, alternatives, pointer["patternProperties"], table, context);
            others = alternatives.ElementAtOrDefault(patterns.Count);
        }

        if (isClosed || others is OpenApiSchema { Not: OpenApiSchema { Type: null, Not: null, Properties: null } })
            Add(ContractKeyword.Closed);
        else if (others is not null)
            Add(ContractKeyword.Additional, Parse(others, pointer["additionalProperties"], table, context));
        if (schema.MinProperties is > 0 and var least)
            entry.Add(ContractKeyword.MinProperties, least);
        if (schema.MaxProperties is >= 0 and var most)
            entry.Add(ContractKeyword.MaxProperties, most);

        // A name that matches none of the known patterns can match the others.
        void Add(ContractKeyword keyword, params int[] arguments)
        {
            if (isEveryPatternKnown)
                entry.Add(keyword, arguments);
        }
    }

    /// <summary>The names in <c>patternProperties</c>, and whether these are all properties.</summary>
    private static (List<string> Names, bool AreAll) PatternsOf(IOpenApiSchema schema)
    {
        if (schema.Extensions?.TryGetValue(SchemaNormalizer.PatternsExtension, out IOpenApiExtension? extension) != true || extension is not JsonNodeExtension { Node: JsonArray names })
            return ([], false);

        return ([.. names.Where(n => Literal.Kind(n) == JsonValueKind.String).Select(n => n!.GetValue<string>())], names.Any(n => Literal.Kind(n) == JsonValueKind.False));
    }

    /// <summary>Returns whether all patterns can be checked.</summary>
    private static bool AddPatterns(Entry entry, List<string> patterns, IList<IOpenApiSchema> schemas, DocumentPointer pointer, ContractTable table, ParseContext context)
    {
        bool areKnown = true;
        for (int i = 0; i < patterns.Count; i++)
        {
            DocumentPointer place = pointer[patterns[i]];
            if (ContractPattern.Parse(patterns[i], "patternProperties", place, context) is var (expression, isEcmaScript))
                entry.Add(ContractKeyword.PatternProperty, table.Text(expression), isEcmaScript ? 1 : 0, Parse(schemas[i], place, table, context));
            else
                areKnown = false;
        }

        return areKnown;
    }

    /// <summary>Whether a property is only in responses or only in requests, also if its target or a part of it says so.</summary>
    private static ContractPropertyFlags DirectionOf(IOpenApiSchema? property, ParseContext context)
    {
        var flags = ContractPropertyFlags.None;
        foreach (OpenApiSchema schema in new[] { property }.Concat((property as OpenApiSchema)?.AllOf ?? []).Select(context.Target).OfType<OpenApiSchema>())
            flags |= (schema.ReadOnly ? ContractPropertyFlags.ReadOnly : 0) | (schema.WriteOnly ? ContractPropertyFlags.WriteOnly : 0);

        // A property that would be in nothing is in both.
        return flags == (ContractPropertyFlags.ReadOnly | ContractPropertyFlags.WriteOnly) ? ContractPropertyFlags.None : flags;
    }

    private static void AddArray(Entry entry, IOpenApiSchema schema, bool listsItems, DocumentPointer pointer, ContractTable table, ParseContext context)
    {
        int? items = schema.Items is { } own ? Parse(own, pointer["items"], table, context) : null;
        if (listsItems)
        {
            var listed = new Entry();
            AddValues(listed, schema.Enum!, table);
            if (items is { } others and not ContractTable.Any)
                listed.Add(ContractKeyword.AllOf, 1, others);

            items = table.Inline(listed.End(), pointer["enum"]);
        }

        if (items is { } described)
            entry.Add(ContractKeyword.Items, described);
        if (schema.MinItems is > 0 and var least)
            entry.Add(ContractKeyword.MinItems, least);
        if (schema.MaxItems is >= 0 and var most)
            entry.Add(ContractKeyword.MaxItems, most);
        if (schema.UniqueItems == true)
            entry.Add(ContractKeyword.UniqueItems);
    }

    private static void AddBounds(Entry entry, IOpenApiSchema schema, ContractTable table)
    {
        Add(ContractKeyword.Minimum, schema.Minimum);
        Add(ContractKeyword.ExclusiveMinimum, schema.ExclusiveMinimum);
        Add(ContractKeyword.Maximum, schema.Maximum);
        Add(ContractKeyword.ExclusiveMaximum, schema.ExclusiveMaximum);
        Add(ContractKeyword.MultipleOf, schema.MultipleOf?.ToString(CultureInfo.InvariantCulture));

        void Add(ContractKeyword keyword, string? bound)
        {
            if (bound is not null && double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsNaN(value) && !double.IsInfinity(value))
                entry.Add(keyword, table.Text(bound));
        }
    }

    private static void AddValues(Entry entry, IList<JsonNode> values, ContractTable table)
    {
        List<string> texts = [.. values.Where(v => Literal.Kind(v) == JsonValueKind.String).Select(v => v.GetValue<string>()).Distinct()];
        List<string> others = [.. values.Where(v => Literal.Kind(v) != JsonValueKind.String).Select(Literal.ToJson).Distinct()];
        entry.Add(ContractKeyword.Texts, [texts.Count, .. texts.Select(table.Text)]);
        if (others.Count > 0)
            entry.Add(ContractKeyword.Values, [others.Count, .. others.Select(table.Text)]);
    }

    /// <summary>The numbers of an entry.</summary>
    private sealed class Entry
    {
        private readonly List<int> _numbers = [];

        public void Add(ContractKeyword keyword, params int[] arguments)
        {
            _numbers.Add((int)keyword);
            _numbers.AddRange(arguments);
        }

        public int[] End() => [.. _numbers, (int)ContractKeyword.End];
    }
}
