using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>One file for one declaration.</summary>
internal static class DeclarationEmitter
{
    public static SourceFile Emit(CodeSettings settings, DeclarationModel declaration)
    {
        SourceWriter writer = SourceWriter.StartFile(settings.Namespace);
        switch (declaration)
        {
            case ObjectModel model:
                ObjectEmitter.Emit(writer, model, settings);
                break;
            case EnumModel model:
                EnumEmitter.Emit(writer, model, settings);
                break;
            case UnionModel model:
                UnionEmitter.Emit(writer, model, settings);
                break;
            case QueryModel model:
                QueryEmitter.Emit(writer, model, settings);
                break;
            case ClientModel model:
                ClientEmitter.Emit(writer, model, settings);
                break;
            case RootClientModel model:
                RootClientEmitter.Emit(writer, model, settings);
                break;
        }

        return SourceFile.Create(settings, declaration.Name, writer);
    }

    /// <summary>The XML documentation and the attributes that come from it.</summary>
    public static void WriteDocumentation(SourceWriter writer, Documentation documentation)
    {
        WriteElement(writer, "summary", documentation.Summary);
        WriteElement(writer, "remarks", documentation.Remarks);
        if (documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete]");
    }

    public static void WriteElement(SourceWriter writer, string element, string? text)
    {
        List<string> lines = text is null ? [] : [.. CSharp.DocumentationLines(text)];
        string name = element.Split(' ')[0];
        switch (lines.Count)
        {
            case 0:
                break;
            case 1:
                writer.WriteLine($"/// <{element}>{lines[0]}</{name}>");
                break;
            default:
                writer.WriteLine($"/// <{element}>");
                foreach (string line in lines)
                    writer.WriteLine("/// " + line);

                writer.WriteLine($"/// </{name}>");
                break;
        }
    }
}
