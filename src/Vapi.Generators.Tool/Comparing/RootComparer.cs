using Vapi.Generators.Model;
using Vapi.Generators.Tool.Documents;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares the root client: its name, groups, credentials and servers.</summary>
internal static class RootComparer
{
    public static void Compare(Comparison comparison)
    {
        (RootClientModel old, RootClientModel @new, ChangeList changes) = (Root(comparison.Old), Root(comparison.New), comparison.Changes);
        if (old.Name != @new.Name)
        {
            changes.Add(ChangeGroup.Breaking, "client-renamed", old.Name, "has another name, and so has all that is called after it: keep it by OpenApiClientName", old.Name, @new.Name);
            changes.Changes.Last().With.AddRange(CalledAfter(old, comparison.Old));
        }

        if (old.BaseAddress != @new.BaseAddress)
            changes.Add(ChangeGroup.Behavior, "address-changed", old.OptionsName + ".BaseAddress", "is another address", old.BaseAddress, @new.BaseAddress, Direction.Request);

        CompareGroups(old, @new, comparison);
        CompareSecurity(old, @new, changes);
        foreach ((ServerModel? before, ServerModel? after) in Pairs.Of(old.Servers, @new.Servers, s => s.Name, s => s.Url))
        {
            string name = $"{old.ServersName}.{(before ?? after!).Name}";
            if (after is null)
                changes.Gone("server", name, before!.Url, Direction.Request, @new.Servers.Count == 0 && before == old.Servers[0] ? [old.ServersName] : []);
            else if (before is null)
                changes.Added("server", name, after.Url, Direction.Request);
            else if (before.Name != after.Name)
                changes.Add(ChangeGroup.Breaking, "server-renamed", name, "has another name", before.Name, after.Name, Direction.Request);
            else if (before != after with { Description = before.Description })
                changes.Add(ChangeGroup.Behavior, "server-changed", name, "is another address", before.Url, after.Url, Direction.Request);
        }
    }

    /// <summary>The property of the root client that leads to a group.</summary>
    public static IEnumerable<string> PropertiesOf(DeclarationModel client, Comparison comparison)
    {
        RootClientModel root = Root(comparison.Old);
        return client is ClientModel ? root.Groups.Where(g => g.ClientName == client.Name).Select(g => $"{root.Name}.{g.Name}") : [];
    }

    /// <summary>The security requirements of an operation, with the names in the document; null if there are none.</summary>
    public static string? Requirements(OperationModel operation, ApiDocument document)
    {
        if (operation.Security is not { } expression || Root(document).Security is not { } security)
            return null;

        string field = expression[(expression.LastIndexOf('.') + 1)..];
        return security.Requirements.FirstOrDefault(r => r.Field == field) is { } requirements
            ? string.Join(" or ", requirements.Alternatives.Select(a => a.Count == 0 ? "none" : string.Join(" and ", a.Select(u => Use(u, security)))))
            : field;
    }

    private static IEnumerable<string> CalledAfter(RootClientModel root, ApiDocument document)
        => document.Model.Declarations.Where(d => d is ServiceCollectionModel or TypeInfoResolverModel).Select(d => d.Name)
            .Append(root.OptionsName)
            .Concat(root.Servers.Count > 0 ? [root.ServersName] : []);

    private static string Use(SecurityUseModel use, SecurityModel security)
        => security.Schemes.First(s => s.Field == use.Field).SchemeName + (use.Scopes.Count == 0 ? "" : $" ({string.Join(", ", use.Scopes)})");

    private static void CompareGroups(RootClientModel old, RootClientModel @new, Comparison comparison)
    {
        foreach (ClientGroupModel before in old.Groups)
        {
            if (comparison.Types.Pairs.First(p => p.Old.Name == before.ClientName).New is not ClientModel after)
                continue;

            string name = @new.Groups.First(g => g.ClientName == after.Name).Name;
            if (before.ClientName != after.Name)
            {
                comparison.Changes.Add(ChangeGroup.Breaking, "group-renamed", before.ClientName, "has another name", $"{old.Name}.{before.Name}", $"{@new.Name}.{name}");
                comparison.Changes.Changes.Last().With.Add($"{old.Name}.{before.Name}");
            }
            else if (before.Name != name)
                comparison.Changes.Add(ChangeGroup.Breaking, "group-renamed", $"{old.Name}.{before.Name}", "has another name", before.Name, name);
        }
    }

    private static void CompareSecurity(RootClientModel old, RootClientModel @new, ChangeList changes)
    {
        if (old.Security?.KeyScheme is not null && @new.Security?.KeyScheme is null)
            changes.Gone("constructor", $"{old.Name}.{old.Name}(apiKey)", "string", Direction.Request);

        foreach ((SecuritySchemeModel? before, SecuritySchemeModel? after) in Pairs.Of(old.Security?.Schemes ?? [], @new.Security?.Schemes ?? [], s => s.Property, s => s.SchemeName))
        {
            string name = $"{old.OptionsName}.{(before ?? after!).Property}";
            if (after is null)
                changes.Gone("credential", name, before!.SchemeName, Direction.Request);
            else if (before is null)
                changes.Added("credential", name, after.SchemeName, Direction.Request);
            else if (before.Property != after.Property)
                changes.Add(ChangeGroup.Breaking, "credential-renamed", name, "has another name", before.Property, after.Property, Direction.Request);
            else if (Sent(before) != Sent(after))
                changes.Add(ChangeGroup.Behavior, "credential-changed", name, "is sent in another way", Sent(before), Sent(after), Direction.Request);
        }
    }

    private static string Sent(SecuritySchemeModel scheme) => $"{scheme.Place.ToString().ToLowerInvariant()} {scheme.WireName} {scheme.Prefix}".TrimEnd();

    private static RootClientModel Root(ApiDocument document) => document.Model.Declarations.OfType<RootClientModel>().Single();
}
