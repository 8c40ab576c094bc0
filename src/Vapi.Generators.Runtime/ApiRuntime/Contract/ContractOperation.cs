namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;

/// <summary>The JSON that an operation sends and receives.</summary>
internal sealed class ContractOperation
{
    private readonly List<(string ContentType, ContractReference Schema)> _requests = new();

    /// <summary>The most specific first.</summary>
    private readonly List<(int From, int To, ContractReference Schema)> _responses = new();

    private ContractOperation(string id) => Id = id;

    /// <summary>The operationId, or else the method and path.</summary>
    public string Id { get; }

    public static ContractOperation Read(ContractReader reader, ContractTable table)
    {
        var operation = new ContractOperation(table.Text(reader.Next()));
        for (int count = reader.Next(); count > 0; count--)
        {
            string type = table.Text(reader.Next());
            operation._requests.Add((type, new ContractReference(table, reader.Next())));
        }

        for (int count = reader.Next(); count > 0; count--)
        {
            int from = reader.Next();
            int to = reader.Next();
            operation._responses.Add((from, to, new ContractReference(table, reader.Next())));
        }

        return operation;
    }

    /// <summary>The schema of a body; null if the document describes none.</summary>
    public ContractSchema? Request(string contentType) => _requests.Find(r => string.Equals(r.ContentType, contentType, StringComparison.OrdinalIgnoreCase)).Schema?.Schema;

    /// <summary>The schema of the JSON of a response; null if the document describes none. The client reads any success as the described one, so a success with another status must match it too.</summary>
    public ContractSchema? Response(int status)
    {
        if (_responses.Find(r => r.From <= status && status <= r.To).Schema is { } described)
            return described.Schema;

        List<(int From, int To, ContractReference Schema)> successes = IsSuccess(status) ? _responses.FindAll(r => IsSuccess(r.From)) : new();
        return successes.Count == 1 ? successes[0].Schema.Schema : null;
    }

    private static bool IsSuccess(int status) => status is >= 200 and < 300;
}
