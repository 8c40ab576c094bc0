using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using Vapi.Generators.Reading.Files;

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

        public string? Tag => Operation.Tags?.FirstOrDefault()?.Reference.Id;

        /// <summary>The key in the names lock.</summary>
        public string Place => Method + " " + Path;

        /// <summary>The group and name that the names lock of the document has for it; null if it has none. The group is empty for the root client.</summary>
        public (string Group, string Name)? Locked { get; init; }
    }

    /// <summary>The groups in the order of their first operations, without the names of their classes. Operations without a tag belong to the root client.</summary>
    public static List<ClientGroup> FindGroups(string clientName, DocumentFilter filter, ParseContext context)
    {
        var members = new NameScope([clientName, .. ReservedMembers]);
        List<Found> operations = TakeLockedNames([.. FindOperations(filter, context)], members, context);
        var all = new List<(string Group, Found Operation)>();
        foreach (IGrouping<string?, Found> tag in operations.GroupBy(f => f.Tag))
        {
            // An operation without a locked name belongs to the group with the name of the tag, or else to the group of an operation with the same tag.
            List<string> groups = [.. tag.Select(f => f.Locked?.Group).OfType<string>()];
            string name = "";
            if (tag.Key is not null && tag.Any(f => f.Locked is null))
            {
                string wanted = Identifiers.Pascal(tag.Key);
                name = groups.Count == 0 ? context.Claim(members, wanted, tag.First().Pointer["tags"][0], tag.Key) : groups.Contains(wanted) ? wanted : groups[0];
            }

            all.AddRange(tag.Select(f => (f.Locked?.Group ?? name, f)));
        }

        return [.. all.GroupBy(o => o.Group, o => o.Operation).Select(g => new ClientGroup(g.Key.Length == 0 ? null : g.Select(f => f.Tag).FirstOrDefault(t => t is not null) ?? g.Key, g.Key, "", Name([.. g], g.Key, context)))];
    }

    /// <summary>Reserves the locked names of groups, and finds those of their methods.</summary>
    private static List<Found> TakeLockedNames(List<Found> operations, NameScope members, ParseContext context)
    {
        if (context.Names.IsEmpty)
            return operations;

        var groups = new Dictionary<string, NameScope>(StringComparer.Ordinal) { [""] = new NameScope([]) };
        return operations.ConvertAll(found =>
        {
            if (context.Names.Wanted(NameKind.Methods, found.Place)?.Split('.') is not { } parts)
                return found;

            string group = parts.Length == 1 ? "" : parts[0];
            if (!groups.ContainsKey(group) && !IsMethod(group) && members.TryClaim(group))
                groups.Add(group, new NameScope([]));
            if (groups.TryGetValue(group, out NameScope? methods) && methods.TryClaim(parts[parts.Length - 1]))
                return found with { Locked = (group, parts[parts.Length - 1]) };

            context.Names.Refuse(NameKind.Methods, [found.Place], LockedNames.IsUsed);
            return found;
        });
    }

    /// <summary>Reserves the locked names of the classes of groups and optional parameters, so that no other type gets one of them.</summary>
    public static void TakeLockedNames(List<ClientGroup> groups, NameScope types, ParseContext context)
    {
        foreach (ClientGroup group in context.Names.IsEmpty ? [] : groups)
        {
            if (group.Tag is not null)
                Take(NameKind.Groups, group.Name);
            foreach (OperationShape operation in group.Operations.Where(o => o.Parameters.Any(p => !p.Required)))
                Take(NameKind.Types, OperationParser.QueryPlace(operation));
        }

        void Take(NameKind kind, string place)
        {
            if (context.Names.Wanted(kind, place) is { } name && (IsMethod(name) || ReservedMembers.Contains(name)))
                context.Names.Refuse(kind, [place], LockedNames.IsMember);

            context.Names.Take(kind, place, types);
        }
    }

    /// <summary>Whether a method of a client can have this name.</summary>
    private static bool IsMethod(string name) => name.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Names the classes of the groups.</summary>
    public static List<ClientGroup> NameClasses(List<ClientGroup> groups, string clientName, NameScope types, ParseContext context) => groups.ConvertAll(group =>
    {
        DocumentPointer pointer = group.Operations[0].Pointer["tags"][0];
        string client = group.Tag is null ? clientName : context.Names.Find(NameKind.Groups, group.Name) ?? context.Claim(types, group.Name + "Client", pointer);
        if (group.Tag is not null)
            context.Places?.Names.Add(NameKind.Groups, group.Name, client);
        foreach (OperationShape operation in group.Operations)
        {
            context.Places?.Names.Add(NameKind.Methods, operation.HttpMethod + " " + operation.Path, group.Tag is null ? operation.Name : group.Name + "." + operation.Name);
            if (operation.Namesake is { } namesake)
                context.Report(Descriptors.DuplicateOperationId.Id, operation.Pointer["operationId"], operation.Operation.OperationId!, namesake, $"{client}.{operation.Name}Async");
        }

        return group with { ClientName = client };
    });

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
    private static List<OperationShape> Name(List<Found> operations, string group, ParseContext context)
    {
        List<string> names = MethodNames.Choose([.. operations.Select(o => (o.Operation.OperationId, o.Path, o.Method, o.Locked?.Name))], group);
        var scope = new NameScope(operations.Select(o => o.Locked?.Name).OfType<string>());
        var result = new List<OperationShape>();
        for (int i = 0; i < operations.Count; i++)
        {
            Found found = operations[i];
            string name = found.Locked?.Name
                ?? (found.Namesake is null ? context.Claim(scope, names[i], found.Pointer, found.Operation.OperationId ?? found.Path) : scope.Claim(names[i]));
            result.Add(OperationParser.ParseShape(found.Operation, found.Path, found.Method, found.Item, name, group + name, found.Pointer, context) with { Namesake = found.Namesake?.Place });
        }

        return result;
    }
}
