using System.Text.Json;
using Vapi.Generators.Runtime.ApiRuntime;

namespace Vapi.Generators.Runtime.Tests;

/// <summary>A receiver as the generator emits it, with one kind of message: an object whose type is "point".</summary>
internal sealed class PointWebhooks(ApiWebhookVerification verification) : ApiWebhooks(verification)
{
    public Func<Point, CancellationToken, Task<Point?>>? OnPoint { get; set; }

    internal override WebhookCall? Find(Utf8JsonReader reader, string? webhook)
        => WebhookJson.Tag(reader, "type"u8) == "point" ? Call("point", OnPoint, ref reader, Point.ReadJson, static (writer, value) => Json.WriteModel(writer, value)) : null;
}
