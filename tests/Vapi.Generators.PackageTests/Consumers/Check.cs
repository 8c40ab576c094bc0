using System.Text.Json;

/// <summary>Prints of each law whether it holds.</summary>
internal static class Check
{
    public static async Task HoldsAsync(string law, Func<Task> act)
    {
        try
        {
            await act();
            Console.WriteLine($"{law}: holds");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{law}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    public static Task HoldsAsync(string law, Action act)
        => HoldsAsync(law, () =>
        {
            act();
            return Task.CompletedTask;
        });

    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InvalidOperationException($"Expected {expected}, got {actual}.");
    }

    public static void SameJson(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected);
        using JsonDocument right = JsonDocument.Parse(actual);
        if (!JsonElement.DeepEquals(left.RootElement, right.RootElement))
            throw new InvalidOperationException($"Expected {Start(expected)}, got {Start(actual)}.");
    }

    private static string Start(string json) => json.Length > 200 ? json[..200] + "…" : json;
}
