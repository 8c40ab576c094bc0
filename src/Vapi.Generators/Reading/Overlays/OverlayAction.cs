using System.Text.Json;
using Vapi.Generators.Diagnostics;

namespace Vapi.Generators.Reading.Overlays;

/// <summary>An action of an overlay: Overlay Specification 1.1.0, "Action Object".</summary>
/// <param name="Pointer">Its location in the overlay.</param>
/// <param name="Target">Selects the nodes to change.</param>
/// <param name="Update">The value to merge into each node; null if the action has none.</param>
/// <param name="Copy">Selects the node to merge into each node; null if the action has none.</param>
/// <param name="IsRemoval">Whether the nodes are removed. Then nothing else applies.</param>
internal sealed record OverlayAction(DocumentPointer Pointer, JsonPath Target, JsonElement? Update, JsonPath? Copy, bool IsRemoval);
