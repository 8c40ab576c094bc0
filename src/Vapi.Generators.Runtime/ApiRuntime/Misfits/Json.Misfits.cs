namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.Text.Json;

internal static partial class Json
{
    /// <summary>The list that records misfits while they are written; null unless a caller requests them.</summary>
    [ThreadStatic]
    internal static MisfitList? Misfits;

    /// <summary>Finds the misfits within a value by serializing it.</summary>
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
