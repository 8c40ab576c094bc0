using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>A place in a valid value that another value is put in.</summary>
/// <param name="Members">The object with the property.</param>
/// <param name="Depth">0 for the property of the probe, 1 for those of the value in it.</param>
/// <param name="Good">What stands before and behind the odd one in a list or map; null where the odd one takes the place of the property.</param>
internal sealed record OddPlace(JsonObject Members, string Name, string Path, int Depth, OddPlace.Around Within, JsonNode? Good)
{
    public enum Around { Object, List, Map }

    /// <summary>What is declared there.</summary>
    public string Kind => Within switch
    {
        Around.List => $"in a list of {OddValue.KindOf(Good)}",
        Around.Map => $"in a map of {OddValue.KindOf(Good)}",
        _ => $"for {OddValue.KindOf(Members[Name])}",
    };

    /// <summary>How many items or values are in the list or map of the untouched value.</summary>
    public int Count => Members[Name] is JsonArray list ? list.Count : Members[Name] is JsonObject map ? map.Count : 0;

    /// <summary>The property itself, and the items of its list or the values of its map.</summary>
    public static IEnumerable<OddPlace> Of(JsonObject members, string path, string name, int depth)
    {
        yield return new OddPlace(members, name, $"{path}.{name}", depth, Around.Object, null);
        if (members[name] is JsonArray { Count: > 0 } list)
            yield return new OddPlace(members, name, $"{path}.{name}[]", depth, Around.List, list[0]);
        if (members[name] is JsonObject { Count: > 0 } map && map.All(m => RandomJson.MapKeys.Contains(m.Key)))
            yield return new OddPlace(members, name, $"{path}.{name}{{}}", depth, Around.Map, map[0]);
    }

    /// <summary>The JSON of the whole with the odd value in place.</summary>
    public string With(OddValue odd, JsonObject root)
    {
        JsonNode? before = Members[Name];
        Members[Name] = Within switch
        {
            Around.List => new JsonArray(Good?.DeepClone(), odd.Node, Good?.DeepClone()),
            Around.Map => new JsonObject { ["first"] = Good?.DeepClone(), ["odd"] = odd.Node, ["last"] = Good?.DeepClone() },
            _ => odd.Node,
        };
        string json = root.ToJsonString();
        Members[Name] = before;
        return json;
    }
}
