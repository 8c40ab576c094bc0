using System.Globalization;
using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

public class JsonValuesTests
{
    /// <summary>How each kind of value is read, written alone and written as a property.</summary>
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["String"] = Reference<string>(Json.ReadString, Json.WriteString, static (ref cursor, ref reader, ref value) => cursor.String(ref reader, ref value)),
        ["Enum"] = Reference<string>(Json.ReadEnum, Json.WriteString, static (ref cursor, ref reader, ref value) => cursor.Enum(ref reader, ref value)),
        ["Boolean"] = Value<bool>((ref reader, ref _) => Json.ReadBoolean(ref reader), Json.WriteBoolean, static (ref cursor, ref reader, ref value) => cursor.Boolean(ref reader, ref value)),
        ["Int32"] = Value<int>(Json.ReadInt32, Json.WriteInt32, static (ref cursor, ref reader, ref value) => cursor.Int32(ref reader, ref value)),
        ["Int64"] = Value<long>(Json.ReadInt64, Json.WriteInt64, static (ref cursor, ref reader, ref value) => cursor.Int64(ref reader, ref value)),
        ["Single"] = Value<float>(Json.ReadSingle, Json.WriteSingle, static json => PropertyText.RoundTrip<double?>(json, static (ref cursor, ref reader, ref value) => cursor.Double(ref reader, ref value))),
        ["Double"] = Value<double>(Json.ReadDouble, Json.WriteDouble, static (ref cursor, ref reader, ref value) => cursor.Double(ref reader, ref value)),
        ["Decimal"] = Value<decimal>(Json.ReadDecimal, Json.WriteDecimal, static (ref cursor, ref reader, ref value) => cursor.Decimal(ref reader, ref value)),
        ["DateTime"] = Value<DateTimeOffset>(Json.ReadDateTime, Json.WriteDateTime, static (ref cursor, ref reader, ref value) => cursor.DateTime(ref reader, ref value)),
        ["Date"] = Value<DateOnly>(Json.ReadDate, Json.WriteDate, static (ref cursor, ref reader, ref value) => cursor.Date(ref reader, ref value)),
        ["Time"] = Value<TimeOnly>(Json.ReadTime, Json.WriteTime, static (ref cursor, ref reader, ref value) => cursor.Time(ref reader, ref value)),
        ["Duration"] = Value<TimeSpan>(Json.ReadDuration, Json.WriteDuration, static (ref cursor, ref reader, ref value) => cursor.Duration(ref reader, ref value)),
        ["Guid"] = Value<Guid>(Json.ReadGuid, Json.WriteGuid, static (ref cursor, ref reader, ref value) => cursor.Guid(ref reader, ref value)),
        ["Uri"] = Reference<Uri>(Json.ReadUri, Json.WriteUri, static (ref cursor, ref reader, ref value) => cursor.Uri(ref reader, ref value)),
        ["Bytes"] = Reference<byte[]>(Json.ReadBytes, Json.WriteBytes, static (ref cursor, ref reader, ref value) => cursor.Bytes(ref reader, ref value)),
        ["File"] = Reference<FileContent>(Json.ReadFile, Json.WriteFile, static (ref cursor, ref reader, ref value) => cursor.File(ref reader, ref value)),
        ["Element"] = Value<JsonElement>((ref reader, ref _) => Json.ReadElement(ref reader), Json.WriteElement, static (ref cursor, ref reader, ref value) => cursor.Element(ref reader, ref value)),
        ["Model"] = Reference<Point>(ReadPoint, Json.WriteModel, static (ref cursor, ref reader, ref value) =>
        {
            if (!cursor.TryWrite(value))
                value = Point.ReadJson(ref reader);
        }),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    /// <summary>Kinds that do not take every JSON value, and values that they do not take.</summary>
    public static TheoryData<string, string> WrongValues
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string kind in Kinds.Keys.Where(k => k != "Element"))
            {
                bool isString = kind is not ("Boolean" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" or "Model");
                bool isNumber = kind is "Int32" or "Int64" or "Single" or "Double" or "Decimal";
                foreach (string json in new[] { isString ? "" : "\"x\"", isNumber ? "" : "1", kind == "Boolean" ? "" : "true", kind == "Model" ? "" : "{}", "[]" })
                {
                    if (json.Length > 0)
                        data.Add(kind, json);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("String", "\"\"")]
    [InlineData("String", "\"text\"")]
    [InlineData("Enum", "\"assistant-speaks-first\"")]
    [InlineData("Enum", "\"\"")]
    [InlineData("Boolean", "true")]
    [InlineData("Boolean", "false")]
    [InlineData("Int32", "-2147483648")]
    [InlineData("Int32", "2147483647")]
    [InlineData("Int64", "-9223372036854775808")]
    [InlineData("Int64", "9223372036854775807")]
    [InlineData("Single", "0.1")]
    [InlineData("Double", "0.1")]
    [InlineData("Double", "1.7976931348623157E+308")]
    [InlineData("Double", "5E-324")]
    [InlineData("Decimal", "1.50")]
    [InlineData("Decimal", "79228162514264337593543950335")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1234567+05:30\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56-08:00\"")]
    [InlineData("Date", "\"2024-02-29\"")]
    [InlineData("Time", "\"23:59:59\"")]
    [InlineData("Time", "\"23:59:59.1234567\"")]
    [InlineData("Duration", "\"P1DT2H3M4.5S\"")]
    [InlineData("Duration", "\"PT0S\"")]
    [InlineData("Duration", "\"-PT1M\"")]
    [InlineData("Guid", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"")]
    [InlineData("Uri", "\"https://example.com/a%20b?c=d#e\"")]
    [InlineData("Uri", "\"https://EXAMPLE.com:443\"")]
    [InlineData("Uri", "\"/relative\"")]
    [InlineData("Uri", "\"\"")]
    [InlineData("Bytes", "\"\"")]
    [InlineData("Bytes", "\"AAEC/w==\"")]
    [InlineData("File", "\"any text\"")]
    [InlineData("Element", "{\"a\":[1.50,null,{\"b\":\"c\"}]}")]
    [InlineData("Element", "\"text\"")]
    [InlineData("Model", "{\"x\":1,\"y\":null,\"z\":[0]}")]
    public void Value_ReadAndWritten_IsTheSameJson(string kind, string json)
    {
        Assert.Equal(json, Plain(Kinds[kind].RoundTrip(json)));
        Assert.Equal($$"""{"name":{{json}}}""", Plain(Kinds[kind].RoundTripProperty($$"""{"name":{{json}}}""")));
    }

    [Theory]
    [InlineData("2024-02-29T12:34:56Z")]
    [InlineData("2024-02-29T12:34:56.789Z")]
    public void UtcTime_KeepsItsZ(string text) => Assert.Equal($"\"{text}\"", Plain(Kinds["DateTime"].RoundTrip($"\"{text}\"")));

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Null_IsReadAsNull_AndWrittenAsNull(string kind) => Assert.Equal("null", Kinds[kind].RoundTrip("null"));

    [Theory]
    [MemberData(nameof(KindNames))]
    public void NullProperty_IsWrittenAsNull_AndAMissingOneIsNotWritten(string kind)
    {
        Assert.Equal("""{"name":null}""", Kinds[kind].RoundTripProperty("""{"name":null}"""));
        Assert.Equal("{}", Kinds[kind].RoundTripProperty("{}"));
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void WrongKind_IsAJsonExceptionWithThePath_WhereNothingCanKeepIt(string kind, string json)
    {
        JsonException exception = Assert.Throws<JsonException>(() => Kinds[kind].RoundTrip(json));

        Assert.Equal("$", exception.Path);
        Assert.Equal(0, exception.BytePositionInLine);
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void ItemOfTheWrongKind_IsLeftOut_AndWrittenBackInItsPlace(string kind, string json)
        => Assert.Equal((2, $"[null,{json},null,{json}]"), Kinds[kind].RoundTripList($"[null,{json},null,{json}]"));

    [Theory]
    [InlineData("Int32", "2147483648")]
    [InlineData("Int32", "-3000000000")]
    [InlineData("Int32", "1e15")]
    [InlineData("Int32", "1.5")]
    [InlineData("Int64", "9223372036854775808")]
    [InlineData("Int64", "1e400")]
    [InlineData("Int64", "0.1")]
    [InlineData("Int64", "1e-30")]
    [InlineData("Int64", "\"1e3\"")]
    [InlineData("Int32", "\"2147483648\"")]
    [InlineData("Single", "\"1e39\"")]
    [InlineData("Decimal", "\"1e29\"")]
    [InlineData("Single", "1e39")]
    [InlineData("Double", "1e309")]
    [InlineData("Decimal", "1e29")]
    [InlineData("DateTime", "\"yesterday\"")]
    [InlineData("DateTime", "\"2024-13-01T00:00:00Z\"")]
    [InlineData("DateTime", "\"\"")]
    [InlineData("Date", "\"2023-02-29\"")]
    [InlineData("Date", "\"29.02.2024\"")]
    [InlineData("Time", "\"25:00:00\"")]
    [InlineData("Time", "\"\"")]
    [InlineData("Time", "\"Z\"")]
    [InlineData("Time", "\"12\"")]
    [InlineData("Time", "\"12:34:5\"")]
    [InlineData("Time", "\"12:34:56x\"")]
    [InlineData("Time", "\"12:34:56Zx\"")]
    [InlineData("Time", "\"12:34:56Z02:00\"")]
    [InlineData("Time", "\"12:34:56-\"")]
    [InlineData("Time", "\"12:34:56-2\"")]
    [InlineData("Time", "\"12:34:56.12345678x\"")]
    [InlineData("Duration", "\"1 hour\"")]
    [InlineData("Duration", "\"P99999999999Y\"")]
    [InlineData("Duration", "\"P20000000D\"")]
    [InlineData("Duration", "\"P1M\"")]
    [InlineData("Duration", "\"P1Y\"")]
    [InlineData("Duration", "\"P1YT1H\"")]
    [InlineData("Duration", "\"W\"")]
    [InlineData("Duration", "\"PW\"")]
    [InlineData("Duration", "\"2W\"")]
    [InlineData("Duration", "\"P-1W\"")]
    [InlineData("Duration", "\"P1.5W\"")]
    [InlineData("Duration", "\"P1WT1H\"")]
    [InlineData("Duration", "\"P99999999999W\"")]
    [InlineData("Duration", "\"P2147483647W\"")]
    [InlineData("Duration", "\"PT\"")]
    [InlineData("Guid", "\"6f9619ff\"")]
    [InlineData("Uri", "\"http://\"")]
    [InlineData("Bytes", "\"a\"")]
    [InlineData("Bytes", "\"AA=\"")]
    [InlineData("Bytes", "\"A*==\"")]
    public void ValueOutOfRangeOrForm_IsAJsonException_OrAnItemThatIsLeftOut(string kind, string json)
    {
        Assert.Equal("$", Assert.Throws<JsonException>(() => Kinds[kind].RoundTrip(json)).Path);
        Assert.Equal((1, $"[null,{json}]"), Kinds[kind].RoundTripList($"[null,{json}]"));
        Assert.Equal(JsonFit.None, Kinds[kind].Fit(json));
    }

    [Theory]
    [InlineData("Double", "9007199254740993")]
    [InlineData("Double", "18446744073709551615")]
    [InlineData("Double", "0.1000000000000000055511151231257827")]
    [InlineData("Double", "1e-400")]
    [InlineData("Double", "123456789012345678901234567890")]
    [InlineData("Single", "0.123456789")]
    [InlineData("Single", "16777217")]
    [InlineData("Decimal", "0.12345678901234567890123456789012345")]
    [InlineData("Decimal", "1e-30")]
    [InlineData("Int32", "\"-12\"")]
    [InlineData("Int64", "\"12\"")]
    [InlineData("Single", "\"1.5\"")]
    [InlineData("Double", "\"1.5\"")]
    [InlineData("Decimal", "\"1.50\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56\"")]
    [InlineData("DateTime", "\"2024-02-29\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.123456789Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.12345678Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.12345678-08:00\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1234567\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34-08:00\"")]
    [InlineData("DateTime", "\"2024-02-29t12:34:56z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.123456789\\u002B02:00\"")]
    [InlineData("Time", "\"12:34:56Z\"")]
    [InlineData("Time", "\"12:34:56z\"")]
    [InlineData("Time", "\"12:34:56.1234567Z\"")]
    [InlineData("Time", "\"12:34:56.12345678\"")]
    [InlineData("Time", "\"12:34Z\"")]
    [InlineData("Time", "\"12:34-02:00\"")]
    [InlineData("Time", "\"12:34:56\\u002B02:00\"")]
    [InlineData("Time", "\"12:34:56.123456789\"")]
    [InlineData("Time", "\"12:34:56.123456789-11:30\"")]
    [InlineData("Time", "\"12:34\"")]
    [InlineData("Duration", "\"P2W\"")]
    [InlineData("Duration", "\"P0W\"")]
    [InlineData("Duration", "\"PT90M\"")]
    [InlineData("Duration", "\"-P1W\"")]
    [InlineData("Duration", "\"PT0.123456789S\"")]
    [InlineData("Guid", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"")]
    [InlineData("Guid", "\"6f9619ff-8b86-d011-b42d-00c04fc9640A\"")]
    [InlineData("Guid", "\"6f9619ff-8b86-d011-b42d-00c04fc9640F\"")]
    [InlineData("Bytes", "\"AA EC\"")]
    [InlineData("Bytes", "\"AAEC \"")]
    public void TextThatTheTypeWouldChange_IsRead_AndWrittenBackAsItWas(string kind, string json)
        => Assert.Equal((3, $"[null,{json},null]"), Kinds[kind].RoundTripList($"[null,{json},null]"));

    [Theory]
    [InlineData("Double", "0.30000000000000004")]
    [InlineData("Double", "100000000000000000000")]
    [InlineData("Double", "1.7976931348623157E+308")]
    [InlineData("Double", "123456.7890123456")]
    [InlineData("Double", "0.00000000000000001")]
    [InlineData("Double", "-0.0")]
    [InlineData("Double", "1.50e+2")]
    [InlineData("Double", "-0e9")]
    [InlineData("Single", "0.10000000")]
    [InlineData("Single", "-1.25e-3")]
    [InlineData("Single", "0.1")]
    [InlineData("Single", "3.4028235E+38")]
    [InlineData("Single", "16777216")]
    [InlineData("Decimal", "79228162514264337593543950335")]
    [InlineData("Decimal", "1e3")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1234567-11:30\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1000000Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1234567Z\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56-08:00\"")]
    [InlineData("DateTime", "\"2024-02-29T12:34:56.1234567+05:30\"")]
    [InlineData("Time", "\"12:34:56.1234567\"")]
    [InlineData("Duration", "\"P1DT2H\"")]
    [InlineData("Duration", "\"PT1M\"")]
    [InlineData("Duration", "\"P1DT1M\"")]
    [InlineData("Bytes", "\"AA==\"")]
    [InlineData("Bytes", "\"AAE=\"")]
    [InlineData("Bytes", "\"AAEC\"")]
    [InlineData("Bytes", "\"AAECAA==\"")]
    [InlineData("Bytes", "\"\"")]
    public void TextThatTheTypeHolds_IsNotKept(string kind, string json) => Assert.Equal(JsonFit.Whole, Kinds[kind].Fit(json));

    [Theory]
    [InlineData("Int32", "1.0", "1")]
    [InlineData("Int32", "1e3", "1000")]
    [InlineData("Int64", "1E+3", "1000")]
    [InlineData("Int64", "-5.00", "-5")]
    [InlineData("Int64", "9223372036854775807.0", "9223372036854775807")]
    [InlineData("Int64", "-9223372036854775808.0", "-9223372036854775808")]
    [InlineData("Int64", "-0.0", "0")]
    public void WholeNumber_IsAnIntegerHoweverItIsWritten(string kind, string json, string expected) => Assert.Equal(expected, Kinds[kind].RoundTrip(json));

    [Theory]
    [InlineData("\"2024-02-29T12:34:56\"", "2024-02-29T12:34:56+00:00")]
    [InlineData("\"2024-02-29 12:34:56Z\"", "2024-02-29T12:34:56+00:00")]
    [InlineData("\"2024-02-29\"", "2024-02-29T00:00:00+00:00")]
    [InlineData("\"2024-02-29t12:34:56z\"", "2024-02-29T12:34:56+00:00")]
    [InlineData("\"2024-02-29T12:34:56.123456700Z\"", "2024-02-29T12:34:56.1234567+00:00")]
    public void Time_IsReadInTheFormsServersUse(string json, string expected)
        => Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), JsonText.Read(json, static (ref reader) => Json.ReadAlone<DateTimeOffset?>(ref reader, JsonKinds.Any, Json.ReadDateTime)));

    [Theory]
    [InlineData("\"P2W\"", 14)]
    [InlineData("\"-P1W\"", -7)]
    [InlineData("\"P0W\"", 0)]
    public void Week_IsSevenDays(string json, int days)
        => Assert.Equal(TimeSpan.FromDays(days), JsonText.Read(json, static (ref reader) => Json.ReadAlone<TimeSpan?>(ref reader, JsonKinds.Any, Json.ReadDuration)));

    [Fact]
    public void Any_KeepsNull() => Assert.Equal(JsonValueKind.Null, JsonText.Read("null", static JsonElement (ref Utf8JsonReader reader) => Json.ReadAny(ref reader)).ValueKind);

    [Fact]
    public void RequiredValue_RefusesNull() => Assert.Throws<JsonException>(() => JsonText.Read("null", static (ref reader) => Json.Value(ref reader, Json.ReadBoolean(ref reader))));

    [Fact]
    public void RepeatedEnumValue_IsTheSameInstance()
        => Assert.Same(JsonText.Read("\"repeated\"", Json.ReadEnum), JsonText.Read("\"repeated\"", Json.ReadEnum));

    [Theory]
    [InlineData("\"r\\u0065peated\"", "repeated")]
    [InlineData("\"größe\"", "größe")]
    public void EnumValue_IsReadEscapedOrNot(string json, string expected) => Assert.Equal(expected, JsonText.Read(json, Json.ReadEnum));

    [Fact]
    public void EmptyElement_IsNoValue()
    {
        var state = default(JsonState);
        state.Assign(0, default(JsonElement));
        Assert.False(state.Has(0));
    }

    [Theory]
    [InlineData(0.1f, 0.1)]
    [InlineData(16777216f, 16777216.0)]
    [InlineData(float.NaN, double.NaN)]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(null, null)]
    public void Float_IsTheDoubleOfTheSameDigits(float? value, double? expected) => Assert.Equal(expected, Json.Widen(value));

    [Theory]
    [InlineData("Int32", "\"-12\"")]
    [InlineData("Int64", "\"12\"")]
    [InlineData("Single", "0.1000000000000000055511151231257827")]
    [InlineData("Double", "9007199254740993")]
    [InlineData("Decimal", "1e-30")]
    [InlineData("DateTime", "\"2024-02-29\"")]
    [InlineData("Time", "\"12:34:56Z\"")]
    [InlineData("Duration", "\"P2W\"")]
    [InlineData("Guid", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"")]
    [InlineData("Bytes", "\"AA EC\"")]
    public void PropertyThatTheTypeWouldChange_IsWrittenOnce_AsItWas(string kind, string json)
        => Assert.Equal($$"""{"name":{{json}}}""", Plain(Kinds[kind].RoundTripProperty($$"""{"name":{{json}}}""")));

    [Theory]
    [InlineData("1", "Int64Enum", "1")]
    [InlineData("1.5", "DoubleEnum", "1.5")]
    [InlineData("\"a\"", "StringEnum", "a")]
    [InlineData("null", "Int64Enum", null)]
    [InlineData("1.5", "Int64Enum", null)]
    [InlineData("\"1\"", "DoubleEnum", null)]
    [InlineData("null", "StringEnum", null)]
    [InlineData("1", "StringEnum", null)]
    public void EnumOnItsOwn_IsRead_OrRefused(string json, string kind, string? expected)
    {
        object? Read() => kind switch
        {
            "Int64Enum" => JsonText.Read<object>(json, static (ref reader) => Json.ReadInt64Enum(ref reader)),
            "DoubleEnum" => JsonText.Read<object>(json, static (ref reader) => Json.ReadDoubleEnum(ref reader)),
            _ => JsonText.Read<object>(json, Json.ReadStringEnum),
        };
        if (expected is null)
            Assert.Equal("$", Assert.Throws<JsonException>(Read).Path);
        else
            Assert.Equal(expected, Convert.ToString(Read(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void File_IsWrittenInBase64()
        => Assert.Equal("\"AAEC\"", JsonText.Write(writer => Json.WriteFile(writer, new FileContent(new MemoryStream([0, 1, 2])))));

    [Fact]
    public void Culture_ChangesNothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        CultureInfo.CurrentCulture = culture;
        try
        {
            Value_ReadAndWritten_IsTheSameJson("Double", "-1.5");
            Value_ReadAndWritten_IsTheSameJson("Decimal", "-1.5");
            Value_ReadAndWritten_IsTheSameJson("DateTime", "\"2024-02-29T12:34:56.5-08:00\"");
            Value_ReadAndWritten_IsTheSameJson("Date", "\"2024-02-29\"");
            Value_ReadAndWritten_IsTheSameJson("Time", "\"12:34:56.5\"");
            Value_ReadAndWritten_IsTheSameJson("Duration", "\"-PT1.5S\"");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Guards the fast path for short numbers, which computes a quotient instead of parsing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Double_IsTheNearestOne_ForAnyNumberOfDigits(int seed)
    {
        const int Count = 100_000;
        var random = new Random(seed);
        for (int i = 0; i < Count; i++)
        {
            string digits = random.NextInt64((long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            int point = random.Next(0, digits.Length + 1);
            string number = (random.Next(2) == 0 ? "-" : "") + (point == 0 ? "0." + new string('0', random.Next(3)) + digits : point == digits.Length ? digits : digits.Insert(point, "."));
            double read = JsonText.Read(number, static (ref reader) => Json.ReadAlone(ref reader, JsonKinds.Number, Json.ReadDouble))!.Value;

            Assert.True(BitConverter.DoubleToInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(read), number);
        }
    }

    /// <summary>The writer escapes what HTML could misunderstand; it means the same.</summary>
    private static string Plain(string json) => json.Replace("\\u002B", "+");

    private static Point? ReadPoint(ref Utf8JsonReader reader) => Point.ReadJson(ref reader);

    private static Kind Reference<T>(JsonItemReader<T> read, Action<Utf8JsonWriter, T?> write, PropertyVisitor<T> visit)
        where T : class
        => Reference((ref reader, ref _) => read(ref reader), write, visit);

    private static Kind Reference<T>(JsonPropertyReader<T?> read, Action<Utf8JsonWriter, T?> write, PropertyVisitor<T> visit)
        where T : class
        => new((ref reader, ref cursor) => read(ref reader, ref cursor), (writer, value) => write(writer, (T?)value), json => PropertyText.RoundTrip(json, visit));

    private static Kind Value<T>(JsonPropertyReader<T?> read, Action<Utf8JsonWriter, T?> write, PropertyVisitor<T?> visit)
        where T : struct
        => Value(read, write, json => PropertyText.RoundTrip(json, visit));

    private static Kind Value<T>(JsonPropertyReader<T?> read, Action<Utf8JsonWriter, T?> write, Func<string, string> roundTripProperty)
        where T : struct
        => new((ref reader, ref cursor) => read(ref reader, ref cursor), (writer, value) => write(writer, (T?)value), roundTripProperty);

    private sealed record Kind(JsonPropertyReader<object?> Read, Action<Utf8JsonWriter, object?> Write, Func<string, string> RoundTripProperty)
    {
        public string RoundTrip(string json)
        {
            object? value = ReadAlone(json);
            return JsonText.Write(writer => Write(writer, value));
        }

        /// <summary>How many items have a value, and the list as it is written.</summary>
        public (int Count, string Json) RoundTripList(string json)
        {
            IReadOnlyList<object?> list = JsonText.Read(json, (ref reader) => Json.ReadList(ref reader, JsonKinds.Any, ReadItem))!;
            return (list.Count, JsonText.Write(writer => Json.WriteList(writer, list, (w, item) => Write(w, item))));
        }

        public JsonFit Fit(string json)
        {
            Utf8JsonReader reader = JsonText.Reader(json);
            var cursor = default(JsonCursor);
            Read(ref reader, ref cursor);
            return cursor.Fit;
        }

        private object? ReadAlone(string json) => JsonText.Read<object>(json, (ref reader) => Json.ReadAlone(ref reader, JsonKinds.Any, Read));

        /// <summary>A list knows of which kind its items are; here the reader tells.</summary>
        private object? ReadItem(ref Utf8JsonReader reader, ref JsonCursor cursor)
        {
            object? value = Read(ref reader, ref cursor);
            return value is null && reader.TokenType != JsonTokenType.Null ? cursor.Misfit<object>() : value;
        }
    }
}
