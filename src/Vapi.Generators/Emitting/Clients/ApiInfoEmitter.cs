using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>Which document the code was generated from.</summary>
internal static class ApiInfoEmitter
{
    public static void Emit(SourceWriter writer, ApiInfoModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{settings.Accessibility} static class {model.Name}");
        writer.WriteLine($$"""
            /// <summary>The title of the document.</summary>
            public const string Title = {{CSharp.Literal(model.Title)}};

            /// <summary>The version of the document, as the document has it.</summary>
            public const string Version = {{CSharp.Literal(model.Version)}};

            /// <summary>The SHA-256 of the file, in hexadecimal: what OpenApiSha256 pins.</summary>
            public const string Sha256 = {{CSharp.Literal(model.Sha256)}};

            /// <summary>How many operations of the document were generated.</summary>
            public const int OperationCount = {{model.Operations.ToString(CultureInfo.InvariantCulture)}};

            /// <summary>How many of the document's own schemas were generated.</summary>
            public const int SchemaCount = {{model.Schemas.ToString(CultureInfo.InvariantCulture)}};
            """);
    }
}
