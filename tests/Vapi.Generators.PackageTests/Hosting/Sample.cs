using System.Xml.Linq;

namespace Vapi.Generators.PackageTests.Hosting;

/// <summary>A sample as a project of a user: its files and packages, with the package in place of the generator's project.</summary>
internal static class Sample
{
    private static readonly string[] FileItems = ["AdditionalFiles", "Compile", "EmbeddedResource"];

    /// <summary>Its project, outside the repository, with all its files.</summary>
    /// <param name="more">More lines of the project file.</param>
    public static ConsumerProject Project(PackageFeed feed, string name, string framework = "net10.0", string more = "")
    {
        string folder = Path.Combine(Repository.Root, "samples", name);
        XElement source = XElement.Load(Path.Combine(folder, name + ".csproj"));
        XElement[] items = [.. source.Elements("ItemGroup").Elements().Where(i => i.Name != "ProjectReference")];
        var project = new ConsumerProject(feed)
        {
            Name = name,
            Sdk = (string)source.Attribute("Sdk")!,
            OutputType = "Exe",
            TargetFrameworks = framework,
            More = new XElement("ItemGroup", items.Select(Local).Where(i => !IsDefault(i))) + more,
        };
        foreach (string file in Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) != ".csproj").Concat(items.Where(IsElsewhere).Select(i => Path.Combine(folder, Include(i)))))
            project.Copy(file, Path.GetFileName(file));

        return project;
    }

    private static string Include(XElement item) => (string)item.Attribute("Include")!;

    private static bool IsElsewhere(XElement item) => FileItems.Contains(item.Name.LocalName) && Include(item).StartsWith("../", StringComparison.Ordinal);

    /// <summary>What the package adds by itself: the document next to the project file.</summary>
    private static bool IsDefault(XElement item) => item.Name == "AdditionalFiles" && Include(item) == "openapi.json";

    /// <summary>A file of another sample lies next to the project file, and a package has the version that is stated for all projects.</summary>
    private static XElement Local(XElement item)
    {
        var local = new XElement(item);
        if (IsElsewhere(item))
            local.SetAttributeValue("Include", Path.GetFileName(Include(item)));
        else if (item.Name == "PackageReference")
            local.SetAttributeValue("Version", Repository.VersionOf(Include(item)));

        return local;
    }
}
