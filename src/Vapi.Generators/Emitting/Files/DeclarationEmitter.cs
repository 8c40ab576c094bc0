using Vapi.Generators.Emitting.Clients;
using Vapi.Generators.Emitting.Operations;
using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Files;

/// <summary>Writes the declarations of a document: one file for the types of a group, and one for each other declaration.</summary>
internal static class DeclarationEmitter
{
    /// <summary>The files of all groups.</summary>
    public static IEnumerable<SourceFile> Emit(ApiModel model, CancellationToken cancellationToken = default)
        => DeclarationGroup.Split(model, cancellationToken).SelectMany(g => Emit(g, cancellationToken));

    /// <summary>The files of each group. Without a model, the groups are empty.</summary>
    public static EquatableArray<EquatableArray<SourceFile>> EmitGroups(ApiModel? model, CancellationToken cancellationToken)
        => DeclarationGroup.Split(model, cancellationToken).Select(g => Emit(g, cancellationToken).ToEquatableArray()).ToEquatableArray();

    private static IEnumerable<SourceFile> Emit(DeclarationGroup group, CancellationToken cancellationToken)
        => group.HasTypes ? [Emit(group.Settings!, group.Declarations, cancellationToken)] : group.Declarations.Select(d => Emit(group.Settings!, [d], cancellationToken));

    /// <summary>A file is named after its first declaration.</summary>
    private static SourceFile Emit(CodeSettings settings, EquatableArray<DeclarationModel> declarations, CancellationToken cancellationToken)
    {
        var writer = new SourceWriter(cancellationToken);
        foreach (DeclarationModel declaration in declarations)
            Write(writer, settings, declaration);

        return SourceFile.Create(settings.Namespace + "." + declarations[0].Name, writer.ToFile(settings));
    }

    private static void Write(SourceWriter writer, CodeSettings settings, DeclarationModel declaration)
    {
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
            case ContractModel model:
                ContractEmitter.Emit(writer, model, settings);
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
    }
}
