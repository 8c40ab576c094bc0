using Microsoft.CodeAnalysis.Text;
using Vapi.Generators.Model;

namespace Vapi.Generators.Emitting.Writing;

/// <summary>A file to add to the compilation.</summary>
internal sealed record SourceFile(string HintName, SourceText Text)
{
    private const int MaxHintName = 100;

    public bool Equals(SourceFile? other) => HintName == other?.HintName && Text.ContentEquals(other.Text);

    public override int GetHashCode() => (int)StableHash.Of(HintName);

    /// <summary>The name of a declaration, or a name with a hyphen, which no declaration has.</summary>
    public static SourceFile Create(string name, string text)
    {
        string hintName = HintNameOf(name);
        return new SourceFile(hintName, SourceTexts.Of(hintName, text));
    }

    /// <summary>Short enough for Windows. A longer name is cut, and a hash makes it unique.</summary>
    private static string HintNameOf(string name)
        => (name.Length <= MaxHintName ? name : name.Substring(0, MaxHintName) + "-" + StableHash.Of(name).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)) + ".g.cs";
}
