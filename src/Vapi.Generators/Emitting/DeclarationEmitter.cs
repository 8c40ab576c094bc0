using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>One file for one declaration.</summary>
internal static class DeclarationEmitter
{
    public static SourceFile Emit(CodeSettings settings, DeclarationModel declaration)
    {
        var writer = new SourceWriter();
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
            case ApiInfoModel model:
                ApiInfoEmitter.Emit(writer, model, settings);
                break;
            case ServiceCollectionModel model:
                ServiceCollectionEmitter.Emit(writer, model, settings);
                break;
            case ClientModel model:
                ClientEmitter.Emit(writer, model, settings);
                break;
            case RootClientModel model:
                RootClientEmitter.Emit(writer, model, settings);
                break;
        }

        return SourceFile.Create(settings.Namespace + "." + declaration.Name, writer.ToFile(settings.Namespace));
    }

    /// <summary>The XML documentation and the attributes that come from it.</summary>
    public static void WriteDocumentation(SourceWriter writer, Documentation documentation)
    {
        string elements = Element("summary", documentation.Summary) + Element("remarks", documentation.Remarks);
        if (elements.Length > 0)
            writer.WriteLine("/// " + elements);
        if (documentation.Deprecated)
            writer.WriteLine("[global::System.Obsolete]");
    }

    /// <summary>A line with an XML documentation element, when there is something to say.</summary>
    public static void WriteElement(SourceWriter writer, string element, string? text)
    {
        if (Element(element, text) is { Length: > 0 } line)
            writer.WriteLine("/// " + line);
    }

    private static string Element(string element, string? text)
        => text is not null && CSharp.Documentation(text) is { Length: > 0 } documentation ? $"<{element}>{documentation}</{element.Split(' ')[0]}>" : "";
}
