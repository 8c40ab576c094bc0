namespace Vapi.Generators.PackageTests;

/// <summary>The samples that run in a terminal, as a user builds and runs them. Each uses an imitation of the API that it brings along.</summary>
public sealed class SampleTests(PackageFeed feed)
{
    [Fact]
    public async Task Quickstart_CreatesAnAssistant_AndTidiesUp()
    {
        using ConsumerProject project = Sample.Project(feed, "Quickstart");
        (await project.BuildAsync()).AssertClean();

        string output = await project.RunAsync();

        Assert.Contains("Listed Reception: thinks with OpenAI's gpt-4o, speaks with ElevenLabs' sarah\n", output);
        Assert.Contains("Read it back: queued outboundPhoneCall to Ada\n", output);
        Assert.EndsWith("Deleted Reception\n", output);
    }

    [Fact]
    public async Task TwoDocuments_ShareAType()
    {
        using ConsumerProject project = Sample.Project(feed, "TwoDocuments");
        (await project.BuildAsync()).AssertClean();

        Assert.Equal("Order 17 of Ann (shipped) is on its way with Express.\n", await project.RunAsync());
    }

    [Fact]
    public async Task Streaming_ContinuesTheChat()
    {
        using ConsumerProject project = Sample.Project(feed, "Streaming");
        (await project.BuildAsync()).AssertClean();
        project.Write("input.txt", "good morning\nand good night\n");

        (int exitCode, string output) = await DotNet.RunProgramAsync(project.Folder, "sh", "-c", $"'{DotNet.Host}' '{Path.Combine(project.OutputFolder("net10.0"), "Streaming.dll")}' < input.txt");

        Assert.True(exitCode == 0, output);
        Assert.Equal("> Hello! You said: good morning \n> And now: and good night \n> ", output.TrimEnd('\n'));
    }

    /// <summary>The first request fails and is repeated; the span of the call has both attempts.</summary>
    [LongFact("10 seconds")]
    public async Task DependencyInjection_RepeatsARequest_AndTracesTheCall()
    {
        using ConsumerProject project = Sample.Project(feed, "DependencyInjection");
        (await project.BuildAsync()).AssertClean();

        using RunningProgram program = RunningProgram.Start(project.Folder, "dotnet", [Path.Combine(project.OutputFolder("net10.0"), "DependencyInjection.dll")]);
        await program.WaitForAsync("Night shift changed at 2026-02-03 04:05:06Z");
        await program.WaitForAsync("Activity.DisplayName:        GET /assistant");

        Assert.Contains("EventName: 'OnRetry'", program.Output);
        Assert.Contains("http.response.status_code: 200", program.Output);
    }
}
