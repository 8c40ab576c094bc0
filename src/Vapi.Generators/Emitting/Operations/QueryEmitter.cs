using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>The class of the optional parameters of an operation. They are also options for its request: see <see cref="OperationEmitter"/>.</summary>
internal static class QueryEmitter
{
    public static void Emit(SourceWriter writer, QueryModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name} : RequestOptions");
        foreach (ParameterModel parameter in model.Parameters)
        {
            DocumentationEmitter.Write(writer, parameter.Documentation);
            writer.WriteLine($"public {parameter.Type.NullableName} {parameter.Name} {{ get; set; }}");
        }
    }
}
