using Microsoft.OpenApi;
using Vapi.Generators.Diagnostics;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing;

/// <summary>Objects with properties become classes.</summary>
internal static class ObjectParser
{
    /// <summary>The members that every class has.</summary>
    public static readonly string[] ReservedMembers =
    [
        "AdditionalProperties", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "ReadJson",
    ];

    private static readonly OpenApiSchema Nothing = new();

    public static ObjectShape ParseShape(IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        DocumentPointer properties = pointer["properties"];
        var shapes = new List<PropertyShape>(schema.Properties?.Count ?? 0);
        foreach (KeyValuePair<string, IOpenApiSchema> property in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            DocumentPointer place = properties[property.Key];
            Shape shape = SchemaParser.Parse(property.Value, place, context);
            bool isRequired = schema.Required?.Contains(property.Key) == true;
            shapes.Add(new PropertyShape(property.Key, shape, isRequired, [property.Value ?? Nothing], place) { ReadOnly = IsReadOnly(property.Value, context) });
        }

        return new ObjectShape(shapes, schema, pointer);
    }

    /// <summary>
    /// A class that derives from another, or from which others derive: the properties of its base come first and are those of the base, but for what it declares differently. The property
    /// that tells the classes apart is text in all of them.
    /// </summary>
    public static Shape Derive(string id, string tag, Shape shape, IOpenApiSchema schema, DocumentPointer pointer, ParseContext context)
    {
        if (context.Resolve(shape) is not ObjectShape own)
            return shape;

        IReadOnlyList<PropertyShape> inherited = context.Inheritance.BaseOf(id) is { } parent && context.Component(parent) is ObjectShape { Id: not null } found ? found.Properties : [];
        if (!context.TrySpend(inherited.Count + own.Properties.Count, pointer))
            return PrimitiveShape.Any;

        List<PropertyShape> properties = [.. inherited.Select(p => own.Find(p.Name) is { } other && p.Name != tag && (other.Shape.Key != p.Shape.Key || other.Required != p.Required || other.ReadOnly != p.ReadOnly) ? other : p)];
        var names = new HashSet<string>(inherited.Select(p => p.Name), StringComparer.Ordinal);
        properties.AddRange(own.Properties.Where(o => !names.Contains(o.Name)));
        int index = properties.FindIndex(p => p.Name == tag);
        if (index < 0)
            properties.Add(new PropertyShape(tag, new PrimitiveShape(TypeKind.String), true, [Nothing], pointer["discriminator"]));
        else if (IsConstant(properties[index].Shape))
            properties[index] = properties[index] with { Shape = new PrimitiveShape(TypeKind.String) };

        return new ObjectShape(properties, schema, pointer) { Id = id, Nullable = shape.Nullable };
    }

    /// <summary>The declaration of a class. That of one that others derive from is made once.</summary>
    public static ObjectModel Parse(ObjectShape shape, string name, TypeParser types, ParseContext context)
        => shape.Id is null ? ParseClass(shape, null, name, types, context) : ParseHierarchy(shape, types, context);

    /// <summary>The declaration of a class among classes that derive from each other, after those that it derives from.</summary>
    private static ObjectModel ParseHierarchy(ObjectShape shape, TypeParser types, ParseContext context)
    {
        var missing = new Stack<ObjectShape>();
        for (ObjectShape? next = shape; next is not null && !context.Classes.ContainsKey(next.Id!); next = context.BaseOf(next))
            missing.Push(next);
        foreach (ObjectShape next in missing)
        {
            ObjectModel? parent = context.BaseOf(next) is { } above ? context.Classes[above.Id!] : null;
            context.Classes.Add(next.Id!, ParseClass(next, parent, types.TypeOf(new ReferenceShape(next.Id!)).Name, types, context));
        }

        return context.Classes[shape.Id!];
    }

    private static ObjectModel ParseClass(ObjectShape shape, ObjectModel? parentModel, string name, TypeParser types, ParseContext context)
    {
        ObjectShape? parent = context.BaseOf(shape);
        IEnumerable<PropertyModel> inherited = parentModel?.Properties ?? [];
        var scope = new NameScope([name, .. ReservedMembers, .. inherited.Select(p => p.Name)]);
        var fields = new NameScope(["_state", .. inherited.Select(p => p.Field)]);
        List<PropertyModel> properties = [.. shape.Properties.Select((p, i) => ParseProperty(p, i))];
        return new ObjectModel
        {
            Name = name,
            Properties = properties.ToEquatableArray(),
            Hierarchy = shape.Id is null ? null : ParseHierarchy(shape, shape.Id, parentModel, properties, types, context),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };

        PropertyModel ParseProperty(PropertyShape property, int ordinal)
        {
            PropertyModel? earlier = parentModel is not null && ordinal < parentModel.Properties.Count ? parentModel.Properties[ordinal] : null;
            if (earlier is not null && ReferenceEquals(parent!.Properties[ordinal], property))
                return earlier with { Origin = PropertyOrigin.Inherited };

            bool isSameType = earlier is not null && parent!.Properties[ordinal].Shape.Key == property.Shape.Key;
            PropertyModel own = ObjectParser.ParseProperty(property, earlier?.Name, isSameType ? earlier!.Field : null, scope, fields, types, context);
            return shape.Id is null ? own : own with
            {
                Origin = earlier is null ? PropertyOrigin.Own : isSameType ? PropertyOrigin.Restating : PropertyOrigin.Hiding,
                MustBeSet = own.MustBeSet && !IsFixed(shape, ordinal, context),
            };
        }
    }

    /// <summary>Whether a class, or one that derives from it, gives a property its value.</summary>
    private static bool IsFixed(ObjectShape shape, int ordinal, ParseContext context)
    {
        PropertyShape property = shape.Properties[ordinal];
        return property.Name == context.Inheritance.TagOf(shape.Id!) || context.DerivedOf(shape).Any(d => !ReferenceEquals(d.Properties[ordinal], property));
    }

    private static HierarchyModel ParseHierarchy(ObjectShape shape, string id, ObjectModel? parent, List<PropertyModel> properties, TypeParser types, ParseContext context)
    {
        const int NarrowState = 64;
        string tag = context.Inheritance.TagOf(id)!;
        PropertyModel property = properties.Find(p => p.JsonName == tag)!;
        var derived = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ObjectShape other in context.DerivedOf(shape))
        {
            foreach (string value in context.Inheritance.TagValues(other.Id!).Where(v => !derived.ContainsKey(v)))
                derived.Add(value, types.TypeOf(new ReferenceShape(other.Id!)).Name);
        }

        ObjectShape root = shape;
        while (context.BaseOf(root) is { } next)
            root = next;

        return new HierarchyModel
        {
            BaseName = parent?.Name,
            TagName = tag,
            TagField = property.Type.Kind is TypeKind.String or TypeKind.StringEnum ? property.Field : null,
            TagValue = context.Inheritance.TagValues(id).FirstOrDefault(),
            Derived = derived.Select(d => new DerivedModel(d.Key, d.Value)).ToEquatableArray(),
            HasDerived = context.DerivedOf(shape).Any(),
            IsWide = context.MostProperties(root) > NarrowState,
        };
    }

    /// <param name="name">The name that it has already, where it takes the place of a property of the base.</param>
    /// <param name="field">The field that it has already, where it has the type of that property too.</param>
    private static PropertyModel ParseProperty(PropertyShape property, string? name, string? field, NameScope scope, NameScope fields, TypeParser types, ParseContext context)
    {
        name ??= context.Claim(scope, Identifiers.Pascal(property.Name), property.Pointer, property.Name);
        EnumShape? constant = IsConstant(property.Shape) ? (EnumShape)property.Shape : null;
        return new PropertyModel
        {
            JsonName = property.Name,
            Name = name,
            Field = field ?? fields.Claim("_" + char.ToLowerInvariant(name[0]) + name.Substring(1)),
            Type = constant is null ? types.TypeOf(property.Shape) : types.Primitive(ConstantKind(constant)),
            Required = property.Required,
            ReadOnly = property.ReadOnly,
            MustBeSet = property.Required && !property.ReadOnly && constant is null,
            Constant = constant?.Values[0],
            Documentation = DocumentationParser.ParseProperty(property.Schemas),
        };
    }

    /// <summary>Whether a schema, or a part of its allOf, says so.</summary>
    private static bool IsReadOnly(IOpenApiSchema? schema, ParseContext context)
        => SaysReadOnly(schema, context) || AllOfParser.PartsOf(context.Target(schema)).Exists(part => SaysReadOnly(part, context));

    private static bool SaysReadOnly(IOpenApiSchema? schema, ParseContext context) => schema is OpenApiSchemaReference { Reference.ReadOnly: true } || context.Target(schema) is { ReadOnly: true };

    /// <summary>Whether a property of this shape has one value only.</summary>
    public static bool IsConstant(Shape shape) => shape is EnumShape { Nullable: false, Open: false, Values.Count: 1 };

    private static TypeKind ConstantKind(EnumShape shape) => shape.Kind switch
    {
        TypeKind.StringEnum => TypeKind.String,
        TypeKind.Int64Enum => TypeKind.Int64,
        TypeKind.Boolean => TypeKind.Boolean,
        _ => TypeKind.Double,
    };
}
