using System.Collections.Concurrent;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Wijzigingen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kurve.Numo.Infrastructure.Tests.Wijzigingen;

/// <summary>A school whose imports wait when a test wants it, and processes that send its messages to a letterbox.</summary>
internal sealed class Berichtschool : IAsyncDisposable
{
    public const string Adres = "beheer@school.example";

    private const int Leerlingen = 60;

    private Berichtschool(Keuzeschool school) => School = school;

    public Keuzeschool School { get; }

    /// <summary>What arrived by mail.</summary>
    public Letterbox Mail { get; } = new(Berichtkanaal.Mail);

    /// <summary>What arrived at the webhook.</summary>
    public Letterbox Webhook { get; } = new(Berichtkanaal.Webhook);

    public static async Task<Berichtschool> CreateAsync()
    {
        var school = await Keuzeschool.CreateAsync();
        school.Leerlingen.AddRange(Enumerable.Range(1, Leerlingen).Select(n => Keuzeschool.Leerling(n)));
        await school.ImportAsync();

        // Ids of runs that were made in one moment have no order.
        school.Clock.Advance(TimeSpan.FromSeconds(1));
        return new Berichtschool(school);
    }

    /// <summary>A process that sends, as another replica has it.</summary>
    public ServiceProvider StartProcess(Action<IServiceCollection>? replace = null) => School.Database.StartProcess(services =>
    {
        services.AddSingleton<TimeProvider>(School.Clock);
        services.RemoveAll<INotifier>();
        services.AddSingleton<INotifier>(Mail).AddSingleton<INotifier>(Webhook);
        replace?.Invoke(services);
    });

    /// <summary>Sends all that is due.</summary>
    public static async Task DeliverAsync(ServiceProvider process) =>
        await process.GetRequiredService<DigestWorker>().DeliverDueAsync(CancellationToken.None);

    /// <summary>Turns messages on, for one e-mail address from midnight on, or as a test wants.</summary>
    public async Task<BerichtinstellingView> TurnOnAsync(Berichtwijziging? wijziging = null) =>
        (await SetAsync(wijziging ?? new Berichtwijziging(true, null, [Adres], null, 0))).Value;

    public Task<Domain.Shared.Result<BerichtinstellingView>> SetAsync(Berichtwijziging wijziging, bool validateOnly = false) =>
        School.SendAsync(new UpdateBerichtinstelling(School.Id, wijziging, Etag: null, validateOnly, RequestId: null));

    /// <summary>Makes an import wait: so many pupils are no longer delivered that the brake goes on.</summary>
    public async Task<ImportRunView> MakeWaitAsync()
    {
        School.Leerlingen.RemoveRange(0, 12);
        var run = await School.PreviewAsync();
        run.State.Should().Be(ImportState.Wachtend);
        return run;
    }

    /// <summary>Adds to the outbox, in a transaction of its own.</summary>
    public async Task AddAsync(Aanleiding aanleiding)
    {
        await using var scope = School.Database.Services.CreateAsyncScope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        await scope.ServiceProvider.GetRequiredService<IBerichtOutbox>().AddAsync(School.Id, aanleiding, default);
        await work.CommitAsync(default);
    }

    /// <summary>
    /// All messages, the newest first; ids that were made in one moment of a clock that stands still tell nothing.
    /// </summary>
    public async Task<IReadOnlyList<BerichtView>> ListAsync() =>
    [
        .. (await School.SendAsync(new ListBerichten(School.Id, new PageRequest(50, null)))).Value.Items
            .OrderByDescending(b => b.Gemaakt),
    ];

    public async Task<BerichtinstellingView> GetAsync() => (await School.SendAsync(new GetBerichtinstelling(School.Id))).Value;

    public ValueTask DisposeAsync() => School.DisposeAsync();

    /// <summary>Takes messages, or says why not.</summary>
    internal sealed class Letterbox(Berichtkanaal kanaal) : INotifier
    {
        private readonly ConcurrentQueue<Zending> _arrived = new();
        private int _tries;

        public Berichtkanaal Kanaal => kanaal;

        /// <summary>Why nothing arrives; null when all does.</summary>
        public Berichtfout? Fout { get; set; }

        /// <summary>How long sending takes.</summary>
        public TimeSpan Duur { get; set; }

        /// <summary>What happens meanwhile.</summary>
        public Func<Task> WhileSending { get; set; } = () => Task.CompletedTask;

        public int Tries => _tries;

        public IReadOnlyList<Zending> Arrived => [.. _arrived];

        public async Task<Berichtfout?> SendAsync(Zending zending, CancellationToken ct)
        {
            Interlocked.Increment(ref _tries);
            await Task.Delay(Duur, ct);
            await WhileSending();
            if (Fout is null)
            {
                _arrived.Enqueue(zending);
            }

            return Fout;
        }
    }
}
