using Vapi.Generators.Emitting.Clients;
using Vapi.Generators.Emitting.Operations;
using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Files;

/// <summary>Writes one file for each declaration.</summary>
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
            case WebhookReceiverModel model:
                WebhookReceiverEmitter.Emit(writer, model, settings);
                break;
            case FakeModel model:
                FakeEmitter.Emit(writer, model, settings);
                break;
            case FakeGroupModel model:
                FakeEmitter.Emit(writer, model, settings);
                break;
            case ClientModel model:
                ClientEmitter.Emit(writer, model, settings);
                break;
            case RootClientModel model:
                RootClientEmitter.Emit(writer, model, settings);
                break;
        }

        return SourceFile.Create(settings.Namespace + "." + declaration.Name, writer.ToFile(settings, isAnnotated: declaration is not EnumModel));
    }
}
