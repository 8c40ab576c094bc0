using Vapi.Generators.Parsing.Naming;

namespace Vapi.Generators.Tests.Naming;

public class IdentifiersTests
{
    private static readonly string Long119 = new('a', 119);

    [Theory]
    [InlineData("orgId", "OrgId")]
    [InlineData("OrgId", "OrgId")]
    [InlineData("z9", "Z9")]
    [InlineData("created_at", "CreatedAt")]
    [InlineData("MAX_SIZE", "MaxSize")]
    [InlineData("MAXSIZE", "MAXSIZE")]
    [InlineData("MAXSIZE_", "MAXSIZE")]
    [InlineData("X_a", "XA")]
    [InlineData("mAX_a", "MAXA")]
    [InlineData("a_1B", "A1b")]
    [InlineData("1_2", "_12")]
    [InlineData("2fa", "_2fa")]
    [InlineData("9a", "_9a")]
    [InlineData("0", "_0")]
    [InlineData("-1", "Minus1")]
    [InlineData("+1", "Plus1")]
    [InlineData("-a", "A")]
    [InlineData("$ref", "Ref")]
    [InlineData("größe", "Größe")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("\u0301a", "A")]
    [InlineData("a\u0301b", "A\u0301b")]
    [InlineData("ⅷa", "Ⅷa")]
    [InlineData("", "Empty")]
    [InlineData("!", "Not")]
    [InlineData(">=", "GreaterThanOrEqual")]
    [InlineData("!!", "ExclamationExclamation")]
    [InlineData("_.,", "UnderscoreFullStopComma")]
    [InlineData("\u2192", "U2192")]
    public void Name_IsThePascalCaseOfItsWords_OrItsCharacters(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData(" !\"#$%&'", "SpaceExclamationQuoteHashDollarPercentAmpersandApostrophe")]
    [InlineData("()*+,-./", "LeftParenthesisRightParenthesisAsteriskPlusCommaMinusFullStopSlash")]
    [InlineData(":;<=>?@", "ColonSemicolonLessThanEqualGreaterThanQuestionAt")]
    [InlineData("[\\]^_`", "LeftBracketBackslashRightBracketCaretUnderscoreBacktick")]
    [InlineData("{|}~\n\r\t", "LeftBracePipeRightBraceTildeLineFeedCarriageReturnTab")]
    [InlineData("،।॥۔", "ArabicCommaDandaDoubleDandaArabicFullStop")]
    [InlineData("、。，．", "IdeographicCommaIdeographicFullStopFullwidthCommaFullwidthFullStop")]
    [InlineData("！？；：", "FullwidthExclamationFullwidthQuestionFullwidthSemicolonFullwidthColon")]
    public void Punctuation_IsSpelledOut(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData("<=", "LessThanOrEqual")]
    [InlineData("!=", "NotEqual")]
    [InlineData("<>", "NotEqual")]
    [InlineData("==", "EqualEqual")]
    [InlineData("&&", "And")]
    [InlineData("||", "Or")]
    public void Operator_IsSpelledAsOneWord(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData("1.0", "_1_0")]
    [InlineData("10", "_10")]
    [InlineData("v1 2", "V1_2")]
    [InlineData("a 1", "A1")]
    [InlineData("1 a", "_1A")]
    public void Value_KeepsItsNumbersApart(string value, string expected) => Assert.Equal(expected, Identifiers.Value(value));

    [Theory]
    [InlineData("a/b", "ASlashB")]
    [InlineData("-1", "Minus1")]
    [InlineData("+1", "Plus1")]
    [InlineData("1-1", "_1Minus1")]
    [InlineData("/a", "SlashA")]
    [InlineData("AB/CD", "AbSlashCd")]
    [InlineData("a+", "APlus")]
    [InlineData("*", "Asterisk")]
    public void SpelledValue_NamesTheCharactersBetweenItsWords(string value, string expected) => Assert.Equal(expected, Identifiers.SpelledValue(value));

    [Theory]
    [InlineData("id", "id")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("OrgId", "orgId")]
    [InlineData("A", "a")]
    [InlineData("ABc", "aBc")]
    [InlineData("2fa", "_2fa")]
    [InlineData("class", "class")]
    public void Argument_BeginsWithASmallLetter(string name, string expected) => Assert.Equal(expected, Identifiers.Camel(name));

    [Fact]
    public void LongName_IsCutAt120Characters()
    {
        Assert.Equal(120, Identifiers.Pascal(Long119 + "b").Length);
        Assert.Equal("A" + Long119, Identifiers.Pascal("a" + Long119 + "b"));
        Assert.Equal("A" + Long119, Identifiers.Pascal("a" + Long119 + "_b"));
        Assert.Equal(120, Identifiers.Pascal(new string('!', 200)).Length);
    }

    [Fact]
    public void LongCompoundName_IsCut_AndStillUnique()
    {
        string fits = new('a', 900);
        string ideographs = new('名', 300);
        string first = fits + "b";
        string second = fits + "c";

        Assert.Equal(fits, Identifiers.Shorten(fits));
        Assert.Equal(ideographs, Identifiers.Shorten(ideographs));
        Assert.Equal(300, Identifiers.Shorten(first).Length);
        Assert.StartsWith(new string('a', 292), Identifiers.Shorten(first));
        Assert.NotEqual(Identifiers.Shorten(first), Identifiers.Shorten(second));
        Assert.Equal(300, Identifiers.Shorten(ideographs + "名").Length);
    }

    [Theory]
    [InlineData("A", true)]
    [InlineData("OrgId2", true)]
    [InlineData("_2fa", true)]
    [InlineData("Größe_", true)]
    [InlineData("名前", true)]
    [InlineData("éa", true)]
    [InlineData("", false)]
    [InlineData("_", false)]
    [InlineData("_a", false)]
    [InlineData("a", false)]
    [InlineData("z", false)]
    [InlineData("class", false)]
    [InlineData("2fa", false)]
    [InlineData("@class", false)]
    [InlineData("A b", false)]
    [InlineData("A.B", false)]
    [InlineData("\u0301A", false)]
    public void NameOfTheUser_IsOneThatCannotBeAKeyword(string name, bool expected) => Assert.Equal(expected, Identifiers.IsName(name));

    [Fact]
    public void NameOfTheUser_IsShortEnoughForMetadata() => Assert.False(Identifiers.IsName(new string('A', 901)));
}
