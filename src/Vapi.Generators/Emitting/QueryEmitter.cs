using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting;

/// <summary>The class of the optional parameters of an operation.</summary>
internal static class QueryEmitter
{
    public static void Emit(SourceWriter writer, QueryModel model, CodeSettings settings)
    {
        DeclarationEmitter.WriteDocumentation(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name}");
        foreach (ParameterModel parameter in model.Parameters)
        {
            DeclarationEmitter.WriteDocumentation(writer, parameter.Documentation);
            writer.WriteLine($"public {parameter.Type.NullableName} {parameter.Name} {{ get; set; }}");
        }
    }
}
