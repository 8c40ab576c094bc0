using System.Globalization;
using System.Text.RegularExpressions;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Documents;

namespace Vapi.Generators.Tests.Schemas;

/// <summary>How a reader will distinguish the members of a union. <see cref="UnionTests"/> reads JSON with the generated code; this looks at the decision itself, which takes milliseconds.</summary>
public class UnionResolutionTests
{
    private const string Text = """{ "type": "string" }""";

    /// <summary>The members are the component schemas A, B, C and so on.</summary>
    [Theory]
    // By the kind of JSON.
    [InlineData(Text + """ / { "type": "integer" } / { "type": "boolean" }""", "string A; number B; boolean C")]
    [InlineData("""{ "type": "number" } / { "type": "string", "format": "date-time" }""", "string B; number A")]
    [InlineData("""{ "type": "integer", "enum": [1, 2] } / { "enum": ["a", "b"] } / { "type": "object" }""", "string B; number A; object C")]
    // Arrays by their items.
    [InlineData("""{ "type": "array", "items": { "type": "string" } } / { "type": "string" }""", "string B; array A [ArrayOfString]")]
    [InlineData("""{ "type": "array", "items": { "type": "string" } } / { "type": "array", "items": { "type": "integer" } }""", "array A [ArrayOfString]; array B [ArrayOfNumber]")]
    [InlineData("""{ "type": "array", "items": { "type": ["string", "null"] } } / { "type": "array", "items": { "type": "boolean" } } / { "type": "array", "items": { "type": "object" } }""", "array A [ArrayOfNull|ArrayOfString]; array B [ArrayOfBoolean]; array C [ArrayOfObject]")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } } / { "type": "array", "items": { "type": "array", "items": { "type": "number" } } }""", "array A [ArrayOfArray] of [ArrayOfString]; array B [ArrayOfArray] of [ArrayOfNumber]")]
    [InlineData("""{ "type": "array", "items": { "type": "array", "items": { "type": "string" } } } / { "type": "array", "items": { "type": "number" } }""", "array A [ArrayOfArray]; array B [ArrayOfNumber]")]
    [InlineData("""{ "type": "array", "items": {} } / { "type": "array", "items": { "type": "number" } }""", "array A [AnyArray]; array B [ArrayOfNumber]")]
    [InlineData("""{ "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } } / { "type": "array", "items": { "type": "boolean" } }""", "array A [ArrayOfString|ArrayOfNumber]; array B [ArrayOfBoolean]")]
    // By a property that lists its values in every member.
    [InlineData("""{ "properties": { "k": { "enum": ["a"] } } } / { "properties": { "k": { "enum": ["b", "c"] } } }""", "object AB; k: a=A b=B c=B; A {k:String=a}; B {k:String=b=c}")]
    [InlineData("""{ "required": ["k"], "properties": { "k": { "enum": ["a"] } } } / { "required": ["k"], "properties": { "k": { "enum": ["b"] } } }""", "object AB; k: a=A b=B")]
    [InlineData("""{ "properties": { "m": { "enum": ["a", "b"] }, "k": { "enum": ["a"] } } } / { "properties": { "m": { "enum": ["c"] }, "k": { "enum": ["b"] } } }""", "object AB; k: a=A b=B; A {m:String=a=b k:String=a}; B {m:String=c k:String=b}")]
    [InlineData("""{ "properties": { "m": { "enum": ["a", "b"] }, "k": { "enum": ["a", "c"] } } } / { "properties": { "m": { "enum": ["c"] }, "k": { "enum": ["b"] } } }""", "object AB; m: a=A b=A c=B; A {m:String=a=b k:String=a=c}; B {m:String=c k:String=b}")]
    [InlineData("""{ "properties": { "k": { "enum": ["a"] } } } / { "properties": { "k": { "enum": ["a"] }, "x": {} } }""", "object AB; A {k:String=a}; B {k:String=a x:Any}")]
    [InlineData("""{ "properties": { "k": { "enum": ["a"] } } } / { "properties": { "k": { "type": "string" } } }""", "object AB; A {k:String=a}; B {k:String}")]
    [InlineData("""{ "required": ["k"], "properties": { "k": { "enum": ["a"] } } } / { "type": "object", "additionalProperties": { "type": "integer" } }""", "object AB; A {k!:String=a}; B of Number {}")]
    [InlineData("""{ "properties": { "k": { "enum": ["a"] } } } / { "properties": { "k": { "enum": ["b"] } } } / { "properties": { "k": { "enum": ["a"] } } }""", "object ABC; A {k:String=a}; B {k:String=b}; C {k:String=a}; C like A")]
    // Members that are read as an earlier one.
    [InlineData("""{ "properties": { "a": { "type": ["string", "number"] } } } / { "properties": { "a": { "type": "string" } } }""", "object AB; A {a:String|Number}; B {a:String}; B like A")]
    [InlineData("""{ "properties": { "a": { "type": "string" } } } / { "properties": { "a": { "type": ["string", "number"] } } }""", "object AB; A {a:String}; B {a:String|Number}")]
    [InlineData("""{ "required": ["a"], "properties": { "a": { "type": "string" } } } / { "properties": { "a": { "type": "string" } } }""", "object AB; A {a!:String}; B {a:String}")]
    [InlineData("""{ "required": ["a"], "properties": { "a": { "type": "string" } } } / { "required": ["a"], "properties": { "a": { "type": "string" } } }""", "object AB; A {a!:String}; B {a!:String}; B like A")]
    [InlineData("""{ "properties": { "a": { "enum": [1, 2] } } } / { "properties": { "a": { "enum": [2] } } }""", "object AB; A {a:Number=1=2}; B {a:Number=2}; B like A")]
    [InlineData("""{ "properties": { "a": { "enum": [1] } } } / { "properties": { "a": { "enum": [1, 2] } } }""", "object AB; A {a:Number=1}; B {a:Number=1=2}")]
    [InlineData("""{ "properties": { "a": { "type": "integer" } } } / { "properties": { "b": { "type": "integer" } } } / { "properties": { "b": { "type": "integer" } } }""", "object ABC; A {a:Number}; B {b:Number}; C {b:Number}; C like B")]
    // By their properties.
    [InlineData("""{ "required": ["a"], "properties": { "a": { "type": "string" } } } / { "required": ["b"], "properties": { "b": { "type": "integer" } } }""", "object AB; A {a!:String}; B {b!:Number}")]
    [InlineData("""{ "properties": { "a": { "type": "string" }, "b": { "type": "array", "items": { "type": "number" } } } } / { "properties": { "a": { "type": "string" } } }""", "object AB; A {a:String b:ArrayOfNumber}; B {a:String}; B like A")]
    [InlineData("""{ "properties": { "a": { "enum": [1, 2] } } } / { "properties": { "a": { "type": "boolean", "enum": [true] } } }""", "object AB; A {a:Number=1=2}; B {a:Boolean=true}")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/components/schemas/C" } } } / { "properties": { "a": { "$ref": "#/components/schemas/D" } } } / { "properties": { "t": { "enum": ["c"] } } } / { "properties": { "t": { "enum": ["d"] } } }""", "object AB; A {a:Object t(c)}; B {a:Object t(d)}")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/components/schemas/C" } } } / { "properties": { "a": { "$ref": "#/components/schemas/C" }, "b": {} } } / { "properties": { "t": { "enum": ["c"] } } }""", "object AB; A {a:Object}; B {a:Object b:Any}")]
    [InlineData("""{ "properties": { "a": { "oneOf": [{ "$ref": "#/components/schemas/C" }, { "$ref": "#/components/schemas/D" }] } } } / { "properties": { "a": { "$ref": "#/components/schemas/E" } } } / { "properties": { "t": { "enum": ["c"] } } } / { "properties": { "t": { "enum": ["d"] } } } / { "properties": { "t": { "enum": ["e"] } } }""", "object AB; A {a:Object t(c,d)}; B {a:Object t(e)}")]
    public void Members_AreDistinguished(string members, string expected) => Assert.Equal(expected, Describe(members, ""));

    [Theory]
    [InlineData("""{ "properties": { "k": { "type": "string" } } } / { "properties": { "k": { "type": "string" } } }""", """{ "propertyName": "k" }""", "object AB; k: A=A B=B; A {k:String}; B {k:String}; B like A")]
    [InlineData("""{ "properties": { "k": { "type": "string" } } } / { "properties": { "k": { "type": "string" } } }""", """{ "propertyName": "k", "mapping": { "one": "#/components/schemas/A", "two": "B", "three": "B" } }""", "object AB; k: one=A two=B three=B; A {k:String=one}; B {k:String=two=three tag}")]
    [InlineData("""{ "properties": { "k": { "enum": ["x"] } } } / { "properties": { "k": { "enum": ["y"] } } }""", """{ "propertyName": "k", "mapping": { "one": "A", "y": "A" } }""", "object AB; k: x=A y=B; A {k:String=x}; B {k:String=y}")]
    [InlineData("""{ "properties": { "k": { "enum": ["x", "z"] } } } / { "properties": { "k": { "enum": ["y"] } } }""", """{ "propertyName": "k", "mapping": { "one": "A", "y": "A" } }""", "object AB; k: x=A z=A y=B one=A; A {k:String=x=z tag}; B {k:String=y}")]
    [InlineData("""{ "properties": { "k": { "enum": ["x"] } } } / { "properties": { "k": { "enum": ["x"] } } }""", """{ "propertyName": "k" }""", "object AB; A {k:String=x}; B {k:String=x}; B like A")]
    [InlineData("""{ "properties": { "k": { "type": "string" } } } / { "type": "string" }""", """{ "propertyName": "k" }""", "string B; object A")]
    [InlineData("""{ "properties": { "k": { "type": "string" } } } / { "properties": { "x": { "type": "string" } } }""", """{ "propertyName": "k", "mapping": { "one": "A" }, "defaultMapping": "B" }""", "object AB; k: one=A B=B; other B")]
    [InlineData("""{ "properties": { "k": { "enum": ["B"] } } } / { "properties": { "k": { "type": "string" } } }""", """{ "propertyName": "k" }""", "object AB; A {k:String=B}; B {k:String}")]
    [InlineData("""{ "required": ["k"], "properties": { "k": { "type": "string" } } } / { "properties": { "k": { "type": "string" } } }""", """{ "propertyName": "k", "mapping": { "one": "A" } }""", "object AB; k: one=A B=B; B {k:String}")]
    [InlineData("""{ "properties": { "k": { "type": "string" } } } / { "properties": { "k": { "type": "string" } } }""", """{ "propertyName": "" }""", "object AB; A {k:String}; B {k:String}; B like A")]
    public void Discriminator_DistinguishesMembers(string members, string discriminator, string expected) => Assert.Equal(expected, Describe(members, $", \"discriminator\": {discriminator}"));

    private static string Describe(string members, string more)
    {
        string[] schemas = members.Split(" / ");

        // A and B refer to the other schemas, which are no members.
        int count = members.Contains("#/components/schemas/C", StringComparison.Ordinal) ? 2 : schemas.Length;
        string[] names = [.. schemas.Select((_, i) => ((char)('A' + i)).ToString())];
        IEnumerable<string> references = names.Take(count).Select(n => $$"""{ "$ref": "#/components/schemas/{{n}}" }""");
        string document = OpenApi.Schemas(
            $$"""{ {{string.Join(", ", names.Zip(schemas, (n, s) => $"\"{n}\": {s}"))}}, "Thing": { "type": "object", "properties": { "value": { "oneOf": [{{string.Join(", ", references)}}]{{more}} } } } }""", "3.2.0");
        ParseResult parsed = ParsedDocument.Of(document);
        string resolution = Describe(Assert.Single(parsed.Model!.Declarations.OfType<UnionModel>(), u => u.Name == "ThingValue").Resolution);
        IEnumerable<string> messages = parsed.Diagnostics.Select(d => d.ToDiagnostic()).Where(d => d.Id == "VAPI014").Select(d => d.GetMessage(CultureInfo.InvariantCulture));
        return resolution + string.Concat(messages.Select(m => "; " + string.Join(" like ", Regex.Matches(m, @"\b[A-E]\b").Take(2))));
    }

    private static string Describe(UnionResolutionModel resolution)
    {
        string[] parts =
        [
            Case("string", resolution.StringCase), Case("number", resolution.NumberCase), Case("boolean", resolution.BooleanCase),
            .. resolution.ArrayCases.Select(a => Case("array", a.Case) + " " + string.Join(" of ", a.Kinds.Select(k => $"[{Describe((JsonKinds)k)}]"))),
            resolution.ObjectCases.Count == 0 ? "" : "object " + string.Concat(resolution.ObjectCases.Select(Name)),
            resolution.TagName is null ? "" : $"{resolution.TagName}: " + string.Join(" ", resolution.Tags.Select(t => t.Value + "=" + Name(t.Case))),
            Case("other", resolution.OtherCase),
            .. resolution.Members.Select(m => $"{Name(m.Case)}{(m.IsOpen ? $" of {m.Others}" : "")} {{{string.Join(" ", m.Properties.Select(Describe))}}}"),
        ];
        return string.Join("; ", parts.Where(p => p.Length > 0));

        static string Case(string kind, int index) => index < 0 ? "" : $"{kind} {Name(index)}";
        static string Name(int index) => ((char)('A' + index)).ToString();
    }

    private static string Describe(UnionPropertyModel property)
        => $"{property.JsonName}{(property.Required ? "!" : "")}:{Describe(property.Kinds)}{string.Concat(property.Values.Select(v => "=" + v))}{(property.IsTag ? " tag" : "")}{(property.TagName is { } tag ? $" {tag}({string.Join(",", property.TagValues)})" : "")}";

    /// <summary>Any array can be empty, so only the kinds of its items matter.</summary>
    private static string Describe(JsonKinds kinds) => kinds.ToString().Replace("EmptyArray, ", "", StringComparison.Ordinal).Replace(", ", "|", StringComparison.Ordinal);
}
