using System.Data.Common;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Privacy;
using Kurve.Numo.Infrastructure.Tests.Stores;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

/// <summary>
/// A command of which the database takes the transaction back, with a SQLite that says so of an error made here.
/// </summary>
[SqliteOnly("an error that is made here stands for a deadlock")]
public sealed class RepetitionTests : IAsyncLifetime
{
    private const int Deadlock = 9_999;
    private static readonly RegisterSchool Command = new(
        "Voorbeeldcollege", Brin.Hydrate("99AB"), [], Sector.Vo, RequestId: null);

    private readonly TestDatabase _database = TestDatabase.Create();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_command_that_was_taken_back_is_done_again_and_has_happened_once(int failures)
    {
        var (process, audit) = Start(failures, isRepeatable: true);

        var school = await SendAsync(process);

        school.IsOk.Should().BeTrue();
        audit.Calls.Should().Be(failures + 1);
        (await CountAsync("Scholen_School")).Should().Be(1);
        (await CountAsync("Privacy_Audit")).Should().Be(1);
    }

    [Fact]
    public async Task After_four_times_it_fails_and_nothing_has_happened()
    {
        var (process, audit) = Start(failures: 100, isRepeatable: true);

        var send = () => SendAsync(process);

        await send.Should().ThrowAsync<SqliteException>();
        audit.Calls.Should().Be(4);
        (await CountAsync("Scholen_School")).Should().Be(0);
    }

    [Fact]
    public async Task Another_error_is_not_repeated()
    {
        var (process, audit) = Start(failures: 1, isRepeatable: false);

        var send = () => SendAsync(process);

        await send.Should().ThrowAsync<SqliteException>();
        audit.Calls.Should().Be(1);
        (await CountAsync("Scholen_School")).Should().Be(0);
    }

    [Fact]
    public async Task Within_a_transaction_nothing_is_repeated()
    {
        var (process, _) = Start(failures: 0, isRepeatable: true);
        await using var scope = process.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        var deadlock = new SqliteException("x", Deadlock);

        work.MayRepeat(deadlock, isRemembered: false).Should().BeTrue();
        await using (await work.BeginAsync(default))
        {
            work.MayRepeat(deadlock, isRemembered: true).Should().BeFalse();
        }

        work.MayRepeat(deadlock, isRemembered: false).Should().BeTrue();
    }

    private static async Task<Result<SchoolView>> SendAsync(ServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(Command);
    }

    private async Task<long> CountAsync(string table) =>
        (await _database.QueryAsync<long>($"SELECT COUNT(*) FROM {table}"))[0];

    private (ServiceProvider Process, FailingAudit Audit) Start(int failures, bool isRepeatable)
    {
        FailingAudit? audit = null;
        var process = _database.StartProcess(services => services
            .AddSingleton<SqlDialect>(provider => new Deadlocking(
                provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString, isRepeatable))
            .AddScoped<IAuditLog>(provider =>
            {
                audit!.Inner = ActivatorUtilities.CreateInstance<AuditLog>(provider);
                return audit;
            }));
        audit = new FailingAudit { Failures = failures };
        return (process, audit);
    }

    private sealed class FailingAudit : IAuditLog
    {
        public required int Failures { get; init; }

        public AuditLog? Inner { get; set; }

        public int Calls { get; private set; }

        public bool IsWritten => Inner!.IsWritten;

        public async Task AddAsync(Auditregel regel, CancellationToken ct)
        {
            await Inner!.AddAsync(regel, ct);
            Calls++;
            if (Calls <= Failures)
            {
                throw new SqliteException("Chosen as the victim.", Deadlock);
            }
        }
    }

    private sealed class Deadlocking(string connectionString, bool isRepeatable) : SqliteStandIn(connectionString)
    {
        public override bool IsRepeatable(DbException exception) =>
            isRepeatable && exception is SqliteException { SqliteErrorCode: Deadlock };
    }
}
