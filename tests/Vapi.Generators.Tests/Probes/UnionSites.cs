using System.Reflection;
using System.Text.Json;

namespace Vapi.Generators.Tests.Probes;

/// <summary>
/// Finds the unions of a document by walking its schemas and the generated types side by side: a class has its properties in the order of the document. How the generator tells members apart
/// plays no part.
/// </summary>
internal sealed class UnionSites
{
    private static readonly Lazy<IReadOnlyCollection<UnionSite>> RealDocumentSites = new(() => Find(
        RealDocument.Json, OperationTypes.Find(RealDocument.Operations, RealDocument.Output.Assembly.GetType("Vapi.VapiClient")!), RealDocument.Output.Assembly, "Vapi"));

    private readonly JsonElement _document;

    private readonly Assembly _assembly;

    private readonly string _namespace;

    private readonly HashSet<(string, Type)> _seen = [];

    private readonly Dictionary<Type, UnionSite> _sites = [];

    private UnionSites(JsonElement document, Assembly assembly, string @namespace)
    {
        _document = document;
        _assembly = assembly;
        _namespace = @namespace;
    }

    public static IReadOnlyCollection<UnionSite> OfRealDocument
    {
        get
        {
            // Skips outside of the lazy value, which would keep the skip as its error.
            _ = RealDocument.Json;
            return RealDocumentSites.Value;
        }
    }

    /// <summary>Every union type at its first place: in the components, or else in what others have.</summary>
    private static IReadOnlyCollection<UnionSite> Find(JsonElement document, IEnumerable<(string Path, JsonElement Schema, Type Type)> others, Assembly assembly, string @namespace)
    {
        var sites = new UnionSites(document, assembly, @namespace);
        foreach (JsonProperty schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (sites.Named(schema.Name) is { } type)
                sites.Visit(schema.Value, type, schema.Name);
        }

        foreach ((string path, JsonElement schema, Type type) in others)
            sites.Visit(schema, type, path);

        return sites._sites.Values;
    }

    public static bool IsUnion(Type type) => type.GetInterfaces().Any(i => i.FullName == "System.Runtime.CompilerServices.IUnion");

    private void Visit(JsonElement schema, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!_seen.Add((schema.GetRawText(), type)))
            return;

        if (schema.TryGetProperty("$ref", out JsonElement reference))
            Visit(_document.Resolve(reference.GetString()!), type, path);
        else if (schema.TryGetProperty("allOf", out JsonElement parts) && parts.GetArrayLength() == 1)
            Visit(parts[0], type, path);
        else if (IsUnion(type))
            VisitUnion(schema, type, path);
        else if (Alternatives(schema) is { } alternatives)
            Array.ForEach([.. alternatives.EnumerateArray()], a => VisitAlternative(a, type, path));
        else if (schema.TryGetProperty("items", out JsonElement items) && type.IsGenericType)
            Visit(items, type.GetGenericArguments()[0], path + "[]");
        else if (Properties(schema) is { Length: > 0 } properties && IsClass(type))
            VisitProperties(properties, type, path);
        else if (schema.TryGetProperty("additionalProperties", out JsonElement value) && value.ValueKind == JsonValueKind.Object)
            Visit(value, type.GetGenericArguments()[1], path + "{}");
    }

    /// <summary>Several schemas that are one C# type: one alternative beside null, or a string and its known values.</summary>
    private void VisitAlternative(JsonElement schema, Type type, string path)
    {
        if (IsClass(type) || type.IsGenericType)
            Visit(schema, type, path);
    }

    private void VisitProperties(JsonProperty[] schemas, Type type, string path)
    {
        PropertyInfo[] members = Declared(type);
        Assert.True(schemas.Length == members.Length, $"{path} has {schemas.Length} properties, {type.Name} {members.Length}.");
        for (int i = 0; i < schemas.Length; i++)
            Visit(schemas[i].Value, members[i].PropertyType, $"{path}.{schemas[i].Name}");
    }

    private void VisitUnion(JsonElement schema, Type type, string path)
    {
        JsonElement[] members = [.. Members(schema)];
        bool isNew = !_sites.ContainsKey(type);
        Type[] cases = [.. type.GetConstructors().Select(c => Assert.Single(c.GetParameters()).ParameterType).Where(t => t != typeof(JsonElement))];
        JsonElement? discriminator = schema.TryGetProperty("discriminator", out JsonElement found) ? found : null;
        var site = new UnionSite(type, path, discriminator, [.. members.Select(m => new UnionSiteMember(m, Target(m), CaseOf(m, members, cases)))]);
        if (isNew)
            _sites.Add(type, site);

        foreach (UnionSiteMember member in site.Members)
        {
            if (member.Case is { } @case)
                Visit(member.Schema, @case, path);
        }
    }

    /// <summary>The alternatives without the unions among them, whose alternatives they have instead, and without null.</summary>
    private IEnumerable<JsonElement> Members(JsonElement schema)
    {
        JsonElement target = Target(schema);
        return Alternatives(target) is { } alternatives
            ? alternatives.EnumerateArray().SelectMany(Members)
            : target.TryGetProperty("type", out JsonElement type) && type.GetString() == "null" ? [] : [schema];
    }

    private JsonElement Target(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference) ? Target(_document.Resolve(reference.GetString()!)) : schema;

    /// <summary>The C# type of a member (product rules of section 3), null when the union has none for it.</summary>
    private Type? CaseOf(JsonElement schema, JsonElement[] members, Type[] cases)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return cases.SingleOrDefault(c => c == Named(reference.GetString()!.Split('/')[^1]));

        string kind = schema.TryGetProperty("type", out JsonElement type) ? type.GetString()! : "";
        return kind switch
        {
            // A string beside strings that are listed is an open enum of all of them.
            "string" when members.Any(m => IsListed(m, "string")) => cases.SingleOrDefault(c => IsEnum(c, typeof(string))),
            "string" => cases.SingleOrDefault(c => c == typeof(string)),
            "number" or "integer" when members.Any(m => IsListed(m, kind)) => cases.SingleOrDefault(c => IsEnum(c, typeof(double)) || IsEnum(c, typeof(long))),
            "number" => cases.SingleOrDefault(c => c == typeof(double)),
            "integer" => cases.SingleOrDefault(c => c == typeof(long)),
            "boolean" => cases.SingleOrDefault(c => c == typeof(bool)),
            "array" => cases.SingleOrDefault(c => c.IsGenericType && c.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsItem(schema, c.GetGenericArguments()[0])),
            _ when Properties(schema) is { Length: > 0 } properties => cases.SingleOrDefault(c => c == OnlyPart(schema)) ?? cases.SingleOrDefault(c => IsInline(c) && Declared(c).Length == properties.Length),
            "object" => cases.SingleOrDefault(c => c.IsGenericType && c.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)),
            _ => null,
        };
    }

    /// <summary>The properties that the document declares, in its order.</summary>
    private static PropertyInfo[] Declared(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name is not ("AdditionalProperties" or "AdditionalValues")).OrderBy(p => p.MetadataToken)];

    /// <summary>The class of the part of an allOf to which the others add no property.</summary>
    private Type? OnlyPart(JsonElement schema) => schema.TryGetProperty("allOf", out JsonElement parts) && parts.EnumerateArray().Where(p => Properties(p).Length > 0).ToArray() is [var only] && only.TryGetProperty("$ref", out JsonElement reference)
        ? Named(reference.GetString()!.Split('/')[^1])
        : null;

    private bool IsItem(JsonElement array, Type type)
    {
        if (!array.TryGetProperty("items", out JsonElement items))
            return type == typeof(JsonElement);
        if (items.TryGetProperty("$ref", out JsonElement reference))
            return type == Named(reference.GetString()!.Split('/')[^1]);
        if (Alternatives(items) is not null)
            return IsUnion(type);

        return items.GetProperty("type").GetString() switch
        {
            "string" => IsListed(items, "string") ? IsEnum(type, typeof(string)) : type == typeof(string),
            "number" => type == typeof(double),
            "boolean" => type == typeof(bool),
            "object" => type == typeof(JsonElement) || IsClass(type) || type.IsGenericType,
            _ => false,
        };
    }

    /// <summary>The properties of an object, or of all parts of one.</summary>
    private JsonProperty[] Properties(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
            return Properties(_document.Resolve(reference.GetString()!));

        return schema.TryGetProperty("allOf", out JsonElement parts) ? [.. parts.EnumerateArray().SelectMany(Properties).DistinctBy(p => p.Name)]
            : schema.TryGetProperty("properties", out JsonElement properties) ? [.. properties.EnumerateObject()]
            : [];
    }

    private Type? Named(string schema) => _assembly.GetType($"{_namespace}.{schema}");

    private bool IsClass(Type type) => type.IsClass && type.Assembly == _assembly;

    private bool IsInline(Type type) => IsClass(type) && !_document.GetProperty("components").GetProperty("schemas").TryGetProperty(type.Name, out _);

    private bool IsEnum(Type type, Type value) => type.IsValueType && type.Assembly == _assembly && !IsUnion(type) && type.GetProperty("Value")?.PropertyType == value;

    private static bool IsListed(JsonElement schema, string type) => schema.TryGetProperty("enum", out _) && schema.TryGetProperty("type", out JsonElement declared) && declared.GetString() == type;

    private static JsonElement? Alternatives(JsonElement schema)
        => schema.TryGetProperty("oneOf", out JsonElement alternatives) || schema.TryGetProperty("anyOf", out alternatives) ? alternatives : null;
}
