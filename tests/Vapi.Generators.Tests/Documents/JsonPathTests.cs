using Microsoft.CodeAnalysis;

namespace Vapi.Generators.Tests.Documents;

/// <summary>The paths of overlays: what they select is what an action removes.</summary>
public class JsonPathTests
{
    /// <summary>Each property has a number, a list and a name of its own.</summary>
    private const string Properties = """
        { "a": { "type": "string", "x-n": 1, "x-list": ["p", "q"], "x-on": true }, "b": { "type": "integer", "format": "int32", "x-n": 2.0, "x-list": ["q"] }, "x-c": { "x-n": 3, "x-on": null, "x-in": { "type": "string" } }, "d e'\"": {} }
        """;

    [Theory]
    [InlineData("$.components.schemas.Thing.properties.a", "b x-c d")]
    [InlineData("$['components'][\"schemas\"].Thing['properties']['x-c']", "a b d")]
    [InlineData("$ .components .schemas .Thing .properties [ 'a' ]", "b x-c d")]
    [InlineData("$.components.schemas.Thing.properties['a','b']", "x-c d")]
    [InlineData("$.components.schemas.Thing.properties[ 'a' , \"b\" ]", "x-c d")]
    [InlineData(@"$.components.schemas.Thing.properties['d e\'""']", "a b x-c")]
    [InlineData(@"$.components.schemas.Thing.properties[""\u0061""]", "b x-c d")]
    [InlineData("$.components.schemas.Thing.properties.*", "")]
    [InlineData("$.components.schemas.Thing.properties[*]", "")]
    [InlineData("$..a", "b x-c d")]
    [InlineData("$..properties['x-c']", "a b d")]
    [InlineData("$..[?@.format]", "a x-c d")]
    [InlineData("$..properties..[?@.format]", "a x-c d")]
    [InlineData("$..properties[?@.type == 'string']", "b x-c d")]
    [InlineData("$..properties[?(@.type=='string')]", "b x-c d")]
    [InlineData("$..properties[?'string' == @['type']]", "b x-c d")]
    [InlineData("$..properties[?@.type != 'string']", "a")]
    [InlineData("$..properties[?@.type && !@.format]", "b x-c d")]
    [InlineData("$..properties[?@['x-n'] == 2]", "a x-c d")]
    [InlineData("$..properties[?@['x-n'] > 1 && @['x-n'] < 3e0]", "a x-c d")]
    [InlineData("$..properties[?1 < @['x-n']]", "a d")]
    [InlineData("$..properties[?@['x-n'] >= 2 || @.type == \"string\"]", "d")]
    [InlineData("$..properties[?@['x-n'] <= 1 || @['x-n'] == 3 && @.type]", "b x-c d")]
    [InlineData("$..properties[?(@['x-n'] <= 1 || @['x-n'] == 3) && @.type]", "b x-c d")]
    [InlineData("$..properties[?!(@.type == 'string' || @.type == 'integer')]", "a b")]
    [InlineData("$..properties[?@['x-on'] == true]", "b x-c d")]
    [InlineData("$..properties[?@['x-on'] == null]", "a b d")]
    [InlineData("$..properties[?@['x-on'] != null]", "x-c")]
    [InlineData("$..properties[?@['x-on'] <= null]", "a b d")]
    [InlineData("$..properties[?@.type < 'string']", "a x-c d")]
    [InlineData("$..properties[?@.type < 1]", "a b x-c d", true)]
    [InlineData("$..properties[?@['x-list'][0] == 'q']", "a x-c d")]
    [InlineData("$..properties[?@['x-list'][-1] == 'q']", "x-c d")]
    [InlineData("$..properties[?@['x-list'][?@ == 'p']]", "b x-c d")]
    [InlineData("$..properties[?(@['x-list'][?(@ == 'p')])]", "b x-c d")]
    [InlineData("$..properties[?@..type == 'string']", "", false, "a comparison has a path to one node")]
    [InlineData("$..properties[?@.*]", "d")]
    [InlineData("$..properties[?$.info.title == 'Test' && @.format]", "a x-c d")]
    [InlineData("$.components.schemas.Thing.properties.missing", "a b x-c d", true)]
    [InlineData("$.components.schemas.Thing.properties[0]", "a b x-c d", true)]
    [InlineData("", "", false, "at character 1, a path starts with '$'")]
    [InlineData("components", "", false, "at character 1, a path starts with '$'")]
    [InlineData("$x", "", false, "at character 2, the path cannot continue like this")]
    [InlineData("$.", "", false, "at character 3, a name or '*' is expected")]
    [InlineData("$...a", "", false, "at character 4, a name or '*' is expected")]
    [InlineData("$.x-c", "", false, "at character 4, a name that contains '-' or starts with a digit is written in brackets and quotes")]
    [InlineData("$.responses.200", "", false, "at character 13, a name that contains '-' or starts with a digit")]
    [InlineData("$.a[1:2]", "", false, "slices are not supported")]
    [InlineData("$.a[::2]", "", false, "slices are not supported")]
    [InlineData("$.a[", "", false, "at character 5, a name in quotes, an index, '*' or a filter is expected")]
    [InlineData("$.a[b]", "", false, "at character 5, a name in quotes")]
    [InlineData("$.a[99999999999]", "", false, "at character 5, a name in quotes")]
    [InlineData("$.a['b'", "", false, "']' is missing")]
    [InlineData("$.a['b", "", false, "a quote is not closed")]
    [InlineData("$.a['\\x']", "", false, "the escape sequence is not valid")]
    [InlineData("$.a[?length(@.b) > 1]", "", false, "functions such as length() are not supported")]
    [InlineData("$.a[?@.b.length() > 1]", "", false, "functions such as length() are not supported")]
    [InlineData("$.a[?@.b =~ /x/]", "", false, "']' is missing")]
    [InlineData("$.a[?@.b == @.c]", "", false, "on the other side")]
    [InlineData("$.a[?1 == 1]", "", false, "on the other side")]
    [InlineData("$.a[?'b']", "", false, "a condition compares a path with a value")]
    [InlineData("$.a[?@.b == ]", "", false, "a path or a value is expected")]
    [InlineData("$.a[?(@.b]", "", false, "')' is missing")]
    [InlineData("$.a[?!@.b == 1]", "", false, "']' is missing")]
    public void Path_SelectsWhatRfc9535Says_OrIsRefusedWithThePlaceAndWhatIsSupported(string path, string left, bool isEmpty = false, string? failure = null)
    {
        string overlay = Overlay.Of(Overlay.Action(path, "remove", "true"));
        GeneratorRunResult result = GeneratorHost.Generate(new GeneratorInput(new InputDocument(OpenApi.Properties(Properties)), new InputDocument(overlay, Overlay.Path)));
        Diagnostic? diagnostic = result.Diagnostics.SingleOrDefault(d => d.Id is "VAPI025" or "VAPI026");

        Assert.Equal(failure is not null ? "VAPI025" : isEmpty ? "VAPI026" : null, diagnostic?.Id);
        if (failure is not null)
        {
            Assert.Contains(failure, diagnostic!.GetMessage(), StringComparison.Ordinal);
            Assert.Contains("supported are", diagnostic.GetMessage(), StringComparison.Ordinal);
        }
        else
        {
            string code = result.GeneratedSources.Select(s => s.SourceText.ToString()).Single(t => t.Contains(" partial class Thing :", StringComparison.Ordinal));
            string[] names = [.. new[] { ("a", " A "), ("b", " B "), ("x-c", " XC "), ("d", " DE ") }.Where(p => code.Contains(p.Item2, StringComparison.Ordinal)).Select(p => p.Item1)];
            Assert.Equal(left, string.Join(" ", names));
        }
    }
}
