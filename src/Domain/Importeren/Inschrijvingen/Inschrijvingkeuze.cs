using System.Collections.Frozen;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;

namespace Kurve.Numo.Domain.Importeren.Inschrijvingen;

/// <summary>
/// Which of several enrolments of one pupil counts. In this order: a code that names the pupil's own leerjaar; the code
/// that agrees with what Numo has; and otherwise none, for then somebody has to look. A pure function of the set of codes:
/// neither the order of rows nor that of the alphabet matters.
/// </summary>
public static class Inschrijvingkeuze
{
    // Codes of opleidingen alone: elsewhere they may be a class or somebody's abbreviation.
    private static readonly FrozenSet<string> NoCode =
        new[] { "NA", "NTB", "N.T.B" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether something was delivered as a code that is none: then no code was delivered.</summary>
    public static bool IsEmpty(string? code) =>
        string.IsNullOrWhiteSpace(code)
        || NoValue.IsEmpty(code.Trim())
        || Strip(code) is var bare && (NoValue.IsEmpty(bare) || NoCode.Contains(bare));

    private static string Strip(string code) => code.Trim().Trim('(', ')', '[', ']', '<', '>', '-').TrimEnd('.').Trim();

    /// <summary>The enrolments of one pupil, each code once.</summary>
    /// <param name="codes">As delivered; those that are empty say nothing.</param>
    /// <param name="leerjaar">The pupil's own leerjaar, by the source of people.</param>
    /// <param name="translate">The translation of codes.</param>
    public static IReadOnlyList<Inschrijving> Read(
        IEnumerable<string?> codes, int? leerjaar, Koppelaar.Translate translate) =>
    [
        .. codes.OfType<string>()
            .Where(code => !IsEmpty(code))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => new Inschrijving(code, translate(code, leerjaar))),
    ];

    /// <summary>The enrolment that counts; null when there is none, or when there is doubt.</summary>
    /// <param name="inschrijvingen">All of one pupil.</param>
    /// <param name="leerjaar">The pupil's own leerjaar, by the source of people.</param>
    /// <param name="numo">What Numo has of the pupil; null when that is not known, or nothing.</param>
    public static Inschrijving? Choose(
        IReadOnlyList<Inschrijving> inschrijvingen, int? leerjaar, LeerlingGegevens? numo)
    {
        if (inschrijvingen.Count <= 1)
        {
            return inschrijvingen.Count == 0 ? null : inschrijvingen[0];
        }

        var left = inschrijvingen.Where(i => NamesLeerjaar(i, leerjaar)).ToArray();
        left = left.Length > 0 ? left : [.. inschrijvingen];
        return Agreed(left) ?? (numo is null ? null : AgreedWith(left, numo));
    }

    /// <summary>
    /// A delivered person whose enrolments were left open, now that the account is known; the same when there is still
    /// doubt.
    /// </summary>
    public static Aangeleverd<T> Settle<T>(Aangeleverd<T> persoon, T numo)
        where T : Persoonsgegevens<T> =>
        persoon.Inschrijvingen.Count > 0
        && persoon is Aangeleverd<LeerlingGegevens> leerling
        && numo is LeerlingGegevens account
        && Choose(leerling.Inschrijvingen, leerling.Gegevens.Leerjaar, account) is { } keuze
        && Take(leerling, keuze) is Aangeleverd<T> settled
            ? settled
            : persoon;

    /// <summary>The pupil with the enrolment that counts, and what is to be said of it.</summary>
    internal static Aangeleverd<LeerlingGegevens> Take(Aangeleverd<LeerlingGegevens> leerling, Inschrijving keuze)
    {
        var (code, vertaling) = keuze;
        var withoutLeerjaar = leerling.Gegevens.Leerjaar is null;
        return leerling with
        {
            Gegevens = leerling.Gegevens with
            {
                Opleidingscode = code,
                Doelgroep = vertaling.Doelgroep,
                Leerjaar = leerling.Gegevens.Leerjaar ?? vertaling.Doelgroep?.Leerjaar,
            },
            Geleverd = leerling.Geleverd
                | Veld.Opleidingscode
                | (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.Ontbreekt ? Veld.Geen : Veld.Doelgroep)
                | (withoutLeerjaar && vertaling.Doelgroep is not null ? Veld.Leerjaar : Veld.Geen),
            Meldingen = leerling.Inschrijvingen.Count == 0
                ? Add(leerling.Meldingen, Explain(code, vertaling))
                : Add(
                    [
                        .. leerling.Meldingen.Where(m => m.Code is not Meldingen.MeerdereInschrijvingenCode),
                        Meldingen.InschrijvingGekozen(code),
                    ],
                    Explain(code, vertaling)),
            Inschrijvingen = [],
        };
    }

    private static IReadOnlyList<Melding> Add(IReadOnlyList<Melding> meldingen, Melding? melding) =>
        melding is null ? meldingen : [.. meldingen, melding];

    private static bool NamesLeerjaar(Inschrijving inschrijving, int? leerjaar) =>
        leerjaar is not null
        && inschrijving.Vertaling.Lezing.Leerjaar == leerjaar
        && inschrijving.Doelgroep is not null;

    // All say the same, in whatever words.
    private static Inschrijving? Agreed(IReadOnlyCollection<Inschrijving> inschrijvingen) =>
        inschrijvingen.MinBy(i => i.Code, StringComparer.Ordinal) is { Doelgroep: { } doelgroep } first
        && inschrijvingen.All(i => i.Doelgroep == doelgroep)
            ? first
            : null;

    // The same code, else the same doelgroep, else the same opleiding; but never one that would take the doelgroep away.
    private static Inschrijving? AgreedWith(IReadOnlyCollection<Inschrijving> inschrijvingen, LeerlingGegevens numo)
    {
        var code = Vertaalcode.Create(numo.Opleidingscode);
        return Only(i => code.IsOk && Vertaalcode.Create(i.Code) is { IsOk: true } own && own.Value == code.Value)
            ?? Only(i => i.Doelgroep == numo.Doelgroep)
            ?? Only(i => i.Doelgroep?.Opleiding == numo.Doelgroep?.Opleiding);

        Inschrijving? Only(Predicate<Inschrijving> agrees) =>
            Agreed([.. inschrijvingen.Where(i => i.Doelgroep is not null && agrees(i))]);
    }

    private static Melding? Explain(string code, Vertaling vertaling) =>
        vertaling.Opleiding is not { } opleiding ? Meldingen.OpleidingscodeOnbekend(code)
        : vertaling.Zekerheid != Zekerheid.Hoog ? Meldingen.OpleidingscodeOnzeker(code, opleiding.Naam)
        : vertaling.Leerjaaruitkomst switch
        {
            Leerjaaruitkomst.Ongeldig => Meldingen.LeerjaarOngeldig(code, opleiding.Naam, vertaling.Leerjaar),
            Leerjaaruitkomst.Ontbreekt => Meldingen.LeerjaarOntbreekt,
            Leerjaaruitkomst.WijktAfVanCode when vertaling.Leerjaar is { } leerjaar => Meldingen.LeerjaarWijktAf(code, leerjaar),
            _ => null,
        };
}
