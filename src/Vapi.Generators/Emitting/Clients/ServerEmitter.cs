using Vapi.Generators.Emitting.Writing;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Clients;

/// <summary>The class with the base addresses of the API.</summary>
internal static class ServerEmitter
{
    public static void Emit(SourceWriter writer, string name, EquatableArray<ServerModel> servers, string accessibility)
    {
        writer.WriteLine("/// <summary>The servers that the document declares, for the BaseAddress of the options.</summary>");
        using SourceWriter.Block block = writer.WriteBlock($"{CSharp.Generated} {accessibility} static class {name}");
        foreach (ServerModel server in servers)
        {
            DocumentationEmitter.WriteElement(writer, "summary", server.Description ?? server.Url);
            if (server.Variables.Count == 0)
                writer.WriteLine($"public static global::System.Uri {server.Name} {{ get; }} = new({CSharp.Literal(server.Url)});");
            else
                WriteMethod(writer, server);
        }
    }

    private static void WriteMethod(SourceWriter writer, ServerModel server)
    {
        foreach (ServerVariableModel variable in server.Variables)
        {
            string values = variable.Values.Count == 0 ? "" : " One of: " + string.Join(", ", variable.Values) + ".";
            DocumentationEmitter.WriteElement(writer, $"param name=\"{variable.Name.TrimStart('@')}\"", (variable.Description ?? "The " + variable.WireName + " variable.") + values);
        }

        writer.WriteLine("/// <exception cref=\"global::System.ArgumentException\">A value is not in the list of allowed values, or the result is not a valid address.</exception>");
        IEnumerable<string> parameters = server.Variables.Select(v => $"string {v.Name} = {CSharp.Literal(v.Default)}");
        IEnumerable<string> variables = server.Variables.Select(v => $"new({CSharp.Literal(v.WireName)}, {v.Name}{string.Concat(v.Values.Select(x => ", " + CSharp.Literal(x)))})");
        writer.WriteLine($"public static global::System.Uri {server.Name}({string.Join(", ", parameters)})");
        writer.WriteLine($"    => api::ServerVariable.Fill({CSharp.Literal(server.Url)}, new api::ServerVariable[] {{ {string.Join(", ", variables)} }});");
    }
}
