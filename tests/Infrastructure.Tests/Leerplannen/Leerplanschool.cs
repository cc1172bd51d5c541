using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Leerplannen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Leerplannen;

/// <summary>
/// A school on a database of its own in November 2026: pupils of havo 3, each in stamgroep 3H and, if odd, in cluster en1.
/// </summary>
internal sealed class Leerplanschool : IAsyncDisposable
{
    public const string Havo3Actief = "NL.LEZEN.3F.01";
    public const string Havo3Inactief = "NL.LEZEN.4F.01";
    public static readonly Schooljaar Jaar = Schooljaar.Hydrate(2026);

    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    private Leerplanschool() => _services = _database.StartProcess(services => services
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<SqlDialect>(provider => Statements.Around(provider)));

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public CountedStatements Statements { get; } = new();

    public TestDatabase Database => _database;

    public SchoolId Id { get; private set; }

    public Doelgroep Havo3 => new(_services.GetRequiredService<Opleidingscatalogus>().Find("HAVO")!, 3);

    public IReadOnlyList<AccountId> Leerlingen { get; private set; } = [];

    public GroepId Stamgroep { get; private set; }

    public GroepId Cluster { get; private set; }

    public static async Task<Leerplanschool> CreateAsync(int leerlingen = 3)
    {
        var school = new Leerplanschool();
        school._services.MigrateDatabase();
        school.Id = await school._database.RegisterSchoolAsync();
        await school.ImportAsync(Jaar, 0, leerlingen);
        return school;
    }

    /// <summary>Groepen, and pupils if there are none yet, as an import brings them.</summary>
    public async Task ImportAsync(Schooljaar jaar, long basisVersie, int leerlingen)
    {
        var (stam, cluster) = (Sleutel("3H"), Sleutel("en1"));
        await _database.ApplyAsync(Id, TestDatabase.Nieuw(
            basisVersie,
            [
                .. Enumerable.Range(0, leerlingen).Select(nummer => new LeerlingGegevens
                {
                    UwlrKey = $"key-{nummer}",
                    Doelgroep = Havo3,
                    Stamgroep = stam,
                    Groepen = nummer % 2 == 0 ? [] : [cluster],
                }),
            ]) with
        {
            Schooljaar = jaar,
            Groepen =
            [
                new Groepsregel(RegelSoort.Nieuw, null, new GroepGegevens(stam, Groepsoort.Stamgroep, "3H", 3)),
                new Groepsregel(RegelSoort.Nieuw, null, new GroepGegevens(cluster, Groepsoort.Samengesteld, "en1", 3)),
            ],
        });
        var stand = await _database.LoadAsync(Id, jaar);
        Leerlingen = [.. stand.Leerlingen.OrderBy(l => l.Gegevens.UwlrKey!.Length).ThenBy(l => l.Gegevens.UwlrKey).Select(l => l.Id)];
        (Stamgroep, Cluster) = (Find(stand, stam), Find(stand, cluster));
    }

    public async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    public Task<Result<LeerplanwijzigingView>> ActivateAsync(
        Leerplanbereik bereik, string code, Schooljaar? jaar = null, bool validateOnly = false, string? etag = null) =>
        SendAsync(new ActivateVaardigheden(
            Id, jaar, bereik, [code], MetVoorwaarden: true, etag, RequestId: null, validateOnly));

    public Task<Result<LeerplanwijzigingView>> DeactivateAsync(Leerplanbereik bereik, string code) =>
        SendAsync(new DeactivateVaardigheden(
            Id, null, bereik, [code], MetAfhankelijken: true, Etag: null, RequestId: null, ValidateOnly: false));

    public async Task<EffectieveVaardigheid> EffectOnAsync(AccountId leerling, string code, Schooljaar? jaar = null)
    {
        var view = await SendAsync(new GetEffectiveLeerplan(Id, leerling, jaar));
        return view.Value.Profielen[0].Vaardigheden.Single(v => v.Vaardigheid.Code == code);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Groepsleutel Sleutel(string key) => new(Vestigingsnummer.Hoofd, key);

    private static GroepId Find(Schoolstand stand, Groepsleutel sleutel) =>
        stand.Groepen.Single(g => g.Gegevens.Sleutel == sleutel).Id;
}
