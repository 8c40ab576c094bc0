using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>One file for one declaration.</summary>
internal static class DeclarationEmitter
{
    public static SourceFile Emit(CodeSettings settings, DeclarationModel declaration, CancellationToken cancellationToken = default)
    {
        var writer = new SourceWriter(cancellationToken);
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

        return SourceFile.Create(settings.Namespace + "." + declaration.Name, writer.ToFile(settings.Namespace, isAnnotated: declaration is not EnumModel));
    }

    /// <summary>The XML documentation and the attributes that come from it.</summary>
    public static void WriteDocumentation(SourceWriter writer, Documentation documentation)
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
