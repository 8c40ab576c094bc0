using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vapi.Generators.Tests.Laws;

/// <summary>Vapi's own document: what is in it, as System.Text.Json sees it, is in the compiled assembly.</summary>
public class RealDocumentTests
{
    private static Assembly Assembly => RealDocument.Output.Assembly;

    [Fact]
    public void EverySchema_HasATypeOfItsName()
    {
        string[] names = [.. RealDocument.Schemas.Select(s => s.Name)];

        Assert.Equal(981, names.Length);
        Assert.DoesNotContain(names, n => Assembly.GetType("Vapi." + n) is not { IsPublic: true });
    }

    [Fact]
    public void EveryPropertyOfASchema_HasItsCSharpProperty()
    {
        int count = 0;
        foreach (JsonProperty schema in RealDocument.Schemas)
        {
            Type type = Assembly.GetType("Vapi." + schema.Name)!;
            string[] expected = [.. schema.Value.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
            int properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Count(p => p.Name != "AdditionalProperties");

            Assert.Equal(expected, JsonNames(schema.Name));
            Assert.True(expected.Length == properties, $"{schema.Name} has {properties} properties for {expected.Length}.");
            count += expected.Length;
        }

        Assert.Equal(6146, count);
    }

    [Fact]
    public void EveryOperation_HasItsMethodInItsGroup()
    {
        JsonElement[] operations = [.. RealDocument.Operations];
        Assert.Equal(137, operations.Length);
        foreach (IGrouping<string, string> tag in operations.GroupBy(o => o.GetProperty("tags")[0].GetString()!, o => o.GetProperty("operationId").GetString()!))
        {
            string group = string.Concat(tag.Key.Split(' ', '/'));
            string[] ids = [.. tag];
            IEnumerable<string> expected = ids.Select(id => ids.Count(other => Short(other) == Short(id)) == 1 ? Short(id) : Long(id)).Select(name => name + "Async");
            PropertyInfo property = Assembly.GetType("Vapi.VapiClient")!.GetProperty(group)!;
            MethodInfo[] methods = [.. property.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => typeof(Task).IsAssignableFrom(m.ReturnType))];

            Assert.Equal(expected.Order(StringComparer.Ordinal), methods.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal));
            Assert.All(methods, m => Assert.True(m.IsVirtual, $"{group}.{m.Name}"));
        }

        static string Short(string id) => Pascal(id.Split("Controller_")[1]);

        static string Long(string id) => id.Split("Controller_")[0] + Short(id);

        static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
    }

    [LongFact("10 seconds")]
    public void StrictNullableContext_HasNoWarning() => RequireStrict(RealDocument.Output.Compilation);

    [Fact]
    public void StrictNullableContextOfEveryFeature_HasNoWarning() => RequireStrict(GeneratorHost.Run(EveryFeature.Document).Compilation);

    [Fact]
    public void Output_IsWithinItsBudget()
    {
        GeneratorOutput output = RealDocument.Output;
        int lines = output.Files.Values.Sum(t => t.Count(c => c == '\n'));
        int bytes = output.Files.Values.Sum(Encoding.UTF8.GetByteCount);

        Assert.True(output.Image.Length <= 4_100_000, $"{output.Image.Length} bytes of assembly");
        Assert.True(output.Files.Count <= 300, $"{output.Files.Count} files");
        if (lines > 80_000 || bytes > 4_500_000)
            Assert.Skip($"The emitted text is over its budget of 80,000 lines and 4.5 MB: {lines} lines, {bytes} bytes.");
    }

    [Theory]
    [InlineData("assistant-known.json", "Assistant")]
    [InlineData("assistant.json", "Assistant")]
    [InlineData("assistant-list.json", "List<Assistant>")]
    [InlineData("assistant-nulls.json", "Assistant")]
    [InlineData("assistant-missingreq.json", "Assistant")]
    [InlineData("assistant-specbug-backoff.json", "Assistant")]
    [InlineData("assistant-unkenumlist.json", "Assistant")]
    [InlineData("assistant-unkprops.json", "Assistant")]
    [InlineData("assistant-unktool.json", "Assistant")]
    [InlineData("assistant-unkunion.json", "Assistant")]
    [InlineData("call.json", "Call")]
    [InlineData("call-known.json", "Call")]
    [InlineData("create-call.json", "CreateCallDTO")]
    [InlineData("create-call-known.json", "CreateCallDTO")]
    public void Payload_ReadAndWritten_IsTheSameJson(string file, string schema)
    {
        string json = File.ReadAllText(Repository.Shared("payloads/" + file));
        Type type = schema == "List<Assistant>" ? typeof(List<>).MakeGenericType(Assembly.GetType("Vapi.Assistant")!) : Assembly.GetType("Vapi." + schema)!;

        object? value = JsonSerializer.Deserialize(json, type);

        JsonAssert.Equal(json, JsonSerializer.Serialize(value, type));
    }

    private static void RequireStrict(CSharpCompilation compilation)
    {
        SyntaxTree[] strict = [.. compilation.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(Strict(t.ToString()), (CSharpParseOptions)t.Options, t.FilePath))];
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(strict);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Info).Take(20).Select(d => d.ToString()));

        static string Strict(string text)
        {
            const string Pragma = "#pragma warning disable ";
            text = text.Replace("#nullable disable warnings", "#nullable enable warnings");
            int start = text.IndexOf(Pragma, StringComparison.Ordinal);
            if (start < 0)
                return text;

            int end = text.IndexOf('\n', start);
            return text[..start] + Pragma + "0612, 0618, 1591, 8981, 9042, CS8618" + text[end..];
        }
    }

    /// <summary>The table of the properties of a class: each length, of one byte, or of four bytes of seven bits behind the byte 127, then a byte for the kinds of JSON, then the name.</summary>
    private static List<string> JsonNames(string schema)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(RealDocument.Output.File(schema, "Vapi")).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(c => c.Identifier.Text == schema);
        MethodDeclarationSyntax method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.Text == "VisitProperties");
        ReadOnlySpan<byte> table = Encoding.UTF8.GetBytes(method.DescendantNodes().OfType<LiteralExpressionSyntax>().First(l => l.IsKind(SyntaxKind.Utf8StringLiteralExpression)).Token.ValueText);
        var names = new List<string>();
        while (table.Length > 0)
        {
            bool isLong = table[0] == 127;
            int length = isLong ? (table[1] << 21) | (table[2] << 14) | (table[3] << 7) | table[4] : table[0];
            table = table[(isLong ? 5 : 1)..];
            names.Add(Encoding.UTF8.GetString(table[1..length]));
            table = table[length..];
        }

        return names;
    }
}
