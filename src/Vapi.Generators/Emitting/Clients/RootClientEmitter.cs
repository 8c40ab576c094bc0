using Vapi.Generators.Emitting.Operations;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The client class that users create, and its options.</summary>
internal static class RootClientEmitter
{
    public static void Emit(SourceWriter writer, RootClientModel model, CodeSettings settings)
    {
        WriteOptions(writer, model, settings.Accessibility);
        writer.WriteLine();
        if (model.Security is not null)
        {
            SecurityEmitter.Emit(writer, model.Security);
            writer.WriteLine();
        }

        if (model.Servers.Count > 0)
        {
            ServerEmitter.Emit(writer, model.ServersName, model.Servers, settings.Accessibility);
            writer.WriteLine();
        }

        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} partial class {model.Name}");
        writer.WriteLine($"private readonly api::ApiClient _client = null!;");
        foreach (ClientGroupModel group in model.Groups)
            writer.WriteLine($"private {group.ClientName}? {group.Field};");

        WriteConstructors(writer, model);
        foreach (ClientGroupModel group in model.Groups)
        {
            DocumentationEmitter.Write(writer, group.Documentation);
            writer.WriteLine($"public virtual {group.ClientName} {group.Name} => {group.Field} ??= new(_client);");
            writer.WriteLine();
        }

        foreach (OperationModel operation in model.Operations)
        {
            OperationEmitter.Emit(writer, operation);
            writer.WriteLine();
        }
    }

    private static void WriteOptions(SourceWriter writer, RootClientModel model, string accessibility)
    {
        writer.WriteLine($"/// <summary>The options of a <see cref=\"{model.Name}\"/>.</summary>");
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {accessibility} sealed partial class {model.OptionsName} : ApiOptions");
        using (writer.WriteBlock($"public {model.OptionsName}()"))
        {
            if (model.BaseAddress is { } url)
                writer.WriteLine($"BaseAddress = new global::System.Uri({CSharp.Literal(url)});");
            if (model.DocumentServers.Count > 0)
                writer.WriteLine($"DocumentServers = new[] {{ {string.Join(", ", model.DocumentServers.Select(CSharp.Literal))} }};");
        }

        if (model.Security is not null)
            SecurityEmitter.EmitOptions(writer, model.Security);
    }

    private static void WriteConstructors(SourceWriter writer, RootClientModel model)
    {
        string schemes = string.Join(", ", model.Security?.Schemes.Select(s => $"own::{model.Security.Name}.{s.Field}") ?? []);
        string keyScheme = model.Security?.KeyScheme is { } field ? $"own::{model.Security.Name}.{field}" : "null";
        writer.WriteLine($$"""

            /// <summary>Initializes a new instance for mocking.</summary>
            protected {{model.Name}}()
            {
            }

            """);
        if (model.Security?.KeyScheme is not null)
        {
            writer.WriteLine($$"""
                /// <summary>Creates a client with the default options.</summary>
                /// <param name="apiKey">The API key or token. It is only sent to the host of the API.</param>
                /// <exception cref="global::System.ArgumentException">The key is empty.</exception>
                public {{model.Name}}(string apiKey) : this(new {{model.OptionsName}} { ApiKey = api::ApiClient.RequireKey(apiKey) })
                {
                }

                """);
        }

        writer.WriteLine($$"""
            /// <summary>Creates a client with its own connection pool. The client is thread-safe: create one and reuse it for the lifetime of the process.</summary>
            /// <exception cref="global::System.ArgumentException">The options have no base address, or credentials would be sent over http to a host that is not loopback, and the options do not allow it.</exception>
            public {{model.Name}}({{model.OptionsName}} options) : this(api::ApiClient.CreateHttpClient(), options)
            {
            }

            /// <summary>
            /// Creates a client that uses the caller's <see cref="global::System.Net.Http.HttpClient"/>. Disable redirects in its handler: the client follows them itself, without sending credentials to other hosts.
            /// </summary>
            /// <exception cref="global::System.ArgumentException">The options have no base address, or credentials would be sent over http to a host that is not loopback, and the options do not allow it.</exception>
            public {{model.Name}}(global::System.Net.Http.HttpClient httpClient, {{model.OptionsName}} options)
                => _client = new(httpClient, options, new api::SecurityScheme[] { {{schemes}} }, {{keyScheme}}, {{CSharp.Literal(model.Title)}}, {{CSharp.Literal(model.Version)}});

            """);
    }
}
