namespace Vapi.Generators.Parsing.Schemas;

/// <summary>A description without the JSDoc tags that end it, such as <c>@default 20</c>, and the values of these tags. Tools copy them from comments in code.</summary>
/// <param name="Text">The text before the tags.</param>
internal sealed record DescriptionTags(string? Text)
{
    public string? Default { get; private set; }

    public string? Minimum { get; private set; }

    public string? Maximum { get; private set; }

    /// <summary>A tag is a line of its own. An unknown or repeated tag belongs to the text.</summary>
    public static DescriptionTags Parse(string? description)
    {
        var tags = new DescriptionTags(description);
        int end = description?.Length ?? 0;
        while (true)
        {
            while (end > 0 && char.IsWhiteSpace(description![end - 1]))
                end--;

            int start = end == 0 ? 0 : description!.LastIndexOf('\n', end - 1) + 1;
            if (end == 0 || !tags.TryTake(description!.Substring(start, end - start).Trim()))
                return end == description?.Length ? tags : tags with { Text = description?.Substring(0, end) };

            end = start;
        }
    }

    private bool TryTake(string line)
    {
        int space = line.IndexOfAny([' ', '\t']);
        if (space < 0)
            return false;

        string value = line.Substring(space).Trim();
        switch (line.Substring(0, space))
        {
            case "@default" when Default is null:
                Default = value;
                return true;
            case "@min" or "@minimum" when Minimum is null:
                Minimum = value;
                return true;
            case "@max" or "@maximum" when Maximum is null:
                Maximum = value;
                return true;
            default:
                return false;
        }
    }
}
