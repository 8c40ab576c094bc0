using System.Globalization;
using System.Text.Json;

namespace Vapi.Generators.Reading.Specification;

/// <summary>The OpenAPI version of a document.</summary>
/// <param name="Keyword"><c>openapi</c> or <c>swagger</c>.</param>
/// <param name="Text">As it is written.</param>
internal sealed record OpenApiVersion(string Keyword, string Text, int Major, int Minor)
{
    /// <summary>The prefix of a reference to a component schema.</summary>
    public const string SchemaReference = "#/components/schemas/";

    private const int LatestMinor = 2;

    private static readonly string[] Keywords = ["openapi", "swagger"];

    /// <summary>Returns the version of a document; null if it declares none. It should be a string, but is a number in some documents.</summary>
    public static OpenApiVersion? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || Array.Find(Keywords, k => root.TryGetProperty(k, out _)) is not { } keyword)
            return null;

        string text = root.GetProperty(keyword).ToString();
        string[] parts = text.Trim().Split('.');
        return new OpenApiVersion(keyword, text, Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 0);
    }

    public bool IsSupported => Major == 3 || this is { Major: 2, Minor: 0 };

    /// <summary>Whether it is newer than the supported versions. It is then read as the newest one.</summary>
    public bool IsNewer => Major == 3 && Minor > LatestMinor;

    /// <summary>Whether schemas are JSON Schema 2020-12, where keywords next to a reference are valid.</summary>
    public bool HasJsonSchema => Major == 3 && Minor > 0;

    public bool IsSwagger => Major == 2;

    /// <summary>The prefix of a pointer to a named schema in a file.</summary>
    public string SchemaPointer => IsSwagger ? "#/definitions/" : SchemaReference;

    /// <summary>The location of the version in the document.</summary>
    public string Pointer => "#/" + Keyword;

    /// <summary>The version that Microsoft.OpenApi reads the document as: 3.2 includes all of 3.1.</summary>
    public override string ToString() => HasJsonSchema ? "3.2.0" : "3.0.4";

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
