using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares the parameters of a method: required parameters are arguments, and optional parameters are properties of its query.</summary>
internal static class ParameterComparer
{
    private sealed record Parameter(string Name, ParameterModel Model, bool Required)
    {
        public string Identity => Model.Place + " " + Model.WireName;

        public string Spelled => Required ? Spelling.Of(Model.Type) : Spelling.Of(Model.Type.NullableName);
    }

    public static void Compare(Method before, Method after, Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        List<Parameter> old = [.. Parameters(before)];
        List<Parameter> @new = [.. Parameters(after)];
        foreach ((Parameter? was, Parameter? @is) in Pairs.Of(old, @new, p => p.Identity, p => p.Identity))
        {
            if (@is is null)
                changes.Gone("parameter", was!.Name, was.Spelled, Direction.Request);
            else if (was is null)
                changes.Added("parameter", @is.Name, @is.Spelled, Direction.Request, @is.Required ? ChangeGroup.Breaking : ChangeGroup.New, @is.Required ? "is new, and has to be passed" : "is new");
            else
                Compare(was, @is, comparison);
        }

        List<string> order = [.. old.Where(p => p.Required).Select(p => p.Identity)];
        List<string> newOrder = [.. @new.Where(p => p.Required).Select(p => p.Identity)];
        if (!order.SequenceEqual(newOrder) && order.Order().SequenceEqual(newOrder.Order()))
        {
            changes.Add(
                ChangeGroup.Breaking, "parameters-reordered", before.Name, "takes its arguments in another order", Names(before), Names(after), Direction.Request, after.Name);
        }
    }

    private static void Compare(Parameter was, Parameter @is, Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        if (was.Required != @is.Required)
        {
            changes.Add(
                ChangeGroup.Breaking, "parameter-required-changed", was.Name, @is.Required ? "is an argument now, and has to be passed" : "is optional now, and part of the query", was.Spelled, @is.Spelled, Direction.Request, @is.Name);
        }
        else if (was.Model.Name != @is.Model.Name)
            changes.Add(ChangeGroup.Breaking, "parameter-renamed", was.Name, "has another name", was.Model.Name, @is.Model.Name, Direction.Request, @is.Name);

        if (!comparison.Spelling.IsSame(was.Model.Type, @is.Model.Type) || was.Required && @is.Required && was.Model.Type.Nullable != @is.Model.Type.Nullable)
            changes.Add(ChangeGroup.Breaking, "parameter-type-changed", was.Name, "has another type", was.Spelled, @is.Spelled, Direction.Request, @is.Name);
        if ((was.Model.Style, was.Model.Explode, was.Model.IsJson) != (@is.Model.Style, @is.Model.Explode, @is.Model.IsJson))
            changes.Add(ChangeGroup.Behavior, "parameter-style-changed", was.Name, "is sent in another style", Style(was.Model), Style(@is.Model), Direction.Request, @is.Name);

        DocumentationComparer.Compare(was.Model.Documentation, @is.Model.Documentation, was.Name, @is.Name, Direction.Request, changes);
    }

    private static IEnumerable<Parameter> Parameters(Method method)
        => method.Operation.Parameters.Select(p => new Parameter($"{method.Name}({p.Name})", p, true))
            .Concat(method.Operation.QueryParameters.Select(p => new Parameter($"{method.Operation.QueryName}.{p.Name}", p, false)));

    private static string Names(Method method) => string.Join(", ", method.Operation.Parameters.Select(p => p.Name));

    private static string Style(ParameterModel parameter) => parameter.IsJson ? "JSON" : parameter.Style + (parameter.Explode ? ", exploded" : "");
}
