using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>Tells people in the morning what a night changed of a new school year.</summary>
internal sealed class Wisselmelder(IBerichtOutbox outbox, TimeProvider clock)
{
    /// <summary>Stores that a run changed something, if it did, in the transaction that applies it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="personen">How many people it changed.</param>
    /// <param name="ct">Stops it.</param>
    public Task ReportAsync(ImportRun run, int personen, CancellationToken ct)
    {
        var uitkomst = run.Uitkomst!;
        if (personen == 0 && uitkomst.Groepen.Nieuw + uitkomst.Groepen.Bijwerken == 0)
        {
            return Task.CompletedTask;
        }

        Berichttelling[] tellingen =
        [
            .. Wachtmelder.Count(uitkomst.Leerlingen, uitkomst.Docenten),
            new("groepen_nieuw", uitkomst.Groepen.Nieuw),
            new("groepen_bijwerken", uitkomst.Groepen.Bijwerken),
            new("groepen_archiveren", uitkomst.Groepen.Archiveren),
        ];
        var aanleiding = new Aanleiding(
            Berichtsoort.SchooljaarGewijzigd,
            run.Id.ToString(),
            clock.GetUtcNow(),
            [new Berichtreden("SCHOOLJAAR", run.Schooljaar.ToString(), 1)],
            [.. tellingen.Where(t => t.Aantal > 0)],
            Berichtcodes.OfActiehouder(nameof(Actiehouder.Niemand)));
        return outbox.AddAsync(run.SchoolId, aanleiding, ct);
    }
}

/// <summary>What a night changed is told once, whatever came after.</summary>
internal sealed class WisselToets : IAanleidingtoets
{
    public Berichtsoort Soort => Berichtsoort.SchooljaarGewijzigd;

    public Task<IReadOnlySet<string>> FindGeldendeAsync(
        SchoolId schoolId, IReadOnlyCollection<string> onderwerpen, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<string>>(onderwerpen.ToHashSet(StringComparer.Ordinal));
}
