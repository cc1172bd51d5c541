using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>Keeps a process from beginning to write until a test lets it, so that another one comes first for certain.</summary>
internal sealed class WriteGate
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody waits to write.</summary>
    public Task Waiting => _waiting.Task;

    /// <summary>Registers the gate in a process.</summary>
    public void Close(IServiceCollection services) => services.AddScoped<IUnitOfWork>(
        provider => new Gated(provider.GetRequiredService<DbSession>(), this));

    /// <summary>Lets everybody write.</summary>
    public void Open() => _opened.SetResult();

    private sealed class Gated(DbSession session, WriteGate gate) : IUnitOfWork
    {
        public async Task<IUnitOfWorkScope> BeginAsync(CancellationToken ct)
        {
            gate._waiting.TrySetResult();
            await gate._opened.Task.WaitAsync(ct);
            return await session.BeginAsync(ct);
        }

        public Task<IAsyncDisposable> BeginReadAsync(CancellationToken ct) => session.BeginReadAsync(ct);

        public void OnCommitted(Action action) => session.OnCommitted(action);

        public bool MayRepeat(Exception exception, bool isRemembered) => session.MayRepeat(exception, isRemembered);
    }
}

/// <summary>Asks a process something.</summary>
internal static class Processes
{
    /// <summary>In a scope of its own.</summary>
    public static async Task<Result<T>> SendAsync<T>(this ServiceProvider process, IRequest<Result<T>> request)
    {
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }
}
