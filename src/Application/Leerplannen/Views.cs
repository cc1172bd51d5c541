using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Whether a level has a vaardigheid active.</summary>
public sealed record KeuzeView(string Vaardigheid, bool Actief);

/// <summary>The level to reach in a vak.</summary>
public sealed record StreefniveauView(Vak Vak, Niveau Niveau);

/// <summary>A leerplan as it is shown; the meaning of each member is that of <see cref="Leerplan"/>.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year, such as 2026-2027.</param>
/// <param name="Soort">For what it is.</param>
/// <param name="Opleiding">Code of the opleiding, for a doelgroep.</param>
/// <param name="OpleidingNaam">Its name.</param>
/// <param name="Leerjaar">The leerjaar, for a doelgroep.</param>
/// <param name="Id">The groep or leerling.</param>
/// <param name="Naam">Of doelgroep or groep; empty for a leerling.</param>
/// <param name="Keuzes">What it says of vaardigheden, by code.</param>
/// <param name="Streefniveaus">What it says of levels to reach, by vak.</param>
/// <param name="AantalLeerlingen">The active pupils that it is for.</param>
/// <param name="Versie">Its version.</param>
public sealed record LeerplanView(
    Guid SchoolId,
    string Schooljaar,
    Leerplansoort Soort,
    string? Opleiding,
    string? OpleidingNaam,
    int? Leerjaar,
    Guid? Id,
    string Naam,
    IReadOnlyList<KeuzeView> Keuzes,
    IReadOnlyList<StreefniveauView> Streefniveaus,
    int AantalLeerlingen,
    long Versie)
{
    /// <summary>For a doelgroep: the codes that are active when Kurve and the school are heard; else empty.</summary>
    public IReadOnlyList<string> ActieveVaardigheden { get; init; } = [];

    /// <summary>For a doelgroep: the levels to reach when Kurve and the school are heard; else empty.</summary>
    public IReadOnlyList<StreefniveauView> EffectieveStreefniveaus { get; init; } = [];

    /// <summary>Shows a leerplan.</summary>
    public static LeerplanView Of(Leerplan leerplan, int aantalLeerlingen, Leerplancatalogus catalogus)
    {
        var doelgroep = leerplan.Bereik.Doelgroep;
        var effectief = doelgroep is null ? null : catalogus.Resolve([catalogus.LaagOf(doelgroep), leerplan.Laag]);
        return new LeerplanView(
            leerplan.SchoolId.Value,
            leerplan.Schooljaar.ToString(),
            leerplan.Bereik.Soort,
            doelgroep?.Opleiding.Code,
            doelgroep?.Opleiding.Naam,
            doelgroep?.Leerjaar,
            leerplan.Herkomst.Id,
            leerplan.Herkomst.Naam,
            [.. leerplan.Keuzes.Select(k => new KeuzeView(k.Key, k.Value))],
            [.. leerplan.Streefniveaus.Select(s => new StreefniveauView(s.Key, s.Value))],
            aantalLeerlingen,
            leerplan.Versie)
        {
            ActieveVaardigheden =
                [.. effectief?.Vaardigheden.Where(v => v.Actief).Select(v => v.Vaardigheid.Code) ?? []],
            EffectieveStreefniveaus =
                [.. effectief?.Streefniveaus.Select(s => new StreefniveauView(s.Vak, s.Niveau)) ?? []],
        };
    }
}

/// <summary>What a change of a leerplan did, or would do.</summary>
/// <param name="Leerplan">The leerplan after.</param>
/// <param name="Vaardigheden">Codes of which the leerplan says something else than before.</param>
/// <param name="AantalLeerlingen">Active pupils that the leerplan is for.</param>
/// <param name="AantalGewijzigd">Those of them whose effective leerplan becomes another.</param>
public sealed record LeerplanwijzigingView(
    LeerplanView Leerplan, IReadOnlyList<string> Vaardigheden, int AantalLeerlingen, int AantalGewijzigd);

/// <summary>What a pupil practises, and whether it can.</summary>
/// <param name="LeerlingId">The pupil.</param>
/// <param name="Opleiding">Code of the opleiding; null when the doelgroep is unknown.</param>
/// <param name="OpleidingNaam">Its name.</param>
/// <param name="Leerjaar">The leerjaar of the doelgroep.</param>
/// <param name="Profiel">Index of the leerplan that it has among those of the answer.</param>
/// <param name="Belemmeringen">Why it cannot start; none when it can.</param>
public sealed record LeerlingleerplanView(
    Guid LeerlingId,
    string? Opleiding,
    string? OpleidingNaam,
    int? Leerjaar,
    int Profiel,
    IReadOnlyList<Startbelemmering> Belemmeringen);

/// <summary>The leerplannen of many pupils. Those of whom all levels say the same share one.</summary>
/// <param name="Schooljaar">The school year, such as 2026-2027.</param>
/// <param name="Profielen">The different leerplannen.</param>
/// <param name="Leerlingen">The pupils, in the order asked for.</param>
/// <param name="NietGevonden">The ids that the school does not have.</param>
public sealed record EffectieveLeerplannenView(
    string Schooljaar,
    IReadOnlyList<EffectiefLeerplan> Profielen,
    IReadOnlyList<LeerlingleerplanView> Leerlingen,
    IReadOnlyList<Guid> NietGevonden) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Leerlingen.Count;
}
