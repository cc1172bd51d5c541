using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>
/// A throw-away copy of a school's people, to which a plan is applied as the store would: what a rehearsal changes, nobody has
/// to undo.
/// </summary>
public static class Standkopie
{
    /// <summary>The people after all of a plan was applied.</summary>
    /// <param name="stand">The people before; they stay as they are.</param>
    /// <param name="plan">A plan that was made on them.</param>
    public static Schoolstand Apply(Schoolstand stand, ImportPlan plan) => stand with
    {
        Versie = stand.Versie + 1,
        Leerlingen = Apply(stand.Leerlingen, plan.Leerlingen, plan.Schooljaar),
        Docenten = Apply(stand.Docenten, plan.Docenten, plan.Schooljaar),
        Groepen = Apply(stand.Groepen, plan.Groepen),
    };

    private static Account<T>[] Apply<T>(
        IReadOnlyList<Account<T>> accounts, IReadOnlyList<Planregel<T>> regels, Schooljaar schooljaar)
        where T : Persoonsgegevens<T>
    {
        var applied = regels.Where(r => Regelkeuze.Toepasbaar.Contains(r.Soort)).ToArray();
        var changed = applied.Where(r => r.Account is not null).ToDictionary(r => r.Account!.Id);
        var given = applied.SelectMany(r => r.Afstanden).ToLookup(a => a.Account.Id, a => a.Sleutels);
        return
        [
            .. accounts.Select(a => GiveUp(Change(a, changed.GetValueOrDefault(a.Id), schooljaar), given[a.Id])),
            .. applied
                .Where(r => r.Soort == RegelSoort.Nieuw)
                .Select(r => new Account<T>(new AccountId(Guid.CreateVersion7()), Accountstatus.Actief, r.Gegevens)
                {
                    Instroom = schooljaar,
                }),
        ];
    }

    private static Account<T> GiveUp<T>(Account<T> account, IEnumerable<IReadOnlyList<Persoonssleutel>> sleutels)
        where T : Persoonsgegevens<T>
    {
        var velden = sleutels
            .SelectMany(given => given)
            .Intersect(account.Gegevens.Sleutels)
            .Aggregate(Veld.Geen, (sum, sleutel) => sum | sleutel.Veld);
        return velden == Veld.Geen ? account : account with { Gegevens = account.Gegevens.Without(velden) };
    }

    private static Account<T> Change<T>(Account<T> account, Planregel<T>? regel, Schooljaar schooljaar)
        where T : Persoonsgegevens<T> => regel switch
        {
            null => account,
            { Soort: RegelSoort.Archiveren } => account with { Status = Accountstatus.Gearchiveerd },
            { Soort: RegelSoort.Heractiveren } => account with
            {
                Status = Accountstatus.Actief,
                Gegevens = regel.Gegevens,
                MetDeHandGearchiveerd = null,
                Instroom = schooljaar,
            },
            _ => account with
            {
                Gegevens = regel.Gegevens,
                Instroom = account.KomtNa(schooljaar) ? schooljaar : account.Instroom,
            },
        };

    private static Groep[] Apply(IReadOnlyList<Groep> groepen, IReadOnlyList<Groepsregel> regels)
    {
        var changed = regels.Where(r => r.Id is not null).ToDictionary(r => r.Id!.Value);
        return
        [
            .. groepen.Select(g => changed.TryGetValue(g.Id, out var regel)
                ? g with
                {
                    Gegevens = regel.Gegevens,
                    Status = regel.Soort == RegelSoort.Archiveren ? Accountstatus.Gearchiveerd : Accountstatus.Actief,
                }
                : g),
            .. regels
                .Where(r => r.Soort == RegelSoort.Nieuw)
                .Select(r => new Groep(new GroepId(Guid.CreateVersion7()), r.Gegevens, Accountstatus.Actief)),
        ];
    }
}
