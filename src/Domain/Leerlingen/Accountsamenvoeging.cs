using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>
/// Two accounts of one person that become one. The one that stays keeps what it has and gets what it lacks; a key that both
/// have stays with each, and the other points at the one that stays. Where only the other is active, it knows best at which
/// vestiging and in which doelgroep the person is now. A pure rule.
/// </summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Blijft">The account that stays, after.</param>
/// <param name="Vervalt">The other one, archived, after.</param>
/// <param name="Overgenomen">The fields that the one that stays gets from the other.</param>
/// <param name="Verschillend">The fields in which both say something else; each keeps its own.</param>
public sealed record Accountsamenvoeging<T>(Account<T> Blijft, Account<T> Vervalt, Veld Overgenomen, Veld Verschillend)
    where T : Persoonsgegevens<T>
{
    /// <summary>No two accounts of a school have the same: who gives one gives it up.</summary>
    private const Veld Uniek = Veld.EckId | Veld.UwlrKey | Veld.Stamnummer | Veld.IdGebr;

    /// <summary>What says together what the leerling follows; it goes over as one, or not at all.</summary>
    private const Veld Onderwijs = Veld.Leerjaar | Veld.Opleidingscode | Veld.Doelgroep;

    private const Veld Lidmaatschappen = Veld.Stamgroep | Veld.Groepen;

    private static readonly Veld[] Velden =
        [.. Enum.GetValues<Veld>().Where(veld => veld != Veld.Geen && !Lidmaatschappen.HasFlag(veld))];

    /// <summary>Merges two accounts; their groepen are another matter (<see cref="Groepsovername"/>).</summary>
    /// <param name="blijft">The account that stays.</param>
    /// <param name="vervalt">The account that is merged with it.</param>
    /// <param name="ondanksVerschil">Whether to merge although the ECK iDs differ, or both names do.</param>
    /// <param name="door">Who merges.</param>
    /// <param name="now">When.</param>
    /// <returns>The accounts after, or why these cannot be merged.</returns>
    public static Result<Accountsamenvoeging<T>> Merge(
        Account<T> blijft, Account<T> vervalt, bool ondanksVerschil, string door, DateTimeOffset now) =>
        Check(blijft, vervalt, ondanksVerschil) is { } error ? error
        : vervalt.Archive(door, now, DateOnly.FromDateTime(Nederland.KlokOp(now))) is { IsOk: true, Value: var archived }
            ? Merge(blijft, vervalt, archived)
        : new AccountVastgezet(vervalt.Id, vervalt.Vastzetting!.TotEnMet) { Field = "vervalt_id" };

    private static Error? Check(Account<T> blijft, Account<T> vervalt, bool ondanksVerschil) =>
        blijft.Id == vervalt.Id ? new SamenvoegenMetZichzelf(blijft.Id) { Field = "vervalt_id" }
        : blijft.SamengevoegdMet is { } een ? new AccountSamengevoegd(blijft.Id, een) { Field = "blijft_id" }
        : vervalt.SamengevoegdMet is { } ander ? new AccountSamengevoegd(vervalt.Id, ander) { Field = "vervalt_id" }
        : ondanksVerschil ? null
        : blijft.Gegevens.EckId is { } eckId && vervalt.Gegevens.EckId is { } andere && eckId != andere
            ? new EckIdVerschilt(blijft.Id, vervalt.Id) { Field = "ondanks_verschil" }
        : NameComparison.AreOthers(blijft.Gegevens, vervalt.Gegevens)
            ? new NamenVerschillen(blijft.Id, vervalt.Id) { Field = "ondanks_verschil" }
        : null;

    private static Accountsamenvoeging<T> Merge(Account<T> blijft, Account<T> vervalt, Account<T> archived)
    {
        var weg = blijft.Status == Accountstatus.Gearchiveerd && vervalt.Status == Accountstatus.Actief;
        var onderwijs = FindOnderwijs(blijft, vervalt, weg);
        var overgenomen = onderwijs | Find(veld => !Onderwijs.HasFlag(veld)
            && vervalt.Gegevens.Show(veld) is not null
            && (Uniek.HasFlag(veld) || !blijft.Vergrendeld.HasFlag(veld))
            && ((weg && veld == Veld.Vestiging)
                || (blijft.Gegevens.Show(veld) is null && Fits(veld, blijft.Gegevens))));
        var gegevens = blijft.Gegevens.Take(overgenomen, vervalt.Gegevens);
        var verschil = gegevens.DifferenceTo(vervalt.Gegevens) & ~Lidmaatschappen;
        return new Accountsamenvoeging<T>(
            blijft with
            {
                Status = weg ? Accountstatus.Actief : blijft.Status,
                Gegevens = gegevens,
                Vergrendeld = blijft.Vergrendeld | (vervalt.Vergrendeld & overgenomen),
                MetDeHandGearchiveerd = weg ? null : blijft.MetDeHandGearchiveerd,
            },
            archived with
            {
                Gegevens = vervalt.Gegevens.Without(overgenomen & Uniek),
                SamengevoegdMet = blijft.Id,
            },
            blijft.Gegevens.DifferenceTo(gegevens) & ~Lidmaatschappen,
            Find(veld => verschil.HasFlag(veld) && gegevens.Show(veld) is not null && vervalt.Gegevens.Show(veld) is not null));
    }

    // Half a name makes another one.
    private static bool Fits(Veld veld, T blijft) => veld != Veld.Voorvoegsel || blijft.Achternaam is null;

    // Where only the other is active, what it does not say is not known either: an opleiding of before with a leerjaar of now
    // would be a guess. Otherwise the one that stays is added to where it says nothing else.
    private static Veld FindOnderwijs(Account<T> blijft, Account<T> vervalt, bool weg) =>
        (blijft.Vergrendeld & Onderwijs) != Veld.Geen
            || blijft.Gegevens is not LeerlingGegevens een || vervalt.Gegevens is not LeerlingGegevens ander ? Veld.Geen
        : weg ? Onderwijs
        : een.Opleidingscode is null && een.Doelgroep is null
            && (een.Leerjaar is null || een.Leerjaar == (ander.Leerjaar ?? ander.Doelgroep?.Leerjaar))
            ? Find(veld => Onderwijs.HasFlag(veld) && ander.Show(veld) is not null)
        : Veld.Geen;

    private static Veld Find(Func<Veld, bool> predicate) =>
        Velden.Where(predicate).Aggregate(Veld.Geen, (velden, veld) => velden | veld);
}
