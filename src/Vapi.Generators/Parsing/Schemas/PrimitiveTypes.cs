using Microsoft.OpenApi;
using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>Maps the type and format of a schema to a C# type.</summary>
internal static class PrimitiveTypes
{
    public static TypeKind Find(JsonSchemaType? type, string? format) => (type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Boolean => TypeKind.Boolean,
        JsonSchemaType.Integer => format switch
        {
            "int32" or "int16" or "int8" or "uint8" or "uint16" => TypeKind.Int32,
            _ => TypeKind.Int64,
        },
        JsonSchemaType.Number => format switch
        {
            "float" => TypeKind.Single,
            "decimal" => TypeKind.Decimal,
            "int32" => TypeKind.Int32,
            "int64" => TypeKind.Int64,
            _ => TypeKind.Double,
        },
        JsonSchemaType.String => format switch
        {
            "date-time" => TypeKind.DateTime,
            "date" => TypeKind.Date,
            "time" => TypeKind.Time,
            "duration" => TypeKind.Duration,
            "uuid" => TypeKind.Guid,
            "uri" => TypeKind.Uri,
            "byte" => TypeKind.Bytes,
            "binary" => TypeKind.File,
            _ => TypeKind.String,
        },
        _ => TypeKind.Element,
    };

    /// <summary>The C# spelling of a primitive kind.</summary>
    public static string Name(TypeKind kind, Capabilities capabilities) => kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.DateTime => "global::System.DateTimeOffset",
        TypeKind.Date => capabilities.HasDateOnly ? "global::System.DateOnly" : "global::System.DateTime",
        TypeKind.Time => capabilities.HasDateOnly ? "global::System.TimeOnly" : "global::System.TimeSpan",
        TypeKind.Duration => "global::System.TimeSpan",
        TypeKind.Guid => "global::System.Guid",
        TypeKind.Uri => "global::System.Uri",
        TypeKind.Bytes => "byte[]",
        TypeKind.Element => "json::JsonElement",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a primitive"),
    };
}
