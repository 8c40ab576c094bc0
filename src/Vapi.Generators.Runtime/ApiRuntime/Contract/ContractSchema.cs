namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.RegularExpressions;

/// <summary>A schema as the checks need it. The schemas that it contains are read when they are first used.</summary>
internal sealed class ContractSchema
{
    public ContractKinds Kinds = ContractKinds.Any;

    public bool Nullable;

    /// <summary>Null if the schema describes no properties.</summary>
    public ContractNames? Names;

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public ContractProperty[] Properties = Array.Empty<ContractProperty>();

    /// <summary>The number of properties that are required.</summary>
    public int Required;

    public ContractPatternProperty[] PatternProperties = Array.Empty<ContractPatternProperty>();

    public ContractReference? Additional;

    public bool IsClosed;

    public int MinProperties;

    public int MaxProperties = int.MaxValue;

    public ContractReference? Items;

    public int MinItems;

    public int MaxItems = int.MaxValue;

    public bool IsUnique;

    public int MinLength;

    public int MaxLength = int.MaxValue;

    public ContractPattern? Pattern;

    /// <summary>The bounds of a number; empty if it has none.</summary>
    public ContractBound[] Bounds = Array.Empty<ContractBound>();

    /// <summary>The listed strings; null if no values are listed.</summary>
    public ContractNames? Texts;

    /// <summary>The other listed values by their canonical JSON, as the document spells them; null if no values are listed.</summary>
    public Dictionary<string, string>? Values;

    public ContractReference[] AllOf = Array.Empty<ContractReference>();

    public ContractUnion? AnyOf;

    public ContractUnion? OneOf;

    public ContractReference? Not;

    /// <summary>Whether every value is valid.</summary>
    public bool IsAny;

    /// <summary>Whether other schemas apply to the same value.</summary>
    public bool HasParts => AllOf.Length > 0 || AnyOf is not null || OneOf is not null || Not is not null;

    /// <summary>Whether the schema itself restricts a value of a kind, apart from its kind and the listed values.</summary>
    public bool Restricts;

    /// <summary>The property with a name; null if it is not described here.</summary>
    public ContractProperty? Find(ReadOnlySpan<byte> name) => Names?.Find(name) is >= 0 and var index ? Properties[index] : null;
}

/// <summary>A schema that is read when it is first used.</summary>
internal sealed class ContractReference
{
    private readonly ContractTable _table;

    private readonly int _index;

    private ContractSchema? _schema;

    public ContractReference(ContractTable table, int index)
    {
        _table = table;
        _index = index;
    }

    public ContractSchema Schema => _schema ??= _table.Schema(_index);
}

/// <summary>A property.</summary>
internal sealed class ContractProperty
{
    private readonly ContractReference _value;

    public ContractProperty(ContractReference value, ContractPropertyFlags flags, int requirement)
    {
        _value = value;
        Flags = flags;
        Requirement = requirement;
    }

    public ContractSchema Schema => _value.Schema;

    public ContractPropertyFlags Flags { get; }

    /// <summary>Its position among the required properties; -1 if it is optional.</summary>
    public int Requirement { get; }

    public bool IsDeclared => (Flags & ContractPropertyFlags.Undeclared) == 0;
}

/// <summary>The properties whose names match a pattern.</summary>
internal sealed class ContractPatternProperty
{
    private readonly ContractReference _value;

    public ContractPatternProperty(ContractPattern pattern, ContractReference value)
    {
        Pattern = pattern;
        _value = value;
    }

    public ContractPattern Pattern { get; }

    public ContractSchema Schema => _value.Schema;
}

/// <summary>A regular expression.</summary>
internal sealed class ContractPattern
{
    /// <summary>How long one text may take with one pattern. A pattern can take exponential time, and the text comes from the other side.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    private readonly bool _isEcmaScript;

    private Regex? _regex;

    public ContractPattern(string text, bool isEcmaScript)
    {
        Text = text;
        _isEcmaScript = isEcmaScript;
    }

    public string Text { get; }

    /// <summary>The expression; a text that takes too long throws.</summary>
    public Regex Regex => _regex ??= new Regex(Text, _isEcmaScript ? RegexOptions.ECMAScript : RegexOptions.CultureInvariant, Timeout);
}

/// <summary>A bound of a number.</summary>
internal sealed class ContractBound
{
    public ContractBound(ContractKeyword keyword, string text)
    {
        Keyword = keyword;
        Text = text;
        Number = ContractNumber.Parse(text);
    }

    public ContractKeyword Keyword { get; }

    /// <summary>As the document spells it.</summary>
    public string Text { get; }

    public ContractNumber Number { get; }
}
