using System.Globalization;
using System.Text.Json;

namespace Vapi.Generators.Reading.Specification;

/// <summary>The version of OpenAPI that a document is written in.</summary>
/// <param name="Keyword"><c>openapi</c> or <c>swagger</c>.</param>
/// <param name="Text">As it is written.</param>
internal sealed record OpenApiVersion(string Keyword, string Text, int Major, int Minor)
{
    /// <summary>What a reference to a schema of the components begins with.</summary>
    public const string SchemaReference = "#/components/schemas/";

    private const int LatestMinor = 2;

    private static readonly string[] Keywords = ["openapi", "swagger"];

    /// <summary>The version of a document; null when it names none. It should be a string, and is a number in some.</summary>
    public static OpenApiVersion? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Array.Find(Keywords, k => root.TryGetProperty(k, out _)) is not { } keyword)
            return null;

        string text = root.GetProperty(keyword).ToString();
        string[] parts = text.Trim().Split('.');
        return new OpenApiVersion(keyword, text, Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 0);
    }

    public bool IsSupported => Major == 3 || this is { Major: 2, Minor: 0 };

    /// <summary>Whether it is newer than any that is known, and read as the newest one.</summary>
    public bool IsNewer => Major == 3 && Minor > LatestMinor;

    /// <summary>Whether a schema is one of JSON Schema 2020-12, where keywords beside a reference count.</summary>
    public bool HasJsonSchema => Major == 3 && Minor > 0;

    public bool IsSwagger => Major == 2;

    /// <summary>What a pointer to a named schema begins with in a file.</summary>
    public string SchemaPointer => IsSwagger ? "#/definitions/" : SchemaReference;

    /// <summary>Where it stands in the document.</summary>
    public string Pointer => "#/" + Keyword;

    /// <summary>As which Microsoft.OpenApi reads it: 3.2 has all that 3.1 has.</summary>
    public override string ToString() => HasJsonSchema ? "3.2.0" : "3.0.4";

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
