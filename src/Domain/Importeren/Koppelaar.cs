using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>
/// Joins UWLR's pupils with the rows of Magister's web service. Which column of the list equals a key of UWLR is not
/// documented and may differ per school, so it is measured on every run: the column with the most unique hits is used,
/// and below half of the pupils the answers are refused.
/// </summary>
public static class Koppelaar
{
    private static readonly Kandidaat[] Kandidaten =
    [
        new("ExterneId = @key", regel => regel.ExterneId, leerling => leerling.UwlrKey),
        new("stamnr = @key", regel => Canonicalize(regel.Stamnummer), leerling => Canonicalize(leerling.UwlrKey)),
        new("idGebr = @key", regel => regel.IdGebr, leerling => leerling.UwlrKey),
        new("ExterneId = @eckid", regel => regel.ExterneId, leerling => leerling.EckId?.Value),
    ];

    /// <summary>A translation of an opleidingscode and the source's leerjaar.</summary>
    public delegate Vertaling Translate(string? opleidingscode, int? leerjaar);

    /// <summary>
    /// Joins; the pupils come back in the same order, with stamnummer, idGebr, opleidingscode and doelgroep.
    /// </summary>
    /// <param name="leerlingen">UWLR's pupils.</param>
    /// <param name="regels">The web service's rows.</param>
    /// <param name="translate">The translation of opleidingscodes.</param>
    /// <param name="gang">Follows and stops the join; null for nobody.</param>
    /// <returns>The pupils, the report and what is to be said of their codes; or a <see cref="Bronfout"/> when no column fits at least half of the
    /// pupils.</returns>
    public static Result<Koppeluitkomst> Join(
        IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen,
        IReadOnlyList<Opleidingsregel> regels,
        Translate translate,
        Rekengang? gang = null)
    {
        gang ??= Rekengang.Ongestoord;
        var bruikbaar = leerlingen.Count(l => l.Afkeuring is null);
        var metingen = Kandidaten.Select(k => k.Measure(leerlingen, regels, gang)).ToArray();
        var beste = metingen.MaxBy(m => m.Treffers)!;
        var rapport = new Koppelrapport(
            [.. metingen.Select(m => new Koppelkolom(m.Naam, m.Treffers, Share(m.Treffers, bruikbaar), m == beste))],
            bruikbaar,
            regels.Count,
            bruikbaar - beste.Treffers,
            regels.Count - beste.Regels.Sum(r => r?.Count ?? 0));
        if (beste.Treffers * 2 < bruikbaar)
        {
            return KoppelingMislukt(rapport);
        }

        var leerjaren = new Leerjaartelling();
        var gekoppeld = new Aangeleverd<LeerlingGegevens>[leerlingen.Count];
        for (var i = 0; i < gekoppeld.Length; i++)
        {
            gang.Next();
            gekoppeld[i] = leerlingen[i].Afkeuring is not null ? leerlingen[i]
                : beste.Regels[i] is { } eigen ? Enrich(leerlingen[i], eigen, translate, leerjaren)
                : leerlingen[i] with { Meldingen = [.. leerlingen[i].Meldingen, Meldingen.GeenOpleidingsregel] };
        }

        return new Koppeluitkomst(gekoppeld, rapport, leerjaren.ToMeldingen())
        {
            RegelsZonderLeerling = Rest(regels, beste),
        };
    }

    // By reference: rows with the same values are rows all the same.
    private static Opleidingsregel[] Rest(IReadOnlyList<Opleidingsregel> regels, Meting beste)
    {
        var used = new HashSet<Opleidingsregel>(
            beste.Regels.OfType<List<Opleidingsregel>>().SelectMany(r => r), ReferenceEqualityComparer.Instance);
        return [.. regels.Where(regel => !used.Contains(regel))];
    }

    private static Bronfout KoppelingMislukt(Koppelrapport rapport)
    {
        var kolommen = string.Join(", ", rapport.Kolommen.Select(k => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{k.Naam}: {k.Treffers} ({k.Aandeel:P0})")));
        return new Bronfout(
            "BRONNEN_PASSEN_NIET",
            $"No column of KurveLeerlingData fits half of the {rapport.Leerlingen} pupils of UWLR: {kolommen}.",
            $"De lijst KurveLeerlingData past niet bij de leerlingen uit UWLR ({kolommen}). Controleer of de query "
            + "in Magister de juiste leerlingen en kolommen geeft.",
            Actiehouder.School,
            Tijdelijk: false);
    }

    /// <summary>Adds what the rows of one pupil say: its numbers, and the enrolment that counts.</summary>
    internal static Aangeleverd<LeerlingGegevens> Enrich(
        Aangeleverd<LeerlingGegevens> leerling,
        List<Opleidingsregel> regels,
        Translate translate,
        Leerjaartelling leerjaren)
    {
        var stamnummer = regels.Select(r => r.Stamnummer).Where(s => s is not null).Min(StringComparer.Ordinal);
        var idGebr = regels.Select(r => r.IdGebr).Where(s => s is not null).Min(StringComparer.Ordinal);
        var gelezen = stamnummer is not null && Stamnummer.Create(stamnummer) is { IsOk: true } s ? s.Value : (Stamnummer?)null;
        var (code, vertaling, meerdere) = Choose(regels, leerling.Gegevens.Leerjaar, translate);
        leerjaren.Add(code, vertaling);
        List<Melding> meldingen = [.. leerling.Meldingen, .. Explain(code, vertaling)];
        if (meerdere)
        {
            meldingen.Add(Meldingen.MeerdereInschrijvingen);
        }

        return leerling with
        {
            Gegevens = leerling.Gegevens with
            {
                Stamnummer = gelezen,
                IdGebr = idGebr,
                Opleidingscode = code,
                Doelgroep = vertaling.Doelgroep,
                Leerjaar = leerling.Gegevens.Leerjaar ?? vertaling.Doelgroep?.Leerjaar,
            },
            Geleverd = leerling.Geleverd
                | Veld.Opleidingscode
                | (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.Ontbreekt ? Veld.Geen : Veld.Doelgroep)
                | (gelezen is null ? Veld.Geen : Veld.Stamnummer)
                | (idGebr is null ? Veld.Geen : Veld.IdGebr)
                | (leerling.Gegevens.Leerjaar is null && vertaling.Doelgroep is not null ? Veld.Leerjaar : Veld.Geen),
            Meldingen = meldingen,
        };
    }

    /// <summary>
    /// The enrolment that counts: all may agree on the doelgroep; otherwise the list has no dates to go by, so one
    /// whose doelgroep is known and legal goes before one that is not, then the surest, then the first by code.
    /// </summary>
    private static (string? Code, Vertaling Vertaling, bool Meerdere) Choose(
        List<Opleidingsregel> regels, int? leerjaar, Translate translate)
    {
        if (regels.Count == 1)
        {
            return (regels[0].Opleidingscode, translate(regels[0].Opleidingscode, leerjaar), false);
        }

        var keuzes = regels
            .Select(r => r.Opleidingscode)
            .Distinct(StringComparer.Ordinal)
            .Select(code => (Code: code, Vertaling: translate(code, leerjaar)))
            .OrderByDescending(k => k.Vertaling.Doelgroep is not null)
            .ThenByDescending(k => k.Vertaling.Zekerheid)
            .ThenBy(k => k.Code, StringComparer.Ordinal)
            .ToArray();
        var eens = keuzes.All(k => k.Vertaling.Doelgroep == keuzes[0].Vertaling.Doelgroep);
        return (keuzes[0].Code, keuzes[0].Vertaling, !eens);
    }

    private static IEnumerable<Melding> Explain(string? code, Vertaling vertaling)
    {
        if (string.IsNullOrEmpty(code))
        {
            yield return Meldingen.GeenOpleidingscode;
        }
        else if (vertaling.Opleiding is not { } opleiding)
        {
            yield return Meldingen.OpleidingscodeOnbekend(code);
        }
        else if (vertaling.Zekerheid != Zekerheid.Hoog)
        {
            yield return Meldingen.OpleidingscodeOnzeker(code, opleiding.Naam);
        }
        else if (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.Ongeldig)
        {
            yield return Meldingen.LeerjaarOngeldig(code, opleiding.Naam, vertaling.Leerjaar);
        }
        else if (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.Ontbreekt)
        {
            yield return Meldingen.LeerjaarOntbreekt;
        }
        else if (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.WijktAfVanCode && vertaling.Leerjaar is { } leerjaar)
        {
            yield return Meldingen.LeerjaarWijktAf(code, leerjaar);
        }
    }

    private static string? Canonicalize(string? value) => value is null ? null : Stamnummer.Canonicalize(value);

    private static double Share(int treffers, int leerlingen) => leerlingen == 0 ? 0 : (double)treffers / leerlingen;

    private sealed record Kandidaat(
        string Naam, Func<Opleidingsregel, string?> FromRegel, Func<LeerlingGegevens, string?> FromLeerling)
    {
        public Meting Measure(
            IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen,
            IReadOnlyList<Opleidingsregel> regels,
            Rekengang gang)
        {
            const int Meerdere = -1;
            var pupilByValue = new Dictionary<string, int>(leerlingen.Count, StringComparer.Ordinal);
            for (var i = 0; i < leerlingen.Count; i++)
            {
                gang.Check();
                if (leerlingen[i].Afkeuring is null && FromLeerling(leerlingen[i].Gegevens) is { Length: > 0 } value
                    && !pupilByValue.TryAdd(value, i))
                {
                    pupilByValue[value] = Meerdere;
                }
            }

            var found = new List<Opleidingsregel>?[leerlingen.Count];
            foreach (var regel in regels)
            {
                gang.Check();
                if (FromRegel(regel) is not { Length: > 0 } value
                    || !pupilByValue.TryGetValue(value, out var pupil) || pupil == Meerdere)
                {
                    continue;
                }

                (found[pupil] ??= new List<Opleidingsregel>(1)).Add(regel);
            }

            for (var pupil = 0; pupil < found.Length; pupil++)
            {
                if (found[pupil] is { Count: > 1 } eigen && !AreOfOnePerson(eigen))
                {
                    found[pupil] = null;
                }
            }

            return new Meting(Naam, found.Count(f => f is not null), found);
        }

        // Two enrolments of one pupil have the same stamnummer and account; two of either are two pupils.
        private static bool AreOfOnePerson(List<Opleidingsregel> regels) =>
            IsOne(regels.Select(r => Canonicalize(r.Stamnummer))) && IsOne(regels.Select(r => r.IdGebr));

        private static bool IsOne(IEnumerable<string?> values) =>
            values.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() < 2;
    }

    private sealed record Meting(string Naam, int Treffers, List<Opleidingsregel>?[] Regels);
}
