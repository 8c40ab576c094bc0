using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Tags become groups, operations become methods.</summary>
internal static class ClientParser
{
    /// <summary>OpenAPI 3.2, Path Item Object.</summary>
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"];

    private static readonly string[] ReservedMembers = ["Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    /// <summary>An operation, before the names of its group are known.</summary>
    private sealed record Found(string Path, string Method, OpenApiOperation Operation, IOpenApiPathItem Item, DocumentPointer Pointer)
    {
        /// <summary>An earlier operation with the same ID.</summary>
        public Found? Namesake { get; init; }
    }

    /// <summary>The groups in the order of their first operations. Operations without a tag belong to the root client.</summary>
    public static List<ClientGroup> FindGroups(NameScope types, string clientName, DocumentFilter filter, ParseContext context)
    {
        var members = new NameScope([clientName, .. ReservedMembers]);
        var groups = new List<ClientGroup>();
        foreach (IGrouping<string?, Found> tag in FindOperations(filter, context).GroupBy(f => f.Operation.Tags?.FirstOrDefault()?.Reference.Id))
        {
            DocumentPointer pointer = tag.First().Pointer["tags"][0];
            string name = tag.Key is null ? "" : context.Claim(members, Identifiers.Pascal(tag.Key), pointer, tag.Key);
            string client = tag.Key is null ? clientName : context.Claim(types, name + "Client", pointer);
            groups.Add(new ClientGroup(tag.Key, name, client, []) { Operations = Name([.. tag], name, client, context) });
        }

        return groups;
    }

    public static IEnumerable<DeclarationModel> Parse(List<ClientGroup> groups, string clientName, NameScope scope, TypeNamer types, PagesOption pages, ParseContext context)
    {
        var declarations = new List<DeclarationModel>();
        var operations = new List<OperationModel>();
        var security = new SecurityParser(clientName + "Security", clientName + "Options", context);
        foreach (ClientGroup group in groups)
        {
            List<OperationModel> models = [.. group.Operations.Select(o => OperationParser.Parse(o, scope, types, security, declarations, context))];
            var names = new NameScope(models.Select(m => m.Name));
            models = [.. models.Zip(group.Operations, (m, o) => ParseMethods(o, m).Select(method => Place(o, method))).SelectMany(m => m)];
            if (group.Tag is null)
                operations = models;
            else
                declarations.Add(new ClientModel { Name = group.ClientName, Operations = models.ToEquatableArray(), Documentation = Describe(group, context) });

            OperationModel Place(OperationShape operation, OperationModel method)
            {
                if (context.Places is { } places)
                    OperationPlaces.Add(places, group.ClientName, operation, method);

                return method;
            }

            IEnumerable<OperationModel> ParseMethods(OperationShape operation, OperationModel model)
            {
                yield return model with { Pages = PagesParser.Parse(operation, model, names, types, pages, context) };
                foreach (OperationModel overload in OperationParser.ParseOverloads(operation, model, types, context))
                    yield return overload;
                if (OperationParser.ParseStreaming(operation, model, names, types, context) is { } streaming)
                    yield return streaming;
            }
        }

        pages.ReportMismatches(groups.SelectMany(g => g.Operations).Select(o => o.Operation.OperationId).OfType<string>(), context);
        SecurityModel? schemes = security.Parse();
        if (context.Settings.Capabilities.HasHttpClientFactory)
            declarations.Add(ServiceCollectionParser.Parse(clientName, schemes));

        List<OperationShape> all = [.. groups.SelectMany(g => g.Operations)];
        var fields = new NameScope(["_client"]);
        declarations.Add(new RootClientModel
        {
            Name = clientName,
            OptionsName = clientName + "Options",
            Groups = groups.Where(g => g.Tag is not null).Select(g => new ClientGroupModel
            {
                Name = g.Name,
                Field = fields.Claim("_" + char.ToLowerInvariant(g.Name[0]) + g.Name.Substring(1)),
                ClientName = g.ClientName,
                Documentation = Describe(g, context),
            }).ToEquatableArray(),
            Operations = operations.ToEquatableArray(),
            BaseAddress = ServerParser.BaseAddress(context.Document),
            Security = schemes,
            ServersName = clientName + "Servers",
            Servers = ServerParser.Parse(clientName + "Servers", all, context),
            DocumentServers = ServerParser.Templates(all, context.Document),
            Title = context.Document.Info?.Title ?? "",
            Version = context.Document.Info?.Version ?? "",
            Documentation = new Documentation { Summary = context.Document.Info?.Description ?? context.Document.Info?.Title },
        });
        return declarations;
    }

    private static Documentation Describe(ClientGroup group, ParseContext context)
        => new() { Summary = context.Document.Tags?.FirstOrDefault(t => t.Name == group.Tag)?.Description ?? group.Tag };

    private static IEnumerable<Found> FindOperations(DocumentFilter filter, ParseContext context)
    {
        var ids = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IOpenApiPathItem> path in context.Document.Paths ?? [])
        {
            DocumentPointer pointer = ReferenceParser.Follow(path.Value, DocumentPointer.Root["paths"][path.Key], "the path is ignored", context);
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in path.Value?.Operations ?? [])
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (operation.Value is null || !filter.Includes(path.Key, operation.Value))
                    continue;

                // Fields of a path item have lowercase methods; keys of additionalOperations have the exact method.
                string method = operation.Key.Method;
                bool isField = Methods.Contains(method.ToUpperInvariant());
                DocumentPointer place = isField ? pointer[method.ToLowerInvariant()] : pointer["additionalOperations"][method];
                var found = new Found(path.Key, isField ? method.ToUpperInvariant() : method, operation.Value, path.Value!, place);
                string id = operation.Value.OperationId ?? "";
                if (ids.TryGetValue(id, out Found? namesake))
                    found = found with { Namesake = namesake };
                else if (id.Length > 0)
                    ids.Add(id, found);

                yield return found;
            }
        }
    }

    /// <summary>Names the methods of a group.</summary>
    private static List<OperationShape> Name(List<Found> operations, string group, string client, ParseContext context)
    {
        List<string> names = MethodNames.Choose([.. operations.Select(o => (o.Operation.OperationId, o.Path, o.Method))], group);
        var scope = new NameScope([]);
        var result = new List<OperationShape>();
        for (int i = 0; i < operations.Count; i++)
        {
            Found found = operations[i];
            string name = Claim(found, names[i]);
            result.Add(OperationParser.ParseShape(found.Operation, found.Path, found.Method, found.Item, name, group + name, found.Pointer, context));
        }

        return result;

        string Claim(Found found, string wanted)
        {
            if (found.Namesake is not { } namesake)
                return context.Claim(scope, wanted, found.Pointer, found.Operation.OperationId ?? found.Path);

            string name = scope.Claim(wanted);
            context.Report(Descriptors.DuplicateOperationId.Id, found.Pointer["operationId"], found.Operation.OperationId!, $"{namesake.Method} {namesake.Path}", $"{client}.{name}Async");
            return name;
        }
    }
}
