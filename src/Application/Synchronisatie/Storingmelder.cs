using System.Globalization;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Knows how many nights of a school failed one after another.</summary>
public interface IStoringen
{
    /// <summary>The nights before one that failed since the last ronde that did not.</summary>
    Task<int> CountAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct);
}

/// <summary>Has people told that the nightly sync of a school keeps failing.</summary>
internal sealed class Storingmelder(IStoringen storingen, IBerichtOutbox outbox)
{
    private const string Nachtvorm = "yyyy-MM-dd";

    /// <summary>What people are to be told once a ronde has ended; null when there is nothing to tell.</summary>
    public async Task<Aanleiding?> FindAsync(Ronde ended, CancellationToken ct)
    {
        if (ended.Volgnummer != 0 || !Storing.IsStoring(ended))
        {
            return null;
        }

        var nachten = 1 + await storingen.CountAsync(ended.SchoolId, ended.Nacht, ct);
        return Storing.IsTeMelden(nachten)
            ? new Aanleiding(
                Berichtsoort.NachtMislukt,
                ended.Nacht.ToString(Nachtvorm, CultureInfo.InvariantCulture),
                ended.Beeindigd!.Value,
                ended.Fout is { } fout ? [new Berichtreden(fout.Code, fout.Tekst, 1)] : [],
                [new Berichttelling("nachten", nachten)],
                ended.Actiehouder.ToString().ToUpperInvariant())
            : null;
    }

    /// <summary>Stores it, in the transaction that ends the ronde.</summary>
    public Task ReportAsync(Ronde ended, Aanleiding? aanleiding) => aanleiding is null
        ? Task.CompletedTask
        : outbox.AddAsync(ended.SchoolId, aanleiding, CancellationToken.None);
}
