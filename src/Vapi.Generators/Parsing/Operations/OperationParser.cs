using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Converts operations to methods.</summary>
internal static class OperationParser
{
    /// <summary>Arguments and locals that every method has.</summary>
    private static readonly string[] ReservedArguments = ["body", "query", "options", "cancellationToken", "request"];

    /// <summary>The members of the runtime's <c>RequestOptions</c>, from which queries derive.</summary>
    private static readonly string[] OptionNames = ["BaseAddress", "Timeout", "MaxRetries", "Headers", "PartHeaders", "With", "Capture", "PageRequest"];

    public static OperationShape ParseShape(
        OpenApiOperation operation, string path, string method, IOpenApiPathItem item, string name, string owner, DocumentPointer pointer, ParseContext context)
    {
        IReadOnlyList<BodyShape> bodies = BodyParser.ParseShapes(operation, pointer, context);
        ResultShape result = ResponseParser.ParseResult(operation, method, pointer, context);
        return new OperationShape
        {
            Operation = operation,
            Path = path,
            HttpMethod = method,
            Pointer = pointer,
            Servers = ServerParser.Own(operation, item, context.Document),
            Name = name,
            Owner = owner,
            Parameters = ParameterParser.ParseShapes(operation, path, item.Parameters ?? [], pointer, context),
            Bodies = bodies,
            Result = result,
            Stream = StreamParser.Parse(operation, bodies.FirstOrDefault(), result, pointer, context),
            Errors = ResponseParser.ParseErrors(operation, pointer, context),
        };
    }

    /// <summary>Finds inline types.</summary>
    public static void Visit(OperationShape operation, TypeNamer types)
    {
        DocumentPointer place = operation.Place;
        foreach (ParameterShape parameter in operation.Parameters)
            Visit(parameter.Shape, Identifiers.Pascal(parameter.Name), Identifiers.Pascal(parameter.Name) + "Parameter", place["parameters"][parameter.Place.ToString().ToLowerInvariant()][parameter.Name]);
        foreach (BodyShape body in operation.Bodies)
            Visit(body.Shape, "Request", body.Kind + "Body", place["requestBody"][body.ContentType]);
        if (operation.Result.Shape is { } result)
            Visit(result, "Response", "Result", place["response"]);
        if (operation.Stream?.Item is { } item && item != operation.Result.Shape)
            Visit(item, "Item", "StreamItem", place["stream"]);
        foreach (ErrorShape error in operation.Errors)
            Visit(error.Shape, "Error", StatusName(error) + "Error", place["errors"][error.From == error.To ? Text(error.From) : Text(error.From) + "-" + Text(error.To)]);

        void Visit(Shape shape, string part, string otherPart, DocumentPointer pointer)
            => types.Visit(shape, TypePlace.InOperation(operation.Owner, operation.Name, part, otherPart, pointer), operation.Pointer);

        static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The place of the class of optional parameters in the names lock.</summary>
    public static string QueryPlace(OperationShape operation) => operation.Place["parameters"].ToString();

    private static string StatusName(ErrorShape error) => (error.From, error.To) switch
    {
        (400, 499) => "Client",
        (500, 599) => "Server",
        _ when error.From != error.To => "Other",
        _ when Enum.IsDefined(typeof(System.Net.HttpStatusCode), error.From) => ((System.Net.HttpStatusCode)error.From).ToString(),
        _ => "Status" + error.From.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The method with its first body. The class of its optional parameters is added to the declarations.</summary>
    public static OperationModel Parse(OperationShape operation, NameScope scope, TypeNamer types, SecurityParser security, List<DeclarationModel> declarations, ParseContext context)
    {
        var arguments = new NameScope(ReservedArguments);
        Dictionary<ParameterShape, ParameterModel> required = operation.Parameters
            .Where(p => p.Required)
            .ToDictionary(p => p, p => ParameterParser.Parse(p, Argument(context.Claim(arguments, Identifiers.Camel(p.Name), p.Pointer, p.Name)), types));
        List<ParameterShape> optional = [.. operation.Parameters.Where(p => !p.Required)];
        QueryModel? query = optional.Count == 0 ? null : ParseQuery(operation, optional, scope, types, context);
        if (query is not null)
            declarations.Add(query);

        return new OperationModel
        {
            Name = operation.Name + "Async",
            HttpMethod = operation.HttpMethod,
            OperationId = operation.Operation.OperationId ?? operation.HttpMethod + " " + operation.Path,
            Path = ParsePath(operation.Path, required).ToEquatableArray(),
            Parameters = required.Values.ToEquatableArray(),
            QueryName = query?.Name,
            QueryParameters = query?.Parameters ?? [],
            Body = BodyParser.Parse(operation.Bodies, types, context).FirstOrDefault(),
            Result = operation.Result.Kind == ResultKind.Items
                ? Items(operation.Stream!, types)
                : new ResultModel { Kind = operation.Result.Kind, Type = operation.Result.Shape is { } result ? types.TypeOf(result) : null, Accept = operation.Result.Accept },
            Errors = operation.Errors.Select(e => new ErrorModel { From = e.From, To = e.To, Type = types.TypeOf(e.Shape) }).ToEquatableArray(),
            Server = operation.Server,
            Security = security.Require(operation),
            Contract = context.Contract is { } contract ? ContractParser.AddOperation(operation, contract, context) : null,
            Documentation = DocumentationParser.Parse(operation.Operation),
        };
    }

    /// <summary>The overloads for the other bodies that the operation accepts.</summary>
    public static IEnumerable<OperationModel> ParseOverloads(OperationShape operation, OperationModel model, TypeNamer types, ParseContext context)
        => BodyParser.Parse(operation.Bodies, types, context).Skip(1).Select(body => model with { Body = body });

    /// <summary>The streaming variant of a method; null if there is none.</summary>
    public static OperationModel? ParseStreaming(OperationShape operation, OperationModel model, NameScope names, TypeNamer types, ParseContext context)
        => operation.Stream is not { } stream || model.Result.Kind == ResultKind.Items ? null : model with
        {
            Name = context.Claim(names, operation.Name + "StreamingAsync", operation.Pointer),
            Result = Items(stream, types),
            StreamProperty = stream.Property,
        };

    private static ResultModel Items(StreamShape stream, TypeNamer types) => new() { Kind = ResultKind.Items, Type = stream.Item is { } item ? types.TypeOf(item) : null, Accept = stream.Accept };

    private static QueryModel ParseQuery(OperationShape operation, List<ParameterShape> optional, NameScope scope, TypeNamer types, ParseContext context)
    {
        string? locked = context.Names.IsEmpty ? null : context.Names.Find(NameKind.Types, QueryPlace(operation));
        string name = locked ?? context.Claim(scope, QueryName(operation, scope), operation.Pointer);
        context.Places?.Names.Add(NameKind.Types, QueryPlace(operation), name);
        var properties = new NameScope([name, "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize", .. OptionNames]);
        string[] names = MemberNames.Choose(name, properties, optional.ConvertAll(p => new NamedMember(p.Name, PropertyName(p), p.Pointer) { Part = p.Place.ToString().ToLowerInvariant() }), context);
        return new QueryModel
        {
            Name = name,
            Parameters = optional.Select((p, i) => ParameterParser.Parse(p, names[i], types)).ToEquatableArray(),
            Documentation = new Documentation { Summary = string.Format(CultureInfo.InvariantCulture, "The optional parameters of {0}.", operation.Name + "Async") },
        };
    }

    /// <summary>A parameter with the name of an option is said to be a parameter: a number would not tell them apart.</summary>
    private static string PropertyName(ParameterShape parameter)
        => Identifiers.Pascal(parameter.Name) is var name && OptionNames.Contains(name, StringComparer.OrdinalIgnoreCase) ? name + "Parameter" : name;

    private static string QueryName(OperationShape operation, NameScope scope)
    {
        string shortName = operation.Name + "Query";
        return (operation.Owner + "Query").Length > TypePlace.MaxLength && scope.IsFree(shortName) ? shortName : operation.Owner + "Query";
    }

    /// <summary>Splits a template at its parameters.</summary>
    private static IEnumerable<PathPartModel> ParsePath(string path, Dictionary<ParameterShape, ParameterModel> parameters)
    {
        int start = 0;
        foreach ((int open, int close) in ParameterParser.Templates(path))
        {
            string name = path.Substring(open + 1, close - open - 1);
            KeyValuePair<ParameterShape, ParameterModel> parameter = parameters.First(p => p.Key.Place == ParameterPlace.Path && p.Key.Name == name);
            if (open > start)
                yield return new PathPartModel { Text = path.Substring(start, open - start) };

            yield return new PathPartModel { Parameter = parameter.Value };
            start = close + 1;
        }

        if (start < path.Length)
            yield return new PathPartModel { Text = path.Substring(start) };
    }

    public static string Argument(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
