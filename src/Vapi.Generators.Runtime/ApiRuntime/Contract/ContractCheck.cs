namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;
using global::System.Text.Json;

/// <summary>
/// Checks a JSON text against a schema (JSON Schema 2020-12, Validation) in one pass. Only deviations cost memory. A value that several schemas apply to is read once for each of them.
/// </summary>
internal sealed partial class ContractCheck
{
    /// <summary>The maximum depth of a response, as for the readers of the client.</summary>
    private const int MaxDepth = 64;

    /// <summary>The maximum number of schemas within each other: a schema can refer to itself at the same value.</summary>
    private const int MaxLevels = 256;

    /// <summary>How many values can be checked in addition to one for each byte. Alternatives within alternatives could be checked exponentially often.</summary>
    private const int ExtraSteps = 1_000_000;

    private readonly ApiDirection _direction;

    private readonly ContractStep[] _path = new ContractStep[MaxDepth + 1];

    private int _depth;

    private int _levels;

    /// <summary>The number of values that can still be checked; negative when the check ended early.</summary>
    private long _steps;

    /// <summary>Why the check ended early; null if it did not.</summary>
    private string? _unchecked;

    private bool _skipsPatterns;

    /// <summary>Receives the deviations; null while only validity matters, when the first deviation is enough.</summary>
    private ContractDeviations? _deviations = new();

    private ContractCheck(ApiDirection direction, int length)
    {
        _direction = direction;
        _steps = ExtraSteps + (long)length;
    }

    /// <summary>Finds the deviations of a JSON text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="schema">The schema of its value.</param>
    /// <param name="direction">Whether it is sent or received, which decides about read-only and write-only properties.</param>
    /// <param name="secrets">The texts that must not appear in deviations; null if there are none.</param>
    public static IReadOnlyList<ApiDeviation> Run(ReadOnlySpan<byte> utf8, ContractSchema schema, ApiDirection direction, SecretTexts? secrets = null)
    {
        utf8 = Json.WithoutByteOrderMark(utf8);
        var check = new ContractCheck(direction, utf8.Length);
        ContractDeviations deviations = check._deviations!;
        var reader = new Utf8JsonReader(utf8);
        try
        {
            reader.Read();
            check.Check(ref reader, schema, isWhole: true);

            // Throws if anything except white space follows the value.
            reader.Read();
            if (check._unchecked is { } reason)
                deviations.Add(ApiDeviationKind.Unchecked, "a value that can be checked in limited time", default, -1, reason);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            deviations.Add(ApiDeviationKind.InvalidJson, "JSON", check.Path, -1, "invalid JSON at byte " + reader.TokenStartIndex.ToString(global::System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (InsufficientExecutionStackException)
        {
            deviations.Add(ApiDeviationKind.Unchecked, "a value that is less deep", check.Path, -1, "a value that the remaining stack is too small for");
        }

        return deviations.ToList(utf8, secrets);
    }

    private ReadOnlySpan<ContractStep> Path => _path.AsSpan(0, _depth);

    /// <summary>Whether the check ended early.</summary>
    private bool IsOver => _steps < 0 || _deviations is { IsFull: true };

    /// <summary>Checks the value at the reader's position, and moves the reader to its end. If only validity matters, the position after a deviation is undefined.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="isWhole">Whether this is the only schema of the value, so that a property that it does not describe is unknown.</param>
    private bool Check(ref Utf8JsonReader reader, ContractSchema schema, bool isWhole)
    {
        if (schema.IsAny || IsOver)
        {
            reader.Skip();
            return true;
        }

        if (--_steps < 0 || _levels == MaxLevels)
        {
            _unchecked = _levels == MaxLevels ? "schemas that are nested too deeply" : "too many values and alternatives";
            _steps = -1;
            reader.Skip();
            return true;
        }

        JsonTokenType token = reader.TokenType;
        if (token == JsonTokenType.Null && schema.Nullable)
            return true;
        if (schema.Kinds != ContractKinds.Any && !IsOfKind(ref reader, schema.Kinds))
        {
            Fail(ApiDeviationKind.Type, ref reader, schema);
            reader.Skip();
            return false;
        }

        _levels++;
        bool isValid = schema.HasParts ? CheckWithParts(ref reader, schema, isWhole) : CheckOwn(ref reader, schema, isWhole);
        _levels--;
        return isValid;
    }

    /// <summary>Checks what the schema itself says about the value.</summary>
    private bool CheckOwn(ref Utf8JsonReader reader, ContractSchema schema, bool isWhole)
    {
        bool isListed = schema.Values is null || CheckListed(ref reader, schema);
        if (!schema.Restricts || !isListed && _deviations is null)
        {
            reader.Skip();
            return isListed;
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => CheckObject(ref reader, schema, isWhole),
            JsonTokenType.StartArray => CheckArray(ref reader, schema),
            JsonTokenType.String => CheckText(ref reader, schema),
            JsonTokenType.Number => CheckNumber(ref reader, schema),
            _ => true,
        } && isListed;
    }

    private static bool IsOfKind(ref Utf8JsonReader reader, ContractKinds kinds) => reader.TokenType switch
    {
        JsonTokenType.StartObject => (kinds & ContractKinds.Object) != 0,
        JsonTokenType.StartArray => (kinds & ContractKinds.Array) != 0,
        JsonTokenType.String => (kinds & ContractKinds.String) != 0,
        JsonTokenType.True or JsonTokenType.False => (kinds & ContractKinds.Boolean) != 0,
        JsonTokenType.Null => (kinds & ContractKinds.Null) != 0,
        _ => (kinds & ContractKinds.Number) != 0 || (kinds & ContractKinds.Integer) != 0 && IsWhole(ref reader),
    };

    private bool Fail(ApiDeviationKind kind, ref Utf8JsonReader reader, ContractSchema schema)
    {
        _deviations?.Add(kind, ContractText.Expected(kind, schema), Path, reader.TokenStartIndex);
        return false;
    }
}
