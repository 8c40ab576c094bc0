namespace Vapi.Generators.Tests.Samples;

/// <summary>Overlays of a few actions.</summary>
internal static class Overlay
{
    public const string Path = "/project/openapi.overlay.json";

    /// <summary>An overlay with these actions, separated by commas.</summary>
    public static string Of(string actions) => $$"""{ "overlay": "1.1.0", "info": { "title": "Corrections", "version": "1" }, "actions": [{{actions}}] }""";

    /// <summary>An action; the value is JSON.</summary>
    public static string Action(string target, string kind, string value) => $$"""{ "target": {{OpenApi.Json(target)}}, "{{kind}}": {{value}} }""";

    /// <summary>A document and the overlay next to it.</summary>
    public static GeneratorInput Input(string document, string overlay, params string[] expected) => new(new InputDocument(document), new InputDocument(overlay, Path)) { Expected = expected };

    /// <summary>A document and the overlay next to it, in YAML.</summary>
    public static GeneratorInput Yaml(string document, string overlay) => new(new InputDocument(document), new InputDocument(overlay, "/project/openapi.overlay.yaml"));
}
