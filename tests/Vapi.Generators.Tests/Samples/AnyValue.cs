using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Samples;

/// <summary>Some value of a generated type, for methods that want arguments.</summary>
internal static class AnyValue
{
    private const int MaxDepth = 8;

    private static readonly Dictionary<Type, Func<object>> Known = new()
    {
        [typeof(string)] = () => "text",
        [typeof(bool)] = () => true,
        [typeof(int)] = () => 1,
        [typeof(long)] = () => 1L,
        [typeof(float)] = () => 1.5f,
        [typeof(double)] = () => 1.5,
        [typeof(decimal)] = () => 1.5m,
        [typeof(DateTimeOffset)] = () => DateTimeOffset.UnixEpoch,
        [typeof(DateOnly)] = () => new DateOnly(2000, 2, 29),
        [typeof(TimeOnly)] = () => new TimeOnly(12, 30),
        [typeof(TimeSpan)] = () => TimeSpan.FromMinutes(90),
        [typeof(Guid)] = () => Guid.Empty,
        [typeof(Uri)] = () => new Uri("https://example.org/a"),
        [typeof(byte[])] = () => new byte[] { 1, 2, 3 },
        [typeof(JsonElement)] = () => JsonElement.Parse("\"any\""),
        [typeof(CancellationToken)] = () => CancellationToken.None,
    };

    /// <summary>Lists and dictionaries have one item; objects a property that the document does not know; null where the type goes too deep.</summary>
    public static object? Of(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Known.TryGetValue(type, out Func<object>? make))
            return make();
        if (depth > MaxDepth || type.Name == "RequestOptions")
            return null;
        if (type.Name == "FileContent")
            return Activator.CreateInstance(type, new MemoryStream([1, 2, 3]), "a.bin", "application/octet-stream");
        if (type.IsGenericType)
            return Collection(type, depth);
        if (type.Name.EndsWith("Query", StringComparison.Ordinal) && !type.GetInterfaces().Any(i => i.Name.StartsWith("IJsonModel", StringComparison.Ordinal)))
            return Query(type, depth);

        return type.IsValueType ? Wrapped(type, depth) : JsonSerializer.Deserialize("""{ "key": "value" }""", type);
    }

    private static object? Collection(Type type, int depth)
    {
        Type[] arguments = type.GetGenericArguments();
        object? item = Of(arguments[^1], depth + 1);
        if (arguments.Length == 1)
        {
            var items = Array.CreateInstance(arguments[0], item is null ? 0 : 1);
            if (item is not null)
                items.SetValue(item, 0);

            return items;
        }

        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        if (item is not null)
            map.Add("key", item);

        return map;
    }

    private static object Query(Type type, int depth)
    {
        object query = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            property.SetValue(query, Of(property.PropertyType, depth + 1));

        return query;
    }

    /// <summary>An enum around its value, a union around its first case.</summary>
    private static object Wrapped(Type type, int depth)
    {
        ConstructorInfo constructor = type.GetConstructors().First(c => c.GetParameters().Length == 1);
        return constructor.Invoke([Of(constructor.GetParameters()[0].ParameterType, depth + 1)]);
    }
}
