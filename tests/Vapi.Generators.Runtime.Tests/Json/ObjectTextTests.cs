using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ObjectTextTests
{
    [Theory]
    [InlineData("""{"x":1,"name":"ä <b>","more":[1.50,null,true,{"a":{}}]}""")]
    [InlineData("""{"maxTokens":5,"tokens":"a b","tokenizer":"a"}""")]
    public void Text_IsTheJson_WithoutEscapesThatPeopleDoNotNeed(string json) => Assert.Equal(json, Text(json));

    [Theory]
    [InlineData("password")]
    [InlineData("passphrase")]
    [InlineData("passwd")]
    [InlineData("client_secret")]
    [InlineData("X-API-Key")]
    [InlineData("apiKey2")]
    [InlineData("accessKeyId")]
    [InlineData("authKey")]
    [InlineData("PRIVATE_KEY")]
    [InlineData("signingKey")]
    [InlineData("encryptionKey")]
    [InlineData("licenseKey")]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("credentials")]
    [InlineData("access_token")]
    public void StringWithTheNameOfASecret_IsReplaced(string name) => Assert.Equal($$"""{"{{name}}":"(secret)","next":"a"}""", Text($$"""{"{{name}}":"X","next":"a"}"""));

    [Theory]
    [InlineData("""{"secrets":["X",["X",1,null]],"next":"a"}""", """{"secrets":["(secret)",["(secret)",1,null]],"next":"a"}""")]
    [InlineData("""{"credentials":{"a":{"b":["X",true]},"c":"X"},"next":"a"}""", """{"credentials":{"a":{"b":["(secret)",true]},"c":"(secret)"},"next":"a"}""")]
    [InlineData("""{"a":[{"secret":{}},{"secret":"X"}],"next":"a"}""", """{"a":[{"secret":{}},{"secret":"(secret)"}],"next":"a"}""")]
    [InlineData("""{"secret":1,"next":"a"}""", """{"secret":1,"next":"a"}""")]
    public void AllStringsInASecret_AreReplaced_AndNothingElse(string json, string expected) => Assert.Equal(expected, Text(json));

    [Fact]
    public void DeepObject_HasAText()
    {
        string json = new string('[', 900) + new string(']', 900);
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });

        Assert.Equal($$"""{"a":{{json}},"secret":{{json}}}""", new Point { AdditionalProperties = { ["a"] = document.RootElement, ["secret"] = document.RootElement } }.ToString());
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"a \\\"b\\\"\"", "a \"b\"")]
    [InlineData("null", "")]
    public void Text_OfAUnionThatIsAString_IsTheString(string json, string expected)
        => Assert.Equal(expected, ObjectText.Of(JsonText.Read(json, static NumberOrText (ref Utf8JsonReader reader) => NumberOrText.ReadJson(ref reader))));

    private static string Text(string json) => JsonText.Read<Point>(json, TestClient.ReadPoint)!.ToString();
}
