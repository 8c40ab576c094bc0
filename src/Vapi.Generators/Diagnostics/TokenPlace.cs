using Microsoft.CodeAnalysis.Text;

namespace Vapi.Generators.Diagnostics;

/// <summary>Where a token of JSON stands in the text that the JSON was made of.</summary>
/// <param name="JsonStart">Where it begins in the JSON, in bytes; or the comma before it.</param>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct TokenPlace(int JsonStart, int Start, int Length)
{
    /// <summary>The place of the token at a byte of the JSON.</summary>
    /// <param name="places">In the order of the JSON.</param>
    public static TextSpan Find(TokenPlace[] places, long jsonStart)
    {
        int index = Array.BinarySearch(places, new TokenPlace((int)jsonStart, 0, 0), Comparer<TokenPlace>.Create((x, y) => x.JsonStart.CompareTo(y.JsonStart)));
        return places.Length == 0 ? default : places[Math.Max(0, index < 0 ? ~index - 1 : index)] is var place ? new TextSpan(place.Start, place.Length) : default;
    }
}
