using System.Text;
using System.Text.Json;
using Vapi.Generators.Tool.Comparing;
using Vapi.Generators.Tool.Uses;

namespace Vapi.Generators.Tool.Reporting;

/// <summary>The report for programs.</summary>
internal static class JsonReport
{
    public static string Write(ChangeReport report)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("title", report.Title);
            WriteDocument(writer, "old", report.Old);
            WriteDocument(writer, "new", report.New);
            writer.WriteString("summary", report.Summary);
            writer.WriteStartArray("changes");
            foreach (Change change in report.Changes)
                WriteChange(writer, change);

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static void WriteDocument(Utf8JsonWriter writer, string name, (string Version, string Sha256) document)
    {
        writer.WriteStartObject(name);
        writer.WriteString("version", document.Version);
        writer.WriteString("sha256", document.Sha256);
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        writer.WriteString("group", change.Group.ToString().ToLowerInvariant());
        writer.WriteString("kind", change.Kind);
        writer.WriteString("name", change.Name);
        writer.WriteString("text", change.Text);
        if (change.Old is not null)
            writer.WriteString("old", change.Old);
        if (change.New is not null)
            writer.WriteString("new", change.New);
        if (change.Direction != Direction.None)
            writer.WriteString("direction", change.Direction.ToString().ToLowerInvariant());

        writer.WriteString("pointer", change.Pointer);
        writer.WriteString("file", change.Place.File);
        writer.WriteNumber("line", change.Place.Line);
        writer.WriteNumber("column", change.Place.Column);
        writer.WriteString("fingerprint", change.Fingerprint);
        if (change.With.Count > 0)
        {
            writer.WriteStartArray("with");
            change.With.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }

        if (change.Uses.Count > 0)
        {
            writer.WriteStartArray("uses");
            foreach (Use use in change.Uses)
            {
                writer.WriteStartObject();
                writer.WriteString("file", use.File);
                writer.WriteNumber("line", use.Line);
                writer.WriteNumber("column", use.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
