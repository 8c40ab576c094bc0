using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares the methods of the clients.</summary>
internal static class MethodComparer
{
    public static void Compare(Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        List<Method> old = Operations.Methods(comparison.Old.Model);
        List<Method> @new = Operations.Methods(comparison.New.Model);
        HashSet<string> newClients = [.. @new.Select(m => m.Client)];
        foreach ((Method? before, Method? after) in Pairs.Of(old, @new, m => Name(m), m => Operations.Identity(m.Operation)))
        {
            if (after is null)
                changes.Gone("method", before!.Name, Signature(before.Operation), Direction.None, [.. PagesOf(before)]);
            else if (before is null)
                changes.Added("method", after.Name, Signature(after.Operation));
            else
                Compare(before, after, comparison);
        }

        // A method of a renamed client is the same method.
        string Name(Method method) => newClients.Contains(method.Client) ? method.Name : comparison.Spelling.Rename(method.Client) + "." + method.Operation.Name;
    }

    private static void Compare(Method before, Method after, Comparison comparison)
    {
        (OperationModel old, OperationModel @new, ChangeList changes) = (before.Operation, after.Operation, comparison.Changes);
        (string name, string place) = (before.Name, after.Name);
        if (comparison.Spelling.Rename(before.Client) != after.Client || old.Name != @new.Name)
            changes.Add(ChangeGroup.Breaking, "method-renamed", name, "has another name", name, place, Direction.None, place);
        if (!comparison.Spelling.IsSame(old.Result.Type, @new.Result.Type) || Spelling.OfResult(old) is var was && was.EndsWith("?>", StringComparison.Ordinal) != Spelling.OfResult(@new).EndsWith("?>", StringComparison.Ordinal) || old.Result.Kind != @new.Result.Kind)
            changes.Add(ChangeGroup.Breaking, "result-changed", name, "returns another type", Spelling.OfResult(old), Spelling.OfResult(@new), Direction.Response, place);
        ComparePages(before, after, comparison);

        // The other changes of a companion are reported for its main method.
        if (before.IsCompanion)
            return;

        if (old.HttpMethod + Operations.Route(old) is var route && route != @new.HttpMethod + Operations.Route(@new))
            changes.Add(ChangeGroup.Behavior, "route-changed", name, "sends another request", $"{old.HttpMethod} {Operations.Route(old)}", $"{@new.HttpMethod} {Operations.Route(@new)}", Direction.Request, place);
        if (old.Server != @new.Server)
            changes.Add(ChangeGroup.Behavior, "server-changed", name, "is sent to another server", old.Server, @new.Server, Direction.Request, place);
        if (RootComparer.Requirements(old, comparison.Old) is var needed && needed != RootComparer.Requirements(@new, comparison.New))
            changes.Add(ChangeGroup.Behavior, "security-changed", name, "asks for other credentials", needed, RootComparer.Requirements(@new, comparison.New), Direction.Request, place);

        ParameterComparer.Compare(before, after, comparison);
        CompareBodies(before, after, comparison);
        CompareErrors(before, after, comparison);
        DocumentationComparer.CompareMethods(old.Documentation, @new.Documentation, name, place, changes);
    }

    private static void ComparePages(Method before, Method after, Comparison comparison)
    {
        (PagesModel? old, PagesModel? @new) = (before.Operation.Pages, after.Operation.Pages);
        if (old is null && @new is null)
            return;

        string name = $"{before.Client}.{old?.Name ?? @new!.Name}";
        if (@new is null)
            comparison.Changes.Add(ChangeGroup.Breaking, "pages-gone", name, "is gone: the listing has no pages any more", Spelling.OfPages(before.Operation), null, Direction.Response, after.Name);
        else if (old is null)
            comparison.Changes.Add(ChangeGroup.New, "pages-new", name, "is new: it reads all pages of the listing", null, Spelling.OfPages(after.Operation), Direction.Response, after.Name);
        else if (old.Name != @new.Name)
            comparison.Changes.Add(ChangeGroup.Breaking, "pages-renamed", name, "has another name", old.Name, @new.Name, Direction.Response, after.Name);
        else if (!comparison.Spelling.IsSame(old.Item, @new.Item))
            comparison.Changes.Add(ChangeGroup.Breaking, "pages-changed", name, "has items of another type", Spelling.Of(old.Item), Spelling.Of(@new.Item), Direction.Response, after.Name);
    }

    /// <summary>Compares the types of the bodies, and then the details of the bodies with the same type.</summary>
    private static void CompareBodies(Method before, Method after, Comparison comparison)
    {
        (string name, string place, ChangeList changes) = (before.Name, after.Name, comparison.Changes);
        List<BodyModel> old = [.. before.Bodies.OfType<BodyModel>()];
        List<BodyModel> @new = [.. after.Bodies.OfType<BodyModel>()];
        List<BodyModel> gone = [.. old.Where(o => !@new.Exists(n => comparison.Spelling.IsSame(o.Type, n.Type)))];
        List<BodyModel> added = [.. @new.Where(n => !old.Exists(o => comparison.Spelling.IsSame(o.Type, n.Type)))];
        if (gone.Count == 1 && added.Count == 1)
            changes.Add(ChangeGroup.Breaking, "body-changed", name, "takes a body of another type", Spelling.Of(gone[0].Type), Spelling.Of(added[0].Type), Direction.Request, place);
        else
        {
            foreach (BodyModel body in gone)
                changes.Add(ChangeGroup.Breaking, "body-gone", name, "does not take that body any more", Spelling.Of(body.Type), null, Direction.Request, place);
            foreach (BodyModel body in added)
                changes.Add(old.Count == 0 && body.Required ? ChangeGroup.Breaking : ChangeGroup.New, "body-new", name, "takes a body", null, Spelling.Of(body.Type), Direction.Request, place);
        }

        foreach (BodyModel body in old)
        {
            if (@new.Find(n => comparison.Spelling.IsSame(body.Type, n.Type)) is not { } same)
                continue;
            if (body.Required != same.Required)
                changes.Add(same.Required ? ChangeGroup.Breaking : ChangeGroup.New, "body-required-changed", name, same.Required ? "needs a body" : "needs no body any more", Spelling.Of(body.Type), Spelling.Of(same.Type), Direction.Request, place);
            if (body.ContentType != same.ContentType)
                changes.Add(ChangeGroup.Behavior, "body-content-type-changed", name, "sends the body as something else", body.ContentType, same.ContentType, Direction.Request, place);
        }
    }

    private static void CompareErrors(Method before, Method after, Comparison comparison)
    {
        foreach ((ErrorModel? old, ErrorModel? @new) in Pairs.Of(before.Operation.Errors, after.Operation.Errors, e => $"{e.From}-{e.To}", e => $"{e.From}-{e.To}"))
        {
            if (old is not null && @new is not null && comparison.Spelling.IsSame(old.Type, @new.Type))
                continue;

            string status = $"{(old ?? @new!).From}" + ((old ?? @new!).From == (old ?? @new!).To ? "" : $"-{(old ?? @new!).To}");
            comparison.Changes.Add(ChangeGroup.Behavior, "error-changed", before.Name, $"throws another exception for {status}", Exception(old), Exception(@new), Direction.Response, after.Name);
        }
    }

    private static string Exception(ErrorModel? error) => error is null ? "ApiException" : $"ApiException<{Spelling.Of(error.Type)}>";

    private static IEnumerable<string> PagesOf(Method method) => method.Operation.Pages is { } pages ? [$"{method.Client}.{pages.Name}"] : [];

    private static string Signature(OperationModel operation) => $"{operation.HttpMethod} {Operations.Route(operation)}";
}
