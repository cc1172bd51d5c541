using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>
/// Plans people who come in a school year that has not begun. An import of now leaves them alone, unless it delivers them:
/// then they come earlier. An import of the year in which they come may change all of them, also take them away again,
/// since nobody is in a class of now by it; of everybody else it changes the groepen of that year only.
/// </summary>
internal static class Aankomst
{
    private const Veld Lidmaatschap = Veld.Stamgroep | Veld.Groepen;

    /// <summary>The rows, with those of who comes later.</summary>
    /// <param name="gezien">What the sources say.</param>
    /// <param name="schooljaar">The school year that is imported.</param>
    /// <param name="isVooruit">Whether it has not begun.</param>
    public static Planregels Settle(Planregels gezien, Schooljaar schooljaar, bool isVooruit) => gezien with
    {
        Leerlingen = Settle(gezien.Leerlingen, schooljaar, isVooruit),
        Docenten = Settle(gezien.Docenten, schooljaar, isVooruit),
    };

    private static Planregel<T>[] Settle<T>(
        IReadOnlyList<Planregel<T>> regels, Schooljaar schooljaar, bool isVooruit)
        where T : Persoonsgegevens<T>
    {
        Planregel<T>[] settled = [.. regels.Select(r => Settle(r, schooljaar, isVooruit))];
        Array.Sort(settled, Regelvolgorde<T>.Instance);
        return settled;
    }

    private static Planregel<T> Settle<T>(Planregel<T> regel, Schooljaar schooljaar, bool isVooruit)
        where T : Persoonsgegevens<T> => regel switch
        {
            { Account: not { Status: Accountstatus.Actief } } => regel,
            { Account: { } account } when account.KomtNa(schooljaar) => regel.Soort switch
            {
                RegelSoort.Archiveren => regel with { Soort = RegelSoort.Ongewijzigd },
                RegelSoort.Ongewijzigd or RegelSoort.Bijwerken => regel with
                {
                    Soort = RegelSoort.Bijwerken,
                    Meldingen = [SchooljaarMeldingen.KomtEerder(account.Instroom!.Value), .. regel.Meldingen],
                },
                _ => regel,
            },
            { Soort: RegelSoort.Archiveren, Account: { } account } when isVooruit => account.Instroom == schooljaar
                ? regel with { Meldingen = [SchooljaarMeldingen.Ingetrokken(schooljaar), .. regel.Meldingen] }
                : TakeOut(regel, account, schooljaar),
            _ => regel,
        };

    // Who leaves this year stays until it ends, but no longer stands in a class of the next one.
    private static Planregel<T> TakeOut<T>(Planregel<T> regel, Account<T> account, Schooljaar schooljaar)
        where T : Persoonsgegevens<T>
    {
        var after = account.Gegevens.Without(Lidmaatschap & ~account.Vergrendeld);
        var changed = account.Gegevens.DifferenceTo(after);
        return changed == Veld.Geen
            ? regel
            : regel with
            {
                Soort = RegelSoort.Bijwerken,
                Gegevens = after,
                Gewijzigd = changed,
                Wijzigingen =
                [
                    .. new[] { Veld.Stamgroep, Veld.Groepen }
                        .Where(veld => changed.HasFlag(veld))
                        .Select(veld => new Veldwijziging(
                            veld, account.Gegevens.Show(veld), after.Show(veld), Vergrendeld: false)),
                ],
                Meldingen = [SchooljaarMeldingen.UitKlasGehaald(schooljaar), .. regel.Meldingen],
            };
    }
}
