using Vapi;

namespace DependencyInjection;

/// <summary>Logs the assistants that changed since the last look.</summary>
internal sealed class Watcher(VapiClient vapi, ILogger<Watcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset last = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            foreach (Assistant assistant in await vapi.Assistants.FindAllAsync(new() { Limit = 100 }, cancellationToken: stoppingToken))
            {
                if (assistant.UpdatedAt > last)
                {
                    logger.LogInformation("{Name} changed at {Time:u}", assistant.Name, assistant.UpdatedAt);
                }
            }

            last = DateTimeOffset.UtcNow;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
