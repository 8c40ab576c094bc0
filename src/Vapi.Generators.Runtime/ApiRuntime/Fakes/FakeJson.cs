namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Linq;
using global::System.Text;
using global::System.Text.Json;

/// <summary>The JSON of requests and responses of a fake.</summary>
internal static class FakeJson
{
    /// <summary>The maximum number of times a text is read in other forms. A text has at most six.</summary>
    private const int MaxAttempts = 8;

    /// <summary>Serializes a value for a response, which can contain read-only properties.</summary>
    public static byte[] Write<T>(T value, JsonItemWriter<T> write)
    {
        var utf8 = new MemoryStream();
        using (var writer = new Utf8JsonWriter(utf8))
            write(writer, value);

        return utf8.ToArray();
    }

    /// <summary>Reads JSON that must match its type.</summary>
    /// <exception cref="JsonException">It is not JSON, or does not match the type.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> utf8, JsonItemReader<T> read, JsonItemWriter<T> write)
    {
        T? value = Json.Parse(utf8, read);
        if (value is not null && Misfits(value, write) is { Count: > 0 } misfits)
            throw new JsonException("Values do not match their types: " + string.Join(", ", misfits.Take(3).Select(m => m.ToString())));

        return value;
    }

    /// <summary>Reads the texts of a parameter or form.</summary>
    /// <param name="text">The texts.</param>
    /// <param name="kinds">The kinds of JSON that the type takes.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="write">Writes the value; null if it is one text or a list of texts, whose kind is known.</param>
    /// <exception cref="JsonException">It does not match the type.</exception>
    public static T? Read<T>(FakeText text, JsonKinds kinds, JsonItemReader<T> read, JsonItemWriter<T>? write)
    {
        if (write is null)
            return Json.Parse(Encoding.UTF8.GetBytes(text.As(kinds)), read);

        for (int attempt = 0; ; attempt++)
        {
            byte[] utf8 = Write(text, static (writer, value) => value.Write(writer));
            try
            {
                T? value = Json.Parse(utf8, read);
                bool hasOther = value is not null && attempt < MaxAttempts && Misfits(value, write).Count(m => text.Advance(m.Pointer)) > 0;
                if (!hasOther)
                    return Read(utf8, read, write);
            }
            catch (JsonException) when (attempt < MaxAttempts && text.Advance(""))
            {
                // The text has another form.
            }
        }
    }

    private static IReadOnlyList<ApiMisfit> Misfits<T>(T value, JsonItemWriter<T> write) => Json.FindMisfits(writer => write(writer, value));
}
