using System.Globalization;
using Microsoft.OpenApi;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Creates the fake of a document. It comes last, so that it changes no name of the other code.</summary>
internal static class FakeParser
{
    /// <summary>The members of the fake that are not operations or groups, and the types whose names the code uses in expressions.</summary>
    private static readonly string[] ReservedMembers =
    [
        "ApiFake", "ApiCredential", "Requests", "OnRequest", "BasePath", "CreateClient", "Connect", "Items", "Add", "Send", "SendAsync", "Dispose", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
    ];

    /// <param name="name">The wanted name of the class.</param>
    /// <param name="declarations">The declarations of the clients.</param>
    public static IEnumerable<DeclarationModel> Parse(string name, List<ClientGroup> groups, List<DeclarationModel> declarations, NameScope scope, TypeNamer types, ParseContext context)
    {
        RootClientModel root = declarations.OfType<RootClientModel>().Single();
        Dictionary<string, ClientModel> clients = declarations.OfType<ClientModel>().ToDictionary(c => c.Name);
        string className = scope.Claim(name);
        var members = new NameScope([className, .. ReservedMembers]);
        List<ClientGroup> tagged = groups.FindAll(g => g.Tag is not null);
        List<FakeGroupReferenceModel> references = tagged.ConvertAll(g => new FakeGroupReferenceModel(members.Claim(g.Name), scope.Claim(g.Name + "Fake")));
        foreach ((ClientGroup group, string groupName) in tagged.Zip(references, (g, r) => (g, r.ClassName)))
        {
            yield return new FakeGroupModel
            {
                Name = groupName,
                Operations = ParseOperations(group, clients[group.ClientName].Operations, group.Name + ".", new NameScope([groupName, .. ReservedMembers]), scope, types, context),
                Documentation = new Documentation { Summary = $"Answers the requests of {group.ClientName}. A request without a delegate is answered with an example of the document, or with a value made from the schema." },
            };
        }

        yield return new FakeModel
        {
            Name = className,
            ClientName = root.Name,
            OptionsName = root.OptionsName,
            BasePath = PathOf(root.BaseAddress) ?? "",
            Groups = references.ToEquatableArray(),
            Operations = groups.Find(g => g.Tag is null) is { } untagged ? ParseOperations(untagged, root.Operations, "", members, scope, types, context) : [],
            Schemes = root.Security?.Schemes ?? [],
            Documentation = new Documentation { Summary = "The API in memory, for tests: a handler for HttpClient with one delegate for each operation." },
        };
    }

    private static EquatableArray<FakeOperationModel> ParseOperations(
        ClientGroup group, EquatableArray<OperationModel> methods, string prefix, NameScope members, NameScope scope, TypeNamer types, ParseContext context)
    {
        List<string> names = ParseNames(methods, members);

        // Nested types hide those of the namespace, so they have names of their own.
        NameScope delegates = scope.Copy();

        ILookup<string, OperationShape> shapes = group.Operations.ToLookup(o => o.HttpMethod + " " + o.Path);
        IEnumerable<FakeOperationModel> fakes = methods.Zip(names, (method, name) =>
        {
            OperationShape shape = shapes[method.HttpMethod + " " + string.Concat(method.Path.Select(p => p.Text ?? "{" + p.Parameter!.WireName + "}"))].First();
            List<BodyShape> bodies = method.Body is { } body ? BodyParser.SameType(shape.Bodies, body, types) : [];
            KeyValuePair<string, IOpenApiResponse> success = Success(shape, method, context);
            KeyValuePair<string, IOpenApiMediaType>? content = ResponseParser.Content(success, method.Result.Kind, context);
            return new FakeOperationModel
            {
                Name = name,
                FullName = prefix + name,
                DelegateName = ClaimDelegate(name + "Handler"),
                Path = shape.Path,
                Method = method,
                RequiresCredential = method.Security is not null && IsRequired(shape, context),
                ContentTypes = bodies.Select(b => BodyParser.Written(b.ContentType)).ToEquatableArray(),
                HasStreamedBody = bodies.Count > 0 && bodies[0].IsStreamed,
                RequiredProperties = method.Body is { Kind: BodyKind.Json or BodyKind.Form or BodyKind.Multipart } ? RequiredProperties.Of(bodies[0].Shape, context).ToEquatableArray() : [],
                ServerPath = PathOf(shape.Server),
                Status = int.TryParse(success.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 200,
                ContentType = content?.Key is { } type && type.IndexOf('*') < 0 && type != "application/json" ? type : null,
                Sample = Sample(shape, method, content, context),
            };
        });
        return fakes.ToEquatableArray();

        string ClaimDelegate(string wanted)
        {
            string claimed = delegates.Claim(wanted);
            while (!members.TryClaim(claimed))
                claimed = delegates.Claim(wanted);

            return claimed;
        }
    }

    /// <summary>The names of the methods without Async. The overloads for other bodies are told apart by the kind of the body.</summary>
    private static List<string> ParseNames(EquatableArray<OperationModel> methods, NameScope members)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (OperationModel method in methods)
        {
            string stem = method.Name.Substring(0, method.Name.Length - "Async".Length);
            names.Add(members.Claim(seen.Add(method.Name) ? stem : stem + "With" + method.Body!.Kind));
        }

        return names;
    }

    /// <summary>The response with the content of the result, or else the first one.</summary>
    private static KeyValuePair<string, IOpenApiResponse> Success(OperationShape shape, OperationModel method, ParseContext context)
    {
        List<KeyValuePair<string, IOpenApiResponse>> all = ResponseParser.Successes(shape.Operation);
        return all.FirstOrDefault(r => ResponseParser.Content(r, method.Result.Kind, context) is not null) is { Key: not null } found ? found : all.FirstOrDefault();
    }

    private static string? Sample(OperationShape shape, OperationModel method, KeyValuePair<string, IOpenApiMediaType>? content, ParseContext context) => method.Result.Kind switch
    {
        ResultKind.Json => SampleParser.Parse(content?.Value, shape.Result.Shape!, context),
        ResultKind.Items when method.Result.Type is not null => SampleParser.Parse(null, shape.Stream!.Item!, context),
        ResultKind.Text or ResultKind.Items => SampleParser.Text(content?.Value) ?? "text",
        _ => null,
    };

    /// <summary>Whether the document demands a credential that the client can send. An empty requirement allows requests without one (OpenAPI 3.1, Security Requirement Object).</summary>
    private static bool IsRequired(OperationShape shape, ParseContext context)
        => (shape.Operation.Security ?? context.Document.Security) is { Count: > 0 } requirements
            && requirements.All(r => r is { Count: > 0 } && r.Keys.All(k => context.Document.Components?.SecuritySchemes is { } schemes && k.Reference?.Id is { } id && schemes.TryGetValue(id, out IOpenApiSecurityScheme? scheme) && SecurityParser.IsSent(scheme)));

    /// <summary>The path of an address; null if it has none.</summary>
    private static string? PathOf(string? address)
        => address is null ? null : Uri.TryCreate(address, UriKind.Absolute, out Uri? absolute) ? absolute.AbsolutePath.TrimEnd('/') : address.StartsWith("/", StringComparison.Ordinal) ? address.TrimEnd('/') : null;
}
