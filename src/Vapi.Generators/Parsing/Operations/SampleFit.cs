using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Vapi.Generators.Model;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>Whether the client reads a value without a misfit, and the document allows it.</summary>
internal sealed class SampleFit
{
    private const int MaxDepth = 32;

    /// <summary>The members of nested unions are tried one after the other.</summary>
    private const int MaxSteps = 5_000;

    private readonly ParseContext _context;

    private readonly Levels _levels = new(MaxDepth);

    private int _steps;

    private SampleFit(ParseContext context) => _context = context;

    public static bool Fits(JsonNode? value, Shape shape, ParseContext context) => new SampleFit(context).Fits(value, shape);

    private bool Fits(JsonNode? value, Shape shape)
    {
        if (_steps++ > MaxSteps || !_levels.TryEnter())
            return false;

        Shape resolved = _context.Resolve(shape);
        bool fits = Literal.Kind(value) == JsonValueKind.Null ? resolved.Nullable || resolved is PrimitiveShape { Kind: TypeKind.Element } : resolved switch
        {
            PrimitiveShape primitive => Fits(value!, primitive),
            EnumShape @enum => @enum.Values.Contains(@enum.Kind == TypeKind.StringEnum ? TextOf(value) : value!.ToJsonString()),
            ListShape list => value is JsonArray items && items.All(i => Fits(i, list.Item)),
            MapShape map => value is JsonObject members && members.All(m => Fits(m.Value, map.Value)),
            ObjectShape @object => value is JsonObject own && @object.Properties.All(p => own.TryGetPropertyValue(p.Name, out JsonNode? member) ? Fits(member, p.Shape) : !p.Required),
            UnionShape union => union.Members.Any(m => Fits(value, m)),
            _ => false,
        };
        _levels.Leave();
        return fits;
    }

    private static bool Fits(JsonNode value, PrimitiveShape shape) => shape.Kind switch
    {
        TypeKind.Element => true,
        TypeKind.Boolean => Literal.Kind(value) is JsonValueKind.True or JsonValueKind.False,
        TypeKind.Int32 => Number(value, shape) is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TypeKind.Int64 => Number(value, shape) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        TypeKind.Single => Number(value, shape) is { } text && float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && number.ToString("R", CultureInfo.InvariantCulture) == text,
        TypeKind.Double or TypeKind.Decimal => Number(value, shape) is { Length: <= 15 } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        TypeKind.String or TypeKind.File => TextOf(value) is not null,
        TypeKind.Guid => TextOf(value) is { } text && System.Guid.TryParseExact(text, "D", out _),
        TypeKind.Uri => TextOf(value) is { Length: > 0 } text && Uri.TryCreate(text, UriKind.Absolute, out _),
        TypeKind.DateTime => IsTime(TextOf(value), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"),
        TypeKind.Date => IsTime(TextOf(value), "yyyy-MM-dd"),
        TypeKind.Time => IsTime(TextOf(value), "HH:mm:ss"),
        TypeKind.Duration => TextOf(value) is { } text && text.StartsWith("PT", StringComparison.Ordinal) && IsDuration(text),
        TypeKind.Bytes => TextOf(value) is { } text && IsBase64(text),
        _ => false,
    };

    private static string? TextOf(JsonNode? value) => Literal.Kind(value) == JsonValueKind.String ? value!.GetValue<string>() : null;

    /// <summary>The token of a number; null for anything else.</summary>
    private static string? Number(JsonNode value, PrimitiveShape shape) => Literal.Kind(value) == JsonValueKind.Number ? value.ToJsonString() : shape.TakesText ? TextOf(value) : null;

    private static bool IsTime(string? text, string format) => DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        && (format.Length < 12 || text!.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOf(':') == text.Length - 3 && text.Length > 20);

    private static bool IsDuration(string text)
    {
        try
        {
            XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static bool IsBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text).Length >= 0 && text.IndexOfAny([' ', '\n', '\r', '\t']) < 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
