namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Linq;
using global::System.Net.Http;
using global::System.Text.Json;

/// <summary>The operations of a fake, and which one a request is for.</summary>
internal sealed class FakeOperations
{
    private readonly List<FakeOperation> _all = new();

    public void Add(FakeOperation operation) => _all.Add(operation);

    /// <summary>The operations that a request can be for. Several remain only if nothing in a request tells them apart, such as two whose paths have different fragments.</summary>
    /// <exception cref="ApiFakeRefusedException">The document does not allow the request.</exception>
    public IReadOnlyList<FakeCall> Find(ApiFakeRequest request, string basePath)
    {
        List<FakeCall> calls = _all.Select(o => (Operation: o, Values: o.Match(request.Address, basePath))).Where(o => o.Values is not null).Select(o => new FakeCall(o.Operation, request, o.Values!)).ToList();
        List<FakeCall> found = calls.FindAll(c => c.Operation.Method == request.Method);
        if (found.Count == 0)
            throw Unknown(request, calls);

        int rank = found.Min(c => c.Operation.Rank);
        found.RemoveAll(c => c.Operation.Rank != rank);
        return OfResult(OfBody(found, request), request);
    }

    /// <summary>The response of the first operation that takes the request.</summary>
    public static HttpResponseMessage Answer(IReadOnlyList<FakeCall> calls)
    {
        for (int i = 0; i < calls.Count - 1; i++)
        {
            try
            {
                return calls[i].Answer();
            }
            catch (ApiFakeRefusedException)
            {
                // The next one can take it.
            }
        }

        return calls[calls.Count - 1].Answer();
    }

    private static List<FakeCall> OfBody(List<FakeCall> calls, ApiFakeRequest request)
    {
        string? type = calls[0].ContentType;
        if (type is null && request.BodyBytes.Length == 0)
            return calls.FindAll(c => !c.Operation.RequiresBody) is { Count: > 0 } free ? free : throw calls[0].Refuse("the required body is missing");

        List<FakeCall> same = calls.FindAll(c => c.Operation.Bodies is { } bodies && Array.Exists(bodies, b => FakeCall.IsType(type ?? "", b)));
        if (same.Count > 0)
            return same;

        string[] documented = calls.SelectMany(c => c.Operation.Bodies ?? Array.Empty<string>()).Distinct().ToArray();
        if (documented.Length == 0 && request.BodyBytes.Length == 0)
            return calls;

        throw calls[0].Refuse(documented.Length == 0 ? "the operation takes no body" : $"the body has the content type '{MessageText.Clean(type ?? "", 100)}', but the document has {string.Join(", ", documented)}");
    }

    private static List<FakeCall> OfResult(List<FakeCall> calls, ApiFakeRequest request)
    {
        if (calls.TrueForAll(c => c.Operation.IsStream == calls[0].Operation.IsStream))
            return calls;

        bool asksForStream = calls.Exists(c => c.Operation.IsStream && (c.Operation.StreamProperty is { } property ? IsTrue(request, property) : c.Accepts(c.Operation.ContentType ?? "text/event-stream")));
        return calls.FindAll(c => c.Operation.IsStream == asksForStream);
    }

    private static bool IsTrue(ApiFakeRequest request, string property)
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(request.BodyBytes);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            // The operation refuses it.
            return false;
        }
    }

    private ApiFakeRefusedException Unknown(ApiFakeRequest request, List<FakeCall> samePath)
    {
        string asked = MessageText.Clean(request.Method + " " + request.Path, 300);
        if (samePath.Count > 0)
            return new($"The fake refused {asked}: the document has no {request.Method} there, only {string.Join(", ", samePath.Select(c => $"{c.Operation.Method} ({c.Operation.Name})").Distinct())}.");

        FakeOperation? nearest = _all.OrderBy(o => Distance(asked, o.Method + " " + o.Template)).FirstOrDefault();
        return new($"The fake refused {asked}: the document has no such path.{(nearest is null ? "" : $" The nearest operation is {nearest.Method} {nearest.Template} ({nearest.Name}).")}");
    }

    /// <summary>The number of characters to add, remove or replace (Levenshtein).</summary>
    private static int Distance(string one, string two)
    {
        int[] previous = Enumerable.Range(0, two.Length + 1).ToArray();
        for (int i = 1; i <= one.Length; i++)
        {
            var current = new int[two.Length + 1];
            current[0] = i;
            for (int j = 1; j <= two.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1));

            previous = current;
        }

        return previous[two.Length];
    }
}
