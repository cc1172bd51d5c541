namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// A school as its administration prepares the next school year: pupils go up a class or, a few, stay down; who is in
/// an examination class leaves; first-years come, whom Magister's list does not know until the year begins. Groups have
/// other keys than this year's, and teachers keep their places.
/// </summary>
internal sealed class Volgendjaar
{
    /// <summary>Of so many pupils one stays down.</summary>
    private const int Zittenblijver = 29;

    private readonly int _seed;
    private readonly int _school;
    private readonly Schoolopbouw _nu;
    private readonly Schoolopbouw _straks;
    private readonly bool _langeVorm;
    private readonly Dictionary<string, (Klas Zelfde, Klas? Hoger)> _klassen = new(StringComparer.Ordinal);

    /// <summary>Prepares the year after the one that a school is laid out for.</summary>
    /// <param name="seed">What everything is derived from.</param>
    /// <param name="school">Place among the schools.</param>
    /// <param name="nu">This year's groups.</param>
    /// <param name="straks">Next year's groups: the same ones, with keys of their own.</param>
    public Volgendjaar(int seed, int school, Schoolopbouw nu, Schoolopbouw straks)
    {
        (_seed, _school, _nu, _straks) = (seed, school, nu, straks);
        _langeVorm = Opleidingscodes.HasLongForm(seed, school);
        for (var i = 0; i < nu.Klassen.Count; i++)
        {
            _klassen.Add(nu.Klassen[i].Key, (straks.Klassen[i], FindHigher(nu.Klassen[i])));
        }
    }

    /// <summary>Next year's groups.</summary>
    public Schoolopbouw Opbouw => _straks;

    /// <summary>
    /// Who is expected next year, seen from a day of this year; or who is there, on a day of next year. What happens
    /// after this year has ended goes on to happen to those who went up.
    /// </summary>
    /// <param name="nu">Everybody on that day, by this year's groups.</param>
    /// <param name="jaareinde">The last day of this year, when it is over: who were to come by then have come. Null
    /// before.</param>
    public Momentopname Expect(Momentopname nu, Momentopname? jaareinde)
    {
        var eersteDag = jaareinde is null ? 0 : jaareinde.Dag + 1;
        var hoger = nu.Leerlingen.Select(Promote).OfType<Leerling>();
        var eersteklassers = (jaareinde ?? nu).Leerlingen.Where(l => l.Klas.Leerjaar == 1)
            .Select((l, i) => Announce(l.Klas, i, eersteDag));
        return nu with
        {
            Leerlingen = [.. hoger.Concat(eersteklassers)],
            Docenten = [.. nu.Docenten.Select(d => d with { Lesplaats = PlaceOf(d) })],
        };
    }

    private Leerling? Promote(Leerling leerling)
    {
        var (zelfde, hoger) = _klassen[leerling.Klas.Key];
        return leerling.Nummer % Zittenblijver == 0 ? leerling with { Klas = zelfde }
            : hoger is null ? null
            : leerling with
            {
                Klas = hoger,
                Opleidingscode = Opleidingscodes.GoUp(leerling.Opleidingscode, leerling.Klas, hoger, _langeVorm),
            };
    }

    private Leerling Announce(Klas klas, int plaats, int eersteDag)
    {
        var nummer = Sleutels.EersteVolgendJaar + plaats;
        var dice = Dice.For(_seed, Onderwerp.Leerling, _school, nummer);
        var (naam, zelfde) = (Namen.Throw(ref dice), _klassen[klas.Key].Zelfde);
        return new Leerling(nummer, eersteDag, naam, zelfde, Opleidingscodes.Throw(zelfde, _langeVorm, ref dice));
    }

    private Lesplaats PlaceOf(Docent docent)
    {
        var plaats = _nu.Lesplaatsen.TakeWhile(p => !ReferenceEquals(p, docent.Lesplaats)).Count();
        return _straks.Lesplaatsen[plaats];
    }

    private Klas? FindHigher(Klas klas)
    {
        if (klas.Vakken.Count == 0 || IsExamenklas(klas))
        {
            return null;
        }

        var hoger = _straks.ClassesOf(klas.Vestiging, klas.Leerjaar + 1);
        var zelfdeNiveau = hoger.FindAll(k => string.Equals(k.Niveau, klas.Niveau, StringComparison.Ordinal));
        var keuze = zelfdeNiveau.Count > 0 ? zelfdeNiveau : hoger;
        return keuze.Count == 0 ? null : keuze[klas.Nevenklas % keuze.Count];
    }

    private static bool IsExamenklas(Klas klas) => klas switch
    {
        { Niveau: "TL" or "KB" or "BB" or "KGT", Leerjaar: >= 4 } => true,
        { Niveau: "H", Leerjaar: >= 5 } => true,
        _ => klas.Leerjaar >= 6,
    };
}
