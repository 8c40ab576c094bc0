using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Resolves references to components.</summary>
internal static class ReferenceParser
{
    /// <summary>The location of a part: the pointer itself, or the target of the reference there. If the reference cannot be resolved, reports it with the consequence.</summary>
    public static DocumentPointer Follow(IOpenApiElement? part, DocumentPointer pointer, string otherwise, ParseContext context)
    {
        if (part is IOpenApiReferenceHolder { UnresolvedReference: true } && Target(part) is (var reference, _))
            context.Report(Descriptors.UnresolvedReference.Id, pointer["$ref"], Name(reference), otherwise);

        return At(part, pointer);
    }

    /// <summary>The location of a part whose reference was already resolved.</summary>
    public static DocumentPointer At(IOpenApiElement? part, DocumentPointer pointer)
        => part is not IOpenApiReferenceHolder { UnresolvedReference: true } && Target(part) is ({ IsExternal: false, Id: { } id }, { } section) ? DocumentPointer.Root["components"][section][id] : pointer;

    /// <summary>The schema of objects with an unknown discriminator value, or without one (OpenAPI 3.2, 4.25 "Discriminator Object"); null if there is none.</summary>
    public static string? Default(OpenApiDiscriminator? discriminator, DocumentPointer pointer, ParseContext context)
    {
        if (discriminator?.DefaultMapping is not { } mapping)
            return null;
        if (context.ResolveId(mapping) is { } id)
            return id;

        context.Report(Descriptors.UnresolvedReference.Id, pointer["discriminator"]["defaultMapping"], Name(mapping.Reference), "an object with another value, or without one, is read as if there were no default");
        return null;
    }

    /// <summary>The text of a reference.</summary>
    public static string Name(BaseOpenApiReference reference) => reference.ReferenceV3 ?? reference.Id ?? "";

    private static (BaseOpenApiReference Reference, string Section)? Target(IOpenApiElement? part) => part switch
    {
        OpenApiParameterReference parameter => (parameter.Reference, "parameters"),
        OpenApiRequestBodyReference body => (body.Reference, "requestBodies"),
        OpenApiResponseReference response => (response.Reference, "responses"),
        OpenApiPathItemReference path => (path.Reference, "pathItems"),
        OpenApiCallbackReference callback => (callback.Reference, "callbacks"),
        _ => null,
    };
}
