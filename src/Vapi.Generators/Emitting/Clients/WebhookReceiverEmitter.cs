using System.Globalization;
using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The class that receives webhooks, and its extension methods.</summary>
internal static class WebhookReceiverEmitter
{
    private const string AspNetCore = "global::Microsoft.AspNetCore";
    private const string Tasks = "global::System.Threading.Tasks";
    private const string Token = "global::System.Threading.CancellationToken";

    public static void Emit(SourceWriter writer, WebhookReceiverModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using (writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name} : ApiWebhooks"))
        {
            writer.WriteLine($$"""
                /// <summary>Creates a receiver that only handles requests that are verified.</summary>
                public {{model.Name}}(ApiWebhookVerification verification) : base(verification)
                {
                }

                """);
            if (model.ResponseProperty is { } property)
            {
                writer.WriteLine($$"""
                    /// <summary>Whether responses are sent inside <c>{{CSharp.Documentation(property)}}</c>, as the document declares them. The default is false: they are sent without it.</summary>
                    public bool WrapResponses { get => ResponseProperty is not null; set => ResponseProperty = value ? {{CSharp.Literal(property)}} : null; }

                    """);
            }

            foreach (WebhookKindModel kind in model.Kinds)
            {
                DocumentationEmitter.Write(writer, kind.Documentation);
                string result = kind.Response is { } response ? $"{Tasks}.Task<{response.Spelling}>" : $"{Tasks}.Task";
                writer.WriteLine($"public global::System.Func<{kind.Message.Name}, {Token}, {result}>? {kind.Handler} {{ get; set; }}");
                writer.WriteLine();
            }

            WriteFind(writer, model);
        }

        bool hasTypeInfo = settings.Capabilities.HasTypeInfoResolver;
        if (!settings.Capabilities.HasEndpoints && model.FunctionCalls.Count == 0)
            return;

        writer.WriteLine();
        writer.WriteLine($"/// <summary>Extension methods for <see cref=\"{model.Name}\"/> and its messages.</summary>");
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} static class {model.Name}Extensions");
        if (settings.Capabilities.HasEndpoints)
            WriteEndpoints(writer, model);
        foreach (string call in model.FunctionCalls)
            WriteArguments(writer, call, hasTypeInfo);
    }

    private static void WriteFind(SourceWriter writer, WebhookReceiverModel model)
    {
        using SourceWriter.Block block = writer.WriteBlock("internal override api::WebhookCall? Find(json::Utf8JsonReader reader, string? webhook)");
        if (model.MessageProperty is { } property)
            writer.WriteLine($"if (!api::WebhookJson.Enter(ref reader, {CSharp.Utf8Literal(property)})) return null;");

        if (model.Kinds.Count == 1 && model.Kinds[0].Texts.Count == 0)
        {
            writer.WriteLine($"return {Call(model.Kinds[0])};");
            return;
        }

        string text = model.TagName is { } tag ? $"(webhook ?? api::WebhookJson.Tag(reader, {CSharp.Utf8Literal(tag)}))" : "webhook";
        using SourceWriter.Block cases = writer.WriteBlock($"return {text} switch", "};");
        foreach (WebhookKindModel arm in model.Kinds)
            writer.WriteLine($"{string.Join(" or ", arm.Texts.Select(CSharp.Literal))} => {Call(arm)},");

        writer.WriteLine("_ => null,");
    }

    private static string Call(WebhookKindModel kind)
    {
        string writeResponse = kind.Response is { } response ? ", " + JsonEmitter.Writer(response) : "";
        string status = kind.Status == 200 ? "" : ", status: " + kind.Status.ToString(CultureInfo.InvariantCulture);
        string line = kind.LineProperty is { } property ? ", line: " + CSharp.Literal(property) : "";
        return $"Call({CSharp.Literal(kind.Name)}, {kind.Handler}, ref reader, {JsonEmitter.Reader(kind.Message)}{writeResponse}{status}{line})";
    }

    private static void WriteEndpoints(SourceWriter writer, WebhookReceiverModel model)
    {
        string methods = string.Join(", ", model.Methods.Select(CSharp.Literal));
        writer.WriteLine($$"""
            /// <summary>Handles a request of ASP.NET Core. The value <c>webhook</c> of its route, if there is one, is the name of the webhook.</summary>
            /// <param name="webhooks">The receiver.</param>
            /// <param name="request">The request. Its body must not have been read.</param>
            /// <param name="cancellationToken">Cancels the handler.</param>
            /// <returns>The response to send.</returns>
            public static {{Tasks}}.Task<ApiWebhookResponse> ReceiveAsync(this {{model.Name}} webhooks, {{AspNetCore}}.Http.HttpRequest request, {{Token}} cancellationToken = default)
                => webhooks.ReceiveAsync(request.Body, name => request.Headers[name], request.RouteValues.TryGetValue("webhook", out object? webhook) ? webhook as string : null, cancellationToken);

            /// <summary>Handles the requests to an address.</summary>
            /// <param name="endpoints">The application.</param>
            /// <param name="pattern">The address. With <c>{webhook}</c> in it, that part is the name of the webhook.</param>
            /// <param name="webhooks">The receiver.</param>
            public static {{AspNetCore}}.Builder.IEndpointConventionBuilder Map{{model.Name}}(this {{AspNetCore}}.Routing.IEndpointRouteBuilder endpoints, string pattern, {{model.Name}} webhooks)
                => Map{{model.Name}}(endpoints, pattern, _ => webhooks);

            /// <summary>Handles the requests to an address with a receiver for each request, whose handlers can use the services of the request.</summary>
            /// <param name="endpoints">The application.</param>
            /// <param name="pattern">The address. With <c>{webhook}</c> in it, that part is the name of the webhook.</param>
            /// <param name="create">Creates the receiver with the services of the request.</param>
            public static {{AspNetCore}}.Builder.IEndpointConventionBuilder Map{{model.Name}}(this {{AspNetCore}}.Routing.IEndpointRouteBuilder endpoints, string pattern, global::System.Func<global::System.IServiceProvider, {{model.Name}}> create)
                => {{AspNetCore}}.Builder.EndpointRouteBuilderExtensions.MapMethods(endpoints, pattern, new[] { {{methods}} }, async context =>
                {
                    ApiWebhookResponse response = await create(context.RequestServices).ReceiveAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
                    if (response.Reason is { } reason && context.RequestServices.GetService(typeof(global::Microsoft.Extensions.Logging.ILoggerFactory)) is global::Microsoft.Extensions.Logging.ILoggerFactory loggers)
                        global::Microsoft.Extensions.Logging.LoggerExtensions.LogWarning(loggers.CreateLogger(typeof({{model.Name}}).FullName!), "The request was refused with {StatusCode}. {Reason}", response.StatusCode, reason);

                    context.Response.StatusCode = response.StatusCode;
                    if (response.ContentType is { } type)
                    {
                        context.Response.ContentType = type;
                        context.Response.ContentLength = response.Body.Length;
                        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
                    }
                });

            """);
    }

    private static void WriteArguments(SourceWriter writer, string type, bool hasTypeInfo)
    {
        writer.WriteLine($$"""
            /// <summary>The arguments as JSON, whether they were received as an object or as a string with JSON. An empty object if there are none.</summary>
            /// <exception cref="json::JsonException">The string is not JSON.</exception>
            public static json::JsonElement ReadArguments(this {{type}} call) => api::WebhookJson.ReadNested(call, "arguments");

            """);
        if (hasTypeInfo)
        {
            writer.WriteLine($$"""
                /// <summary>The arguments as a type of your own, whether they were received as an object or as a string with JSON.</summary>
                /// <exception cref="json::JsonException">The arguments are not JSON, or do not match the type.</exception>
                public static T? ReadArguments<T>(this {{type}} call, json::Serialization.Metadata.JsonTypeInfo<T> type) => json::JsonSerializer.Deserialize(ReadArguments(call), type);

                """);
        }
    }
}
