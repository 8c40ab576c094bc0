using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The class that describes the document that the code was generated from.</summary>
internal static class ApiInfoEmitter
{
    public static void Emit(SourceWriter writer, ApiInfoModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} static class {model.Name}");
        writer.WriteLine($$"""
            /// <summary>The title of the document.</summary>
            public const string Title = {{CSharp.Literal(model.Title)}};

            /// <summary>The version of the document, from its info section.</summary>
            public const string Version = {{CSharp.Literal(model.Version)}};

            /// <summary>The SHA-256 hash of the document's file in hexadecimal. OpenApiSha256 pins this value.</summary>
            public const string Sha256 = {{CSharp.Literal(model.Sha256)}};

            /// <summary>The number of operations that were generated.</summary>
            public const int OperationCount = {{model.Operations.ToString(CultureInfo.InvariantCulture)}};

            /// <summary>The number of component schemas that were generated.</summary>
            public const int SchemaCount = {{model.Schemas.ToString(CultureInfo.InvariantCulture)}};
            """);
    }
}
