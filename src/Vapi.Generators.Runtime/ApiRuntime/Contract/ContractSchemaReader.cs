namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>Reads the entry of a schema.</summary>
internal static class ContractSchemaReader
{
    public static ContractSchema Read(ContractReader reader, ContractTable table)
    {
        var schema = new ContractSchema();
        var names = new List<byte[]>();
        var properties = new List<ContractProperty>();
        var patterns = new List<ContractPatternProperty>();
        var bounds = new List<ContractBound>();
        bool isAny = true;
        for (var keyword = (ContractKeyword)reader.Next(); keyword != ContractKeyword.End; keyword = (ContractKeyword)reader.Next())
        {
            isAny = false;
            switch (keyword)
            {
                case ContractKeyword.Kinds:
                    schema.Kinds = (ContractKinds)reader.Next();
                    continue;
                case ContractKeyword.Nullable:
                    schema.Nullable = true;
                    continue;
                case ContractKeyword.AllOf:
                    schema.AllOf = References(ref reader, table);
                    continue;
                case ContractKeyword.AnyOf:
                    schema.AnyOf = new ContractUnion(References(ref reader, table), isExclusive: false);
                    continue;
                case ContractKeyword.OneOf:
                    schema.OneOf = new ContractUnion(References(ref reader, table), isExclusive: true);
                    continue;
                case ContractKeyword.Not:
                    schema.Not = Reference(ref reader, table);
                    continue;
                case ContractKeyword.Texts:
                    schema.Texts = new ContractNames(Texts(ref reader, table));
                    schema.Values = new Dictionary<string, string>(StringComparer.Ordinal);
                    continue;
                case ContractKeyword.Values:
                    for (int count = reader.Next(); count > 0; count--)
                    {
                        string value = table.Text(reader.Next());
                        schema.Values![ContractJson.Canonical(value)] = value;
                    }

                    continue;
            }

            schema.Restricts = true;
            switch (keyword)
            {
                case ContractKeyword.Property:
                    names.Add(table.Utf8(reader.Next()));
                    ContractReference value = Reference(ref reader, table);
                    var flags = (ContractPropertyFlags)reader.Next();
                    bool isRequired = (flags & ContractPropertyFlags.Required) != 0;
                    properties.Add(new ContractProperty(value, flags, isRequired ? schema.Required++ : -1));
                    break;
                case ContractKeyword.PatternProperty:
                    patterns.Add(new ContractPatternProperty(Pattern(ref reader, table), Reference(ref reader, table)));
                    break;
                case ContractKeyword.Additional:
                    schema.Additional = Reference(ref reader, table);
                    break;
                case ContractKeyword.Closed:
                    schema.IsClosed = true;
                    break;
                case ContractKeyword.MinProperties:
                    schema.MinProperties = reader.Next();
                    break;
                case ContractKeyword.MaxProperties:
                    schema.MaxProperties = reader.Next();
                    break;
                case ContractKeyword.Items:
                    schema.Items = Reference(ref reader, table);
                    break;
                case ContractKeyword.MinItems:
                    schema.MinItems = reader.Next();
                    break;
                case ContractKeyword.MaxItems:
                    schema.MaxItems = reader.Next();
                    break;
                case ContractKeyword.UniqueItems:
                    schema.IsUnique = true;
                    break;
                case ContractKeyword.MinLength:
                    schema.MinLength = reader.Next();
                    break;
                case ContractKeyword.MaxLength:
                    schema.MaxLength = reader.Next();
                    break;
                case ContractKeyword.Pattern:
                    schema.Pattern = Pattern(ref reader, table);
                    break;
                default:
                    bounds.Add(new ContractBound(keyword, table.Text(reader.Next())));
                    break;
            }
        }

        schema.IsAny = isAny;
        schema.Bounds = bounds.ToArray();
        schema.PatternProperties = patterns.ToArray();
        if (names.Count > 0)
        {
            schema.Names = new ContractNames(names.ToArray());
            schema.Properties = properties.ToArray();
        }

        return schema;
    }

    private static ContractReference Reference(ref ContractReader reader, ContractTable table) => new(table, reader.Next());

    private static ContractPattern Pattern(ref ContractReader reader, ContractTable table) => new(table.Text(reader.Next()), reader.Next() == 1);

    private static ContractReference[] References(ref ContractReader reader, ContractTable table)
    {
        var references = new ContractReference[reader.Next()];
        for (int i = 0; i < references.Length; i++)
            references[i] = Reference(ref reader, table);

        return references;
    }

    private static byte[][] Texts(ref ContractReader reader, ContractTable table)
    {
        var texts = new byte[reader.Next()][];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = table.Utf8(reader.Next());

        return texts;
    }
}
