using System.Globalization;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Text of an answer in a message cannot forge a line of a log, move a cursor or turn the text around.</summary>
public class MessageTextTests
{
    [Theory]
    [InlineData("plain ü 漢 😀 \\ \"", "plain ü 漢 😀 \\ \"")]
    [InlineData("a\nb\r\nc\td", "a\\nb\\r\\nc\\td")]
    [InlineData("\u001b[31mred\u0000\u007f\u0085", "\\u001B[31mred\\u0000\\u007F\\u0085")]
    [InlineData("a\u2028b\u2029c", "a\\u2028b\\u2029c")]
    [InlineData("\u202Eevil\u2066\u200F\u061C", "\\u202Eevil\\u2066\\u200F\\u061C")]
    [InlineData("\u200B\u200D\u2060\uFEFF\u00AD", "\\u200B\\u200D\\u2060\\uFEFF\\u00AD")]
    [InlineData("\U000E0041", "\\uDB40\\uDC41")]
    public void WhatActsOnALogOrCannotBeSeen_IsEscaped(string text, string expected) => Assert.Equal(expected, MessageText.Clean(text, 100));

    [Fact]
    public void LoneSurrogate_IsEscaped() => Assert.Equal("a\\uD800b\\uDC00", MessageText.Clean("a" + (char)0xD800 + "b" + (char)0xDC00, 100));

    [Theory]
    [InlineData(10, "0123456789", "0123456789")]
    [InlineData(9, "0123456789", "012345678…")]
    [InlineData(1, "😀😀", "😀…")]
    [InlineData(3, "\u2028\u2028", "\\u2028…")]
    public void LongText_IsCut_AndNoCharacterInTwo(int max, string text, string expected) => Assert.Equal(expected, MessageText.Clean(text, max));

    [Fact]
    public void NoCharacterOfAnyKindThatActs_IsLeft()
    {
        string all = string.Concat(Enumerable.Range(0, 0x110000).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));

        string clean = MessageText.Clean(all, int.MaxValue);

        for (int i = 0; i < clean.Length; i++)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(clean, i);
            Assert.False(category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator, $"\\u{(int)clean[i]:X4} at {i}");
            if (char.IsHighSurrogate(clean[i]))
                i++;
        }
    }
}
