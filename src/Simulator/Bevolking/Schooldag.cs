namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>The changing state of a school, moved on one day at a time.</summary>
internal sealed partial class Schooldag
{
    /// <summary>From this size on each day brings a pupil, takes one, and moves one to another class.</summary>
    private const int KleinsteMetVerloop = 20;

    private readonly int _seed;
    private readonly int _school;
    private readonly double _schaal;
    private readonly int _minstens;
    private readonly bool _langeVorm;
    private readonly bool _turbulent;
    private readonly Schoolopbouw _opbouw;
    private readonly Sleutels _sleutels;
    private readonly List<Leerling> _register = [];
    private readonly List<int> _aanwezig = [];
    private readonly List<int> _vertrokken = [];
    private readonly Docent?[] _docenten;
    private readonly List<Leerling> _buitenUwlr = [];
    private readonly List<Klas> _klassen;
    private int _docentnummer;

    /// <summary>Starts at day 0.</summary>
    public Schooldag(SimulatorOptions options, int school, Schoolopbouw opbouw, Sleutels sleutels)
    {
        (_seed, _school, _opbouw, _sleutels) = (options.Seed, school, opbouw, sleutels);
        _turbulent = options.Turbulent;
        _schaal = options.Pupils / 800.0;
        _minstens = options.Pupils >= KleinsteMetVerloop ? 1 : 0;
        _langeVorm = Opleidingscodes.HasLongForm(_seed, school);
        _klassen = [.. opbouw.Klassen.Where(k => k.Vakken.Count > 0)];
        foreach (var klas in opbouw.SeatFirstDay())
        {
            Enroll(klas);
        }

        _docenten = [.. opbouw.Lesplaatsen.Select(Appoint)];
        for (var i = 0; _klassen.Count > 0 && i < Math.Max(1, options.Pupils / 200); i++)
        {
            var nummer = Sleutels.EersteBuitenUwlr + i;
            _buitenUwlr.Add(Begin(nummer, _klassen[i % _klassen.Count]));
        }
    }

    /// <summary>The day this state is at.</summary>
    public int Dag { get; private set; }

    /// <summary>Applies the changes of the next day.</summary>
    public void Advance()
    {
        Dag++;
        var dice = Dice.For(_seed, Onderwerp.Dag, _school, 0, Dag);
        if (_klassen.Count > 0)
        {
            // Who left today does not return or change today, and who comes today changes from tomorrow on.
            var konTerugkeren = _vertrokken.Count;
            Repeat(Math.Max(_minstens, dice.CountAround(2 * _schaal)), ref dice, LetSomebodyLeave);
            Repeat(Math.Max(_minstens, dice.CountAround(5 * _schaal)), ref dice, MoveSomebody);
            Repeat(dice.CountAround(2 * _schaal), ref dice, RenameSomebody);
            Repeat(dice.CountAround(1 * _schaal), ref dice, RecodeSomebody);
            Repeat(Math.Min(konTerugkeren, dice.CountAround(0.4 * _schaal)), ref dice, LetSomebodyReturn);
            Repeat(Math.Max(_minstens, dice.CountAround(3 * _schaal)), ref dice, EnrollSomebody);
        }

        ChangeStaff(ref dice);
        if (_turbulent && _klassen.Count > 0)
        {
            BringRareChanges();
        }
    }

    /// <summary>Everybody as they are now.</summary>
    public Momentopname Capture()
    {
        var nummers = _aanwezig.ToArray();
        Array.Sort(nummers);
        return new Momentopname(
            Dag,
            Array.ConvertAll(nummers, n => _register[n]),
            [.. _docenten.OfType<Docent>()],
            _buitenUwlr);
    }

    private delegate void Change(ref Dice dice);

    private static void Repeat(int times, ref Dice dice, Change change)
    {
        for (var i = 0; i < times; i++)
        {
            change(ref dice);
        }
    }

    private void Enroll(Klas klas)
    {
        _aanwezig.Add(_register.Count);
        _register.Add(Begin(_register.Count, klas));
    }

    private Leerling Begin(int nummer, Klas klas)
    {
        var dice = Dice.For(_seed, Onderwerp.Leerling, _school, nummer);
        var naam = Namen.Throw(ref dice);
        var code = Opleidingscodes.Throw(klas, _langeVorm, ref dice);
        var onbekend = _sleutels.HasUnknownCode(nummer);
        return new Leerling(
            nummer, Dag, naam, klas, onbekend ? Opleidingscodes.Onbekend(klas.Leerjaar) : code);
    }

    private void EnrollSomebody(ref Dice dice) => Enroll(dice.Pick(_klassen));

    private void LetSomebodyLeave(ref Dice dice)
    {
        if (_aanwezig.Count <= 1)
        {
            return;
        }

        var plaats = dice.Below(_aanwezig.Count);
        _vertrokken.Add(_aanwezig[plaats]);
        _aanwezig[plaats] = _aanwezig[^1];
        _aanwezig.RemoveAt(_aanwezig.Count - 1);
    }

    // The one who left longest ago comes back: never somebody of today.
    private void LetSomebodyReturn(ref Dice dice)
    {
        _aanwezig.Add(_vertrokken[0]);
        _vertrokken.RemoveAt(0);
    }

    private void MoveSomebody(ref Dice dice)
    {
        const int Tries = 10;
        var leerling = PickPresent(ref dice);
        for (var i = 0; i < Tries && leerling.Klas.Vakken[0].Length == 1; i++)
        {
            leerling = PickPresent(ref dice);
        }

        var klassen = OtherClasses(leerling.Klas);
        var zelfdeNiveau = klassen.FindAll(
            k => string.Equals(k.Niveau, leerling.Klas.Niveau, StringComparison.Ordinal));
        if (zelfdeNiveau.Count > 0)
        {
            Replace(leerling with { Klas = dice.Pick(zelfdeNiveau) });
        }
        else if (klassen.Count > 0)
        {
            // Nothing but another level, or another leerjaar, is left: a small school.
            MoveToOtherLevel(leerling, dice.Pick(klassen));
        }
    }

    private void MoveToOtherLevel(Leerling leerling, Klas klas) => Replace(leerling with
    {
        Klas = klas,
        Opleidingscode = Opleidingscodes.OwnCode(klas.Niveau, klas.Leerjaar, _langeVorm),
    });

    private List<Klas> OtherClasses(Klas klas)
    {
        var klassen = _opbouw.ClassesOf(klas.Vestiging, klas.Leerjaar);
        klassen.Remove(klas);
        return klassen.Count > 0
            ? klassen
            : _klassen.FindAll(k => k.Vestiging == klas.Vestiging && k.Leerjaar != klas.Leerjaar);
    }

    private void RenameSomebody(ref Dice dice)
    {
        var leerling = PickPresent(ref dice);
        Replace(leerling with { Naam = Namen.Rename(leerling.Naam, ref dice) });
    }

    private void RecodeSomebody(ref Dice dice)
    {
        var leerling = PickPresent(ref dice);
        var code = Opleidingscodes.Change(leerling.Opleidingscode, leerling.Klas, _langeVorm, ref dice);
        Replace(leerling with { Opleidingscode = code });
    }

    private void ChangeStaff(ref Dice dice)
    {
        for (var plaats = 0; plaats < _docenten.Length; plaats++)
        {
            if (_docenten[plaats] is null && dice.Chance(0.4))
            {
                _docenten[plaats] = Appoint(_opbouw.Lesplaatsen[plaats]);
            }
        }

        if (_docenten.Length > 1 && dice.Chance(Math.Min(0.5, 0.15 * _schaal)))
        {
            _docenten[dice.Below(_docenten.Length)] = null;
        }
    }

    private Docent Appoint(Lesplaats plaats)
    {
        var dice = Dice.For(_seed, Onderwerp.Docent, _school, _docentnummer);
        return new Docent(_docentnummer++, Namen.Throw(ref dice), plaats);
    }

    private Leerling PickPresent(ref Dice dice) => _register[_aanwezig[dice.Below(_aanwezig.Count)]];

    private void Replace(Leerling leerling) => _register[leerling.Nummer] = leerling;
}
