using Vapi.Generators.Emitting.Operations;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The fake of a document, and the classes of its groups.</summary>
internal static class FakeEmitter
{
    private const string Credential = "fake";

    public static void Emit(SourceWriter writer, FakeModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name} : ApiFake");
        using (writer.WriteBlock($"public {model.Name}() : base({CSharp.Literal(model.BasePath)})"))
        {
            foreach (FakeGroupReferenceModel group in model.Groups)
                writer.WriteLine($"{group.Name} = new(this);");
            foreach (FakeOperationModel operation in model.Operations)
                FakeOperationEmitter.WriteRegistration(writer, operation, "this");
        }

        foreach (FakeGroupReferenceModel group in model.Groups)
        {
            writer.WriteLine();
            writer.WriteLine($"/// <summary>The delegates of the group {group.Name}.</summary>");
            writer.WriteLine($"public {group.ClassName} {group.Name} {{ get; }}");
        }

        WriteDelegates(writer, model.Operations);
        string credentials = string.Concat(model.Schemes.Select(s => $", {s.Property} = {(s.IsBasic ? $"ApiCredential.Basic({CSharp.Literal(Credential)}, {CSharp.Literal(Credential)})" : CSharp.Literal(Credential))}"));
        writer.WriteLine($$"""

            /// <summary>Creates a client whose requests this instance answers.</summary>
            /// <param name="options">The options of the client. By default, it has a credential for each security scheme, and does not retry.</param>
            public {{model.ClientName}} CreateClient({{model.OptionsName}}? options = null)
            {
                options ??= new {{model.OptionsName}} { MaxRetries = 0, AllowCredentialsOverHttp = true{{credentials}} };
                return new {{model.ClientName}}(Connect(options), options);
            }
            """);
    }

    public static void Emit(SourceWriter writer, FakeGroupModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name}");
        using (writer.WriteBlock($"internal {model.Name}(ApiFake _fake)"))
        {
            foreach (FakeOperationModel operation in model.Operations)
                FakeOperationEmitter.WriteRegistration(writer, operation, "_fake");
        }

        WriteDelegates(writer, model.Operations);
    }

    private static void WriteDelegates(SourceWriter writer, EquatableArray<FakeOperationModel> operations)
    {
        foreach (FakeOperationModel operation in operations)
        {
            writer.WriteLine();
            FakeOperationEmitter.WriteDelegate(writer, operation);
        }
    }
}
