await SerializerChecks.RunAsync();
await StreamChecks.RunAsync();
await HttpChecks.RunAsync();
await MinimalApiChecks.RunAsync();

// The folder with the payloads, where there is one.
if (args is [string folder])
    await PayloadChecks.RunAsync(folder);
