using System.Text.Json.Serialization;
using Vapi;

/// <summary>A user's own class, made of generated types from another project.</summary>
internal sealed class Booking
{
    public required string Guest { get; set; }

    public Assistant? Assistant { get; set; }

    public List<Assistant> Assistants { get; set; } = [];

    public IReadOnlyDictionary<string, Assistant>? ByName { get; set; }

    public AssistantModel Model { get; set; }

    public AssistantModel? OtherModel { get; set; }

    public AssistantFirstMessageMode Mode { get; set; }

    public AssistantFirstMessageMode? OtherMode { get; set; }

    public Dictionary<AssistantFirstMessageMode, int> ByMode { get; set; } = [];
}

/// <summary>What System.Text.Json's own generator makes of it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower)]
[JsonSerializable(typeof(Booking))]
internal sealed partial class BookingContext : JsonSerializerContext;
