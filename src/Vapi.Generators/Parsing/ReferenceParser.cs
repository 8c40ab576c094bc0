using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Parsing;

/// <summary>Parts of a document that stand in its components and are referred to from elsewhere.</summary>
internal static class ReferenceParser
{
    /// <summary>Where a part stands: at the pointer, or where the reference there leads. A reference that leads nowhere is reported, with what becomes of it.</summary>
    public static DocumentPointer Follow(IOpenApiElement? part, DocumentPointer pointer, string otherwise, ParseContext context)
    {
        (BaseOpenApiReference Reference, string Section)? found = part switch
        {
            OpenApiParameterReference parameter => (parameter.Reference, "parameters"),
            OpenApiRequestBodyReference body => (body.Reference, "requestBodies"),
            OpenApiResponseReference response => (response.Reference, "responses"),
            OpenApiPathItemReference path => (path.Reference, "pathItems"),
            _ => null,
        };
        if (found is not ({ } reference, { } section))
            return pointer;

        if (part is IOpenApiReferenceHolder { UnresolvedReference: true })
        {
            context.Report(Descriptors.UnresolvedReference.Id, pointer["$ref"], Name(reference), otherwise);
            return pointer;
        }

        return reference is { IsExternal: false, Id: { } id } ? DocumentPointer.Root["components"][section][id] : pointer;
    }

    /// <summary>The text of a reference.</summary>
    public static string Name(BaseOpenApiReference reference) => reference.ReferenceV3 ?? reference.Id ?? "";
}
