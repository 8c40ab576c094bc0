using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Finds the inline types in shapes.</summary>
internal sealed class TypeFinder(InlineTypes types, ParseContext context)
{
    /// <summary>The shapes whose parts were searched, by the list of their parts, and whether this was where the document declares them.</summary>
    private readonly Dictionary<object, bool> _visited = [];

    /// <summary>Whether a shape is declared as a type.</summary>
    public static bool IsDeclared(Shape shape, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DeclaredShape? declared)
        => (declared = shape is EnumShape { Kind: TypeKind.Boolean } ? null : shape as DeclaredShape) is not null;

    /// <param name="root">The part of the document that is searched.</param>
    public void Visit(Shape shape, TypePlace place, DocumentPointer root)
    {
        if (IsDeclared(shape, out DeclaredShape? declared))
        {
            if (context.Sharing?.NameOf(declared) is not null)
                return;
            if (place.IsPartOfOperation)
                place = TypePlace.InShared(declared.Pointer) ?? place;

            types.Add(declared, place, root);
        }

        VisitParts(shape, place, root);
    }

    /// <inheritdoc cref="Visit"/>
    public void VisitParts(Shape shape, TypePlace place, DocumentPointer root)
    {
        // An allOf copies parts of other shapes. Shared parts are searched once, and again where the document declares them.
        if (PartsOf(shape) is { } parts)
        {
            if (WasSearched(shape, parts, root))
                return;

            _visited[parts] = ((DeclaredShape)shape).Pointer.IsIn(root);
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        switch (shape)
        {
            case ListShape list:
                Visit(list.Item, place.OfItem(list), root);
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem(map), root);
                break;
            case ObjectShape @object:
                IReadOnlyList<PropertyShape> inherited = context.BaseOf(@object)?.Properties ?? [];
                for (int i = 0; i < @object.Properties.Count; i++)
                {
                    PropertyShape part = @object.Properties[i];
                    bool isInherited = i < inherited.Count && ReferenceEquals(part, inherited[i]);
                    if (!isInherited && part.Shape is not (PrimitiveShape or ReferenceShape) && !ObjectSchemaParser.IsConstant(part.Shape))
                        Visit(part.Shape, place.OfProperty(part, @object), root);
                }

                if (@object.AdditionalValue is not (null or PrimitiveShape or ReferenceShape) && context.BaseOf(@object)?.AdditionalValue is null)
                    Visit(@object.AdditionalValue, place.At("AdditionalValue", place.Pointer["additionalProperties"]), root);
                break;
            case UnionShape union:
                IReadOnlyList<string>? names = null;
                IReadOnlyList<string>? keys = null;
                for (int i = 0; i < union.Members.Count; i++)
                {
                    if (!IsNew(union.Members[i], root))
                        continue;

                    names ??= UnionCases.Names(union, context);
                    keys ??= context.NeedsPlaces ? UnionCases.Keys(union) : null;
                    VisitMember(union.Members[i], names[i], keys is null ? place : place with { Pointer = place.Pointer["oneOf"][keys[i]] }, root);
                }

                break;
        }
    }

    private static object? PartsOf(Shape shape) => (shape as ObjectShape)?.Properties ?? (object?)(shape as UnionShape)?.Members;

    private bool WasSearched(Shape shape, object parts, DocumentPointer root) => _visited.TryGetValue(parts, out bool wasDeclared) && (wasDeclared || !((DeclaredShape)shape).Pointer.IsIn(root));

    /// <summary>Whether a member of a union has or contains a type that is not known. Many unions have the members of others, and their names are long to make.</summary>
    private bool IsNew(Shape member, DocumentPointer root)
    {
        while (member is ListShape or MapShape)
            member = member is ListShape list ? list.Item : ((MapShape)member).Value;

        return member switch
        {
            ReferenceShape or PrimitiveShape => false,
            DeclaredShape declared when types.IsKnown(declared, root) => PartsOf(member) is { } parts && !WasSearched(member, parts, root),
            _ => true,
        };
    }

    private void VisitMember(Shape member, string name, TypePlace place, DocumentPointer root)
    {
        switch (member)
        {
            case ListShape list:
                Visit(list.Item, place.OfItem(list, isMember: true), root);
                break;
            case MapShape map:
                Visit(map.Value, place.OfItem(map, isMember: true), root);
                break;
            case DeclaredShape declared:
                Visit(declared, place.At(name, place.Pointer), root);
                break;
        }
    }
}
