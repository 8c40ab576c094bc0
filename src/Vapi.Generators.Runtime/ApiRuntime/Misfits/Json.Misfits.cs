namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

internal static partial class Json
{
    /// <summary>Where the values that did not fit are noted while they are written; null when nobody asks.</summary>
    [ThreadStatic]
    internal static MisfitList? Misfits;

    /// <summary>The values within a value that did not fit their declared types: they are noted while it is written.</summary>
    public static IReadOnlyList<ApiMisfit> FindMisfits(Action<Utf8JsonWriter> write)
    {
        var utf8 = new global::System.IO.MemoryStream();
        var misfits = new MisfitList();
        Misfits = misfits;
        try
        {
            using var writer = new Utf8JsonWriter(utf8);
            write(writer);
        }
        finally
        {
            Misfits = null;
        }

        return misfits.Count == 0 ? Array.Empty<ApiMisfit>() : misfits.Locate(new ReadOnlySpan<byte>(utf8.GetBuffer(), 0, (int)utf8.Length));
    }
}
