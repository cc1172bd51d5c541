using System.Globalization;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>The classes, lesson groups and teachers' places of a school; the same on every day.</summary>
internal sealed class Schoolopbouw
{
    private const int LeerlingenPerKlas = 27;
    private const int LeerlingenPerDocent = 12;
    private const int EersteKey = 1_001;
    private const int EersteKeyVolgendJaar = 500_001;

    /// <summary>How the pupils are spread over leerjaar 1 to 6, in percent, added up.</summary>
    private static readonly int[] AandeelTotEnMet = [20, 40, 59, 77, 91, 100];

    private static readonly string[] Vakcodes =
        ["netl", "entl", "wisa", "fatl", "dutl", "ak", "ges", "biol", "nask", "econ", "lo", "bv"];

    private readonly List<Klas> _klassen = [];
    private readonly List<Lesgroep> _lesgroepen = [];
    private readonly List<Lesplaats> _lesplaatsen = [];
    private readonly int[][] _bezetting;
    private readonly int _eersteKey;

    private Schoolopbouw(int seed, int school, int leerlingen, int vestigingen, int eersteKey)
    {
        _eersteKey = eersteKey;
        _bezetting = new int[vestigingen][];
        for (var vestiging = 0; vestiging < vestigingen; vestiging++)
        {
            var aantal = ((vestiging + 1) * leerlingen / vestigingen) - (vestiging * leerlingen / vestigingen);
            _bezetting[vestiging] = AddVestiging(vestiging, aantal);
            AddEmptyGroups(vestiging);
            AddLesplaatsen(seed, school, vestiging, aantal);
        }
    }

    /// <summary>All home classes, also those that nobody is in.</summary>
    public IReadOnlyList<Klas> Klassen => _klassen;

    /// <summary>All lesson groups.</summary>
    public IReadOnlyList<Lesgroep> Lesgroepen => _lesgroepen;

    /// <summary>The places that teachers fill.</summary>
    public IReadOnlyList<Lesplaats> Lesplaatsen => _lesplaatsen;

    /// <summary>Lays out a school for a number of pupils, with the group keys of this or of next school year.</summary>
    public static Schoolopbouw Build(
        int seed, int school, int leerlingen, int vestigingen, bool volgendJaar = false) =>
        new(seed, school, leerlingen, vestigingen, volgendJaar ? EersteKeyVolgendJaar : EersteKey);

    /// <summary>The classes of the pupils of day 0, one for each pupil.</summary>
    public IEnumerable<Klas> SeatFirstDay()
    {
        for (var vestiging = 0; vestiging < _bezetting.Length; vestiging++)
        {
            for (var leerjaar = 1; leerjaar <= 6; leerjaar++)
            {
                var klassen = ClassesOf(vestiging, leerjaar);
                for (var stoel = 0; stoel < _bezetting[vestiging][leerjaar - 1]; stoel++)
                {
                    yield return klassen[stoel % klassen.Count];
                }
            }
        }
    }

    /// <summary>The classes with pupils of one leerjaar at one vestiging.</summary>
    public List<Klas> ClassesOf(int vestiging, int leerjaar) =>
        _klassen.FindAll(k => k.Vestiging == vestiging && k.Leerjaar == leerjaar && k.Vakken.Count > 0);

    private int[] AddVestiging(int vestiging, int aantal)
    {
        var bezetting = new int[6];
        var gezeten = 0;
        for (var leerjaar = 1; leerjaar <= 6; leerjaar++)
        {
            var totEnMet = ((aantal * AandeelTotEnMet[leerjaar - 1]) + 99) / 100;
            bezetting[leerjaar - 1] = totEnMet - gezeten;
            gezeten = totEnMet;
            if (bezetting[leerjaar - 1] > 0)
            {
                var klassen = Math.Max(1, (int)Math.Round(bezetting[leerjaar - 1] / (double)LeerlingenPerKlas));
                AddLeerjaar(vestiging, leerjaar, klassen);
            }
        }

        return bezetting;
    }

    private void AddLeerjaar(int vestiging, int leerjaar, int klassen)
    {
        var niveaus = Opleidingscodes.NiveausOf(leerjaar);
        var volgnummer = 0;
        // About two classes of each level, so that a pupil can move to another class of the same level.
        var aantal = Math.Min((klassen + 1) / 2, niveaus.Count);
        for (var n = 0; n < aantal; n++)
        {
            var nevenklassen = ((klassen - 1 - n) / aantal) + 1;
            var vakken = AddLesgroepen(vestiging, leerjaar, niveaus[n], nevenklassen);
            for (var nevenklas = 0; nevenklas < nevenklassen; nevenklas++)
            {
                var naam = ClassName(leerjaar, niveaus[n], leerjaar <= 2 ? volgnummer : nevenklas);
                volgnummer++;
                _klassen.Add(new Klas(
                    Key("G", _klassen.Count), naam, vestiging, leerjaar, niveaus[n], nevenklas, vakken));
            }
        }
    }

    private List<Lesgroep[]> AddLesgroepen(int vestiging, int leerjaar, string niveau, int nevenklassen)
    {
        var vakken = new List<Lesgroep[]>(Vakcodes.Length);
        foreach (var vak in Vakcodes)
        {
            var groepen = new Lesgroep[nevenklassen];
            for (var n = 0; n < nevenklassen; n++)
            {
                var naam = string.Create(
                    CultureInfo.InvariantCulture, $"{leerjaar}{niveau.ToLowerInvariant()}.{vak}{n + 1}");
                groepen[n] = new Lesgroep(Key("LG", _lesgroepen.Count), naam, vestiging);
                _lesgroepen.Add(groepen[n]);
            }

            vakken.Add(groepen);
        }

        return vakken;
    }

    private void AddEmptyGroups(int vestiging)
    {
        _klassen.Add(new Klas(Key("G", _klassen.Count), "1X", vestiging, 1, "HV", 0, []));
        _klassen.Add(new Klas(Key("G", _klassen.Count), "H4x", vestiging, 4, "H", 0, []));
        _lesgroepen.Add(new Lesgroep(Key("LG", _lesgroepen.Count), "1.project", vestiging));
        _lesgroepen.Add(new Lesgroep(Key("LG", _lesgroepen.Count), "4.reserve", vestiging));
    }

    private void AddLesplaatsen(int seed, int school, int vestiging, int leerlingen)
    {
        if (leerlingen == 0)
        {
            return;
        }

        var plaatsen = Enumerable.Range(0, ((leerlingen - 1) / LeerlingenPerDocent) + 1)
            .Select(_ => new Lesplaats(vestiging, [], [])).ToList();
        var beurt = 0;
        foreach (var klas in _klassen.Where(k => k.Vestiging == vestiging && k.Vakken.Count > 0))
        {
            plaatsen[beurt++ % plaatsen.Count].Klassen.Add(klas);
        }

        for (var i = 0; i < _lesgroepen.Count; i++)
        {
            var zonderDocent = Dice.For(seed, Onderwerp.Groep, school, i).Chance(0.03);
            if (_lesgroepen[i].Vestiging == vestiging && !zonderDocent)
            {
                plaatsen[beurt++ % plaatsen.Count].Lesgroepen.Add(_lesgroepen[i]);
            }
        }

        _lesplaatsen.AddRange(plaatsen);
    }

    private static string ClassName(int leerjaar, string niveau, int letter) => leerjaar <= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{leerjaar}{Letters(letter, 'A')}")
        : string.Create(CultureInfo.InvariantCulture, $"{niveau}{leerjaar}{Letters(letter, 'a')}");

    private static string Letters(int nummer, char eerste) => nummer < 26
        ? ((char)(eerste + nummer)).ToString()
        : Letters((nummer / 26) - 1, eerste) + (char)(eerste + (nummer % 26));

    private string Key(string soort, int nummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{soort}{_eersteKey + nummer}");
}
