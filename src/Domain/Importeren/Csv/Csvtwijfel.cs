using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>
/// Somebody of whom a row of a file may be, without its being sure or of now: a damaged number, a role that is not
/// known, a first day to come. Accounts that it may be about stay as they are: they are not archived for being absent.
/// </summary>
/// <param name="Soort">Which kind of person.</param>
/// <param name="Sleutels">The keys that it may be about.</param>
/// <param name="Email">Of a docent, the address.</param>
/// <param name="Persoon">Who was delivered, to compare names with, where keys do not tell; else null.</param>
/// <param name="Melding">What is said of an account that stays as it is.</param>
public sealed record Csvtwijfel(
    Persoonssoort Soort, IReadOnlyList<Persoonssleutel> Sleutels, string? Email, Persoonsgegevens? Persoon, Melding Melding)
{
    /// <summary>
    /// The place among the people who were delivered of who may be read all the same when no account answers to
    /// this; null of somebody who is not.
    /// </summary>
    public int? Plaats { get; init; }

    /// <summary>What the delivered person is rejected for when an account answers to this.</summary>
    public Melding? Afkeuring { get; init; }

    /// <summary>Says of whom a row is that does not count.</summary>
    internal static Csvtwijfel Of<T>(Persoonssoort soort, Csvpersoon<T> persoon, Melding melding)
        where T : Persoonsgegevens<T>
    {
        Persoonssleutel[] sleutels = [.. persoon.Gegevens.Sleutels, .. Guess(soort, persoon.Vermoed)];
        var email = (persoon.Gegevens as DocentGegevens)?.Email;
        return new Csvtwijfel(
            soort,
            sleutels,
            email,
            sleutels.Length == 0 && email is null || persoon.BeschadigdeSleutel is not null ? persoon.Gegevens : null,
            melding);
    }

    private static IEnumerable<Persoonssleutel> Guess(Persoonssoort soort, IReadOnlyList<string> vermoed) => vermoed
        .SelectMany(waarde => soort == Persoonssoort.Docent
            ? [new Persoonssleutel(Veld.UwlrKey, waarde)]
            : new[]
            {
                new Persoonssleutel(Veld.Stamnummer, Shared.Stamnummer.Canonicalize(waarde)),
                new Persoonssleutel(Veld.UwlrKey, waarde),
                new Persoonssleutel(Veld.IdGebr, waarde),
            });
}
