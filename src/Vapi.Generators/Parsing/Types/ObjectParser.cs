using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Naming;
using Vapi.Generators.Parsing.Schemas;

namespace Vapi.Generators.Parsing.Types;

/// <summary>Creates the models of classes.</summary>
internal static class ObjectParser
{
    /// <summary>The members that every class has.</summary>
    public static readonly string[] ReservedMembers =
    [
        "AdditionalProperties", "Equals", "GetHashCode", "ToString", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "ReadJson", "ReadObject", "VisitProperties", "WriteObject",
    ];

    /// <summary>The declaration of a class. A class in a hierarchy is created only once.</summary>
    public static ObjectModel Parse(ObjectShape shape, string name, TypeNamer types, ParseContext context)
        => shape.Id is null ? ParseClass(shape, null, name, types, context) : ParseHierarchy(shape, types, context);

    /// <summary>The declaration of a class in a hierarchy. Its base classes are created first.</summary>
    private static ObjectModel ParseHierarchy(ObjectShape shape, TypeNamer types, ParseContext context)
    {
        var missing = new Stack<ObjectShape>();
        for (ObjectShape? next = shape; next is not null && !context.Classes.ContainsKey(next.Id!); next = context.BaseOf(next))
            missing.Push(next);
        foreach (ObjectShape next in missing)
        {
            ObjectModel? parent = context.BaseOf(next) is { } above ? context.Classes[above.Id!] : null;
            context.Classes.Add(next.Id!, ParseClass(next, parent, types.TypeOf(new ReferenceShape(next.Id!)).Identifier, types, context));
        }

        return context.Classes[shape.Id!];
    }

    private static ObjectModel ParseClass(ObjectShape shape, ObjectModel? parentModel, string name, TypeNamer types, ParseContext context)
    {
        ObjectShape? parent = context.BaseOf(shape);
        EquatableArray<PropertyModel> inherited = parentModel?.Properties ?? [];
        var scope = new NameScope([name, .. ReservedMembers, .. inherited.Select(p => p.Name), .. parentModel?.AdditionalValues is { } values ? new[] { values.Name } : []]);
        var fields = new NameScope(["_state", .. inherited.Select(p => p.Field)]);
        List<PropertyShape> own = [.. shape.Properties.Skip(inherited.Count)];
        string[] names = MemberNames.Choose(name, scope, own.ConvertAll(p => new NamedMember(p.Name, Identifiers.Pascal(p.Name), p.Pointer)), context);
        List<PropertyModel> properties = [.. shape.Properties.Select((p, i) => ParseProperty(p, i))];
        return new ObjectModel
        {
            Name = name,
            Properties = properties.ToEquatableArray(),
            AdditionalValues = ParseAdditionalValues(shape, parentModel, scope, types, context),
            Hierarchy = shape.Id is null ? null : ParseHierarchy(shape, shape.Id, parentModel, properties, types, context),
            Documentation = DocumentationParser.Parse(shape.Schema),
        };

        PropertyModel ParseProperty(PropertyShape property, int ordinal)
        {
            PropertyModel? earlier = parentModel is not null && ordinal < inherited.Count ? inherited[ordinal] : null;
            if (earlier is not null && ReferenceEquals(parent!.Properties[ordinal], property))
                return earlier with { Origin = PropertyOrigin.Inherited };

            bool isSameType = earlier is not null && parent!.Properties[ordinal].Shape.Key == property.Shape.Key;
            PropertyModel model = ObjectParser.ParseProperty(property, earlier?.Name ?? names[ordinal - inherited.Count], isSameType ? earlier!.Field : null, fields, types, context);
            model = model with { Documentation = context.Repeated.Shorten(name, model.Name, model.Documentation) };
            return shape.Id is null ? model : model with
            {
                Origin = earlier is null ? PropertyOrigin.Own : isSameType ? PropertyOrigin.Restating : PropertyOrigin.Hiding,
                MustBeSet = model.MustBeSet && !IsFixed(shape, ordinal, context),
            };
        }
    }

    /// <summary>The type that a base class declares for additional properties is that of its derived classes.</summary>
    private static AdditionalValuesModel? ParseAdditionalValues(ObjectShape shape, ObjectModel? parent, NameScope scope, TypeNamer types, ParseContext context)
    {
        const string Name = "AdditionalValues";
        if (parent?.AdditionalValues is { } inherited)
            return inherited with { IsInherited = true };

        return shape.AdditionalValue is { } value && types.TypeOf(value) is { Kind: not TypeKind.Element } type
            ? new AdditionalValuesModel(context.Claim(scope, Name, shape.Pointer["additionalProperties"], null), type, IsInherited: false)
            : null;
    }

    /// <summary>Whether a class, or a derived class, sets the value of a property.</summary>
    private static bool IsFixed(ObjectShape shape, int ordinal, ParseContext context)
    {
        PropertyShape property = shape.Properties[ordinal];
        return property.Name == context.Inheritance.TagOf(shape.Id!) || context.DerivedOf(shape).Any(d => !ReferenceEquals(d.Properties[ordinal], property));
    }

    private static HierarchyModel ParseHierarchy(ObjectShape shape, string id, ObjectModel? parent, List<PropertyModel> properties, TypeNamer types, ParseContext context)
    {
        string tag = context.Inheritance.TagOf(id)!;
        int ordinal = properties.FindIndex(p => p.JsonName == tag);
        var derived = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ObjectShape next in context.DerivedOf(shape))
        {
            foreach (string value in context.Inheritance.TagValues(next.Id!).Where(v => !derived.ContainsKey(v)))
                derived.Add(value, types.TypeOf(new ReferenceShape(next.Id!)).Name);
        }

        // With a default, the values of the class itself must be distinguished from unknown values.
        string? other = context.Inheritance.DefaultOf(id) is { } target && context.DerivedOf(shape).Any(d => d.Id == target) ? types.TypeOf(new ReferenceShape(target)).Name : null;
        foreach (string value in context.Inheritance.TagValues(id).DefaultIfEmpty(id).Where(v => other is not null && !derived.ContainsKey(v)))
            derived.Add(value, types.TypeOf(new ReferenceShape(id)).Name);

        return new HierarchyModel
        {
            BaseName = parent?.Name,
            TagName = tag,
            TagOrdinal = properties[ordinal].Type.Kind is TypeKind.String or TypeKind.StringEnum ? ordinal : null,
            TagValue = context.Inheritance.TagValues(id).FirstOrDefault(),
            Derived = derived.Select(d => new DerivedModel(d.Key, d.Value)).ToEquatableArray(),
            DefaultName = other,
            HasDerived = context.DerivedOf(shape).Any(),
        };
    }

    /// <param name="field">The field that it has already, where it has the type of that property too.</param>
    private static PropertyModel ParseProperty(PropertyShape property, string name, string? field, NameScope fields, TypeNamer types, ParseContext context)
    {
        EnumShape? constant = ObjectSchemaParser.IsConstant(property.Shape) ? (EnumShape)property.Shape : null;
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

    private static TypeKind ConstantKind(EnumShape shape) => shape.Kind switch
    {
        TypeKind.StringEnum => TypeKind.String,
        TypeKind.Int64Enum => TypeKind.Int64,
        TypeKind.Boolean => TypeKind.Boolean,
        _ => TypeKind.Double,
    };
}
