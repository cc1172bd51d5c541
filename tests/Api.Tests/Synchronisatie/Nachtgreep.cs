using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Synchronisatie;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>
/// The hand of a test in another process, by way of files in a folder: it holds rondes at the worst moment, between the
/// last look at the store and the transaction that ends them; and it can take the fencing away.
/// </summary>
internal sealed class Nachtgreep(string folder, bool isFenced)
{
    private const string FolderVariable = "NUMO_TEST_NIGHT_FOLDER";
    private const string UnfencedVariable = "NUMO_TEST_NIGHT_UNFENCED";

    private const string FindFencing = """
        SELECT Fencing
        FROM Synchronisatie_Ronde
        WHERE SchoolId = @SchoolId AND Nacht = @Nacht AND Volgnummer = @Volgnummer;
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What a process needs in its environment to be held.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("DOTNET_STARTUP_HOOKS", typeof(Nachtgreep).Assembly.Location),
        (FolderVariable, folder),
        (UnfencedVariable, isFenced ? "" : "yes"),
    ];

    /// <summary>In the other process: its test.</summary>
    public static Nachtgreep FromEnvironment() => new(
        Environment.GetEnvironmentVariable(FolderVariable)!,
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(UnfencedVariable)));

    /// <summary>In the other process: steps between the work and its store.</summary>
    public void Replace(IServiceCollection services)
    {
        services.AddScoped(provider => Between<IImportRunRepository>.Of(
            ActivatorUtilities.CreateInstance<ImportRunRepository>(provider),
            (inner, method, arguments) => method.Name == nameof(IImportRunRepository.IsLastAppliedKeptAsync)
                ? HoldAsync((SchoolId)arguments[0]!, (Schooljaar)arguments[1]!, inner)
                : method.Invoke(inner, arguments)));
        services.AddScoped(provider => Between<IRondeRepository>.Of(
            ActivatorUtilities.CreateInstance<RondeRepository>(provider),
            (inner, method, arguments) => method.Name == nameof(IRondeRepository.UpdateAsync)
                ? UpdateAsync((Ronde)arguments[0]!, inner, provider.GetRequiredService<DbSession>())
                : method.Invoke(inner, arguments)));
    }

    /// <summary>From now on a process holds each ronde that comes to its decision.</summary>
    public void Hold(int process) => Touch($"hold-{process}");

    /// <summary>The schools whose rondes a process holds.</summary>
    public IReadOnlyList<SchoolId> HeldBy(int process) =>
    [
        .. Directory.GetFiles(folder, $"held-{process}_*")
            .Select(file => new SchoolId(Guid.Parse(Path.GetFileName(file).Split('_')[1]))),
    ];

    /// <summary>Lets a process go on with what it holds.</summary>
    public void LetGo(int process) => Touch($"go-{process}");

    /// <summary>Whether a process has stored a ronde after it held that, for all to see, or was refused.</summary>
    public bool HasTried(int process, SchoolId school) => Exists($"tried-{process}_{school}");

    // The last thing that is asked before it is decided what is applied.
    private async Task<bool> HoldAsync(SchoolId school, Schooljaar schooljaar, IImportRunRepository inner)
    {
        var answer = await inner.IsLastAppliedKeptAsync(school, schooljaar, CancellationToken.None);
        var process = Environment.ProcessId;
        if (Exists($"hold-{process}") && !Exists($"go-{process}"))
        {
            Touch($"held-{process}_{school}");
            using var patience = new CancellationTokenSource(Patience);
            while (!Exists($"go-{process}"))
            {
                await Task.Delay(5, patience.Token);
            }
        }

        return answer;
    }

    private async Task<bool> UpdateAsync(Ronde ronde, IRondeRepository inner, DbSession session)
    {
        var parameters = new { ronde.SchoolId, Nacht = ronde.Nacht.DayNumber, ronde.Volgnummer };
        var fencing = isFenced
            ? ronde.Fencing
            : (await session.QueryAsync<int>(FindFencing, parameters, CancellationToken.None))[0];
        var stored = await inner.UpdateAsync(ronde with { Fencing = fencing }, CancellationToken.None);
        if (Exists($"held-{Environment.ProcessId}_{ronde.SchoolId}"))
        {
            var tried = $"tried-{Environment.ProcessId}_{ronde.SchoolId}";
            if (stored)
            {
                session.OnCommitted(() => Touch(tried));
            }
            else
            {
                Touch(tried);
            }
        }

        return stored;
    }

    private bool Exists(string name) => File.Exists(Path.Combine(folder, name));

    private void Touch(string name) => File.WriteAllText(Path.Combine(folder, name), "");

    /// <summary>Stands between an interface and what implements it.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy makes a type that inherits from it.")]
    internal class Between<T> : DispatchProxy
        where T : class
    {
        private T _inner = null!;
        private Func<T, MethodInfo, object?[], object?> _call = null!;

        public static T Of(T inner, Func<T, MethodInfo, object?[], object?> call)
        {
            var between = Create<T, Between<T>>();
            ((Between<T>)(object)between)._inner = inner;
            ((Between<T>)(object)between)._call = call;
            return between;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            _call(_inner, targetMethod!, args!);
    }
}
