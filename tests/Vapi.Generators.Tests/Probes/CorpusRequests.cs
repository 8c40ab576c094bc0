using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Builds the request of every operation of a document, without sending it.</summary>
internal sealed partial class CorpusRequests(JsonElement document, Assembly assembly)
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

    private static readonly Uri BaseAddress = new("https://api.test");

    private readonly List<(string Method, string Address)> _built = [];

    private readonly List<string> _failures = [];

    /// <summary>How many operations the document has.</summary>
    public int Count { get; private set; }

    /// <summary>The operations without a request, and methods that could not make one.</summary>
    public IReadOnlyList<string> Failures()
    {
        foreach (object client in Clients())
        {
            foreach (MethodInfo method in client.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetParameters().Any(p => p.ParameterType.Name == "RequestOptions")))
                Call(client, method);
        }

        HashSet<(string, string)> built = [.. _built];
        foreach ((string method, string path) in Operations().Distinct())
        {
            Count++;
            Regex template = Template(path);
            if (!built.Any(b => b.Item1 == method && template.IsMatch(b.Item2)))
                _failures.Add($"no request is {method} {path}");
        }

        return _failures;
    }

    private IEnumerable<object> Clients()
    {
        Type root = assembly.GetTypes().Single(t => t.GetConstructors().Any(c => c.GetParameters() is [{ ParameterType.Name: "HttpClient" }, _]));
        Type optionsType = root.GetConstructors().Select(c => c.GetParameters()).Single(p => p.Length == 2)[1].ParameterType;
        object options = Activator.CreateInstance(optionsType)!;
        optionsType.GetProperty("BaseAddress")!.SetValue(options, BaseAddress);
        object client = Activator.CreateInstance(root, new HttpClient(new Capture(_built)), options)!;
        return [client, .. root.GetProperties().Select(p => p.GetValue(client)!)];
    }

    private void Call(object client, MethodInfo method)
    {
        try
        {
            object? result = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [.. method.GetParameters().Select(p => p.ParameterType.Name == "RequestOptions" ? ToBaseAddress(p.ParameterType) : AnyValue.Of(p.ParameterType))], null);
            if (result is Task task)
                task.GetAwaiter().GetResult();
            else
                Enumerate((dynamic)result!);
        }
        catch (CapturedException)
        {
        }
        catch (Exception exception)
        {
            _failures.Add($"{method.Name}: {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Options that send the request of an operation that has a server of its own to the base address too.</summary>
    private static object ToBaseAddress(Type type)
    {
        object options = Activator.CreateInstance(type)!;
        type.GetProperty("BaseAddress")!.SetValue(options, BaseAddress);
        return options;
    }

    private static void Enumerate<T>(IAsyncEnumerable<T> items) => items.GetAsyncEnumerator().MoveNextAsync().AsTask().GetAwaiter().GetResult();

    private IEnumerable<(string Method, string Path)> Operations()
    {
        if (!document.TryGetProperty("paths", out JsonElement paths) || paths.ValueKind != JsonValueKind.Object)
            yield break;

        foreach (JsonProperty path in paths.EnumerateObject().Where(p => p.Name.StartsWith('/')))
        {
            JsonElement item = path.Value;
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("$ref", out JsonElement reference))
                item = document.TryResolve(reference.GetString()!) ?? item;
            foreach (JsonProperty operation in item.ValueKind == JsonValueKind.Object ? [.. item.EnumerateObject()] : Array.Empty<JsonProperty>())
            {
                if (Methods.Contains(operation.Name.ToUpperInvariant()) && operation.Value.ValueKind == JsonValueKind.Object)
                    yield return (operation.Name.ToUpperInvariant(), path.Name);
                if (operation.Name == "additionalOperations")
                {
                    foreach (JsonProperty additional in operation.Value.EnumerateObject())
                        yield return (additional.Name, path.Name);
                }
            }
        }
    }

    /// <summary>What the address of a request looks like: a fragment is never sent.</summary>
    private static Regex Template(string path)
    {
        const string Parameter = "0parameter0";
        string address = new Uri("https://api.test" + PathParameter().Replace(path.Split('#')[0], Parameter)).PathAndQuery;
        return new Regex("^" + Regex.Escape(address).Replace(Parameter, "[^/]+", StringComparison.Ordinal) + "([?&/].*)?$", RegexOptions.Singleline);
    }

    [GeneratedRegex(@"\{[^}]*}")]
    private static partial Regex PathParameter();

    private sealed class CapturedException : Exception;

    private sealed class Capture(List<(string, string)> built) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                await content.CopyToAsync(Stream.Null, cancellationToken);

            built.Add((request.Method.Method, request.RequestUri!.PathAndQuery));
            throw new CapturedException();
        }
    }
}
