using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Schooljaren;

/// <summary>What the change of school year does at one vestiging, counted against the accounts of the year before.</summary>
/// <param name="Vestiging">The vestiging: of who leaves the one of now, of the others the one that they go to.</param>
public sealed record Wisselcijfers(Vestigingsnummer Vestiging)
{
    /// <summary>Active leerlingen of the year before.</summary>
    public int Nu { get; init; }

    /// <summary>Leerlingen that leave from the last leerjaar of their opleiding.</summary>
    public int VertrekExamen { get; init; }

    /// <summary>Leerlingen that leave from another leerjaar, or of whom it is not known.</summary>
    public int VertrekOverig { get; init; }

    /// <summary>Leerlingen that come or come back, those that were prepared included.</summary>
    public int Nieuw { get; init; }

    /// <summary>Leerlingen that go up.</summary>
    public int Over { get; init; }

    /// <summary>Leerlingen that stay in their leerjaar.</summary>
    public int Zitten { get; init; }

    /// <summary>Leerlingen that go to another opleiding, whatever their leerjaar.</summary>
    public int AndereOpleiding { get; init; }

    /// <summary>Leerlingen that stay, have a class now, and none in the new year.</summary>
    public int ZonderKlas { get; init; }

    /// <summary>Leerlingen with an opleidingscode that nobody knows.</summary>
    public int OnbekendeCode { get; init; }

    /// <summary>Docenten that come.</summary>
    public int DocentenNieuw { get; init; }

    /// <summary>Docenten that leave.</summary>
    public int DocentenVertrek { get; init; }

    /// <summary>Leerlingen that leave.</summary>
    public int Vertrek => VertrekExamen + VertrekOverig;

    /// <summary>Leerlingen of the new year, each of whom uses a licence when it starts.</summary>
    public int Straks => Nu - Vertrek + Nieuw;

    /// <summary>Counts the rows of a plan, before any was held.</summary>
    /// <param name="gezien">The rows.</param>
    /// <param name="schooljaar">The school year that is imported.</param>
    /// <param name="kader">Who had a class in the year before.</param>
    internal static IReadOnlyList<Wisselcijfers> Of(Planregels gezien, Schooljaar schooljaar, Plankader kader)
    {
        var counts = new SortedDictionary<Vestigingsnummer, Wisselcijfers>();
        foreach (var regel in gezien.Leerlingen)
        {
            Add(regel.Gegevens.Vestiging, cijfers => cijfers.Count(regel, schooljaar, kader));
        }

        foreach (var regel in gezien.Docenten)
        {
            Add(regel.Gegevens.Vestiging, cijfers => cijfers.Count(regel));
        }

        return [.. counts.Values];

        void Add(Vestigingsnummer vestiging, Func<Wisselcijfers, Wisselcijfers> count) => counts[vestiging] =
            count(counts.GetValueOrDefault(vestiging) ?? new Wisselcijfers(vestiging));
    }

    private Wisselcijfers Count(Planregel<LeerlingGegevens> regel, Schooljaar schooljaar, Plankader kader) => regel switch
    {
        { Soort: RegelSoort.Conflict or RegelSoort.Afgekeurd } => this,
        { Soort: RegelSoort.Archiveren, Account: { } account } when account.Instroom == schooljaar => this,
        { Soort: RegelSoort.Archiveren, Account: { } account } => IsExamen(account.Gegevens)
            ? this with { Nu = Nu + 1, VertrekExamen = VertrekExamen + 1 }
            : this with { Nu = Nu + 1, VertrekOverig = VertrekOverig + 1 },
        { Account: not { Status: Accountstatus.Actief } } => CountNew(regel),
        { Account: { } account } when account.Instroom == schooljaar => CountNew(regel),
        { Account: { } account } => CountStayer(account, regel, kader),
        _ => this,
    };

    private Wisselcijfers CountNew(Planregel<LeerlingGegevens> regel) => regel.Aangeleverd is null
        ? this
        : this with { Nieuw = Nieuw + 1, OnbekendeCode = OnbekendeCode + OneIf(IsUnknown(regel)) };

    private Wisselcijfers CountStayer(
        Account<LeerlingGegevens> account, Planregel<LeerlingGegevens> regel, Plankader kader)
    {
        var (van, naar) = (account.Gegevens, regel.Aangeleverd ?? regel.Gegevens);
        var shift = naar.Leerjaar - van.Leerjaar;
        return this with
        {
            Nu = Nu + 1,
            Over = Over + OneIf(shift > 0),
            Zitten = Zitten + OneIf(shift == 0),
            AndereOpleiding = AndereOpleiding + OneIf(
                van.Doelgroep is { } nu && naar.Doelgroep is { } straks && nu.Opleiding != straks.Opleiding),
            ZonderKlas = ZonderKlas + OneIf(kader.LosesClass(account.Id, regel.Gegevens)),
            OnbekendeCode = OnbekendeCode + OneIf(IsUnknown(regel)),
        };
    }

    private Wisselcijfers Count(Planregel<DocentGegevens> regel) => regel.Soort switch
    {
        RegelSoort.Nieuw or RegelSoort.Heractiveren => this with { DocentenNieuw = DocentenNieuw + 1 },
        RegelSoort.Archiveren => this with { DocentenVertrek = DocentenVertrek + 1 },
        _ => this,
    };

    private static bool IsExamen(LeerlingGegevens leerling) =>
        leerling.Doelgroep is { } doelgroep && doelgroep.Leerjaar == doelgroep.Opleiding.Leerjaren[^1];

    private static bool IsUnknown(Planregel<LeerlingGegevens> regel) =>
        regel.Aangeleverd is { Opleidingscode: not null, Doelgroep: null };

    private static int OneIf(bool condition) => condition ? 1 : 0;
}
