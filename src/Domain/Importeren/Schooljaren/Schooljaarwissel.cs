using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>How far the change of school year is, of a vestiging or of a school as a whole.</summary>
public enum Wisselstaat
{
    /// <summary>Nothing was prepared.</summary>
    Open = 1,

    /// <summary>The new year was prepared, and nights keep it so.</summary>
    Voorbereid,

    /// <summary>The school agreed that the nights from 1 August on apply it within bounds.</summary>
    Akkoord,

    /// <summary>The year has begun, and not all of it was imported.</summary>
    Begonnen,

    /// <summary>The year was imported as a whole, and who leaves has left.</summary>
    Klaar,
}

/// <summary>When and by whom a step was taken.</summary>
/// <param name="Moment">When.</param>
/// <param name="Door">By whom: the subject of the token.</param>
public sealed record Wisselstap(DateTimeOffset Moment, string Door);

/// <summary>
/// The change to one school year at one school: prepared in May to July, agreed by a person, and from 1 August on applied by
/// the nights within what was agreed.
/// </summary>
public sealed record Schooljaarwissel
{
    private const int EersteMaand = 2;

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>The school year that begins.</summary>
    public required Schooljaar Schooljaar { get; init; }

    /// <summary>When and by whom the year was first prepared; null when it was not.</summary>
    public Wisselstap? Voorbereid { get; init; }

    /// <summary>When and by whom was agreed; null when it was not, or was withdrawn.</summary>
    public Wisselstap? Akkoord { get; init; }

    /// <summary>The day from which on leavers are archived: the first day of the school year, or later.</summary>
    public DateOnly VertrekOp { get; init; }

    /// <summary>The bounds that are or were agreed, by vestiging, with what was done by them.</summary>
    public IReadOnlyList<Wisselgrens> Grenzen { get; init; } = [];

    /// <summary>Rises with each change; 0 when nothing was stored.</summary>
    public long Versie { get; init; }

    /// <summary>One of which nothing is known.</summary>
    public static Schooljaarwissel Leeg(SchoolId schoolId, Schooljaar schooljaar) =>
        new() { SchoolId = schoolId, Schooljaar = schooljaar, VertrekOp = schooljaar.EersteDag };

    /// <summary>
    /// The school year whose change is at hand: from February to July that of the coming August, after that the one of now.
    /// </summary>
    public static Schooljaar JaarOp(DateOnly dag)
    {
        var huidig = Schooljaar.Op(dag);
        return dag.Year > huidig.Begin && dag.Month >= EersteMaand ? Schooljaar.Hydrate(huidig.Begin + 1) : huidig;
    }

    /// <summary>What nights go by; null without an agreement.</summary>
    public Wisselafspraak? Afspraak => Akkoord is null ? null : new Wisselafspraak(Schooljaar, VertrekOp, Afgesproken)
    {
        Versie = Versie,
    };

    /// <summary>The bounds that are agreed.</summary>
    public IReadOnlyList<Wisselgrens> Afgesproken => [.. Grenzen.Where(grens => grens.IsAkkoord)];

    /// <summary>How far one vestiging is.</summary>
    /// <param name="vestiging">The vestiging.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    /// <param name="isVoltooid">Whether the year was imported as a whole for the vestiging.</param>
    public Wisselstaat StaatVan(Vestigingsnummer vestiging, DateOnly vandaag, bool isVoltooid)
    {
        var grens = Afgesproken.FirstOrDefault(g => g.Vestiging == vestiging);
        return grens is { Klaar: not null } || (grens is null && isVoltooid) ? Wisselstaat.Klaar
            : vandaag >= Schooljaar.EersteDag ? Wisselstaat.Begonnen
            : grens is not null ? Wisselstaat.Akkoord
            : Voorbereid is not null ? Wisselstaat.Voorbereid
            : Wisselstaat.Open;
    }

    /// <summary>The year was prepared; who did so first is remembered.</summary>
    public Schooljaarwissel Prepare(Wisselstap stap) => Voorbereid is null
        ? this with { Voorbereid = stap, Versie = Versie + 1 }
        : this;

    /// <summary>The preparation was undone, and with it the agreement.</summary>
    public Schooljaarwissel Forget() => this with
    {
        Voorbereid = null,
        Akkoord = null,
        Grenzen = Lapsed,
        Versie = Versie + 1,
    };

    /// <summary>
    /// The school agrees; vestigingen that it does not name keep what they agreed before, and what was done by it stays counted.
    /// <see cref="NietVoorbereid"/> when the year was not prepared, <see cref="WisselTeLaat"/> after the last day,
    /// <see cref="VertrekdatumOngeldig"/> for a day outside 1 August to 31 October.
    /// </summary>
    /// <param name="grenzen">The bounds, of each vestiging once.</param>
    /// <param name="vertrekOp">The day from which on leavers are archived.</param>
    /// <param name="stap">When and by whom.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    public Result<Schooljaarwissel> Agree(
        IReadOnlyList<Wisselgrens> grenzen, DateOnly vertrekOp, Wisselstap stap, DateOnly vandaag)
    {
        var laatste = Wisselafspraak.LaatsteDagVan(Schooljaar);
        return Voorbereid is null ? new NietVoorbereid(Schooljaar, vandaag >= Schooljaar.EersteDag)
            : vandaag > laatste ? new WisselTeLaat(Schooljaar, laatste)
            : vertrekOp < Schooljaar.EersteDag || vertrekOp > laatste
                ? new VertrekdatumOngeldig(vertrekOp, Schooljaar.EersteDag, laatste) { Field = "vertrek_op" }
            : this with
            {
                Akkoord = stap,
                VertrekOp = vertrekOp,
                Grenzen =
                [
                    .. grenzen.Select(Keep)
                        .Concat(Grenzen.Where(g => grenzen.All(named => named.Vestiging != g.Vestiging)))
                        .OrderBy(g => g.Vestiging),
                ],
                Versie = Versie + 1,
            };
    }

    /// <summary>
    /// The school withdraws what it agreed: nights from 1 August on apply what they apply otherwise.
    /// <see cref="NietAfgesproken"/> when there is nothing to withdraw.
    /// </summary>
    public Result<Schooljaarwissel> Withdraw() => Akkoord is null
        ? new NietAfgesproken(Schooljaar)
        : this with { Akkoord = null, Grenzen = Lapsed, Versie = Versie + 1 };

    /// <summary>
    /// A person undid an import of the year: people are what they were, nothing more happens by itself, and who agrees anew begins
    /// to count anew.
    /// </summary>
    public Schooljaarwissel Undo() => this with
    {
        Akkoord = null,
        Grenzen =
        [
            .. Grenzen.Select(grens => grens with { IsAkkoord = false, Vertrokken = 0, Begonnen = null, Klaar = null }),
        ],
        Versie = Versie + 1,
    };

    /// <summary>An import of the year was applied.</summary>
    /// <param name="vertrokken">The leerlingen that left by it, by vestiging.</param>
    /// <param name="over">The vestigingen of which leerlingen changed by it.</param>
    /// <param name="geheel">The vestigingen of which it left nothing out.</param>
    /// <param name="now">When.</param>
    public Schooljaarwissel Advance(
        IReadOnlyDictionary<Vestigingsnummer, int> vertrokken,
        IReadOnlySet<Vestigingsnummer> over,
        IReadOnlyCollection<Vestigingsnummer> geheel,
        DateTimeOffset now)
    {
        var dag = Nederland.DagOp(now);
        if (Afspraak?.GeldtOp(dag) != true)
        {
            return this;
        }

        Wisselgrens[] after =
        [
            .. Grenzen.Select(grens => grens.Klaar is not null ? grens : grens with
            {
                Begonnen = grens.Begonnen ?? (over.Contains(grens.Vestiging) ? now : null),
                Vertrokken = grens.Vertrokken + vertrokken.GetValueOrDefault(grens.Vestiging),
                Klaar = dag >= VertrekOp && geheel.Contains(grens.Vestiging) ? now : null,
            }),
        ];
        return after.SequenceEqual(Grenzen) ? this : this with { Grenzen = after, Versie = Versie + 1 };
    }

    private IReadOnlyList<Wisselgrens> Lapsed => [.. Grenzen.Select(grens => grens with { IsAkkoord = false })];

    private Wisselgrens Keep(Wisselgrens grens) => Grenzen.FirstOrDefault(g => g.Vestiging == grens.Vestiging) is { } before
        ? grens with { Vertrokken = before.Vertrokken, Begonnen = before.Begonnen, Klaar = before.Klaar }
        : grens;
}
