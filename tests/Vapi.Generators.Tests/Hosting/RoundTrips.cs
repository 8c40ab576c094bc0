using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Hosting;

/// <summary>Reads and writes JSON through generated types.</summary>
internal static class RoundTrips
{
    public static object? Read(this GeneratorOutput output, string type, string json) => JsonSerializer.Deserialize(json, output.Type(type));

    /// <summary>The JSON after it was read and written.</summary>
    public static string RoundTrip(this GeneratorOutput output, string type, string json) => JsonSerializer.Serialize(output.Read(type, json), output.Type(type));

    /// <summary>Demands that reading and writing changes nothing.</summary>
    public static void RequireLossless(this GeneratorOutput output, string type, string json) => JsonAssert.Equal(json, output.RoundTrip(type, json));

    /// <summary>The value of a public property.</summary>
    public static object? Get(this object? value, string property)
        => value!.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(value);
}
