namespace Vapi.Generators.PackageTests;

public sealed class JourneyTests(PackageFeed feed)
{
    private const string Program = """"
        using System.Text.Json;
        using Vapi;

        var create = new CreateAssistantDTO
        {
            Name = "Reception",
            FirstMessageMode = AssistantFirstMessageMode.AssistantSpeaksFirst,
            Model = new OpenAIModel { Model = "gpt-4o", Temperature = 0.2 },
            Voice = new ElevenLabsVoice { VoiceId = "sarah" },
        };

        // By reflection, as every console program does; the analyzers for trimming would rather not.
        #pragma warning disable IL2026, IL3050
        string json = JsonSerializer.Serialize(create);
        CreateAssistantDTO read = JsonSerializer.Deserialize<CreateAssistantDTO>(json)!;
        CreateAssistantDTO newer = JsonSerializer.Deserialize<CreateAssistantDTO>("""{"model":{"provider":"next-year","x":[1]},"firstMessageMode":"hums","colour":"red"}""")!;
        Console.WriteLine(json);
        Console.WriteLine(JsonSerializer.Serialize(read) == json);
        Console.WriteLine(JsonSerializer.Serialize(newer));
        #pragma warning restore IL2026, IL3050

        Console.WriteLine(Describe(read.Model));
        Console.WriteLine(Describe(newer.Model));
        Console.WriteLine(newer.FirstMessageMode);
        Console.WriteLine(new VapiClient("key").Assistants is not null);

        static string Describe(AssistantModel? model) => model?.Value switch
        {
            OpenAIModel m => $"openai {m.Model}",
            AnthropicModel m => $"anthropic {m.Model}",
            JsonElement unknown => $"a model this document does not know: {unknown}",
            _ => "no model",
        };
        """";

    /// <summary>What the README promises, compiled and not run: it would need the API.</summary>
    private const string Calls = """
        using System.Text.Json;
        using Vapi;

        internal static class Journey
        {
            public static async Task RunAsync()
            {
                var vapi = new VapiClient(Environment.GetEnvironmentVariable("VAPI_API_KEY")!);

                Assistant assistant = await vapi.Assistants.CreateAsync(new CreateAssistantDTO
                {
                    Name = "Reception",
                    FirstMessageMode = AssistantFirstMessageMode.AssistantSpeaksFirst,
                    Model = new OpenAIModel { Model = "gpt-4o", Temperature = 0.2 },
                    Voice = new ElevenLabsVoice { VoiceId = "sarah" },
                });

                foreach (Assistant a in await vapi.Assistants.FindAllAsync(new() { Limit = 10 }))
                {
                    string text = a.Model?.Value switch
                    {
                        OpenAIModel m => $"openai {m.Model}",
                        AnthropicModel m => $"anthropic {m.Model}",
                        JsonElement unknown => $"a model this document does not know: {unknown}",
                        _ => "no model",
                    };
                    Console.WriteLine(text);
                }
            }
        }
        """;

    [Fact]
    public async Task DocumentBesideTheProject_IsAllThatAProgramNeeds()
    {
        using var project = new ConsumerProject(feed) { OutputType = "Exe", RunAnalyzers = true };
        project.Copy(Repository.QuickstartDocument, "openapi.json");
        project.Write("Program.cs", Program);
        project.Write("Journey.cs", Calls);

        (await project.BuildAsync()).AssertClean();

        Assert.Equal(
            [
                """{"model":{"provider":"openai","model":"gpt-4o","temperature":0.2},"voice":{"provider":"11labs","voiceId":"sarah"},"firstMessageMode":"assistant-speaks-first","name":"Reception"}""",
                "True",
                """{"model":{"provider":"next-year","x":[1]},"firstMessageMode":"hums","colour":"red"}""",
                "openai gpt-4o",
                """a model this document does not know: {"provider":"next-year","x":[1]}""",
                "hums",
                "True",
            ],
            (await project.RunAsync()).TrimEnd().Split('\n'));
    }
}
