using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>The position of a JSON token in the text that the JSON was converted from.</summary>
/// <param name="JsonStart">The start of the token, or of the comma before it, in the JSON, in bytes.</param>
/// <param name="Start">The start of the token in the text, in characters.</param>
/// <param name="Length">The length of the token in the text, in characters.</param>
internal readonly record struct TokenPlace(int JsonStart, int Start, int Length)
{
    /// <summary>Finds the token at a byte position in the JSON.</summary>
    /// <param name="places">In the order of the JSON.</param>
    public static TextSpan Find(TokenPlace[] places, long jsonStart)
    {
        int index = Array.BinarySearch(places, new TokenPlace((int)jsonStart, 0, 0), Comparer<TokenPlace>.Create((x, y) => x.JsonStart.CompareTo(y.JsonStart)));
        return places.Length == 0 ? default : places[Math.Max(0, index < 0 ? ~index - 1 : index)] is var place ? new TextSpan(place.Start, place.Length) : default;
    }
}
