using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Probes;

/// <summary>What the C# properties of the probe have, and those of the one value in it.</summary>
internal sealed class ObjectState
{
    private const string Additional = "AdditionalProperties";

    private readonly Type _type;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PropertiesOf = [];

    /// <summary>Those of the probe, which has a property of each schema, are seldom asked for.</summary>
    private readonly Lazy<Dictionary<string, object?>> _values;

    /// <summary>Null where further properties have a type of their own.</summary>
    private readonly HashSet<string>? _additional;

    private readonly ObjectState? _inner;

    private ObjectState(object value, bool isProbe)
    {
        _type = value.GetType();

        PropertyInfo[] properties = PropertiesOf.GetOrAdd(_type, Properties);
        _values = new(() => properties.ToDictionary(p => p.Name, p => State(p.GetValue(value))));
        if (!isProbe)
            _ = _values.Value;
        _additional = _type.GetProperty(Additional)?.GetValue(value) is IDictionary<string, JsonElement> additional ? [.. additional.Keys] : null;
        object? inner = isProbe ? properties.Select(p => Unwrap(p.GetValue(value))).FirstOrDefault(IsModel) : null;
        _inner = inner is null ? null : new ObjectState(inner, isProbe: false);
    }

    public static ObjectState Of(object probe) => new(probe, isProbe: true);

    /// <summary>What of the C# values is lost beside the odd one, or of those in its list; null when nothing is.</summary>
    public (string Kind, string Text)? Lost(ObjectState other, OddPlace place, OddValue odd)
    {
        if (place.Depth == 1)
        {
            // Another type is another member of a union, or another class of a hierarchy.
            return _inner is null || other._inner is null || _inner._type != other._inner._type ? null : _inner.Lost(other._inner, place with { Depth = 0 }, odd);
        }

        string[] changed = [.. _values.Value.Keys.Where(name => !Equals(_values.Value[name], other._values.Value[name]))];
        if (changed is not [var only])
            return changed.Length == 0 ? null : ("other properties", string.Join(", ", changed));

        // Items that do not fit themselves, such as text that is no base64, say nothing.
        if (place.Within != OddPlace.Around.Object)
            return _values.Value[only] is Collection { Count: var count } && count == place.Count && other._values.Value[only] is not Collection { Count: 2 or 3 } ? ("its neighbours", $"{only} is {other._values.Value[only] ?? "null"}") : null;

        return other._values.Value[only] is null && odd.Kind != "null" && other._additional?.Contains(place.Name) == false ? ("the value", $"{only} is null, and AdditionalProperties has no {place.Name}") : null;
    }

    /// <summary>A class may declare a property of its base again: its own comes first.</summary>
    private static PropertyInfo[] Properties(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != Additional && p.GetIndexParameters().Length == 0).DistinctBy(p => p.Name)];

    /// <summary>The value where it is compared by what it is, and else that there is one: what is written back tells the rest.</summary>
    private static object? State(object? value) => value switch
    {
        null => null,
        string text => text,
        JsonElement json => json.ValueKind,
        IEnumerable items => new Collection(items.Cast<object>().Count()),
        _ when MemberOf(value.GetType()) is { } member => member.GetValue(value)?.GetType(),
        ValueType simple => simple,
        _ => value.GetType(),
    };

    /// <summary>The value of a union.</summary>
    private static PropertyInfo? MemberOf(Type type) => type.IsValueType && type.GetProperty("Value") is { } member && member.PropertyType == typeof(object) ? member : null;

    private static object? Unwrap(object? value) => value is not null && MemberOf(value.GetType()) is { } member ? member.GetValue(value) : value;

    private static bool IsModel(object? value) => value is not null && value.GetType().GetProperty(Additional) is not null;

    private sealed record Collection(int Count);
}
