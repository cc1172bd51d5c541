using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kurve.Numo.Api.Tests;

/// <summary>
/// The real API inside this process, on Kestrel all the same, for tests that look at what only a process itself sees.
/// </summary>
internal sealed class ApiInProcess : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private IServiceProvider? _services;
    private Task<int> _running = Task.FromResult(0);

    private ApiInProcess(ApiSurroundings surroundings) => Surroundings = surroundings;

    public ApiSurroundings Surroundings { get; }

    /// <summary>What the host itself works with.</summary>
    public IServiceProvider Services => _services!;

    public static async Task<ApiInProcess> StartAsync(
        ApiSurroundings surroundings, Action<WebApplicationBuilder> configure)
    {
        var api = new ApiInProcess(surroundings);
        surroundings.TakePorts();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(NumoHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(surroundings.Settings());
        configure(builder);
        builder.Services.AddSingleton<IHostLifetime>(services => new Lifetime(api, services));
        api._running = NumoHost.RunAsync(builder, api._stop.Token);
        return await surroundings.IsReadyAsync(() => api._running.IsCompleted)
            ? api
            : throw new InvalidOperationException("The API did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    // Signals belong to the test run, not to a host inside it.
    private sealed class Lifetime : IHostLifetime
    {
        public Lifetime(ApiInProcess api, IServiceProvider services) => api._services = services;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
