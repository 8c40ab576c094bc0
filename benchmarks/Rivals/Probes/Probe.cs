// Reads and writes each payload with the generated types, and compares the JSON. The last line of its output is the result.

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

string folder = args[0];
int files = 0, equal = 0, unreadable = 0, values = 0, lost = 0;
foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
{
    string name = Path.GetFileName(file), text = File.ReadAllText(file);
    files++;
    try
    {
        string written = Codec.Write(Codec.Read(Schema(name), text));
        using JsonDocument before = JsonDocument.Parse(text), after = JsonDocument.Parse(written);
        int all = 0, missing = 0;
        Compare(before.RootElement, after.RootElement, ref all, ref missing);
        values += all;
        lost += missing;
        equal += missing == 0 ? 1 : 0;
        Console.WriteLine($"{name}: {missing} of {all} values lost");
    }
    catch (Exception exception)
    {
        unreadable++;
        Console.WriteLine($"{name}: {exception.GetType().Name}: {exception.Message.Split('\n')[0]}");
    }
}

(double read, double write) = Measure(File.ReadAllText(Path.Combine(folder, "assistant-known.json")));
Console.WriteLine(JsonSerializer.Serialize(new { Files = files, Equal = equal, Unreadable = unreadable, Values = values, Lost = lost, ReadMilliseconds = read, WriteMilliseconds = write }));

static string Schema(string file) => file switch
{
    "assistant-list.json" => "list",
    _ when file.StartsWith("assistant") => "Assistant",
    _ when file.StartsWith("call") => "Call",
    _ => "CreateCallDTO",
};

// A value is a string, number, Boolean, null, or an empty object or array. Numbers and times are compared by their value.
static void Compare(JsonElement before, JsonElement? after, ref int all, ref int missing)
{
    if (before.ValueKind == JsonValueKind.Object && before.EnumerateObject().Any())
    {
        foreach (JsonProperty property in before.EnumerateObject())
            Compare(property.Value, after is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(property.Name, out JsonElement value) ? value : null, ref all, ref missing);
    }
    else if (before.ValueKind == JsonValueKind.Array && before.GetArrayLength() > 0)
    {
        for (int i = 0; i < before.GetArrayLength(); i++)
            Compare(before[i], after is { ValueKind: JsonValueKind.Array } a && i < a.GetArrayLength() ? a[i] : null, ref all, ref missing);
    }
    else
    {
        all++;
        missing += after is { } value && IsSame(before, value) ? 0 : 1;
    }
}

static bool IsSame(JsonElement before, JsonElement after)
    => JsonElement.DeepEquals(before, after)
    || before.ValueKind == JsonValueKind.String && after.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(before.GetString(), CultureInfo.InvariantCulture, out DateTimeOffset left) && DateTimeOffset.TryParse(after.GetString(), CultureInfo.InvariantCulture, out DateTimeOffset right) && left == right;

// The fastest of several rounds: what the machine does beside it only makes a round slower.
static (double Read, double Write) Measure(string text)
{
    const int Times = 200;
    double read = double.MaxValue, write = double.MaxValue;
    try
    {
        for (int round = 0; round < 15; round++)
        {
            object value = Codec.Read("Assistant", text);
            var watch = Stopwatch.StartNew();
            for (int i = 0; i < Times; i++)
                value = Codec.Read("Assistant", text);

            read = Math.Min(read, watch.Elapsed.TotalMilliseconds / Times);
            watch.Restart();
            for (int i = 0; i < Times; i++)
                Codec.Write(value);

            write = Math.Min(write, watch.Elapsed.TotalMilliseconds / Times);
        }
    }
    catch (Exception exception)
    {
        Console.WriteLine($"Not measured: {exception.GetType().Name}");
        return (0, 0);
    }

    return (read, write);
}
