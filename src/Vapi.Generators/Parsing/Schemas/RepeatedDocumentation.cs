using Vapi.Generators.Model;

namespace Vapi.Generators.Parsing.Schemas;

/// <summary>
/// Finds properties with the same name and description: the schemas that create, update and return a resource repeat most of them. The first one has the text, and the others refer to it with
/// <c>inheritdoc</c>.
/// </summary>
internal sealed class RepeatedDocumentation
{
    /// <summary>The characters of the element that refers to a property. A shorter text is not replaced.</summary>
    private const int Reference = 25;

    private readonly Dictionary<(string Property, string? Summary, string? Remarks), string> _owners = [];

    /// <summary>The documentation of a property. It refers to an earlier property if that is shorter.</summary>
    public Documentation Shorten(string type, string property, Documentation documentation)
    {
        var key = (property, documentation.Summary, documentation.Remarks);
        if (!_owners.TryGetValue(key, out string? owner))
        {
            _owners.Add(key, type);
            return documentation;
        }

        int length = (documentation.Summary?.Length ?? 0) + (documentation.Remarks?.Length ?? 0);
        return length > Reference + owner.Length + property.Length ? documentation with { InheritedFrom = $"{owner}.{property}" } : documentation;
    }
}
