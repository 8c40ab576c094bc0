using System.Globalization;
using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Types;

/// <summary>The class that gives JsonSerializer the metadata of all generated types.</summary>
internal static class TypeInfoResolverEmitter
{
    private const string Result = "json::Serialization.Metadata.JsonTypeInfo?";

    public static void Emit(SourceWriter writer, TypeInfoResolverModel model, CodeSettings settings)
    {
        DocumentationEmitter.Write(writer, model.Documentation);
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {settings.Accessibility} sealed partial class {model.Name} : json::Serialization.Metadata.IJsonTypeInfoResolver");
        writer.WriteLine($$"""
            /// <summary>The resolver. Assign it to <see cref="json::JsonSerializerOptions.TypeInfoResolver"/>, or add it to the TypeInfoResolverChain.</summary>
            public static {{model.Name}} Default { get; } = new();

            /// <summary>Returns the metadata of a type of this document, or of a list, array or dictionary of it; null for any other type.</summary>
            """);
        using (writer.WriteBlock($"public {Result} GetTypeInfo(global::System.Type type, json::JsonSerializerOptions options)"))
        {
            writer.WriteLine($"""
                global::System.Type element = api::JsonTypes.ElementOf(type);
                if (element.Namespace != {CSharp.Literal(settings.Namespace)}) return null;
                """);
            using (writer.WriteBlock("return api::JsonTypes.GroupOf(element.Name) switch", "};"))
            {
                foreach (TypeInfoGroupModel group in model.Groups)
                    writer.WriteLine($"{Number(group)} => Find{Number(group)}(element, type, options),");

                writer.WriteLine("_ => null,");
            }
        }

        foreach (TypeInfoGroupModel group in model.Groups)
        {
            writer.WriteLine();
            using SourceWriter.Block method = writer.WriteBlock($"private static {Result} Find{Number(group)}(global::System.Type element, global::System.Type type, json::JsonSerializerOptions options)");
            foreach (IGrouping<bool, TypeInfoModel> types in group.Types.GroupBy(t => t.IsStruct))
                writer.WriteLine(string.Join(" ", types.Select(t => $"if (element == typeof({t.Name})) return api::JsonTypes.Find{(t.IsStruct ? "Value" : "")}<{t.Name}>(type, options);")));

            writer.WriteLine("return null;");
        }
    }

    private static string Number(TypeInfoGroupModel group) => group.Number.ToString(CultureInfo.InvariantCulture);
}
