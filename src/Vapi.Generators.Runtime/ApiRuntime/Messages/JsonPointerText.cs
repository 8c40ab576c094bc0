namespace Vapi.Generators.Runtime.ApiRuntime;

/// <summary>The names in a JSON pointer (RFC 6901, 3).</summary>
internal static class JsonPointerText
{
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string name) => name.Replace("~1", "/").Replace("~0", "~");
}
