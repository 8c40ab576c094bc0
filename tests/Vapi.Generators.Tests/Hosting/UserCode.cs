namespace Vapi.Generators.Tests.Hosting;

/// <summary>Code of a user of the generated types, for <see cref="GeneratorOutput.Run{T}"/>.</summary>
internal static class UserCode
{
    /// <summary>Statements that return a string.</summary>
    public static string Returning(string statements) => Method("string Run()", statements);

    /// <summary>Statements that use a client over the given connections.</summary>
    public static string Calling(string statements) => Connecting($"var client = new TestClient(http, new TestClientOptions {{ ApiKey = \"key\" }});\n{statements}");

    /// <summary>Statements that make a client over the given connections.</summary>
    public static string Connecting(string statements) => Method("async Task<string> Run(HttpClient http)", statements);

    /// <summary>Statements that use a fake and its client.</summary>
    public static string Faking(string statements) => Method("async Task<string> Run()", $"var fake = new TestFake();\nvar client = fake.CreateClient();\nawait Task.Yield();\n{statements}");

    private static string Method(string signature, string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Test;

        public static class Probe
        {
            public static {{signature}}
            {
                {{statements}}
            }
        }
        """;
}
