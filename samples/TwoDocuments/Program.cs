// The webhooks of events.openapi.json contain orders of shop.openapi.json. Both documents use one type, Acme.Shop.Order,
// so a method that takes an order of the API also takes an order of a webhook.

using System;
using Acme.Shop;
using Acme.Shop.Events;

internal static class Program
{
    private const string Body = """{ "order": { "id": 17, "customer": { "name": "Ann" }, "status": "shipped" }, "carrier": "Express" }""";

    private static void Main() => Console.WriteLine(Describe(Body));

    private static string Describe(string body)
    {
        OrderShippedPayload payload = System.Text.Json.JsonSerializer.Deserialize(body, ApiJson.Of<OrderShippedPayload>())!;
        return $"{Describe(payload.Order)} is on its way with {payload.Carrier}.";
    }

    private static string Describe(Order order) => $"Order {order.Id} of {order.Customer.Name} ({order.Status})";
}
