using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vapi.Generators.Reading.Files;

namespace Vapi.Generators.Tool.Documents;

/// <summary>The file next to a document that records its hash and its source. The generator reads it as the pin.</summary>
internal static class LockFile
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns null if there is no lock file.</summary>
    /// <exception cref="ToolException">The lock file is invalid.</exception>
    public static DocumentLock? Read(string document)
    {
        string path = DocumentLock.PathOf(document);
        if (!File.Exists(path))
            return null;

        return DocumentLock.Parse(File.ReadAllText(path))
            ?? throw new ToolException($"{Path.GetFileName(path)} has no 'sha256' of 64 hexadecimal digits: restore it, or delete it and name the address of the document again");
    }

    public static byte[] Write(DocumentLock content)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            writer.WriteStartObject();
            WriteMember(writer, "url", content.Url);
            WriteMember(writer, "version", content.Version);
            WriteMember(writer, "sha256", content.Sha256);
            WriteList(writer, "overlays", content.Overlays);
            WriteMember(writer, "etag", content.ETag);
            WriteList(writer, "acknowledged", content.Acknowledged);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n");
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;

        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);

        writer.WriteEndArray();
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
