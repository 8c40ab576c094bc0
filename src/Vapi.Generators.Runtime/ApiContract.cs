namespace Vapi.Generators.Runtime;

/// <summary>
/// Checks JSON against the schemas of the document. All deviations are found, up to 100: types, required, unknown, read-only and write-only properties, listed values, bounds, lengths, patterns, counts, unique items and alternatives.
/// The keyword <c>format</c> is not checked, as JSON Schema's default demands.
/// </summary>
public static partial class ApiContract
{
    private static ApiRuntime.ContractTable? table;

    /// <summary>The description of the schemas, read on first use.</summary>
    internal static ApiRuntime.ContractTable Table
    {
        get
        {
            if (table is null)
                Describe(ref table);

            return table!;
        }
    }

    /// <summary>The names of the schemas in the document.</summary>
    public static global::System.Collections.Generic.IEnumerable<string> Schemas => Table.Schemas;

    /// <summary>Finds the deviations of a generated object from its schema. This method serializes the object.</summary>
    /// <exception cref="global::System.ArgumentException">The document has no schema for the type alone: it combines several.</exception>
    public static global::System.Collections.Generic.IReadOnlyList<ApiDeviation> Check<T>(T value, ApiDirection direction = ApiDirection.Any)
        where T : ApiRuntime.IJsonModel
    {
        var utf8 = new global::System.IO.MemoryStream();
        using (var writer = new global::System.Text.Json.Utf8JsonWriter(utf8))
            value.Write(writer);

        return Check<T>(new global::System.ReadOnlySpan<byte>(utf8.GetBuffer(), 0, (int)utf8.Length), direction);
    }

    /// <summary>Finds the deviations of UTF-8 JSON from the schema of a generated type. The properties that the type does not have are also checked.</summary>
    /// <exception cref="global::System.ArgumentException">The document has no schema for the type alone: it combines several.</exception>
    public static global::System.Collections.Generic.IReadOnlyList<ApiDeviation> Check<T>(global::System.ReadOnlySpan<byte> utf8, ApiDirection direction = ApiDirection.Any)
        where T : ApiRuntime.IJsonModel
        => ApiRuntime.ContractCheck.Run(utf8, Table.FindType(typeof(T).Name) ?? throw new global::System.ArgumentException($"The document has no schema for '{typeof(T).Name}' alone."), direction);

    /// <summary>Finds the deviations of UTF-8 JSON from a schema of the document.</summary>
    /// <param name="schema">The name of the schema in the document.</param>
    /// <param name="utf8">The JSON.</param>
    /// <param name="direction">Whether the JSON is sent or received.</param>
    /// <exception cref="global::System.ArgumentException">The document has no schema with this name, or it is excluded.</exception>
    public static global::System.Collections.Generic.IReadOnlyList<ApiDeviation> Check(string schema, global::System.ReadOnlySpan<byte> utf8, ApiDirection direction = ApiDirection.Any)
        => ApiRuntime.ContractCheck.Run(utf8, Table.FindSchema(schema) ?? throw new global::System.ArgumentException($"The document has no schema '{schema}'.", nameof(schema)), direction);

    /// <summary>Throws if a generated object deviates from its schema. For tests.</summary>
    /// <exception cref="ApiContractException">It deviates. Its message lists the deviations.</exception>
    /// <exception cref="global::System.ArgumentException">The document has no schema for the type alone: it combines several.</exception>
    public static void Validate<T>(T value, ApiDirection direction = ApiDirection.Any)
        where T : ApiRuntime.IJsonModel
        => Demand(Check(value, direction));

    /// <summary>Throws if UTF-8 JSON deviates from the schema of a generated type. For tests.</summary>
    /// <inheritdoc cref="Validate{T}(T, ApiDirection)"/>
    public static void Validate<T>(global::System.ReadOnlySpan<byte> utf8, ApiDirection direction = ApiDirection.Any)
        where T : ApiRuntime.IJsonModel
        => Demand(Check<T>(utf8, direction));

    private static void Demand(global::System.Collections.Generic.IReadOnlyList<ApiDeviation> deviations)
    {
        if (deviations.Count > 0)
            throw new ApiContractException(deviations);
    }

    /// <summary>Implemented by the code of the document.</summary>
    static partial void Describe(ref ApiRuntime.ContractTable? table);
}
