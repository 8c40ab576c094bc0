using System.Text;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The servers of requests: OpenAPI 3.1, Server Object.</summary>
internal static class ServerParser
{
    /// <summary>The maximum length of a description that is used as a name, in words.</summary>
    private const int MaxWords = 4;

    /// <summary>The maximum length of an address in characters. Servers accept no more.</summary>
    private const int MaxAddress = 8_192;

    private static readonly Regex Variable = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The first server, with the default values of its variables; null when it is relative.</summary>
    public static string? BaseAddress(OpenApiDocument document)
    {
        string? url = Url(document.Servers);
        return url is not null && IsAbsolute(url) ? url : null;
    }

    /// <summary>The operation's own servers, or those of its path; empty if it uses the document's servers.</summary>
    public static IList<OpenApiServer> Own(OpenApiOperation operation, IOpenApiPathItem path, OpenApiDocument document)
    {
        IList<OpenApiServer> own = (operation.Servers is { Count: > 0 } servers ? servers : path.Servers) ?? [];
        return own.Select(s => s?.Url).SequenceEqual((document.Servers ?? []).Select(s => s?.Url)) ? [] : own;
    }

    /// <summary>The first of an operation's own servers, with the default values of its variables; null if there are none. It can be relative.</summary>
    public static string? Override(IList<OpenApiServer> own)
    {
        string? url = Url(own);
        return Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address) && (!address.IsAbsoluteUri || IsAbsolute(url!)) ? url : null;
    }

    /// <summary>The URL templates of the document's servers. If the base address matches one of them, operations use their own servers. Empty if no operation has its own server.</summary>
    public static EquatableArray<string> Templates(List<OperationShape> operations, OpenApiDocument document) => !operations.Exists(o => o.Server is not null) ? []
        : document.Servers is { Count: > 0 } servers ? servers.Select(s => s?.Url ?? "/").ToEquatableArray()
        : new[] { "/" }.ToEquatableArray();

    /// <summary>The absolute servers of the document and of operations, if there is a choice: several servers, or variables.</summary>
    public static EquatableArray<ServerModel> Parse(string className, List<OperationShape> operations, ParseContext context)
    {
        var names = new NameScope([className, "Equals", "ReferenceEquals"]);
        var models = new List<ServerModel>();
        Add(context.Document.Servers ?? [], DocumentPointer.Root["servers"], "");
        foreach (OperationShape operation in operations)
            Add(operation.Servers, operation.Pointer["servers"], operation.Owner);

        return models.ToEquatableArray();

        void Add(IList<OpenApiServer> all, DocumentPointer place, string owner)
        {
            List<OpenApiServer> servers = [.. all.Where(s => s?.Url is not null && s.Url.IndexOf("://", StringComparison.Ordinal) > 0)];
            if (servers.Count < 2 && !servers.Exists(s => s.Variables?.Count > 0))
                return;

            for (int i = 0; i < servers.Count; i++)
            {
                OpenApiServer server = servers[i];
                bool isChoice = Variables(server).Any(v => v.Value is not null) || IsAbsolute(server.Url!);
                if (isChoice && (owner.Length == 0 || !models.Exists(m => m.Url == server.Url)))
                    models.Add(Parse(server, owner + Name(server, i), place[all.IndexOf(server)], names, context));
            }
        }
    }

    private static ServerModel Parse(OpenApiServer server, string name, DocumentPointer pointer, NameScope names, ParseContext context)
    {
        var arguments = new NameScope([]);
        return new ServerModel
        {
            Name = context.Claim(names, name, pointer),
            Url = server.Url!,
            Variables = Variables(server).Where(v => v.Value is not null).Select(v => new ServerVariableModel
            {
                Name = OperationParser.Argument(context.Claim(arguments, Identifiers.Camel(v.Key), pointer["variables"][v.Key], v.Key)),
                WireName = v.Key,
                Default = v.Value.Default ?? v.Value.Enum?.FirstOrDefault() ?? "",
                Values = (v.Value.Enum ?? []).ToEquatableArray(),
                Description = v.Value.Description,
            }).ToEquatableArray(),
            Description = server.Description,
        };
    }

    /// <summary>The first server, with the default values of its variables.</summary>
    private static string? Url(IList<OpenApiServer>? servers)
    {
        if (servers?.FirstOrDefault() is not { Url: { } url } server)
            return null;

        if (server.Variables is not { Count: > 0 } variables)
            return url;

        // Default values are not expanded again: each expansion could multiply the length of the address.
        var address = new StringBuilder();
        int start = 0;
        foreach (Match match in Variable.Matches(url))
        {
            if (address.Length > MaxAddress || !variables.TryGetValue(match.Groups[1].Value, out OpenApiServerVariable? variable))
                continue;

            address.Append(url, start, match.Index - start).Append(variable?.Default);
            start = match.Index + match.Length;
        }

        return address.Length > MaxAddress ? null : address.Append(url, start, url.Length - start).ToString();
    }

    private static string Name(OpenApiServer server, int index)
    {
        string[] words = (server.Description ?? "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string name = words.Length is 0 or > MaxWords ? "" : Identifiers.Pascal(string.Join(" ", words));
        return name is "" or "Empty" ? "Server" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : name;
    }

    private static IDictionary<string, OpenApiServerVariable> Variables(OpenApiServer server) => server.Variables ?? new Dictionary<string, OpenApiServerVariable>();

    private static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http";
}
