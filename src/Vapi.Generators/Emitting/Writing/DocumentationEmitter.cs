using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>What the document says about its parts, as XML documentation.</summary>
internal static class DocumentationEmitter
{
    /// <summary>The XML documentation and the attributes that come from it.</summary>
    public static void Write(SourceWriter writer, Documentation documentation)
    {
        string summary = CSharp.Documentation(documentation.Summary);
        string remarks = CSharp.Documentation(documentation.Remarks);
        if (summary.Length > 0 && remarks.Length > 0)
            writer.WriteLine($"/// <summary>{summary}</summary><remarks>{remarks}</remarks>");
        else if (summary.Length > 0)
            writer.WriteLine($"/// <summary>{summary}</summary>");
        else if (remarks.Length > 0)
            writer.WriteLine($"/// <remarks>{remarks}</remarks>");
        if (documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete]");
    }

    /// <summary>A line with an XML documentation element, when there is something to say.</summary>
    public static void WriteElement(SourceWriter writer, string element, string? text)
    {
        if (CSharp.Documentation(text) is { Length: > 0 } documentation)
            writer.WriteLine($"/// <{element}>{documentation}</{element.Split(' ')[0]}>");
    }
}
