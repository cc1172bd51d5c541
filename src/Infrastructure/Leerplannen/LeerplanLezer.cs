using System.Collections.Immutable;
using Dapper;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerplannen;

/// <summary>
/// Reads leerplannen with all that they say, and pupils with all leerplannen that matter to them: as many statements for
/// a thousand pupils as for one.
/// </summary>
internal sealed class LeerplanLezer(DbSession session, Opleidingscatalogus opleidingen)
{
    /// <summary>How many pupils one command asks for, below the number of parameters that every engine takes.</summary>
    public const int MostPupils = 1_000;

    /// <summary>Leerplannen by id, in no particular order.</summary>
    public async Task<IReadOnlyList<(Guid Id, Leerplan Leerplan)>> LoadAsync(
        SchoolId schoolId, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var list = TypeHandlers.ToList(ids);
        if (list.Length == 0)
        {
            return [];
        }

        var parameters = new { SchoolId = schoolId, Ids = list };
        var leerplannen = await session.QueryMultipleAsync(
            LeerplanSql.Leerplannen, parameters, results => ReadAsync(schoolId, results), ct);
        return [.. leerplannen.Select(paar => (paar.Key, paar.Value))];
    }

    /// <summary>Pupils by id, archived ones too; unknown ones are left out.</summary>
    public Task<IReadOnlyList<Leerlinglagen>> LoadLeerlingenAsync(
        SchoolId schoolId, Schooljaar schooljaar, IEnumerable<AccountId> ids, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            Schooljaar = schooljaar.Begin,
            Ids = TypeHandlers.ToList(ids.Select(id => id.Value).Distinct()),
        };
        return LoadLeerlingenAsync(LeerplanSql.LeerlingenById, parameters, schoolId, schooljaar, ct);
    }

    /// <summary>The pupils that a statement of <see cref="LeerplanSql"/> finds.</summary>
    public async Task<IReadOnlyList<Leerlinglagen>> LoadLeerlingenAsync(
        string sql, object parameters, SchoolId schoolId, Schooljaar schooljaar, CancellationToken ct)
    {
        var leerlingen = await session.QueryAsync<LeerlingRij>(sql, parameters, ct);
        var loaded = new List<Leerlinglagen>(leerlingen.Count);
        foreach (var deel in leerlingen.Chunk(MostPupils))
        {
            var ids = TypeHandlers.ToList(deel.Select(l => l.Id.Value));
            var asked = new { SchoolId = schoolId, Schooljaar = schooljaar.Begin, Ids = ids };
            var (verbanden, lagen) = await session.QueryMultipleAsync(
                LeerplanSql.LagenOfLeerlingen,
                asked,
                async results => (
                    (await results.ReadAsync<VerbandRij>()).ToLookup(v => v.LeerlingId),
                    (await ReadAsync(schoolId, results)).ToDictionary(paar => paar.Key, paar => paar.Value.Laag)),
                ct);
            loaded.AddRange(deel.Select(leerling => new Leerlinglagen(
                leerling.Id,
                leerling.Status,
                ToDoelgroep(leerling.Opleiding, leerling.Leerjaar),
                [.. verbanden[leerling.Id].Select(v => lagen.GetValueOrDefault(v.LeerplanId)).OfType<Laag>()])
            {
                KomtLater = leerling.Instroom > schooljaar.Begin,
            }));
        }

        return loaded;
    }

    /// <summary>The doelgroep of stored columns; null when there is none.</summary>
    public Doelgroep? ToDoelgroep(string? opleiding, int? leerjaar) =>
        opleidingen.Find(opleiding) is { } gevonden && leerjaar is { } jaar ? new Doelgroep(gevonden, jaar) : null;

    // What is for an opleiding that a newer catalogue dropped has no effect.
    private async Task<Dictionary<Guid, Leerplan>> ReadAsync(SchoolId schoolId, SqlMapper.GridReader results)
    {
        var koppen = (await results.ReadAsync<KopRij>())
            .Where(kop => kop.Opleiding is null || opleidingen.Find(kop.Opleiding) is not null);
        var keuzes = (await results.ReadAsync<KeuzeRij>()).ToLookup(k => k.LeerplanId);
        var streefniveaus = (await results.ReadAsync<StreefniveauRij>()).ToLookup(s => s.LeerplanId);
        return koppen.ToDictionary(kop => kop.Id, kop => new Leerplan(
            schoolId,
            Schooljaar.Hydrate(kop.Schooljaar),
            ToBereik(kop),
            ToHerkomst(kop),
            Leerplan.GeenKeuzes.AddRange(keuzes[kop.Id].Select(k => KeyValuePair.Create(k.Vaardigheid, k.Actief))),
            streefniveaus[kop.Id].ToImmutableSortedDictionary(s => s.Vak, s => s.Niveau),
            kop.Versie));
    }

    private Leerplanbereik ToBereik(KopRij kop) => kop.Soort switch
    {
        Leerplansoort.Groep => Leerplanbereik.Of(kop.GroepId!.Value),
        Leerplansoort.Leerling => Leerplanbereik.Of(kop.LeerlingId!.Value),
        _ => Leerplanbereik.Of(DoelgroepOf(kop)),
    };

    private Herkomst ToHerkomst(KopRij kop) => kop.Soort switch
    {
        Leerplansoort.Groep => Herkomsten.OfGroep(kop.GroepId!.Value, kop.Groepsoort!.Value, kop.Groepsnaam!),
        Leerplansoort.Leerling => Herkomsten.OfLeerling(kop.LeerlingId!.Value),
        _ => Herkomsten.OfDoelgroep(DoelgroepOf(kop)),
    };

    private Doelgroep DoelgroepOf(KopRij kop) => ToDoelgroep(kop.Opleiding, kop.Leerjaar)!;

    private sealed class LeerlingRij
    {
        public required AccountId Id { get; init; }

        public required Accountstatus Status { get; init; }

        public string? Opleiding { get; init; }

        public int? Leerjaar { get; init; }

        /// <summary>The school year in which the leerling comes or came; null when not asked for, or not known.</summary>
        public int? Instroom { get; init; }
    }

    private sealed class VerbandRij
    {
        public required AccountId LeerlingId { get; init; }

        public required Guid LeerplanId { get; init; }
    }

    private sealed class KopRij
    {
        public required Guid Id { get; init; }

        public required Leerplansoort Soort { get; init; }

        public required int Schooljaar { get; init; }

        public string? Opleiding { get; init; }

        public int? Leerjaar { get; init; }

        public GroepId? GroepId { get; init; }

        public AccountId? LeerlingId { get; init; }

        public required long Versie { get; init; }

        public string? Groepsnaam { get; init; }

        public Groepsoort? Groepsoort { get; init; }
    }

    private sealed class KeuzeRij
    {
        public required Guid LeerplanId { get; init; }

        public required string Vaardigheid { get; init; }

        public required bool Actief { get; init; }
    }

    private sealed class StreefniveauRij
    {
        public required Guid LeerplanId { get; init; }

        public required Vak Vak { get; init; }

        public required Niveau Niveau { get; init; }
    }
}

/// <summary>What a school's leerplannen are called as levels.</summary>
internal static class Herkomsten
{
    public static Herkomst OfDoelgroep(Doelgroep doelgroep) => new(Laagsoort.School, doelgroep.ToString());

    public static Herkomst OfGroep(GroepId id, Groepsoort soort, string naam) => new(
        soort == Groepsoort.Stamgroep ? Laagsoort.Stamgroep : Laagsoort.SamengesteldeGroep, naam, id.Value);

    public static Herkomst OfLeerling(AccountId id) => new(Laagsoort.Leerling, "", id.Value);
}
