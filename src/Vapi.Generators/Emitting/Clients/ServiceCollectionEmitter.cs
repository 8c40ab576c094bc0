using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The extension methods that add the client to a service collection.</summary>
internal static class ServiceCollectionEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection";
    private const string Configuration = "global::Microsoft.Extensions.Configuration";

    public static void Emit(SourceWriter writer, ServiceCollectionModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} static class {model.Name}");
        string client = model.ClientName;
        string defaultName = CSharp.Literal(settings.Namespace + "." + client);
        writer.WriteLine($$"""
            /// <summary>Adds a <see cref="{{client}}"/> that gets its connections from the <see cref="global::System.Net.Http.IHttpClientFactory"/>.</summary>
            /// <param name="services">The service collection.</param>
            /// <param name="configure">Configures the options, in addition to options that were registered with <see cref="{{Services}}.OptionsServiceCollectionExtensions"/>.</param>
            /// <returns>A builder to which you can add message handlers, for example for resilience.</returns>
            public static {{Services}}.IHttpClientBuilder Add{{client}}(this {{Services}}.IServiceCollection services, global::System.Action<{{model.OptionsName}}>? configure = null)
            {
                {{Services}}.ServiceCollectionServiceExtensions.AddTransient<{{client}}>(services, static provider => Create(provider, {{defaultName}}, ""));
                return Configure(services, {{defaultName}}, "", configure);
            }

            """);
        if (settings.Capabilities.HasKeyedServices)
        {
            writer.WriteLine($$"""
                /// <summary>Adds a <see cref="{{client}}"/> as a keyed service. The name is also the name of its options.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="name">The key of the service and the name of its options.</param>
                /// <param name="configure">Configures the options.</param>
                /// <returns>A builder to which you can add message handlers, for example for resilience.</returns>
                public static {{Services}}.IHttpClientBuilder Add{{client}}(this {{Services}}.IServiceCollection services, string name, global::System.Action<{{model.OptionsName}}>? configure = null)
                {
                    {{Services}}.ServiceCollectionServiceExtensions.AddKeyedTransient<{{client}}>(services, name, (provider, _) => Create(provider, {{defaultName}} + "." + name, name));
                    return Configure(services, {{defaultName}} + "." + name, name, configure);
                }

                """);
        }

        if (settings.Capabilities.HasConfiguration)
            WriteConfiguration(writer, model, settings.Capabilities.HasKeyedServices);

        writer.WriteLine($$"""
            private static {{Services}}.IHttpClientBuilder Configure({{Services}}.IServiceCollection services, string httpName, string name, global::System.Action<{{model.OptionsName}}>? configure)
            {
                global::Microsoft.Extensions.Options.OptionsBuilder<{{model.OptionsName}}> options = {{Services}}.OptionsServiceCollectionExtensions.AddOptions<{{model.OptionsName}}>(services, name);
                if (configure is not null)
                    options.Configure(configure);

                {{Services}}.IHttpClientBuilder http = {{Services}}.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, httpName, static http => http.Timeout = global::System.Threading.Timeout.InfiniteTimeSpan);
                return {{Services}}.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(http, static () => api::ApiClient.CreateHandler());
            }

            private static {{client}} Create(global::System.IServiceProvider provider, string httpName, string name) => new(
                {{Services}}.ServiceProviderServiceExtensions.GetRequiredService<global::System.Net.Http.IHttpClientFactory>(provider).CreateClient(httpName),
                {{Services}}.ServiceProviderServiceExtensions.GetRequiredService<global::Microsoft.Extensions.Options.IOptionsMonitor<{{model.OptionsName}}>>(provider).Get(name));
            """);
    }

    private static void WriteConfiguration(SourceWriter writer, ServiceCollectionModel model, bool hasKeyedServices)
    {
        writer.WriteLine($$"""
            /// <summary>Adds a <see cref="{{model.ClientName}}"/> with options from configuration: BaseAddress, ApiKey or the name of a security scheme, AllowCredentialsOverHttp, MaxRetries, MaxResponseBytes, Timeout (hh:mm:ss), DefaultHeaders.</summary>
            /// <param name="services">The service collection.</param>
            /// <param name="configuration">The configuration section with the options. An invalid value throws an <see cref="global::System.InvalidOperationException"/> when the client is first resolved.</param>
            /// <returns>A builder to which you can add message handlers, for example for resilience.</returns>
            public static {{Services}}.IHttpClientBuilder Add{{model.ClientName}}(this {{Services}}.IServiceCollection services, {{Configuration}}.IConfiguration configuration)
                => Add{{model.ClientName}}(services, options => Bind(options, configuration));

            """);
        if (hasKeyedServices)
        {
            writer.WriteLine($$"""
                /// <summary>Adds a <see cref="{{model.ClientName}}"/> as a keyed service, with options from configuration.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="name">The key of the service and the name of its options.</param>
                /// <param name="configuration">The configuration section with the options.</param>
                /// <returns>A builder to which you can add message handlers, for example for resilience.</returns>
                public static {{Services}}.IHttpClientBuilder Add{{model.ClientName}}(this {{Services}}.IServiceCollection services, string name, {{Configuration}}.IConfiguration configuration)
                    => Add{{model.ClientName}}(services, name, options => Bind(options, configuration));

                """);
        }

        using (writer.WriteBlock($"private static void Bind({model.OptionsName} options, {Configuration}.IConfiguration configuration)"))
        {
            writer.WriteLine($$"""
                options.Bind(key => configuration[key]);
                foreach ({{Configuration}}.IConfigurationSection header in configuration.GetSection("DefaultHeaders").GetChildren())
                    options.DefaultHeaders[header.Key] = header.Value ?? "";
                """);
            foreach (string property in model.KeyProperties)
                writer.WriteLine($"if (configuration[{CSharp.Literal(property)}] is {{ Length: > 0 }} key{property}) options.{property} = key{property};");
            foreach (string property in model.BasicProperties)
                writer.WriteLine($"if (configuration[{CSharp.Literal(property + ":UserName")}] is {{ }} user{property}) options.{property} = ApiCredential.Basic(user{property}, configuration[{CSharp.Literal(property + ":Password")}] ?? \"\");");
        }

        writer.WriteLine();
    }
}
