using Vapi.Generators.Model;

namespace Vapi.Generators.Tool.Comparing;

/// <summary>Compares the handlers of the classes that receive webhooks, and the methods that read their messages.</summary>
internal static class WebhookReceiverComparer
{
    public static void Compare(WebhookReceiverModel old, WebhookReceiverModel @new, Comparison comparison)
    {
        ChangeList changes = comparison.Changes;
        if (old.ResponseProperty is not null && @new.ResponseProperty is null)
            changes.Gone("property", old.Name + ".WrapResponses", "bool");
        else if (old.ResponseProperty is null && @new.ResponseProperty is not null)
            changes.Added("property", @new.Name + ".WrapResponses", "bool");

        foreach ((WebhookKindModel? before, WebhookKindModel? after) in Pairs.Of(old.Kinds, @new.Kinds, k => k.Handler, k => k.Name))
        {
            string name = $"{old.Name}.{(before ?? after!).Handler}";
            if (after is null)
                changes.Gone("property", name, Spell(before!));
            else if (before is null)
                changes.Added("property", $"{@new.Name}.{after.Handler}", Spell(after));
            else if (before.Handler != after.Handler)
                changes.Add(ChangeGroup.Breaking, "property-renamed", name, "has another name", before.Handler, after.Handler);
            else if (!comparison.Spelling.IsSame(before.Message, after.Message) || !comparison.Spelling.IsSame(before.Response, after.Response))
                changes.Add(ChangeGroup.Breaking, "property-type-changed", name, "has another type", Spell(before), Spell(after));
        }

        foreach (string call in old.FunctionCalls.Where(call => !@new.FunctionCalls.Contains(comparison.Spelling.Rename(call))))
            changes.Gone("method", $"{old.Name}Extensions.ReadArguments", call);
        foreach (string call in @new.FunctionCalls.Where(call => !old.FunctionCalls.Any(o => comparison.Spelling.Rename(o) == call)))
            changes.Added("method", $"{@new.Name}Extensions.ReadArguments", call);
    }

    private static string Spell(WebhookKindModel kind) => $"{Spelling.Of(kind.Message.Name)} => {(kind.Response is { } response ? Spelling.Of(response) : "nothing")}";
}
