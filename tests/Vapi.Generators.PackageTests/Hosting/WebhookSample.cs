namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>The files of samples/Webhooks.</summary>
internal static class WebhookSample
{
    private static string Folder => Path.Combine(Repository.Root, "samples", "Webhooks");

    public static void CopyTo(ConsumerProject project)
    {
        foreach (string file in new[] { "Program.cs", "openapi.json" })
            project.Copy(Path.Combine(Folder, file), file);
    }
}
