using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vapi.Generators.Tests.Probes;

/// <summary>Arguments for the methods of a client, made from what the document says about the operation.</summary>
internal static class OperationArguments
{
    /// <summary>The required parameters, the body, the query, in this order; and what they are in JSON.</summary>
    public static object?[] Make(DocumentOperation operation, MethodInfo method, RandomJson random, Richness richness, Dictionary<string, JsonNode?> sent)
    {
        var arguments = new List<object?>();
        ParameterInfo[] parameters = method.GetParameters();
        foreach (JsonElement parameter in operation.Parameters.Where(DocumentOperation.IsRequired))
            arguments.Add(Value(parameter, parameters[arguments.Count].ParameterType));

        if (parameters.FirstOrDefault(p => p.Name == "body") is { } body)
            arguments.Add(operation.Body.ContainsKey("multipart/form-data") ? Upload(body.ParameterType) : Body(body.ParameterType));
        if (parameters.FirstOrDefault(p => p.Name == "query") is { } query)
        {
            JsonElement[] optional = [.. operation.Parameters.Where(p => !DocumentOperation.IsRequired(p))];
            object? value = richness == Richness.Minimal ? null : Activator.CreateInstance(query.ParameterType);
            foreach ((PropertyInfo property, JsonElement parameter) in value is null ? [] : query.ParameterType.GetProperties().Zip(optional))
                property.SetValue(value, Value(parameter, property.PropertyType));

            arguments.Add(value);
        }

        return [.. arguments, null, TestContext.Current.CancellationToken];

        object? Value(JsonElement parameter, Type type)
        {
            JsonNode? value = random.Next(parameter.GetProperty("schema"));

            // No path has an empty segment, and no query an empty list.
            if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Trim('.', ' ').Length == 0)
                value = "a/b c";
            // A header has no line breaks, and nothing but ASCII.
            if (parameter.GetProperty("in").GetString() == "header" && value is JsonValue header && header.GetValueKind() == JsonValueKind.String && !header.GetValue<string>().All(c => c is >= ' ' and <= '~'))
                value = "plain";
            if (value is JsonArray { Count: 0 })
                return null;

            sent[parameter.GetProperty("name").GetString()!] = value?.DeepClone();
            return value.Deserialize(type);
        }

        object? Body(Type type)
        {
            JsonNode? value = random.Next(operation.Body["application/json"]);
            sent["body"] = value?.DeepClone();
            return value.Deserialize(type);
        }

        static object Upload(Type type)
        {
            object upload = Activator.CreateInstance(type)!;
            PropertyInfo file = type.GetProperties().First(p => p.PropertyType.Name == "FileContent");
            file.SetValue(upload, Activator.CreateInstance(file.PropertyType, new MemoryStream(DocumentServer.File), "a.bin", "application/octet-stream"));
            return upload;
        }
    }
}
