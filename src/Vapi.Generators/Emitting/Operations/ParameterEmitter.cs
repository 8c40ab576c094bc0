using Vapi.Generators.Emitting.Types;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Operations;

/// <summary>The statements that add parameters to a request.</summary>
internal static class ParameterEmitter
{
    public static void Write(SourceWriter writer, ParameterModel parameter, string value)
    {
        if (parameter.IsWholeQuery)
        {
            writer.WriteLine($"request.SetQuery({Value(parameter, value)});");
            return;
        }

        string method = parameter.Place switch
        {
            ParameterPlace.Header => "AddHeader",
            ParameterPlace.Cookie => "AddCookie",
            _ => "AddQuery",
        };
        writer.WriteLine($"request.{method}({CSharp.Literal(parameter.WireName)}, {Value(parameter, value)}{Style(parameter)});");
    }

    /// <summary>The value to send: a string, items, or a value whose JSON determines its form.</summary>
    public static string Value(ParameterModel parameter, string value)
        => Undelimited(parameter, value) + (Delimiter(parameter) is { } delimiter && !parameter.IsJson && !IsText(parameter.Type) ? $".Join({CSharp.Literal(delimiter)})" : "");

    private static string Undelimited(ParameterModel parameter, string value) => parameter switch
    {
        { IsJson: true } => $"api::ApiParameter.Json({value}, {JsonEmitter.Writer(parameter.Type)})",
        { Type: { Kind: TypeKind.List, Item: { } item } } when IsText(item) => $"api::ParameterValue.List({value}, static item => {Text(item, "item")})",
        { Type: { } type } when IsText(type) => Text(type, value),
        _ => $"api::ParameterValue.Json({value}, {JsonEmitter.Writer(parameter.Type)})",
    };

    /// <summary>The arguments for the style of the parameter, unless it is the default of the runtime.</summary>
    public static string Style(ParameterModel parameter)
    {
        bool isText = parameter.IsJson || IsText(parameter.Type);
        if (Delimiter(parameter) is not null)
            return "";

        ParameterStyle standard = parameter.Place switch
        {
            ParameterPlace.Path or ParameterPlace.Header => ParameterStyle.Simple,
            _ => ParameterStyle.Form,
        };
        bool explodes = standard != ParameterStyle.Simple;
        string style = parameter.Style == standard || isText && parameter.Place == ParameterPlace.Query ? "" : $", api::ParameterStyle.{parameter.Style}";
        string explode = isText || parameter.Explode == explodes ? "" : $", explode: {(parameter.Explode ? "true" : "false")}";
        return style + explode + (parameter.AllowReserved ? ", allowReserved: true" : "");
    }

    /// <summary>What is between the items of a delimited array in a path or header, which the runtime has no style for; null otherwise.</summary>
    private static string? Delimiter(ParameterModel parameter) => (parameter.Place, parameter.Style) switch
    {
        (ParameterPlace.Path or ParameterPlace.Header, ParameterStyle.SpaceDelimited) => " ",
        (ParameterPlace.Path or ParameterPlace.Header, ParameterStyle.PipeDelimited) => "|",
        _ => null,
    };

    /// <summary>Whether every value of the type is a single string.</summary>
    public static bool IsText(TypeRef type) => type.Kind is not (TypeKind.Object or TypeKind.Union or TypeKind.Element or TypeKind.List or TypeKind.Map);

    /// <summary>The text of a value; null for null.</summary>
    public static string Text(TypeRef type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.StringEnum => type.Nullable ? value + "?.Value" : value + ".Value",
        TypeKind.Int64Enum => $"api::ApiParameter.Int64({value}{(type.Nullable ? "?" : "")}.Value)",
        TypeKind.DoubleEnum => $"api::ApiParameter.Double({value}{(type.Nullable ? "?" : "")}.Value)",
        _ => $"api::ApiParameter.{type.Kind}({value})",
    };
}
