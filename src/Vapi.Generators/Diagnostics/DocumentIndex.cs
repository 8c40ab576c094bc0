using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>Finds the place of JSON pointers in the text of a document.</summary>
internal sealed class DocumentIndex(string path, SourceText text, byte[] utf8)
{
    /// <summary>The key of a property, the value of an item; where the pointer leads nowhere, the last part of it that exists.</summary>
    public DocumentLocation Locate(string pointer)
    {
        string[] tokens = [.. pointer.TrimStart('#').Split('/').Skip(1).Select(t => t.Replace("~1", "/").Replace("~0", "~"))];
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        (long start, long end) = (reader.TokenStartIndex, reader.BytesConsumed);
        foreach (string token in tokens)
        {
            if (!Enter(ref reader, token, ref start, ref end))
                break;
        }

        return At(start, end);
    }

    /// <summary>The place of some bytes of the document.</summary>
    public DocumentLocation At(long start, long end)
    {
        int from = Encoding.UTF8.GetCharCount(utf8, 0, (int)Math.Min(start, utf8.Length));
        int length = Encoding.UTF8.GetCharCount(utf8, (int)Math.Min(start, utf8.Length), (int)(Math.Min(end, utf8.Length) - Math.Min(start, utf8.Length)));
        return DocumentLocation.Of(path, text, new TextSpan(Math.Min(from, text.Length), Math.Min(length, text.Length - Math.Min(from, text.Length))));
    }

    /// <summary>Moves the reader to the value of a property or item.</summary>
    private static bool Enter(ref Utf8JsonReader reader, string token, ref long start, ref long end)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool found = reader.ValueTextEquals(token);
                (long keyStart, long keyEnd) = (reader.TokenStartIndex, reader.BytesConsumed);
                reader.Read();
                if (found)
                {
                    // The key without its colon.
                    (start, end) = (keyStart, Math.Min(keyEnd, keyStart + Encoding.UTF8.GetByteCount(token) + 2));
                    return true;
                }

                reader.Skip();
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray && int.TryParse(token, out int index))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (index-- == 0)
                {
                    (start, end) = (reader.TokenStartIndex, reader.BytesConsumed);
                    return true;
                }

                reader.Skip();
            }
        }

        return false;
    }
}
