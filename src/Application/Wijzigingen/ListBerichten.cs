using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>Asks for a page of a school's messages, newest first: what was sent and what will be.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Page">Which page.</param>
[RequiresScope(Scopes.Read)]
public sealed record ListBerichten(SchoolId SchoolId, PageRequest Page) : IQuery<Page<BerichtView>>, ISchoolRequest;

/// <summary>A message as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kanaal">By which channel.</param>
/// <param name="Adres">Where to; empty when the school has that address no longer.</param>
/// <param name="Staat">How far it is.</param>
/// <param name="Gemaakt">When it came about.</param>
/// <param name="Pogingen">How often it was tried.</param>
/// <param name="Beeindigd">When it arrived, failed or lapsed.</param>
/// <param name="Volgende">When it is tried next; null when it has ended, or messages are off.</param>
/// <param name="Fout">Why the last try failed.</param>
/// <param name="Aanleidingen">What it tells, or would tell if that still holds.</param>
public sealed record BerichtView(
    Guid Id,
    Berichtkanaal Kanaal,
    string Adres,
    Berichtstaat Staat,
    DateTimeOffset Gemaakt,
    int Pogingen,
    DateTimeOffset? Beeindigd,
    DateTimeOffset? Volgende,
    Berichtfout? Fout,
    IReadOnlyList<Aanleiding> Aanleidingen);
