using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>Writes the descriptions of the document as XML documentation.</summary>
internal static class DocumentationEmitter
{
    /// <summary>Writes the summary, the remarks and the Obsolete attribute.</summary>
    public static void Write(SourceWriter writer, Documentation documentation)
    {
        string summary = CSharp.Documentation(documentation.Summary);
        string remarks = CSharp.Documentation(documentation.Remarks);
        if (documentation.InheritedFrom is { } property)
            writer.WriteLine($"/// <inheritdoc cref=\"{property}\"/>");
        else if (summary.Length > 0 && remarks.Length > 0)
            writer.WriteLine($"/// <summary>{summary}</summary><remarks>{remarks}</remarks>");
        else if (summary.Length > 0)
            writer.WriteLine($"/// <summary>{summary}</summary>");
        else if (remarks.Length > 0)
            writer.WriteLine($"/// <remarks>{remarks}</remarks>");
        if (documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete]");
    }

    /// <summary>Writes the description of a method's parameter. It has no remarks of its own, so they follow the summary.</summary>
    public static void WriteParameter(SourceWriter writer, ParameterModel parameter)
    {
        Documentation documentation = parameter.Documentation;
        string summary = string.IsNullOrWhiteSpace(documentation.Summary) ? $"The {parameter.WireName} parameter." : documentation.Summary!;
        WriteElement(writer, $"param name=\"{parameter.Name.TrimStart('@')}\"", documentation.Remarks is { } remarks ? summary + "\n" + remarks : summary);
    }

    /// <summary>Writes an XML documentation element, unless it would be empty.</summary>
    public static void WriteElement(SourceWriter writer, string element, string? text)
    {
        if (CSharp.Documentation(text) is { Length: > 0 } documentation)
            writer.WriteLine($"/// <{element}>{documentation}</{element.Split(' ')[0]}>");
    }
}
