using System.Text;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>Checks of hostile values, and by hostile schemas. What single keywords mean is tested with the generator.</summary>
public class ContractCheckTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(57)]
    [InlineData(1_000_000)]
    [InlineData(int.MaxValue)]
    public void Number_IsReadAsItIsWritten(int number)
    {
        var builder = new ContractBuilder();
        builder.Add("Text", ContractKeyword.MaxLength, number);

        Assert.Equal(number, builder.Build().FindSchema("Text")!.MaxLength);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void EveryRequiredProperty_IsMissed(int count)
    {
        var builder = new ContractBuilder();
        builder.Add("Object", [.. Enumerable.Range(0, count).SelectMany(i => new object[] { ContractKeyword.Property, builder.Text(new string('p', 150) + i), 0, ContractPropertyFlags.Required })]);
        ContractSchema schema = builder.Build().FindSchema("Object")!;

        Assert.Equal(Math.Min(count, 100), Check(schema, "{}").Count);
        for (int i = 0; i < count; i++)
            Assert.Equal($"/{new string('p', 150)}{i}", Assert.Single(Check(schema, "{" + string.Join(",", Enumerable.Range(0, count).Where(j => j != i).Select(j => $"\"{new string('p', 150)}{j}\":1")) + "}")).Pointer);
    }

    [Fact]
    public void Deviations_AreLimited()
    {
        var builder = new ContractBuilder();
        builder.Add("List", ContractKeyword.Items, builder.Next + 1);
        builder.Add("Text", ContractKeyword.Kinds, ContractKinds.String);

        Assert.Equal(100, Check(builder.Build().FindSchema("List")!, "[" + string.Join(",", Enumerable.Repeat("1", 100_000)) + "]").Count);
    }

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "InvalidJson")]
    [InlineData(100_000, "InvalidJson")]
    public void DeepValue_IsLimitedAsForTheReaders(int depth, string expected)
    {
        var builder = new ContractBuilder();
        builder.Add("List", ContractKeyword.Kinds, ContractKinds.Array, ContractKeyword.Items, builder.Next);

        Assert.Equal(expected, string.Join(" ", Check(builder.Build().FindSchema("List")!, new string('[', depth) + new string(']', depth)).Select(d => d.Kind)));
    }

    /// <summary>A schema that is itself, in all ways.</summary>
    [Theory]
    [InlineData(ContractKeyword.AllOf, 1)]
    [InlineData(ContractKeyword.AllOf, 2)]
    [InlineData(ContractKeyword.AnyOf, 2)]
    [InlineData(ContractKeyword.OneOf, 3)]
    public void SchemaThatContainsItselfAtTheSameValue_IsChecked_WithinLimits(object keyword, int count)
    {
        var builder = new ContractBuilder();
        builder.Add("Self", [keyword, count, .. Enumerable.Repeat<object>(builder.Next, count)]);

        Assert.Contains(Check(builder.Build().FindSchema("Self")!, "{}"), d => d.Kind == ApiDeviationKind.Unchecked);
    }

    /// <summary>Without a limit each level doubles the time.</summary>
    [Fact]
    public void NestedAlternativesThatNothingTellsApart_TakeLimitedTime()
    {
        var builder = new ContractBuilder();
        builder.Add("Tree", ContractKeyword.OneOf, 2, builder.Next + 1, builder.Next + 2);
        builder.Add("Left", ContractKeyword.Kinds, ContractKinds.Array, ContractKeyword.Items, 3, ContractKeyword.MinItems, 1);
        builder.Add("Right", ContractKeyword.Kinds, ContractKinds.Array, ContractKeyword.Items, 3, ContractKeyword.MaxItems, 1);

        Assert.NotEmpty(Check(builder.Build().FindSchema("Tree")!, new string('[', 60) + new string(']', 60)));
    }

    [Fact]
    public void PatternThatTakesTooLong_CountsAsMatched_ForAllTexts()
    {
        var builder = new ContractBuilder();
        builder.Add("List", ContractKeyword.Items, builder.Next + 1);
        builder.Add("Text", ContractKeyword.Pattern, builder.Text("^(a+)+$"), 1);

        Assert.Empty(Check(builder.Build().FindSchema("List")!, "[" + string.Join(",", Enumerable.Repeat("\"" + new string('a', 40) + "b\"", 1000)) + "]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    public void InvalidJson_IsADeviation(string json)
    {
        var builder = new ContractBuilder();
        builder.Add("Object", ContractKeyword.Property, builder.Text("a"), 0, 0, ContractKeyword.MaxLength, 1, ContractKeyword.Pattern, builder.Text("a"), 1);

        Assert.Equal(ApiDeviationKind.InvalidJson, Assert.Single(Check(builder.Build().FindSchema("Object")!, json)).Kind);
    }

    [Fact]
    public void BytesThatAreNoUtf8_AreADeviation()
    {
        var builder = new ContractBuilder();
        builder.Add("Object", ContractKeyword.Kinds, ContractKinds.Object, ContractKeyword.Additional, builder.Next + 1);
        builder.Add("Text", ContractKeyword.Kinds, ContractKinds.Integer);

        Assert.NotEmpty(ContractCheck.Run([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'"', 0xC3, (byte)'"', (byte)'}'], builder.Build().FindSchema("Object")!, ApiDirection.Any));
    }

    [Fact]
    public void Texts_AreFoundAmongMany()
    {
        byte[][] texts = [.. Enumerable.Range(0, 5000).Select(i => Encoding.UTF8.GetBytes(i % 2 == 0 ? i.ToString() : "a text with the same ends " + i + " and more"))];
        var names = new ContractNames(texts);

        Assert.All(texts, (text, i) => Assert.Equal(i, names.Find(text)));
        Assert.Equal(-1, names.Find("a text"u8));
        Assert.Equal(-1, names.Find([]));
    }

    private static IReadOnlyList<ApiDeviation> Check(ContractSchema schema, string json) => ContractCheck.Run(Encoding.UTF8.GetBytes(json), schema, ApiDirection.Any);
}
