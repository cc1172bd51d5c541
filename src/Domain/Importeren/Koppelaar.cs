using Kurve.Numo.Domain.Importeren.Inschrijvingen;
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
        var metingen = Kandidaten.Select(k => Meting.Of(k, leerlingen, regels, gang)).ToArray();
        var beste = metingen.MaxBy(m => m.Treffers)!;
        var rest = Rest(regels, beste, metingen);
        var rapport = new Koppelrapport(
            [.. metingen.Select(m => new Koppelkolom(m.Naam, m.Treffers, Share(m.Treffers, bruikbaar), m == beste))],
            leerlingen.Count,
            regels.Count,
            bruikbaar - beste.Treffers,
            rest.Length)
        {
            Afgekeurd = leerlingen.Count - bruikbaar,
        };
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
            RegelsZonderLeerling = rest,
        };
    }

    // A row of somebody who was delivered is nobody's only when no column says so: who was rejected may lack one key.
    private static Opleidingsregel[] Rest(IReadOnlyList<Opleidingsregel> regels, Meting beste, Meting[] metingen) =>
    [
        .. regels.Where((_, index) =>
            !beste.IsBekend[index] && !Array.Exists(metingen, m => m.IsVanAfgekeurde[index])),
    ];

    private static Bronfout KoppelingMislukt(Koppelrapport rapport)
    {
        var kolommen = string.Join(", ", rapport.Kolommen.Select(k => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{k.Naam}: {k.Treffers} ({k.Aandeel:P0})")));
        return new Bronfout(
            "BRONNEN_PASSEN_NIET",
            $"No column of KurveLeerlingData fits half of the {rapport.Leerlingen - rapport.Afgekeurd} pupils of UWLR that can "
                + $"be read: {kolommen}.",
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
        var met = AddNumbers(leerling, regels);
        var leerjaar = leerling.Gegevens.Leerjaar;
        if (regels is [{ Opleidingscode: { } code }] && !Inschrijvingkeuze.IsEmpty(code))
        {
            // Nearly everybody has one enrolment.
            var enige = new Inschrijving(code, translate(code, leerjaar));
            leerjaren.Add(code, enige.Vertaling);
            return Inschrijvingkeuze.Take(met, enige);
        }

        var inschrijvingen = Inschrijvingkeuze.Read(regels.Select(r => r.Opleidingscode), leerjaar, translate);
        if (inschrijvingen.Count == 0)
        {
            return met with { Meldingen = [.. met.Meldingen, Meldingen.GeenOpleidingscode] };
        }

        met = met with { Inschrijvingen = inschrijvingen.Count > 1 ? inschrijvingen : [] };
        if (Inschrijvingkeuze.Choose(inschrijvingen, leerjaar, numo: null) is not { } keuze)
        {
            return met with
            {
                Meldingen = [.. met.Meldingen, Meldingen.MeerdereInschrijvingen(inschrijvingen.Select(i => i.Code))],
            };
        }

        leerjaren.Add(keuze.Code, keuze.Vertaling);
        var eens = inschrijvingen.All(i => i.Doelgroep == keuze.Doelgroep);
        return Inschrijvingkeuze.Take(eens ? met with { Inschrijvingen = [] } : met, keuze);
    }

    private static Aangeleverd<LeerlingGegevens> AddNumbers(
        Aangeleverd<LeerlingGegevens> leerling, List<Opleidingsregel> regels)
    {
        var (stamnummer, idGebr) = regels is [var enige]
            ? (enige.Stamnummer, enige.IdGebr)
            : (Least(regels.Select(r => r.Stamnummer)), Least(regels.Select(r => r.IdGebr)));
        var gelezen = stamnummer is not null && Stamnummer.Create(stamnummer) is { IsOk: true } s ? s.Value : (Stamnummer?)null;
        return leerling with
        {
            Gegevens = leerling.Gegevens with { Stamnummer = gelezen, IdGebr = idGebr },
            Geleverd = leerling.Geleverd
                | (gelezen is null ? Veld.Geen : Veld.Stamnummer)
                | (idGebr is null ? Veld.Geen : Veld.IdGebr),
            Meldingen = regels.TrueForAll(r => r.Meldingen.Count == 0)
                ? leerling.Meldingen
                : [.. leerling.Meldingen, .. regels.SelectMany(r => r.Meldingen).Distinct()],
        };
    }

    private static string? Least(IEnumerable<string?> values) => values.OfType<string>().Min(StringComparer.Ordinal);

    private static string? Canonicalize(string? value) => value is null ? null : Stamnummer.Canonicalize(value);

    private static double Share(int treffers, int leerlingen) => leerlingen == 0 ? 0 : (double)treffers / leerlingen;

    private sealed record Kandidaat(
        string Naam, Func<Opleidingsregel, string?> FromRegel, Func<LeerlingGegevens, string?> FromLeerling);

    /// <summary>How well one column fits.</summary>
    private sealed class Meting(string naam, int leerlingen, int regels)
    {
        public string Naam => naam;

        public int Treffers { get; private set; }

        /// <summary>The rows of each pupil who has any.</summary>
        public List<Opleidingsregel>?[] Regels { get; } = new List<Opleidingsregel>?[leerlingen];

        /// <summary>Whether a row has the value of somebody who was delivered.</summary>
        public bool[] IsBekend { get; } = new bool[regels];

        /// <summary>Whether a row has the value of somebody who was rejected.</summary>
        public bool[] IsVanAfgekeurde { get; } = new bool[regels];

        public static Meting Of(
            Kandidaat kandidaat,
            IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen,
            IReadOnlyList<Opleidingsregel> regels,
            Rekengang gang)
        {
            var meting = new Meting(kandidaat.Naam, leerlingen.Count, regels.Count);
            var register = new Waarderegister(leerlingen, kandidaat.FromLeerling, gang);
            for (var i = 0; i < regels.Count; i++)
            {
                gang.Check();
                var waarde = kandidaat.FromRegel(regels[i]);
                meting.IsVanAfgekeurde[i] = register.IsVanAfgekeurde(waarde);
                meting.IsBekend[i] = register.TryFind(waarde, out var leerling) || meting.IsVanAfgekeurde[i];
                if (leerling >= 0)
                {
                    (meting.Regels[leerling] ??= new List<Opleidingsregel>(1)).Add(regels[i]);
                }
            }

            meting.Conclude();
            return meting;
        }

        private void Conclude()
        {
            for (var i = 0; i < Regels.Length; i++)
            {
                Regels[i] = Regels[i] is { Count: > 1 } eigen && !AreOfOnePerson(eigen) ? null : Regels[i];
                Treffers += Regels[i] is null ? 0 : 1;
            }
        }

        // Two enrolments of one pupil have the same stamnummer and account; two of either are two pupils.
        private static bool AreOfOnePerson(List<Opleidingsregel> regels) =>
            IsOne(regels.Select(r => Canonicalize(r.Stamnummer))) && IsOne(regels.Select(r => r.IdGebr));

        private static bool IsOne(IEnumerable<string?> values) =>
            values.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).Count() < 2;
    }
}
