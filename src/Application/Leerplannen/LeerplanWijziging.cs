using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerplannen;

/// <summary>Names the leerplan to change.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the groep's own, or for the current one.</param>
/// <param name="Bereik">For whom.</param>
/// <param name="Etag">The version that the caller saw; null changes any version.</param>
/// <param name="Veld">The field of the request that names for whom.</param>
internal sealed record Leerplanverwijzing(
    SchoolId SchoolId, Schooljaar? Schooljaar, Leerplanbereik Bereik, string? Etag, string Veld = "bereik");

/// <summary>Changes a leerplan, and counts the pupils that notice.</summary>
internal sealed class LeerplanWijziging(
    IOpenSchools scholen,
    IVaardighedenStore vaardigheden,
    ILeerplanStore leerplannen,
    Touched touched,
    TimeProvider clock)
{
    /// <summary>Reads, changes and stores.</summary>
    public async Task<Result<LeerplanwijzigingView>> DoAsync(
        Leerplanverwijzing verwijzing, Func<Leerplankeuze, Leerplan, Result<Leerplan>> change, CancellationToken ct)
    {
        var gevonden = await FindAsync(verwijzing, ct);
        if (!gevonden.IsOk)
        {
            return gevonden.Error;
        }

        var voor = gevonden.Value;
        var catalogus = await vaardigheden.GetAsync(ct);
        var leerlingen = await leerplannen.LoadLeerlingenAsync(voor, ct);
        var keuze = new Leerplankeuze(catalogus.Vaardigheden, Boven(catalogus, voor, leerlingen));
        var changed = change(keuze, voor);
        if (!changed.IsOk)
        {
            return changed.Error;
        }

        var na = changed.Value.SaysTheSameAs(voor) ? voor : changed.Value with { Versie = voor.Versie + 1 };
        if (na != voor && !await leerplannen.SaveAsync(na, ct))
        {
            return new VersieGewijzigd(Etags.Of(voor.Versie));
        }

        touched.Aantal = leerlingen.Count;
        return new LeerplanwijzigingView(
            LeerplanView.Of(na, leerlingen.Count, catalogus),
            na.DifferenceTo(voor),
            leerlingen.Count,
            na == voor ? 0 : CountChanged(catalogus, leerlingen, na));
    }

    private async Task<Result<Leerplan>> FindAsync(Leerplanverwijzing verwijzing, CancellationToken ct)
    {
        var school = await scholen.GetAsync(verwijzing.SchoolId, ct);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var leerplan = await leerplannen.GetForChangeAsync(
            verwijzing.SchoolId, verwijzing.Schooljaar, verwijzing.Bereik, ct);
        if (!leerplan.IsOk)
        {
            return leerplan.Error with { Field = leerplan.Error.Field ?? NameField(verwijzing) };
        }

        return leerplan.Then<Leerplan>(gevonden =>
            gevonden.Schooljaar < clock.CurrentSchooljaar() ? new SchooljaarVoorbij(gevonden.Schooljaar)
            : verwijzing.Etag is { } etag && !string.Equals(etag, Etags.Of(gevonden.Versie), StringComparison.Ordinal)
                ? new VersieGewijzigd(etag)
            : gevonden);
    }

    private static string NameField(Leerplanverwijzing verwijzing) => verwijzing.Bereik.Soort switch
    {
        Leerplansoort.Groep => $"{verwijzing.Veld}.groep_id",
        Leerplansoort.Leerling => $"{verwijzing.Veld}.leerling_id",
        _ => $"{verwijzing.Veld}.doelgroep",
    };

    /// <summary>The levels above, once for each kind of pupil.</summary>
    private static IReadOnlyList<IReadOnlyList<Laag>> Boven(
        Leerplancatalogus catalogus, Leerplan leerplan, IReadOnlyList<Leerlinglagen> leerlingen)
    {
        if (leerplan.Bereik.Doelgroep is { } doelgroep)
        {
            return [[catalogus.LaagOf(doelgroep)]];
        }

        return
        [
            .. leerlingen
                .Select(catalogus.LagenOf)
                .Select(lagen => lagen.Where(laag => laag.Herkomst.Soort < leerplan.Herkomst.Soort).ToArray())
                .DistinctBy(Leerlinglagen.KeyOf, StringComparer.Ordinal),
        ];
    }

    private static int CountChanged(
        Leerplancatalogus catalogus, IReadOnlyList<Leerlinglagen> leerlingen, Leerplan na) => leerlingen
        .Select(catalogus.LagenOf)
        .GroupBy(Leerlinglagen.KeyOf, StringComparer.Ordinal)
        .Where(groep =>
        {
            var voor = groep.First();
            Laag[] daarna = [.. voor.Where(laag => laag.Herkomst != na.Herkomst), na.Laag];
            return !Leerplanverschil.Between(catalogus.Resolve(voor), catalogus.Resolve(daarna)).IsLeeg;
        })
        .Sum(groep => groep.Count());
}
