using System.Collections.Concurrent;
using Kurve.Numo.Simulator.Bediening;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator;

/// <summary>The invented schools and the day they are at. Safe for use by many requests at once.</summary>
internal sealed class Simulatie
{
    private readonly ConcurrentDictionary<int, Lazy<Schoolverloop>> _verlopen = new();
    private readonly ConcurrentDictionary<int, Lazy<Volgendjaar>> _volgendeJaren = new();
    private readonly Dictionary<string, SimulatedSchool> _opBrin;
    private readonly Dictionary<string, SimulatedSchool> _opDomein;
    private readonly ConcurrentDictionary<int, Lazy<Momentopname>> _jaareinden = new();
    private readonly Inrichting[] _inrichtingen;
    private readonly Dagteller _dagteller;

    /// <summary>Invents the schools; their people follow when somebody asks.</summary>
    public Simulatie(SimulatorOptions options)
    {
        Options = options;
        _dagteller = new Dagteller(options);
        Scholen = [.. Enumerable.Range(0, options.Schools).Select(i => SimulatedSchool.Invent(i, options))];
        _opBrin = Scholen.ToDictionary(s => s.Brin, StringComparer.Ordinal);
        _opDomein = Scholen.ToDictionary(s => s.Domein, StringComparer.OrdinalIgnoreCase);
        _inrichtingen = [.. Scholen.Select(s => new Inrichting(!options.Bare, s.Wachtwoord))];
        Autorisatiesleutel = SimulatedSchool.Derive($"sleutel|{options.Seed}", 32);
    }

    /// <summary>What was asked for at the start.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>All schools.</summary>
    public IReadOnlyList<SimulatedSchool> Scholen { get; }

    /// <summary>The UWLR key.</summary>
    public string Autorisatiesleutel { get; }

    /// <summary>The UWLR customer code.</summary>
    public const string Klantcode = "KURVE-SIM";

    /// <summary>The UWLR customer name.</summary>
    public const string Klantnaam = "Kurve simulator";

    /// <inheritdoc cref="Dagteller.Day"/>
    public int Day
    {
        get => _dagteller.Day;
        set => _dagteller.Day = value;
    }

    /// <inheritdoc cref="Dagteller.FollowsClock"/>
    public bool FollowsClock => _dagteller.FollowsClock;

    /// <summary>The school year that it is on the day that answers are about.</summary>
    public string Schooljaar => Day > _dagteller.Laatste ? Options.VolgendSchooljaar : Options.Schooljaar;

    /// <summary>The school with a BRIN, or null.</summary>
    public SimulatedSchool? FindByBrin(string? brin) => brin is null ? null : _opBrin.GetValueOrDefault(brin);

    /// <summary>The school with a name at Magister, or null.</summary>
    public SimulatedSchool? FindByDomein(string domein) => _opDomein.GetValueOrDefault(domein);

    /// <summary>
    /// The school whose web service account this is, or null. A password belongs to one school, so it also tells the
    /// school when the address does not.
    /// </summary>
    public SimulatedSchool? FindByAccount(string gebruiker, string wachtwoord, SimulatedSchool? inAdres) =>
        (inAdres is null ? Scholen : [inAdres]).FirstOrDefault(school =>
            InrichtingOf(school) is { Gebruiker: true } inrichting
            && string.Equals(inrichting.Wachtwoord, wachtwoord, StringComparison.Ordinal)
            && string.Equals(school.Gebruiker, gebruiker, StringComparison.OrdinalIgnoreCase));

    /// <summary>How far a school has set itself up.</summary>
    public Inrichting InrichtingOf(SimulatedSchool school) => _inrichtingen[school.Index];

    /// <summary>The people of a school through the days.</summary>
    public Schoolverloop VerloopOf(SimulatedSchool school) =>
        _verlopen.GetOrAdd(school.Index, _ => new Lazy<Schoolverloop>(() => Populate(school))).Value;

    /// <summary>
    /// A school of a school year on the day that answers are about; null when there is no data for it. The next school
    /// year is prepared until it begins; a school year that is over is as it ended.
    /// </summary>
    public Schoolbeeld? FindBeeld(SimulatedSchool school, string? schooljaar)
    {
        var (dag, verloop) = (Day, VerloopOf(school));
        if (string.Equals(schooljaar, Options.Schooljaar, StringComparison.Ordinal))
        {
            var mensen = dag > _dagteller.Laatste ? JaareindeOf(school) : verloop.At(dag);
            return new Schoolbeeld(Options.Schooljaar, verloop.Opbouw, verloop.Sleutels, mensen);
        }

        return string.Equals(schooljaar, Options.VolgendSchooljaar, StringComparison.Ordinal)
            ? new Schoolbeeld(
                Options.VolgendSchooljaar, VolgendjaarOf(school).Opbouw, verloop.Sleutels, ExpectedOn(school, dag))
            : null;
    }

    /// <summary>The people of a school on a day, in the school year that it is then.</summary>
    public Momentopname PeopleOn(SimulatedSchool school, int dag) =>
        dag > _dagteller.Laatste ? ExpectedOn(school, dag) : VerloopOf(school).At(dag);

    /// <summary>What changed at a school between two days, net.</summary>
    public Verschil Compare(SimulatedSchool school, int from, int to)
    {
        var eerder = PeopleOn(school, from);
        return Verschil.Compare(school.Brin, VerloopOf(school).Sleutels, eerder, PeopleOn(school, to));
    }

    private Momentopname ExpectedOn(SimulatedSchool school, int dag)
    {
        // First, since a school that is asked for an earlier day begins anew.
        var jaareinde = dag > _dagteller.Laatste ? JaareindeOf(school) : null;
        return VolgendjaarOf(school).Expect(VerloopOf(school).At(dag), jaareinde);
    }

    private Momentopname JaareindeOf(SimulatedSchool school) => _jaareinden.GetOrAdd(
        school.Index, _ => new Lazy<Momentopname>(() => VerloopOf(school).At(_dagteller.Laatste))).Value;

    private Volgendjaar VolgendjaarOf(SimulatedSchool school) =>
        _volgendeJaren.GetOrAdd(school.Index, _ => new Lazy<Volgendjaar>(() => Prepare(school))).Value;

    private Volgendjaar Prepare(SimulatedSchool school)
    {
        var opbouw = Schoolopbouw.Build(
            Options.Seed, school.Index, Options.Pupils, Options.Vestigingen, volgendJaar: true);
        return new Volgendjaar(Options.Seed, school.Index, VerloopOf(school).Opbouw, opbouw);
    }

    private Schoolverloop Populate(SimulatedSchool school)
    {
        var opbouw = Schoolopbouw.Build(Options.Seed, school.Index, Options.Pupils, Options.Vestigingen);
        var sleutels = new Sleutels(Options.Seed, school.Index, school.Brin, Options.Join);
        return new Schoolverloop(Options, school.Index, opbouw, sleutels);
    }
}
