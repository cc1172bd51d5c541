using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Application.Importeren.Schooljaren;

/// <summary>The change of school year at one vestiging.</summary>
/// <param name="Vestiging">The vestiging.</param>
/// <param name="Staat">How far it is.</param>
/// <param name="Grens">What was agreed; null when nothing was.</param>
/// <param name="Cijfers">What the change does, as the newest preparation has it; null when there is none.</param>
public sealed record VestigingwisselView(
    string Vestiging, Wisselstaat Staat, GrensView? Grens, CijfersView? Cijfers);

/// <summary>What was agreed for a vestiging; the meaning of each member is that of <see cref="Wisselgrens"/>.</summary>
public sealed record GrensView(int MaxVertrek, int MaxNieuw, int MaxZonderKlas, int Vertrokken, DateTimeOffset? Klaar)
{
    /// <summary>Shows bounds.</summary>
    public static GrensView Of(Wisselgrens grens) =>
        new(grens.MaxVertrek, grens.MaxNieuw, grens.MaxZonderKlas, grens.Vertrokken, grens.Klaar);
}

/// <summary>
/// What the change does at one vestiging, or at all together; the meaning of each member is that of
/// <see cref="Wisselcijfers"/>.
/// </summary>
public sealed record CijfersView(
    int Nu,
    int VertrekExamen,
    int VertrekOverig,
    int Nieuw,
    int Over,
    int Zitten,
    int AndereOpleiding,
    int ZonderKlas,
    int OnbekendeCode,
    int DocentenNieuw,
    int DocentenVertrek,
    int Straks)
{
    /// <summary>Shows figures.</summary>
    public static CijfersView Of(Wisselcijfers cijfers) => new(
        cijfers.Nu,
        cijfers.VertrekExamen,
        cijfers.VertrekOverig,
        cijfers.Nieuw,
        cijfers.Over,
        cijfers.Zitten,
        cijfers.AndereOpleiding,
        cijfers.ZonderKlas,
        cijfers.OnbekendeCode,
        cijfers.DocentenNieuw,
        cijfers.DocentenVertrek,
        cijfers.Straks);
}

/// <summary>The classes of two school years; the meaning of each member is that of <see cref="Klassentabel"/>.</summary>
public sealed record KlassentabelView(string Van, string Naar, bool Begonnen, IReadOnlyList<Klasovergang> Overgangen)
{
    /// <summary>Shows classes.</summary>
    public static KlassentabelView Of(Klassentabel tabel) =>
        new(tabel.Van.ToString(), tabel.Naar.ToString(), tabel.Begonnen, tabel.Overgangen);
}

/// <summary>Something that is missing, or waits.</summary>
/// <param name="Code">What, in UPPER_SNAKE.</param>
/// <param name="Tekst">Dutch, for the school: what to do. Names no person.</param>
/// <param name="Actiehouder">Who acts.</param>
public sealed record Wisselpunt(string Code, string Tekst, Actiehouder Actiehouder);

/// <summary>A run that waits for a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PlanHash">Names its plan.</param>
/// <param name="Remmen">Why it waits.</param>
public sealed record WachtendeRunView(Guid Id, string PlanHash, IReadOnlyList<Melding> Remmen);

/// <summary>The change of school year at one school.</summary>
public sealed record WisselView(
    Guid SchoolId,
    string Naam,
    string Brin,
    string Schooljaar,
    Wisselstaat Staat,
    int DagenTotBegin,
    Wisselstap? Voorbereid,
    Wisselstap? Akkoord,
    DateOnly VertrekOp,
    IReadOnlyList<VestigingwisselView> Vestigingen,
    Guid? LaatsteRun,
    IReadOnlyList<WachtendeRunView> Wachtend,
    IReadOnlyList<Wisselpunt> Punten,
    long Versie)
{
    /// <summary>The classes of both years, as the newest preparation has them; null when there is none.</summary>
    public KlassentabelView? Klassentabel { get; init; }

    /// <summary>Shows what is known of a school on a day.</summary>
    public static WisselView Of(School school, Wisselgegevens gegevens, DateOnly vandaag)
    {
        var wissel = gegevens.Wissel;
        var cijfers = gegevens.Voorbereiding?.Uitkomst?.Cijfers?.ToDictionary(c => c.Vestiging) ?? [];
        VestigingwisselView[] vestigingen =
        [
            .. school.Vestigingen.Select(v => new VestigingwisselView(
                v.Value,
                wissel.StaatVan(v, vandaag, gegevens.Voltooid.Contains(v)),
                wissel.Afgesproken.Where(g => g.Vestiging == v).Select(GrensView.Of).FirstOrDefault(),
                cijfers.GetValueOrDefault(v) is { } found ? CijfersView.Of(found) : null)),
        ];
        var staat = vestigingen.Min(v => v.Staat);
        return new WisselView(
            school.Id.Value,
            school.Naam,
            school.Brin.Value,
            wissel.Schooljaar.ToString(),
            staat,
            wissel.Schooljaar.EersteDag.DayNumber - vandaag.DayNumber,
            wissel.Voorbereid,
            wissel.Akkoord,
            wissel.VertrekOp,
            vestigingen,
            gegevens.Laatste?.Id.Value,
            [.. gegevens.Wachtend.Select(r => new WachtendeRunView(r.Id.Value, r.Uitkomst!.PlanHash, r.Uitkomst.Remmen))],
            [.. Wisselpunten.Of(gegevens, vestigingen, staat, vandaag)],
            wissel.Versie)
        {
            Klassentabel = gegevens.Voorbereiding?.Uitkomst?.Klassentabel is { } tabel ? KlassentabelView.Of(tabel) : null,
        };
    }
}
