namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Globalization;
using global::System.Text;

/// <summary>What the document expects, in words.</summary>
internal static class ContractText
{
    private const int MaxValues = 10;

    private const int MaxQuote = 100;

    private static readonly (ContractKinds Kind, string Text)[] KindTexts =
    {
        (ContractKinds.String, "a string"), (ContractKinds.Number, "a number"), (ContractKinds.Integer, "an integer"), (ContractKinds.Boolean, "a Boolean"),
        (ContractKinds.Object, "an object"), (ContractKinds.Array, "an array"), (ContractKinds.Null, "null"),
    };

    public static string Expected(ApiDeviationKind kind, ContractSchema schema) => kind switch
    {
        ApiDeviationKind.Type => Kinds(schema.Nullable ? schema.Kinds | ContractKinds.Null : schema.Kinds),
        ApiDeviationKind.Enum => Values(schema),
        ApiDeviationKind.Pattern => "a match of " + MessageText.Clean(schema.Pattern!.Text, MaxQuote),
        ApiDeviationKind.Length => Range(schema.MinLength, schema.MaxLength, "characters"),
        ApiDeviationKind.ItemCount => Range(schema.MinItems, schema.MaxItems, "items"),
        ApiDeviationKind.PropertyCount => Range(schema.MinProperties, schema.MaxProperties, "properties"),
        _ => "a value that does not match the schema in 'not'",
    };

    public static string Kinds(ContractUnion union)
    {
        ContractKinds kinds = ContractKinds.None;
        foreach (ContractSchema member in union.Members)
            kinds |= member.Nullable ? member.Kinds | ContractKinds.Null : member.Kinds;

        return Kinds(kinds);
    }

    public static string Tags(ContractUnion union)
    {
        string tag = MessageText.Clean(Encoding.UTF8.GetString(union.Tag!), MaxQuote);
        var values = new List<string>();
        for (int i = 0; i < union.TagValues.Count; i++)
            values.Add(Encoding.UTF8.GetString(union.TagValues[i]));

        return $"an object whose {tag} is {OneOf(values)}";
    }

    public static string Bound(ContractBound bound) => bound.Keyword switch
    {
        ContractKeyword.Minimum => "at least ",
        ContractKeyword.ExclusiveMinimum => "more than ",
        ContractKeyword.Maximum => "at most ",
        ContractKeyword.ExclusiveMaximum => "less than ",
        _ => "a multiple of ",
    } + bound.Text;

    private static string Kinds(ContractKinds kinds)
    {
        var texts = new List<string>();
        foreach ((ContractKinds kind, string text) in KindTexts)
        {
            if ((kinds & kind) != 0 && !(kind == ContractKinds.Integer && (kinds & ContractKinds.Number) != 0))
                texts.Add(text);
        }

        return texts.Count == 0 ? "no value" : string.Join(" or ", texts);
    }

    private static string Values(ContractSchema schema)
    {
        var values = new List<string>();
        for (int i = 0; i < schema.Texts!.Count; i++)
            values.Add(Encoding.UTF8.GetString(schema.Texts[i]));

        values.AddRange(schema.Values!.Values);
        return OneOf(values);
    }

    private static string OneOf(List<string> values)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Math.Min(values.Count, MaxValues); i++)
            text.Append(i == 0 ? "" : ", ").Append('\'').Append(MessageText.Clean(values[i], MaxQuote)).Append('\'');

        if (values.Count > MaxValues)
            text.Append(" or one of ").Append((values.Count - MaxValues).ToString(CultureInfo.InvariantCulture)).Append(" others");

        return text.ToString();
    }

    private static string Range(int least, int most, string what)
        => string.Format(CultureInfo.InvariantCulture, most == int.MaxValue ? "at least {0} {2}" : least == 0 ? "at most {1} {2}" : least == most ? "{0} {2}" : "{0} to {1} {2}", least, most, what);
}
