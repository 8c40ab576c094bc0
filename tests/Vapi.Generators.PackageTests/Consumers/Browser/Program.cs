using Microsoft.Extensions.DependencyInjection;
using Shop;

var address = new Uri(args[0]);
var services = new ServiceCollection();
services.AddShopClient(options => (options.BaseAddress, options.ApiKey) = (address, "key"));
using ServiceProvider provider = services.BuildServiceProvider();
(string Name, ShopClient Client)[] clients =
[
    ("options", new ShopClient(new ShopClientOptions { BaseAddress = address, ApiKey = "key" })),
    ("own connections", new ShopClient(new HttpClient(), new ShopClientOptions { BaseAddress = address, ApiKey = "key" })),
    ("services", provider.GetRequiredService<ShopClient>()),
];

foreach ((string name, ShopClient client) in clients)
{
    Thing found = await client.FindAsync("a b");
    Thing created = await client.CreateAsync(new Thing { Name = "new" });
    string events = "";
    await foreach (Thing item in client.ListenAsync())
    {
        // The server sends the next one when it has heard of this one.
        events += item.Name;
        await client.ConfirmAsync(item.Name!);
    }

    Console.WriteLine($"{name}: {OperatingSystem.IsBrowser()} {found.Name} {created.Name} {events}");
}
