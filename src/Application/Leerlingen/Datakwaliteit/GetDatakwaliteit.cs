using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Leerlingen.Datakwaliteit;

/// <summary>Asks what may be wrong with a school's data, and how often.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Schooljaar">The school year; null for the present one, or the newest before it that the school
/// has.</param>
[RequiresScope(Scopes.Read)]
public sealed record GetDatakwaliteit(SchoolId SchoolId, Schooljaar? Schooljaar)
    : IQuery<DatakwaliteitView>, IAuditedQuery;

/// <summary>How often something is wrong.</summary>
/// <param name="Soort">What.</param>
/// <param name="Aantal">How many: persons, groepen, rows; of what is double, the groups of accounts.</param>
public sealed record Kwaliteitstelling(Kwaliteitssoort Soort, int Aantal);

/// <summary>What may be wrong with a school's data.</summary>
/// <param name="Schooljaar">The school year, of which its groepen and memberships count.</param>
/// <param name="Leerlingen">Active leerlingen.</param>
/// <param name="Docenten">Active docenten.</param>
/// <param name="Groepen">Active groepen of the school year.</param>
/// <param name="Run">The last run that was compared; null when there is none.</param>
/// <param name="Vergeleken">When that was.</param>
/// <param name="Tellingen">Every kind with its number, 0 included.</param>
public sealed record DatakwaliteitView(
    string Schooljaar,
    int Leerlingen,
    int Docenten,
    int Groepen,
    Guid? Run,
    DateTimeOffset? Vergeleken,
    IReadOnlyList<Kwaliteitstelling> Tellingen);
