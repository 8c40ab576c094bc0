// A worker that watches the assistants. Its client has settings from appsettings.json, a circuit breaker and retries
// of Microsoft.Extensions.Http.Resilience, and traces that OpenTelemetry writes to the console.
//
// Without Vapi:ApiKey it uses FakeApi.cs, an imitation of the API. For the real API:
//
//   Vapi__ApiKey=… dotnet run --project samples/DependencyInjection

using DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using OpenTelemetry.Trace;
using Vapi;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);

IHttpClientBuilder vapi = builder.Services.AddVapiClient(builder.Configuration.GetSection("Vapi"));
vapi.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());

builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("Vapi").AddConsoleExporter());
builder.Services.AddHostedService<Watcher>();

if (string.IsNullOrEmpty(builder.Configuration["Vapi:ApiKey"]))
{
    builder.Configuration["Vapi:ApiKey"] = "fake-key";
    vapi.ConfigurePrimaryHttpMessageHandler(() => new FakeApi());
}

builder.Build().Run();
