using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Operations;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Parsing.Types;
using Vapi.Generators.Reading.Findings;

namespace Vapi.Generators.Parsing.Documents;

/// <summary>Parses a document into the model of its code.</summary>
internal static class ApiParser
{
    /// <summary>The maximum number of properties in total. A few lines of allOf can repeat thousands of properties each, more than any machine can compile.</summary>
    private const long MaxProperties = 200_000;

    /// <summary>A long document can have more of them.</summary>
    private const int CharactersPerProperty = 40;

    /// <param name="length">How long the document is, in characters.</param>
    /// <param name="names">The names that the document keeps.</param>
    /// <param name="places">Receives the positions of all types and members; null if they are not needed.</param>
    /// <param name="sharing">The types of another document that this document uses; null if the documents of the project share no types.</param>
    /// <returns>Null if the document expands to more code than can be generated.</returns>
    public static ApiModel? Parse(
        OpenApiDocument document, GeneratorOptions options, Capabilities capabilities, string sha256, int length, FindingList findings, LockedNames names, CancellationToken cancellationToken, MemberPlaces? places = null,
        TypeSharing? sharing = null)
    {
        string title = Title(document);
        string clientName = options.ClientName ?? title + "Client";
        string baseName = clientName.EndsWith("Client", StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - "Client".Length) : clientName;
        string resolverName = baseName + "JsonTypeInfoResolver";
        string receiverName = baseName + "Webhooks";
        var settings = new CodeSettings
        {
            Namespace = options.Namespace ?? title,
            Accessibility = options.Accessibility,
            Capabilities = capabilities,
            SharedNamespace = sharing?.Namespace,
        };
        var context = new ParseContext(document, settings, length, cancellationToken) { Places = places, Names = names, Sharing = sharing, Contract = ContractParser.Start(options, sharing) };
        ContractParser.ReportIgnored(options, context);
        var scope = new NameScope(
        [
            .. RuntimeTypes.Names, clientName, clientName + "Options", clientName + "Security", clientName + "Servers", clientName + ServiceCollectionParser.Suffix, resolverName, receiverName, receiverName + WebhookReceiverParser.Suffix,
        ]);
        var types = new TypeNamer(context, scope);
        var filter = new DocumentFilter(options);
        filter.ReportMismatches(context);
        context.ParseComponents();
        types.PlaceComponents();
        List<ClientGroup> groups = ClientParser.FindGroups(clientName, filter, context);
        List<OperationShape> operations = [.. groups.SelectMany(g => g.Operations)];
        List<WebhookShape> webhooks = WebhookParser.ParseShapes(filter, context);
        List<WebhookReceiverShape> receivers = WebhookReceiverParser.ParseShapes(options.Webhooks, webhooks, operations, context);
        HashSet<string> schemas = filter.Schemas(operations.SelectMany(o => o.Shapes).Concat(webhooks.SelectMany(w => w.Shapes)).Concat(receivers.Where(r => r.IsNamed).SelectMany(r => r.Ids).Select(id => new ReferenceShape(id))), context);

        // The document that declares the schemas has their receiver, unless the project names them here.
        receivers.RemoveAll(r => !r.Ids.All(schemas.Contains) || !r.IsNamed && r.Ids.Any(types.IsShared));
        schemas.RemoveWhere(types.IsShared);
        types.AddComponents(schemas);
        foreach (OperationShape operation in operations)
            OperationParser.Visit(operation, types);
        foreach (WebhookShape webhook in webhooks)
            WebhookParser.Visit(webhook, types);

        types.TakeLockedNames();
        ClientParser.TakeLockedNames(groups, scope, context);
        types.NameComponents();
        groups = ClientParser.NameClasses(groups, clientName, scope, context);
        types.NameInlineTypes();
        long supported = MaxProperties + length / CharactersPerProperty;
        if (types.DeclaredShapes().Sum(Weigh) is var count && count > supported)
        {
            findings.Add(new Finding(Descriptors.UnreadableDocument.Id, "#/components/schemas", [$"The schemas have {count} properties in total, but only {supported} are supported"]));
            return null;
        }

        List<DeclarationModel> declarations = [.. types.Declarations(), .. ClientParser.Parse(groups, clientName, scope, types, new PagesOption(options), context)];
        declarations.AddRange(WebhookReceiverParser.Parse(receivers, receiverName, declarations, scope, types, context));
        if (context.Contract is { } contract)
            declarations.Add(ContractParser.Parse(schemas, types, contract, context));
        if (options.HasFake)
            declarations.AddRange(FakeParser.Parse(baseName + "Fake", groups, declarations, scope, types, context).ToList());
        if (capabilities.HasTypeInfoResolver)
            declarations.Add(TypeInfoResolverParser.Parse(resolverName, declarations));

        declarations.Add(new ApiInfoModel
        {
            Name = "ApiInfo",
            Title = document.Info?.Title ?? "",
            Version = document.Info?.Version ?? "",
            Sha256 = sha256,
            Operations = operations.Count,
            Schemas = schemas.Count,
            Documentation = new Documentation { Summary = "The document that this code was generated from." },
        });
        findings.AddRange(context.Findings);
        findings.AddRange(names.Findings);
        SharedTypes? shared = sharing?.Share(settings, types.Named);

        // Documents that use this runtime can have receivers too.
        bool hasWebhooks = receivers.Count > 0 || shared is not null;
        return new ApiModel { Settings = settings with { HasWebhooks = hasWebhooks, HasContract = context.Contract is not null, HasFakes = options.HasFake || sharing?.HasFake(settings) == true }, Declarations = declarations.ToEquatableArray(), Shared = shared };
    }

    /// <summary>The approximate code size of a type, in properties. A property with a long name or description counts as several, an enum value as less than one.</summary>
    private static long Weigh(Shape shape)
    {
        const int Long = 500;
        const int ValuesPerProperty = 8;
        return shape switch
        {
            ObjectShape { Properties: var properties } => properties.Sum(p => 1L + (p.Name.Length + p.Schemas.OfType<OpenApiSchema>().Sum(s => s.Description?.Length ?? 0)) / Long),
            UnionShape union => union.Members.Count,
            EnumShape @enum => @enum.Values.Count / ValuesPerProperty,
            _ => 0,
        };
    }

    /// <summary>The document's title without words such as API, which describe the kind of document.</summary>
    private static string Title(OpenApiDocument document)
    {
        string[] words = (document.Info?.Title ?? "").Split([' ', '\t', '\n', '-', '_', '.', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        string title = string.Join(" ", words.Where(w => w.ToUpperInvariant() is not ("API" or "SPECIFICATION" or "OPENAPI" or "REST")));
        string name = Identifiers.Pascal(title);
        return name == "Empty" ? "Api" : name;
    }
}
