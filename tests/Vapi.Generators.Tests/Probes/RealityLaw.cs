using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// Whatever stands where a property, an item or a value of a map is declared: it is read, and written back, and costs nothing of what stands beside it. Tried on a value of a schema by putting values of every
/// JSON kind in the place of each of its properties, and between the items of its lists and the values of its maps.
/// </summary>
/// <param name="most">How many places of a document are tried at most: of more, as many are drawn.</param>
internal sealed class RealityLaw(SchemaProbe probe, int most, int seed)
{
    /// <summary>How many of the properties within the properties of a value are tried.</summary>
    private const int MostNested = 8;

    private readonly Random _random = new(seed);

    public LawReport Report { get; } = new();

    /// <summary>How many properties, items and values of maps were tried.</summary>
    public int Places { get; private set; }

    /// <summary>How many of them are properties of schemas.</summary>
    public int Properties { get; private set; }

    /// <summary>How many there are.</summary>
    public int AllPlaces { get; private set; }

    /// <summary>A valid value of each schema with all properties, and theirs.</summary>
    public static IEnumerable<(string Schema, JsonNode? Value)> Values(JsonElement document, IEnumerable<JsonProperty> schemas, ulong seed)
    {
        var random = new RandomJson(document, Richness.Full, seed, maxDepth: 3);
        return schemas.DistinctBy(s => s.Name).Select(s => (s.Name, random.Next(s.Value)));
    }

    public override string ToString() => $"{Places} of {AllPlaces} places, {Properties} of them properties of schemas: {Report}";

    /// <param name="values">A valid value of each schema that has all properties.</param>
    public void Check(IEnumerable<(string Schema, JsonNode? Value)> values)
    {
        (JsonObject Root, OddPlace[] Places)[] all = [.. values.Select(v => new JsonObject { [v.Schema] = v.Value }).Select(root => (root, PlacesIn(root).ToArray()))];
        AllPlaces = all.Sum(a => a.Places.Length);
        double share = (double)most / AllPlaces;
        foreach ((JsonObject root, OddPlace[] places) in all)
        {
            OddPlace[] chosen = share >= 1 ? places : [.. places.Where(_ => _random.NextDouble() < share)];
            if (chosen.Length > 0 && Read(root) is { } untouched)
                Array.ForEach(chosen, place => Check(root, place, untouched));
        }
    }

    private IEnumerable<OddPlace> PlacesIn(JsonObject root)
    {
        (string schema, JsonNode? value) = root.Single();
        OddPlace[] own = [.. OddPlace.Of(root, "", schema, 0), .. value is JsonObject members ? Members(members, "." + schema, 1) : []];
        OddPlace[] nested = [.. (value as JsonObject ?? []).SelectMany(m => Objects(m.Value, $".{schema}.{m.Key}")).SelectMany(o => Members(o.Members, o.Path, 2))];
        _random.Shuffle(nested);
        return own.Concat(nested.Take(MostNested));
    }

    private static IEnumerable<OddPlace> Members(JsonObject members, string path, int depth)
        => members.Where(m => m.Key != RandomJson.UnknownProperty).SelectMany(m => OddPlace.Of(members, path, m.Key, depth));

    private static IEnumerable<(JsonObject Members, string Path)> Objects(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(m => Objects(m.Value, $"{path}.{m.Key}")).Prepend((members, path)),
        JsonArray items => items.SelectMany((item, i) => Objects(item, $"{path}[{i}]")),
        _ => [],
    };

    /// <summary>The C# values of a value that is valid; null, and reported, when it is not even read.</summary>
    private ObjectState? Read(JsonObject root)
    {
        try
        {
            return ObjectState.Of(probe.Read(root.ToJsonString()));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Report.Exception($"{exception.GetType().Name} at a valid value", $"{root.ToJsonString()}: {exception.Message}");
            return null;
        }
    }

    private void Check(JsonObject root, OddPlace place, ObjectState untouched)
    {
        Places++;
        Properties += place is { Depth: 1, Within: OddPlace.Around.Object } ? 1 : 0;
        foreach (OddValue odd in OddValue.All)
        {
            string json = place.With(odd, root);
            Report.Count();
            string kind = $"{odd.Kind} {place.Kind}";
            try
            {
                object value = probe.Read(json);
                if (SchemaProbe.Differences(json, probe.Write(value)) is { Length: > 0 } differences)
                    Report.Difference(kind, $"{place.Path} = {odd.Json}: {string.Join("; ", differences)}");
                else if (place.Depth < 2 && untouched.Lost(ObjectState.Of(value), place, odd) is { } lost)
                    Report.Difference($"{kind} costs {lost.Kind}", $"{place.Path} = {odd.Json}: {lost.Text}");
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Report.Exception($"{exception.GetType().Name}: {kind}", $"{place.Path} = {odd.Json}: {exception.Message}");
            }
        }
    }
}
