using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Reading.Findings;
using static Vapi.Generators.Reading.Trees.JsonNodes;

namespace Vapi.Generators.Reading.Trees;

/// <summary>Converts the tree of an OpenAPI 2.0 (Swagger) document to 3.0, because Microsoft.OpenApi's own conversion loses much. It records each move, so that diagnostics still point to the original location.</summary>
internal sealed class SwaggerUpgrade(DocumentBundle bundle, FindingList findings, CancellationToken cancellationToken)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>The keywords of a parameter that do not belong to its schema.</summary>
    private static readonly string[] OfParameter = ["name", "in", "description", "required", "allowEmptyValue", "collectionFormat"];

    /// <summary>The maximum number of media types in a list. Real operations have fewer.</summary>
    private const int MaxTypes = 16;

    private const string Json = "application/json";

    private const string Form = "application/x-www-form-urlencoded";

    private const string Multipart = "multipart/form-data";

    private readonly JsonObject _root = bundle.Root;

    /// <summary>The media types of requests without their own list.</summary>
    private List<string> _consumes = [];

    /// <summary>The media types of responses for operations without their own list.</summary>
    private List<string> _produces = [];

    /// <summary>Moves the schemas to the components, before references to other files are resolved.</summary>
    public static void MoveSchemas(DocumentBundle bundle)
    {
        JsonNode schemas = bundle.Root["definitions"] as JsonObject ?? new JsonObject();
        bundle.Root.Remove("definitions");
        bundle.Root["components"] = new JsonObject { ["schemas"] = schemas };
        bundle.Move("#/components/schemas", "#/definitions");
    }

    public void Run()
    {
        var components = (JsonObject)_root["components"]!;
        _root["servers"] = Servers();
        _consumes = Types(Take(_root, "consumes"), "#/consumes");
        _produces = Types(Take(_root, "produces"), "#/produces");
        if (Take(_root, "securityDefinitions") is JsonObject schemes)
        {
            components["securitySchemes"] = new JsonObject(schemes.ToList().Select(s => new KeyValuePair<string, JsonNode?>(s.Key, s.Value is JsonObject scheme ? Scheme(scheme) : null)));
            bundle.Move("#/components/securitySchemes", "#/securityDefinitions");
        }

        var shared = Take(_root, "parameters") as JsonObject;
        if (Take(_root, "responses") is JsonObject responses)
        {
            components["responses"] = responses;
            bundle.Move("#/components/responses", "#/responses");
            foreach (KeyValuePair<string, JsonNode?> response in responses)
                Upgrade(response.Value as JsonObject, _produces, "#/components/responses/" + DocumentPointer.Escape(response.Key), "#/responses/" + DocumentPointer.Escape(response.Key));
        }

        foreach (KeyValuePair<string, JsonNode?> path in _root["paths"] as JsonObject ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (path.Value is JsonObject item)
                UpgradePath(item, "#/paths/" + DocumentPointer.Escape(path.Key), shared);
        }
    }

    private void UpgradePath(JsonObject item, string pointer, JsonObject? shared)
    {
        List<(JsonObject Parameter, string Origin)> own = Parameters(item, pointer, shared);
        foreach (string method in Methods)
        {
            if (item[method] is not JsonObject operation)
                continue;

            string at = pointer + "/" + method;
            List<(JsonObject Parameter, string Origin)> parameters = Parameters(operation, at, shared);
            parameters.AddRange(own.Where(o => !parameters.Exists(p => IsSame(p.Parameter, o.Parameter))));
            WriteParameters(operation, at, parameters);
            List<string> produces = Take(operation, "produces") is { } types ? Types(types, at + "/produces") : _produces;
            foreach (KeyValuePair<string, JsonNode?> response in operation["responses"] as JsonObject ?? [])
            {
                string place = at + "/responses/" + DocumentPointer.Escape(response.Key);
                Upgrade(response.Value as JsonObject, produces, place, place);
            }
        }
    }

    /// <summary>Removes the parameters of an operation or a path and returns them, with references resolved.</summary>
    private static List<(JsonObject Parameter, string Origin)> Parameters(JsonObject owner, string pointer, JsonObject? shared)
    {
        const string Shared = "#/parameters/";
        var parameters = new List<(JsonObject, string)>();
        JsonArray declared = Take(owner, "parameters") as JsonArray ?? [];
        for (int i = 0; i < declared.Count; i++)
        {
            string origin = pointer + "/parameters/" + i.ToString(CultureInfo.InvariantCulture);
            if (declared[i] is not JsonObject parameter)
                continue;

            string? reference = Text(parameter["$ref"]);
            if (reference?.StartsWith(Shared, StringComparison.Ordinal) == true && shared?[DocumentPointer.Unescape(reference.Substring(Shared.Length))] is JsonObject target)
                (parameter, origin) = (target, reference);

            parameters.Add(((JsonObject)parameter.DeepClone(), origin));
        }

        return parameters;
    }

    private void WriteParameters(JsonObject operation, string pointer, List<(JsonObject Parameter, string Origin)> parameters)
    {
        List<string> consumes = Take(operation, "consumes") is { } types ? Types(types, pointer + "/consumes") : _consumes;
        var written = new JsonArray();
        var fields = new List<(JsonObject Parameter, string Origin)>();
        foreach ((JsonObject parameter, string origin) in parameters)
        {
            switch (Text(parameter["in"]))
            {
                case "body":
                    WriteBody(operation, pointer, parameter, origin, consumes);
                    break;
                case "formData":
                    fields.Add((parameter, origin));
                    break;
                default:
                    string at = pointer + "/parameters/" + written.Count.ToString(CultureInfo.InvariantCulture);
                    bundle.Move(at + "/schema", origin);
                    bundle.Move(at, origin);
                    written.Add(Parameter(parameter, origin));
                    break;
            }
        }

        if (written.Count > 0)
            operation["parameters"] = written;
        if (fields.Count > 0)
            WriteForm(operation, pointer, fields, consumes);
    }

    private void WriteBody(JsonObject operation, string pointer, JsonObject parameter, string origin, List<string> consumes)
    {
        JsonNode schema = parameter["schema"] ?? new JsonObject();
        var content = new JsonObject();
        foreach (string type in consumes.DefaultIfEmpty(Json))
        {
            content[type] = new JsonObject { ["schema"] = schema.DeepClone() };
            bundle.Move(pointer + "/requestBody/content/" + DocumentPointer.Escape(type) + "/schema", origin + "/schema");
        }

        bundle.Move(pointer + "/requestBody", origin);
        operation["requestBody"] = new JsonObject { ["content"] = content, ["required"] = parameter["required"]?.DeepClone(), ["description"] = parameter["description"]?.DeepClone() };
    }

    private void WriteForm(JsonObject operation, string pointer, List<(JsonObject Parameter, string Origin)> fields, List<string> consumes)
    {
        bool hasFile = fields.Exists(f => Text(f.Parameter["type"]) == "file");
        List<string> types = consumes.FindAll(t => t is Multipart || t is Form && !hasFile);
        var content = new JsonObject();
        foreach (string type in types.DefaultIfEmpty(hasFile ? Multipart : Form))
        {
            string at = pointer + "/requestBody/content/" + DocumentPointer.Escape(type);
            var properties = new JsonObject();
            var required = new JsonArray();
            var encoding = new JsonObject();
            foreach ((JsonObject field, string origin) in fields)
            {
                string name = Text(field["name"]) ?? "";
                properties[name] = Schema(field);
                bundle.Move(at + "/schema/properties/" + DocumentPointer.Escape(name), origin);
                if (IsTrue(field["required"]) && !required.Any(r => Text(r) == name))
                    required.Add(name);
                if (Text((field["items"] as JsonObject)?["type"]) != "file" && Style(field, "query", origin) is { Count: > 0 } style)
                    encoding[name] = style;
            }

            content[type] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required }, ["encoding"] = encoding };
        }

        operation["requestBody"] = new JsonObject { ["content"] = content, ["required"] = fields.Exists(f => IsTrue(f.Parameter["required"])) };
    }

    private JsonObject Parameter(JsonObject parameter, string origin)
    {
        if (parameter.ContainsKey("$ref"))
            return parameter;

        string place = Text(parameter["in"]) ?? "";
        JsonObject upgraded = Style(parameter, place, origin);
        foreach (string keyword in OfParameter.Where(k => k != "collectionFormat"))
        {
            if (parameter[keyword] is { } value)
                upgraded[keyword] = value.DeepClone();
        }

        upgraded["schema"] = parameter["schema"]?.DeepClone() ?? Schema(parameter);
        return upgraded;
    }

    /// <summary>OpenAPI 2.0, Parameter Object, <c>collectionFormat</c>, as a style of 3.0; empty if the parameter is not an array.</summary>
    private JsonObject Style(JsonObject parameter, string place, string origin)
    {
        if (Text(parameter["type"]) != "array")
            return [];

        string format = Text(parameter["collectionFormat"]) ?? "csv";
        if (format is not ("csv" or "ssv" or "pipes" or "multi"))
            findings.Add(new Finding(Descriptors.Unsupported.Id, origin, [$"the collectionFormat '{format}'", "comma-separated values"]));

        return (format, place) switch
        {
            ("multi", "query") => new JsonObject { ["style"] = "form", ["explode"] = true },
            ("ssv", _) => new JsonObject { ["style"] = "spaceDelimited", ["explode"] = false },
            ("pipes", _) => new JsonObject { ["style"] = "pipeDelimited", ["explode"] = false },
            (_, "query") => new JsonObject { ["style"] = "form", ["explode"] = false },
            _ => new JsonObject { ["style"] = "simple" },
        };
    }

    /// <summary>The schema that a parameter is in OpenAPI 2.0.</summary>
    private static JsonObject Schema(JsonObject parameter)
        => SchemaNormalizer.Normalize(new JsonObject(parameter.Where(m => !OfParameter.Contains(m.Key) || m.Key == "description").Select(m => new KeyValuePair<string, JsonNode?>(m.Key, m.Value?.DeepClone()))), hasJsonSchema: false);

    private void Upgrade(JsonObject? response, List<string> produces, string pointer, string origin)
    {
        if (Text(response?["$ref"]) is { } reference)
            response!["$ref"] = reference.Replace("#/responses/", "#/components/responses/");
        if (response is null || Take(response, "schema") is not JsonObject schema)
            return;

        var content = new JsonObject();
        bool isFile = Text(schema["format"]) == "binary";
        foreach (string type in produces.DefaultIfEmpty(isFile ? "*/*" : Json))
        {
            content[type] = new JsonObject { ["schema"] = schema.DeepClone() };
            bundle.Move(pointer + "/content/" + DocumentPointer.Escape(type) + "/schema", origin + "/schema");
        }

        response["content"] = content;
        response.Remove("examples");
        foreach (JsonObject header in (response["headers"] as JsonObject)?.Select(h => h.Value).OfType<JsonObject>() ?? [])
        {
            JsonObject described = Schema(header);
            foreach (string keyword in header.Select(m => m.Key).Where(k => k != "description").ToList())
                header.Remove(keyword);

            header["schema"] = described;
        }
    }

    private JsonArray Servers()
    {
        string? host = Text(Take(_root, "host"));
        string path = Text(Take(_root, "basePath")) ?? "";
        List<string> schemes = [.. Texts(Take(_root, "schemes")).Where(s => s is "https" or "http")];
        string url = host is null ? path : $"{(schemes.Count == 0 || schemes.Contains("https") ? "https" : "http")}://{host}{(path.Length == 0 || path[0] == '/' ? "" : "/")}{path}";
        return url.Length == 0 ? [] : [new JsonObject { ["url"] = url }];
    }

    private static JsonObject Scheme(JsonObject scheme)
    {
        var upgraded = (JsonObject)scheme.DeepClone();
        if (Text(scheme["type"]) == "basic")
            (upgraded["type"], upgraded["scheme"]) = ("http", "basic");
        else if (Text(scheme["type"]) == "oauth2")
        {
            // The caller chooses the flow that returns a token.
            foreach (string keyword in new[] { "flow", "authorizationUrl", "tokenUrl", "scopes" })
                upgraded.Remove(keyword);

            upgraded["flows"] = new JsonObject();
        }

        return upgraded;
    }

    private static bool IsSame(JsonObject parameter, JsonObject other) => Text(parameter["name"]) == Text(other["name"]) && Text(parameter["in"]) == Text(other["in"]);

    /// <summary>The media types of a list, up to a limit. Each operation copies its body for each media type, so a long list would expand too much.</summary>
    private List<string> Types(JsonNode? listed, string pointer)
    {
        List<string> types = [.. Texts(listed).Distinct().Take(MaxTypes + 1)];
        if (types.Count <= MaxTypes)
            return types;

        findings.Add(new Finding(Descriptors.Unsupported.Id, pointer, [$"a list of more than {MaxTypes} media types", $"the first {MaxTypes} of them"]));
        return types.GetRange(0, MaxTypes);
    }
}
