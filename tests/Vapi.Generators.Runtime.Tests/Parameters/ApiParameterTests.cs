using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class ApiParameterTests
{
    public static TheoryData<string?, string> Values => new()
    {
        { ApiParameter.Boolean(true), "true" },
        { ApiParameter.Boolean(false), "false" },
        { ApiParameter.Int32(-5), "-5" },
        { ApiParameter.Int64(long.MinValue), "-9223372036854775808" },
        { ApiParameter.Single(0.1f).Text, "0.1" },
        { ApiParameter.Double(0.1).Text, "0.1" },
        { ApiParameter.Double(1e21).Text, "1E+21" },
        { ApiParameter.Decimal(1.50m), "1.50" },
        { ApiParameter.DateTime(new DateTimeOffset(2024, 2, 29, 12, 34, 56, TimeSpan.Zero)), "2024-02-29T12:34:56Z" },
        { ApiParameter.DateTime(new DateTimeOffset(2024, 2, 29, 12, 34, 56, 789, TimeSpan.FromHours(-8))), "2024-02-29T12:34:56.789-08:00" },
        { ApiParameter.Date(new DateOnly(2024, 2, 29)), "2024-02-29" },
        { ApiParameter.Time(new TimeOnly(1, 2, 3, 40)), "01:02:03.04" },
        { ApiParameter.Duration(TimeSpan.FromMinutes(90)), "PT1H30M" },
        { ApiParameter.Guid(Guid.Empty), "00000000-0000-0000-0000-000000000000" },
        { ApiParameter.Uri(new Uri("https://example.com:443/a b")), "https://example.com:443/a b" },
        { ApiParameter.Bytes([0, 1, 255]), "AAH/" },
        { ApiParameter.File(new FileContent(new MemoryStream([0, 1, 255]))), "AAH/" },
        { ApiParameter.Element(JsonElement.Parse("\"text\"")), "text" },
        { ApiParameter.Element(JsonElement.Parse("{\"a\": 1}")), "{\"a\": 1}" },
        { ApiParameter.Json<IReadOnlyList<int?>>([1, 2], static (writer, value) => Json.WriteList(writer, value, Json.WriteInt32)), "[1,2]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_HasTheTextOfItsJson(string? actual, string expected) => Assert.Equal(expected, actual);

    [Fact]
    public void Null_HasNoText() => Assert.All(
        new[]
        {
            ApiParameter.Boolean(null), ApiParameter.Int32(null), ApiParameter.Int64(null), ApiParameter.Single(null).Text, ApiParameter.Double(null).Text, ApiParameter.Decimal(null),
            ApiParameter.DateTime(null), ApiParameter.Date(null), ApiParameter.Time(null), ApiParameter.Duration(null), ApiParameter.Guid(null), ApiParameter.Uri(null),
            ApiParameter.Bytes(null), ApiParameter.File(null), ApiParameter.Element(null), ApiParameter.Element(default(JsonElement)), ApiParameter.Element(JsonElement.Parse("null")),
            ApiParameter.Json<string>(null, Json.WriteString),
        },
        Assert.Null);

    [Fact]
    public void List_LeavesNullItemsOut()
    {
        Assert.Equal(["1", "3"], ParameterValue.List<int?>([1, null, 3], static item => ApiParameter.Int32(item)).Items!);
        Assert.Null(ParameterValue.List<int?>(null, static item => ApiParameter.Int32(item)).Items);
    }
}
