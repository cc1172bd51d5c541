using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Asks for a school's koppeling, with its history and its latest diagnosis.</summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetKoppeling(SchoolId SchoolId) : IQuery<KoppelingDetails>, ISchoolRequest;

/// <summary>A koppeling with all that is known of it.</summary>
/// <param name="Koppeling">The koppeling.</param>
/// <param name="Geschiedenis">What happened to its gates, newest first; the latest hundred.</param>
/// <param name="LaatsteProef">Its latest diagnosis; null when there was none.</param>
public sealed record KoppelingDetails(
    KoppelingView Koppeling, IReadOnlyList<Poortgebeurtenis> Geschiedenis, Proef? LaatsteProef);

/// <summary>Asks for a page of koppelingen, in the order in which their schools were registered.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Filter">Which ones.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListKoppelingen(PageRequest Page, KoppelingFilter Filter) : IQuery<Page<KoppelingRegel>>;

/// <summary>Which koppelingen are wanted; null or false for all.</summary>
/// <param name="Staat">What they are good for.</param>
/// <param name="Poort">A gate that is not proved, or that has <paramref name="Status"/>.</param>
/// <param name="Status">The status of that gate.</param>
/// <param name="ProefMislukt">Only those whose latest diagnosis failed.</param>
/// <param name="NietBeproefdSinds">Only those without a diagnosis since this moment.</param>
public sealed record KoppelingFilter(
    Koppelstaat? Staat, Poort? Poort, Poortstatus? Status, bool ProefMislukt, DateTimeOffset? NietBeproefdSinds);

/// <summary>A koppeling in a list.</summary>
/// <param name="Naam">The school's name.</param>
/// <param name="Brin">Its BRIN.</param>
/// <param name="Koppeling">The koppeling.</param>
/// <param name="LaatsteProef">When it was last diagnosed; null for never.</param>
/// <param name="ProefGeslaagd">Whether that diagnosis succeeded.</param>
public sealed record KoppelingRegel(
    string Naam, string Brin, KoppelingView Koppeling, DateTimeOffset? LaatsteProef, bool ProefGeslaagd);
