namespace Vapi.Generators.Runtime.ApiRuntime;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::System.Linq;
using global::System.Text;
using global::System.Text.Json;

/// <content>The body of the request.</content>
internal sealed partial class FakeCall
{
    private IReadOnlyList<FakePart>? _parts;

    /// <summary>The content type of the body; null if it has none.</summary>
    public string? ContentType => Request.Headers.TryGetValue("Content-Type", out string? type) ? type : null;

    public bool HasBody => ContentType is not null || Request.BodyBytes.Length > 0;

    private IReadOnlyList<FakePart> Parts => _parts ??= FakePart.Read(Request.BodyBytes, ContentType!) ?? throw Refuse("the body is not a multipart body");

    /// <summary>Whether a content type is a documented one, which can have wildcards.</summary>
    public static bool IsType(string type, string documented)
    {
        string[] one = Words(type);
        string[] other = Words(documented);
        return one.Length == other.Length && Enumerable.Range(0, one.Length).All(i => other[i] == "*" || one[i] == other[i]);
    }

    /// <summary>Whether the body has this content type.</summary>
    public bool IsSentAs(string contentType) => IsType(ContentType ?? "", contentType);

    /// <param name="read">Reads the body.</param>
    /// <param name="write">Writes the body.</param>
    /// <param name="required">JSON pointers to the required properties, in lines; an item of an array is <c>*</c>.</param>
    public T ReadJson<T>(JsonItemReader<T> read, JsonItemWriter<T> write, string required = "")
    {
        try
        {
            T? value = FakeJson.Read(Request.BodyBytes, read, write);
            if (required.Length > 0 && value is not null)
                Require(Json.Parse(Request.BodyBytes, Json.ReadAny), required);

            return value!;
        }
        catch (JsonException exception)
        {
            throw Refuse("the body does not match the document. " + MessageText.Clean(exception.Message, 500), exception);
        }
    }

    /// <summary>Reads a form whose fields are the members of an object.</summary>
    public T ReadForm<T>(JsonItemReader<T> read, JsonItemWriter<T> write, string required = "")
        => ReadMembers(FakeText.Members(FakePairs.Split(Request.Body, '&').Select(p => new KeyValuePair<string, string>(FakePairs.Decode(p.Key), FakePairs.Decode(p.Value)))), read, write, required);

    /// <summary>Reads a multipart form whose parts are the members of an object. The members that are files are set afterwards.</summary>
    public T ReadParts<T>(JsonItemReader<T> read, JsonItemWriter<T> write, string required = "")
        => ReadMembers(FakeText.Members(Parts.Select(p => new KeyValuePair<string, string>(p.Name, p.IsFile ? "" : p.Text)), name => Parts.Any(p => p.Name == name && p.IsJson && !p.IsFile)), read, write, required);

    /// <summary>Reads the items of a multipart body.</summary>
    public T[] ReadItems<T>(JsonItemReader<T> read, JsonItemWriter<T> write)
        => Parts.Select(p => typeof(T) == typeof(FileContent) ? (T)(object)p.ToFile() : Convert("an item of the body", new FakeText(p.Text, p.IsJson), read, write)).ToArray();

    /// <summary>Reads JSON lines, or records (RFC 7464).</summary>
    public IAsyncEnumerable<T> ReadLines<T>(JsonItemReader<T> read, JsonItemWriter<T> write)
        => ApiFake.Items(Request.Body.Split('\n', '\u001E').Where(l => l.Trim().Length > 0).Select(l => Convert("a line of the body", new FakeText(l, isJson: true), read, write)).ToArray());

    public FileContent ReadFile() => new(new MemoryStream(Request.BodyBytes), null, ContentType);

    /// <summary>The files of a part; empty if there are none.</summary>
    public IReadOnlyList<FileContent> Files(string name) => Parts.Where(p => p.Name == name).Select(p => p.ToFile()).ToArray();

    private T ReadMembers<T>(FakeText text, JsonItemReader<T> read, JsonItemWriter<T> write, string required)
    {
        T value = Convert("the body", text, read, write);
        if (required.Length > 0)
            Require(Json.Parse(FakeJson.Write(text, static (writer, form) => form.Write(writer)), Json.ReadAny), required);

        return value;
    }

    private T Convert<T>(string what, FakeText text, JsonItemReader<T> read, JsonItemWriter<T> write)
    {
        try
        {
            return FakeJson.Read(text, JsonKinds.Any, read, write)!;
        }
        catch (JsonException exception)
        {
            throw Refuse($"{what} does not match the document. {MessageText.Clean(exception.Message, 500)}", exception);
        }
    }

    private void Require(JsonElement body, string required)
    {
        foreach (string pointer in required.Split('\n'))
            Require(body, pointer.Split('/'), 1, pointer);
    }

    private void Require(JsonElement value, string[] names, int index, string pointer)
    {
        string name = JsonPointerText.Unescape(names[index]);
        bool isLast = index == names.Length - 1;
        if (names[index] == "*")
        {
            foreach (JsonElement item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : Array.Empty<JsonElement>())
                Require(item, names, index + 1, pointer);
        }
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member))
        {
            if (!isLast)
                Require(member, names, index + 1, pointer);
        }
        else if (value.ValueKind == JsonValueKind.Object && isLast)
            throw Refuse($"the body lacks the required property '{MessageText.Clean(pointer, 200)}'");
    }

    private static string[] Words(string type) => ApiRequest.Essence(type).ToLowerInvariant().Split('/');
}
