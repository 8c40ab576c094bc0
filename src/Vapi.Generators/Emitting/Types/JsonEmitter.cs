using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>The expressions that read and write a value of a type as JSON.</summary>
internal static class JsonEmitter
{
    /// <summary>The type of the backing field of a property. Null, or a union without a value, means that the property has no value.</summary>
    public static string FieldType(TypeRef type) => type.Kind switch
    {
        TypeKind.StringEnum => "string?",
        TypeKind.Int64Enum => "long?",
        TypeKind.DoubleEnum or TypeKind.Single => "double?",
        TypeKind.Union => type.Name,
        _ => type.NullableName,
    };

    /// <summary>Reads the value of a property. The cursor handles a value that the C# type cannot represent exactly.</summary>
    public static string ReadProperty(TypeRef type) => !MayMisfit(type) ? ReadField(type) : type.Kind switch
    {
        TypeKind.Int64Enum => "api::Json.ReadInt64(ref reader, ref cursor)",
        TypeKind.DoubleEnum or TypeKind.Single => "api::Json.ReadDouble(ref reader, ref cursor)",
        _ => $"api::Json.Read{type.Kind}(ref reader, ref cursor)",
    };

    /// <summary>Whether the C# type cannot exactly represent some values of the right JSON kind.</summary>
    public static bool MayMisfit(TypeRef type) => type.Kind is TypeKind.Int64Enum or TypeKind.DoubleEnum or TypeKind.Single
        or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal or TypeKind.DateTime or TypeKind.Date or TypeKind.Time
        or TypeKind.Duration or TypeKind.Guid or TypeKind.Uri or TypeKind.Bytes;

    /// <summary>The JSON kinds that a type accepts, except null; <see cref="JsonKinds.EmptyArray"/> represents any array.</summary>
    public static JsonKinds Kinds(TypeRef type) => type.Kind switch
    {
        TypeKind.Boolean => JsonKinds.Boolean,
        TypeKind.Int64Enum or TypeKind.DoubleEnum or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal
            => type.TakesText ? JsonKinds.Number | JsonKinds.String : JsonKinds.Number,
        TypeKind.Object or TypeKind.Map => JsonKinds.Object,
        TypeKind.List => JsonKinds.EmptyArray,
        TypeKind.Union or TypeKind.Element => JsonKinds.Values,
        _ => JsonKinds.String,
    };

    /// <summary>Reads the value of a field. For JSON null the field has no value. This is also true for JSON of another kind, which the reader does not consume.</summary>
    public static string ReadField(TypeRef type) => type.Kind switch
    {
        TypeKind.StringEnum => "api::Json.ReadEnum(ref reader)",
        TypeKind.Object or TypeKind.Union => $"{CSharp.Qualify(type.Name)}.ReadJson(ref reader)",
        TypeKind.Map when type.Item!.Kind == TypeKind.Element => "api::Json.ReadFreeForm(ref reader)",
        TypeKind.List when type.Item is { Kind: TypeKind.String, Nullable: false } => "api::Json.ReadStrings(ref reader)",
        TypeKind.List or TypeKind.Map => $"api::Json.Read{type.Kind}<{type.Item!.Spelling}>(ref reader, {ItemKinds(type.Item)}, {ItemReader(type.Item)})",
        _ => $"api::Json.Read{type.Kind}(ref reader)",
    };

    /// <summary>Reads or writes a property, whichever the cursor does.</summary>
    public static string Visit(TypeRef type, string field) => type.Kind switch
    {
        TypeKind.StringEnum => $"cursor.Enum(ref reader, ref {field})",
        TypeKind.Int64Enum => $"cursor.Int64(ref reader, ref {field})",
        TypeKind.DoubleEnum or TypeKind.Single => $"cursor.Double(ref reader, ref {field})",
        TypeKind.List when type.Item is { Kind: TypeKind.String, Nullable: false } => $"cursor.Strings(ref reader, ref {field})",
        TypeKind.Map when type.Item!.Kind == TypeKind.Element => $"cursor.FreeForm(ref reader, ref {field})",
        TypeKind.Object => ReadUnlessWritten(type, field, $"({field})"),
        TypeKind.Union => ReadUnlessWritten(type, field, $"Union({field})"),
        TypeKind.List or TypeKind.Map when IsModel(type.Item!) => ReadUnlessWritten(type, field, $"Model{type.Kind}({field})"),
        TypeKind.List or TypeKind.Map => ReadUnlessWritten(type, field, $"{type.Kind}({field}, {Writer(type.Item!)})"),
        _ => $"cursor.{type.Kind}(ref reader, ref {field})",
    };

    /// <summary>A delegate that reads a root value, such as a body. JSON null becomes null if the type is nullable.</summary>
    public static string Reader(TypeRef type) => MayMisfit(type) && (type.Kind is not (TypeKind.Int64Enum or TypeKind.DoubleEnum) || type.Nullable)
        ? Lambda($"api::Json.ReadAlone<{type.Spelling}>(ref reader, {ItemKinds(type)}, {ItemReader(type)})")
        : PlainReader(type);

    /// <summary>A delegate that reads an item of the right kind.</summary>
    public static string ItemReader(TypeRef type) => !MayMisfit(type) ? PlainReader(type) : $"static (ref json::Utf8JsonReader reader, ref api::JsonCursor cursor) => " + type switch
    {
        { Kind: TypeKind.Int64Enum or TypeKind.DoubleEnum, Nullable: false } => $"new {type.Name}({ReadProperty(type)}.GetValueOrDefault())",
        { Kind: TypeKind.Int64Enum or TypeKind.DoubleEnum } => $"{ReadProperty(type)} is {{ }} value ? new {type.Name}(value) : ({type.Spelling})null",
        { Kind: TypeKind.Single, Nullable: false } => "api::Json.ReadSingle(ref reader, ref cursor).GetValueOrDefault()",
        { Kind: TypeKind.Single } => "api::Json.ReadSingle(ref reader, ref cursor)",
        { IsValueType: true, Nullable: false } => ReadProperty(type) + ".GetValueOrDefault()",
        { Nullable: false } => ReadProperty(type) + "!",
        _ => ReadProperty(type),
    };

    private static string PlainReader(TypeRef type) => type switch
    {
        { Kind: TypeKind.Object } => $"{CSharp.Qualify(type.Name)}.ReadJson",
        { Kind: TypeKind.String or TypeKind.File } => $"api::Json.Read{type.Kind}",
        { Kind: TypeKind.Element, Nullable: false } => $"api::Json.ReadAny",
        { Kind: TypeKind.List or TypeKind.Map } => Lambda(ReadField(type)),
        { Kind: TypeKind.Union, Nullable: false } => $"{CSharp.Qualify(type.Name)}.ReadJson",
        { Kind: TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum, Nullable: false } => Lambda($"new {type.Name}(api::Json.Read{type.Kind}(ref reader))"),
        { Kind: TypeKind.Union } => Lambda($"reader.TokenType == json::JsonTokenType.Null ? null : ({type.Spelling}){CSharp.Qualify(type.Name)}.ReadJson(ref reader)"),
        { Kind: TypeKind.StringEnum } => Lambda($"reader.TokenType == json::JsonTokenType.Null ? null : new {type.Spelling}(new(api::Json.ReadStringEnum(ref reader)))"),
        { Nullable: true } => $"api::Json.Read{type.Kind}",
        _ => Lambda($"api::Json.Value(ref reader, api::Json.Read{type.Kind}(ref reader))"),
    };

    /// <summary>The JSON kinds that an item accepts, including null.</summary>
    public static string ItemKinds(TypeRef type)
        => type.Kind == TypeKind.Element ? "api::JsonKinds.Any" : KindNames(Kinds(type) | (type.Nullable ? JsonKinds.Null : JsonKinds.None));

    /// <summary>A C# expression for JSON kinds.</summary>
    public static string KindNames(JsonKinds kinds) => string.Join(" | ", kinds.ToString().Split([", "], StringSplitOptions.None).Select(k => "api::JsonKinds." + k));

    /// <summary>A delegate that writes a root value.</summary>
    public static string Writer(TypeRef type) => type switch
    {
        { Kind: TypeKind.Object or TypeKind.Union or TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum } => $"static (writer, value) => api::Json.WriteModel(writer, value)",
        { Kind: TypeKind.List or TypeKind.Map } when IsModel(type.Item!) => $"static (writer, value) => api::Json.WriteModel{type.Kind}(writer, value)",
        { Kind: TypeKind.List or TypeKind.Map } => $"static (writer, value) => api::Json.Write{type.Kind}(writer, value, {Writer(type.Item!)})",
        _ => $"static (writer, value) => api::Json.Write{type.Kind}(writer, value)",
    };

    /// <summary>Whether the type has its own JSON code.</summary>
    public static bool IsModel(TypeRef type)
        => type.Kind is TypeKind.Object || type is { Kind: TypeKind.Union or TypeKind.StringEnum or TypeKind.Int64Enum or TypeKind.DoubleEnum, Nullable: false };

    private static string ReadUnlessWritten(TypeRef type, string field, string write) => $"if (!cursor.TryWrite{write}) {field} = {ReadField(type)}";

    private static string Lambda(string expression) => $"static (ref json::Utf8JsonReader reader) => {expression}";
}
