using System.Globalization;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Synchronisatie;

/// <summary>Knows which nights of a school failed one after another.</summary>
public interface IMislukteNachten
{
    /// <summary>The nights before one that failed since the last ronde that did not.</summary>
    Task<Nachtreeks> FindBeforeAsync(SchoolId schoolId, DateOnly nacht, CancellationToken ct);
}

/// <summary>Nights that failed one after another.</summary>
/// <param name="Aantal">How many.</param>
/// <param name="Laatste">The last of them; null when there are none.</param>
public sealed record Nachtreeks(int Aantal, DateOnly? Laatste);

/// <summary>Builds the message for a failed night.</summary>
internal sealed class Storingmelder(IMislukteNachten nachten, IBerichtOutbox outbox)
{
    private const string Nachtvorm = "yyyy-MM-dd";

    /// <summary>
    /// What people are to be told once a ronde has ended; null when there is nothing to tell. Whoever was told of the
    /// night before is told again after a week. Whoever was not, because the school turned messages on later, is told of
    /// this night.
    /// </summary>
    public async Task<Aanleiding?> FindAsync(Ronde ended, CancellationToken ct)
    {
        if (ended.Volgnummer != 0 || !Storing.IsStoring(ended))
        {
            return null;
        }

        var eerder = await nachten.FindBeforeAsync(ended.SchoolId, ended.Nacht, ct);
        var aantal = eerder.Aantal + 1;
        return Storing.IsTeMelden(aantal)
            ? new Aanleiding(
                Berichtsoort.NachtMislukt,
                ToText(ended.Nacht),
                ended.Beeindigd!.Value,
                ended.Fout is { } fout ? [new Berichtreden(fout.Code, fout.Tekst, 1)] : [],
                [new Berichttelling("nachten", aantal)],
                Berichtcodes.OfActiehouder(ended.Actiehouder.ToString()))
            {
                Vorige = eerder.Laatste is { } laatste ? ToText(laatste) : null,
            }
            : null;
    }

    /// <summary>Stores it, in the transaction that ends the ronde.</summary>
    public Task ReportAsync(Ronde ended, Aanleiding? aanleiding) => aanleiding is null
        ? Task.CompletedTask
        : outbox.AddAsync(ended.SchoolId, aanleiding, CancellationToken.None);

    private static string ToText(DateOnly nacht) => nacht.ToString(Nachtvorm, CultureInfo.InvariantCulture);
}
