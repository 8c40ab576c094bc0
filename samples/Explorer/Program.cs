// Shows the document that the client is generated from, at /docs. Every script and style comes from this server, so it works without the internet.
//
//   dotnet run --project samples/Explorer --urls http://localhost:5090

using Scalar.AspNetCore;

WebApplication app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/openapi.json", () => Results.Stream(typeof(Program).Assembly.GetManifestResourceStream("openapi.json")!, "application/json"));
app.MapScalarApiReference("/docs", options => options
    .WithTitle("Vapi, as this build knows it")
    .WithOpenApiRoutePattern("/openapi.json")
    .DisableDefaultFonts()
    .DisableAgent()
    .HideDeveloperTools()
    .HideTestRequestButton());
app.MapGet("/", () => Results.Redirect("/docs"));

app.Run();
