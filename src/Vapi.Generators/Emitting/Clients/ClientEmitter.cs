using Vapi.Generators.Emitting.Operations;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The class with the methods of one tag.</summary>
internal static class ClientEmitter
{
    public static void Emit(SourceWriter writer, ClientModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} partial class {model.Name}");
        writer.WriteLine($$"""
            private readonly api::ApiClient _client = null!;

            /// <summary>Initializes a new instance for mocking.</summary>
            protected {{model.Name}}()
            {
            }

            internal {{model.Name}}(api::ApiClient client) => _client = client;

            """);
        foreach (OperationModel operation in model.Operations)
        {
            OperationEmitter.Emit(writer, operation);
            writer.WriteLine();
        }
    }
}
