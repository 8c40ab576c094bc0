using Vapi.Generators.Diagnostics;
using Vapi.Generators.Parsing.Schemas;
using Vapi.Generators.Reading.Limits;

namespace Vapi.Generators.Parsing.Operations;

/// <summary>The properties that a body must have, also in objects inside it. The members of a union have different ones, so they are not listed.</summary>
internal static class RequiredProperties
{
    private const int MaxDepth = 4;

    private const int MaxCount = 64;

    /// <summary>The maximum number of properties to look at.</summary>
    private const int MaxSteps = 2_000;

    /// <summary>JSON pointers to the properties; an item of an array is <c>*</c>.</summary>
    public static List<string> Of(Shape body, ParseContext context)
    {
        var pointers = new List<string>();
        int steps = 0;
        Add(body, "", pointers, ref steps, new Levels(MaxDepth), context);
        return pointers;
    }

    private static void Add(Shape shape, string place, List<string> pointers, ref int steps, Levels levels, ParseContext context)
    {
        if (!levels.TryEnter())
            return;

        switch (context.Resolve(shape))
        {
            case ListShape list:
                Add(list.Item, place + "/*", pointers, ref steps, levels, context);
                break;
            case ObjectShape value:
                foreach (PropertyShape property in value.Properties.Where(p => !p.ReadOnly && p.Name != "*" && p.Name.IndexOf('\n') < 0))
                {
                    if (steps++ > MaxSteps)
                        break;

                    string pointer = place + "/" + DocumentPointer.Escape(property.Name);
                    if (property.Required && pointers.Count < MaxCount)
                        pointers.Add(pointer);

                    Add(property.Shape, pointer, pointers, ref steps, levels, context);
                }

                break;
        }

        levels.Leave();
    }
}
