using System.Globalization;
using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>The delegate of an operation of a fake, and the code that reads a request for it and writes its result.</summary>
internal static class FakeOperationEmitter
{
    public static void WriteDelegate(SourceWriter writer, FakeOperationModel operation)
    {
        string result = operation.Method.Result switch
        {
            { Kind: ResultKind.Json, Type: { } type } => type.Spelling,
            { Kind: ResultKind.Text } => "string",
            { Kind: ResultKind.Stream } => "FileContent",
            { Kind: ResultKind.Items, Type: var item } => $"generic::IAsyncEnumerable<{item?.Spelling ?? "string"}>",
            _ => "void",
        };
        string what = CSharp.Documentation(operation.Method.HttpMethod + " " + operation.Path);
        writer.WriteLine($$"""
            /// <summary>Answers {{operation.Method.Name}}: {{what}}.</summary>
            public delegate {{result}} {{operation.DelegateName}}({{string.Join(", ", Parameters(operation.Method))}});

            /// <inheritdoc cref="{{operation.DelegateName}}"/>
            public {{operation.DelegateName}}? {{operation.Name}} { get; set; }
            """);
    }

    /// <param name="fake">The expression for the fake.</param>
    public static void WriteRegistration(SourceWriter writer, FakeOperationModel operation, string fake)
    {
        OperationModel method = operation.Method;
        using SourceWriter.Block block = writer.WriteBlock(
            $"{fake}.Add(new api::FakeOperation({CSharp.Literal(operation.FullName)}, {CSharp.Literal(method.HttpMethod)}, {CSharp.Literal(operation.Path)}, _call =>", $"}}){Facts(operation)});");
        foreach (ParameterModel parameter in method.Parameters)
            writer.WriteLine($"{parameter.Type.Spelling} {parameter.Name} = {Read(parameter, parameter.Type.Nullable, method)};");
        if (method.Body is { } body)
            WriteBody(writer, operation, body);
        if (method.QueryName is { } query)
        {
            using (writer.WriteBlock($"var query = new {query}", "};"))
            {
                foreach (ParameterModel parameter in method.QueryParameters)
                    writer.WriteLine($"{parameter.Name} = {Read(parameter, isOptional: true, method)},");
            }
        }

        WriteAnswer(writer, operation);
    }

    private static IEnumerable<string> Parameters(OperationModel method)
    {
        foreach (ParameterModel parameter in method.Parameters)
            yield return $"{parameter.Type.Spelling} {parameter.Name}";
        if (method.Body is { } body)
            yield return $"{(body.Required ? body.Type.Spelling : body.Type.NullableName)} body";
        if (method.QueryName is { } query)
            yield return $"{query} query";

        yield return "ApiFakeRequest request";
    }

    /// <summary>What the fake knows about the operation.</summary>
    private static string Facts(FakeOperationModel operation)
    {
        OperationModel method = operation.Method;
        var facts = new List<string>();
        if (method.Security is { } security)
            facts.Add($"Security = {security}");
        if (operation.RequiresCredential)
            facts.Add("RequiresCredential = true");
        if (operation.ServerPath is { } path)
            facts.Add($"ServerPath = {CSharp.Literal(path)}");
        if (operation.ContentTypes.Count > 0)
            facts.Add($"Bodies = new[] {{ {string.Join(", ", operation.ContentTypes.Select(CSharp.Literal))} }}");
        if (method.Body is { Required: true })
            facts.Add("RequiresBody = true");
        if (operation.Status != 200)
            facts.Add($"Status = {operation.Status.ToString(CultureInfo.InvariantCulture)}");
        if (operation.ContentType is { } type)
            facts.Add($"ContentType = {CSharp.Literal(type)}");
        if (method.Result.Kind == ResultKind.Items)
            facts.Add("IsStream = true");
        if (method.StreamProperty is { } property)
            facts.Add($"StreamProperty = {CSharp.Literal(property)}");

        return facts.Count == 0 ? "" : " { " + string.Join(", ", facts) + " }";
    }

    private static string Read(ParameterModel parameter, bool isOptional, OperationModel method)
    {
        TypeRef type = parameter.Type with { Nullable = isOptional };
        bool isText = parameter.IsJson || ParameterEmitter.IsText(type);
        bool isList = !isText && type is { Kind: TypeKind.List, Item: { } item } && ParameterEmitter.IsText(item);
        string kinds = JsonEmitter.KindNames(JsonEmitter.Kinds(isList ? type.Item! : type));
        string write = isText || isList ? "" : ", " + JsonEmitter.Writer(type with { Nullable = false });
        string argument = type.IsValueType ? type.Spelling : type.Name;
        return $"_call.{(isOptional ? "Find" : "Read")}<{argument}>(new(api::FakePlace.{parameter.Place}, {CSharp.Literal(parameter.WireName)}, {kinds}){Format(parameter, isText, isList, method)}, {JsonEmitter.Reader(type)}{write})";
    }

    private static string Format(ParameterModel parameter, bool isText, bool isList, OperationModel method)
    {
        bool isInPairs = parameter.Place is ParameterPlace.Query or ParameterPlace.Cookie;
        var parts = new List<string>();
        if (isList)
            parts.Add("IsList = true");
        if (parameter.IsJson)
            parts.Add("IsJson = true");
        if (parameter.IsWholeQuery)
            parts.Add("IsWholeQuery = true");
        if (parameter.Style != (isInPairs ? ParameterStyle.Form : ParameterStyle.Simple))
            parts.Add($"Style = api::ParameterStyle.{parameter.Style}");
        if (parameter.Explode && !isText)
            parts.Add("Explode = true");

        // The members of an exploded object have no name in common.
        string[] others = [.. method.Parameters.Concat(method.QueryParameters).Where(p => p.Place == parameter.Place && p.WireName != parameter.WireName).Select(p => CSharp.Literal(p.WireName))];
        if (parameter.Explode && isInPairs && !isText && !isList && others.Length > 0)
            parts.Add($"Others = new[] {{ {string.Join(", ", others)} }}");

        return parts.Count == 0 ? "" : " { " + string.Join(", ", parts) + " }";
    }

    private static void WriteBody(SourceWriter writer, FakeOperationModel operation, BodyModel body)
    {
        string read = Read(body, operation);
        foreach (BodyModel other in body.Others)
            read = $"_call.IsSentAs({CSharp.Literal(other.ContentType)}) ? {Read(other, operation)} : {read}";

        writer.WriteLine(body.Required ? $"{body.Type.Spelling} body = {read};" : $"{body.Type.NullableName} body = !_call.HasBody ? default({body.Type.NullableName}) : {read};");
        foreach (BodyModel multipart in body.Others.Prepend(body).Where(b => b.Kind == BodyKind.Multipart && b.Forms.Any(HasFile)))
        {
            using SourceWriter.Block block = writer.WriteBlock($"if (_call.IsSentAs({CSharp.Literal(multipart.ContentType)}))");
            for (int i = 0; i < multipart.Forms.Count; i++)
                WriteFiles(writer, multipart.Forms[i], body, "_form" + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool HasFile(FormModel form) => form.Parts.Any(IsFile);

    private static bool IsFile(PartModel part) => part.Property.Type is { Kind: TypeKind.File } or { Kind: TypeKind.List, Item.Kind: TypeKind.File };

    /// <summary>Sets the files, which JSON cannot contain.</summary>
    private static void WriteFiles(SourceWriter writer, FormModel form, BodyModel body, string local)
    {
        string pattern = form.Case is { } @case ? $"body{(body.Required ? "" : "?")}.Value is {CSharp.Qualify(@case)}" : "body is { }";
        foreach ((PartModel part, int i) in form.Parts.Where(IsFile).Select((part, i) => (part, i)))
        {
            string files = $"{local}Files{i.ToString(CultureInfo.InvariantCulture)}";
            string value = part.Property.Type.Kind == TypeKind.File ? files + "[0]" : files;
            string own = $"{local}{i.ToString(CultureInfo.InvariantCulture)}";
            writer.WriteLine($"if (_call.Files({CSharp.Literal(part.Property.JsonName)}) is {{ Count: > 0 }} {files} && {pattern} {own}) {own}.{part.Property.Name} = {value};");
        }
    }

    private static string Read(BodyModel body, FakeOperationModel operation)
    {
        string required = operation.RequiredProperties.Count == 0 ? "" : ", " + CSharp.Literal(string.Join("\n", operation.RequiredProperties));
        return body.Kind switch
        {
            BodyKind.Json => Members("ReadJson"),
            BodyKind.Form => Members("ReadForm"),
            BodyKind.Multipart => Members("ReadParts"),
            BodyKind.Lines => Items("ReadLines"),
            BodyKind.Parts => operation.HasStreamedBody ? $"ApiFake.Items({Items("ReadItems")})" : Items("ReadItems"),
            BodyKind.Text => "_call.Request.Body",
            _ => "_call.ReadFile()",
        };

        string Members(string method) => $"_call.{method}<{body.Type.Spelling}>({JsonEmitter.Reader(body.Type)}, {JsonEmitter.Writer(body.Type)}{required})";

        string Items(string method) => $"_call.{method}<{body.Type.Item!.Spelling}>({JsonEmitter.Reader(body.Type.Item)}, {JsonEmitter.Writer(body.Type.Item)})";
    }

    private static void WriteAnswer(SourceWriter writer, FakeOperationModel operation)
    {
        OperationModel method = operation.Method;
        IEnumerable<string> arguments = [.. method.Parameters.Select(p => p.Name), .. method.Body is null ? Array.Empty<string>() : ["body"], .. method.QueryName is null ? Array.Empty<string>() : ["query"], "_call.Request"];
        string result = $"_handler({string.Join(", ", arguments)})";
        string? sample = operation.Sample is { } text ? CSharp.Literal(text) : null;
        const string NoSample = "throw _call.NoSample()";
        (string answer, string otherwise) = method.Result switch
        {
            { Kind: ResultKind.Json, Type: { Nullable: true } type } => ($"{result} is {{ }} _value ? _call.WriteJson<{type.Name}>(_value, {JsonEmitter.Writer(type with { Nullable = false })}) : _call.SampleJson(\"null\")", sample is null ? NoSample : $"_call.SampleJson({sample})"),
            { Kind: ResultKind.Json, Type: { } type } => ($"_call.WriteJson<{type.Name}>({result}, {JsonEmitter.Writer(type)})", sample is null ? NoSample : $"_call.SampleJson({sample})"),
            { Kind: ResultKind.Text } => ($"_call.WriteText({result})", $"_call.WriteText({sample})"),
            { Kind: ResultKind.Stream } => ($"_call.WriteFile({result})", "_call.Nothing()"),
            { Kind: ResultKind.Items, Type: { } item } => ($"_call.WriteItems<{item.Spelling}>({result}, {JsonEmitter.Writer(item)})", sample is null ? NoSample : $"_call.SampleItem({sample})"),
            { Kind: ResultKind.Items } => ($"_call.WriteTexts({result})", $"_call.SampleItem({sample})"),
            _ => ("", ""),
        };
        writer.WriteLine(answer.Length > 0 ? $"return {operation.Name} is not {{ }} _handler ? {otherwise} : {answer};" : $"""
            {operation.Name}?.Invoke({string.Join(", ", arguments)});
            return _call.Nothing();
            """);
    }
}
