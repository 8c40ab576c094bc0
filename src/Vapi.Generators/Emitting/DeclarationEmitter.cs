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
            case TypeInfoResolverModel model:
                TypeInfoResolverEmitter.Emit(writer, model, settings);
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

    /// <summary>An XML documentation element on one line; editors show its line breaks.</summary>
    public static void WriteElement(SourceWriter writer, string element, string? text)
    {
        if (text is not null && CSharp.Documentation(text) is { Length: > 0 } documentation)
            writer.WriteLine($"/// <{element}>{documentation}</{element.Split(' ')[0]}>");
    }
}
