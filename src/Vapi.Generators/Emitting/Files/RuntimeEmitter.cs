using System.Reflection;
using System.Text.RegularExpressions;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Files;

/// <summary>The source of the runtime, in the namespace of a document: one file for each room, and one for the public types.</summary>
internal static class RuntimeEmitter
{
    private const string Prefix = "Runtime/";
    private const string Namespace = "Vapi.Generators.Runtime";

    /// <summary>The name of the file with the public types, which are in no room.</summary>
    private const string PublicTypes = "Api";

    /// <summary>The files that need type metadata or converters for property names, which System.Text.Json has since version 7.</summary>
    private static readonly string[] TypeInfoFiles = ["ApiJson", "JsonTypes", "ListConverter", "ModelConverter.Keys"];

    /// <summary>The start of the names of the files that only receivers of webhooks need.</summary>
    private static readonly string[] WebhookFiles = ["ApiWebhook", "Webhook"];

    /// <summary>The start of the names of the files that only checks of JSON need.</summary>
    private static readonly string[] ContractFiles = ["ApiClient.Contract", "ApiContract", "ApiDeviation", "ApiDirection", "ApiOptions.Contract", "ApiRequest.Contract", "Contract"];

    /// <summary>The start of the names of the files that only fakes need.</summary>
    private static readonly string[] FakeFiles = ["ApiFake", "Fake"];

    /// <summary>Matches a type that is not nested: its line starts with its accessibility.</summary>
    private static readonly Regex Declaration = new(@"^(?:public|internal) [^(=\n]*?\b(?:class|struct|interface|enum|delegate \S+) (\w+<?)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static readonly Lazy<IReadOnlyList<RuntimePart>> Parts = new(ReadParts);

    /// <summary>The files of the runtime; none if the document uses the runtime of another one.</summary>
    public static IEnumerable<SourceFile> Emit(CodeSettings settings)
    {
        if (settings.SharedNamespace is not null)
            yield break;

        foreach (IGrouping<string, RuntimePart> room in Parts.Value.Where(p => IsNeeded(p.Name, settings)).GroupBy(p => p.Room))
        {
            string code = string.Concat(room.Select(p => p.Text)).Replace(Namespace, settings.Namespace);
            if (settings.Accessibility == "internal")
                code = code.Replace("\npublic ", "\ninternal ").Replace(CSharp.Generated + " public ", CSharp.Generated + " internal ");

            yield return SourceFile.Create($"{settings.Namespace}-runtime.{room.Key}", SourceWriter.Header + "\n#pragma warning disable CS1591\n\n" + code);
        }
    }

    private static bool IsNeeded(string name, CodeSettings settings)
    {
        return (settings.Capabilities.HasTypeInfoResolver || !TypeInfoFiles.Contains(name))
            && (settings.HasWebhooks || !IsAmong(WebhookFiles)) && (settings.HasContract || !IsAmong(ContractFiles)) && (settings.HasFakes || !IsAmong(FakeFiles));

        bool IsAmong(string[] starts) => Array.Exists(starts, start => name.StartsWith(start, StringComparison.Ordinal));
    }

    private static IReadOnlyList<RuntimePart> ReadParts()
    {
        Assembly assembly = typeof(RuntimeEmitter).Assembly;
        var marked = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(n => (Resource: n, Path: n.Substring(Prefix.Length, n.Length - Prefix.Length - ".cs".Length).Split('/')))
                .Select(f => (f.Resource, Room: f.Path.Length > 1 ? f.Path[0] : PublicTypes, Name: f.Path[f.Path.Length - 1]))
                .OrderBy(f => TypeInfoFiles.Contains(f.Name))
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new RuntimePart(f.Room, f.Name, InBlock(Mark(ReadText(assembly.GetManifestResourceStream(f.Resource)!), marked)))),
        ];
    }

    /// <summary>A file can have several namespaces if each has a block.</summary>
    private static string InBlock(string text)
    {
        int end = text.IndexOf(';');
        return text.Substring(0, end) + "\n{" + text.Substring(end + 1) + "}\n\n";
    }

    /// <summary>Marks the types of a file as generated, each at its first part. The optional files come last, so the first part is always emitted.</summary>
    private static string Mark(string text, HashSet<string> marked)
        => Declaration.Replace(text, match => marked.Add(match.Groups[1].Value) ? CSharp.Generated + " " + match.Value : match.Value);

    private static string ReadText(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    /// <summary>A file of the runtime's project.</summary>
    private sealed record RuntimePart(string Room, string Name, string Text);
}
