using System.Globalization;
using System.Text;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>
/// A school on a database of its own whose sources say what a test wants; everything between sources and database is the
/// product's own.
/// </summary>
internal sealed class Keuzeschool : IAsyncDisposable, IPersonenbron, IOpleidingenbron, IKoppelingToegang
{
    private const Veld VanLeerling = Veld.Vestiging | Veld.EckId | Veld.UwlrKey | Veld.Roepnaam | Veld.Achternaam
        | Veld.Leerjaar | Veld.Stamgroep | Veld.Groepen;

    private const Veld VanDocent = Veld.Vestiging | Veld.UwlrKey | Veld.Achternaam | Veld.Email | Veld.Groepen;

    private readonly ServiceProvider _services;

    private Keuzeschool() => _services = StartProcess(_ => { });

    public TestDatabase Database { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Who acts: a person, unless a test lets a night act.</summary>
    public Beller Wie { get; } = new();

    public SchoolId Id { get; private set; }

    /// <summary>What each vestiging delivers.</summary>
    public List<LeerlingGegevens> Leerlingen { get; } = [];

    /// <summary>
    /// What each vestiging delivers of a school year that has not begun; null for the same as <see cref="Leerlingen"/>.
    /// </summary>
    public List<LeerlingGegevens>? Volgend { get; set; }

    /// <summary>What a source without leerlingen says.</summary>
    public BronInhoud Leeg { get; set; } = BronInhoud.GeenWijzigingen;

    /// <summary>Who teaches there.</summary>
    public List<DocentGegevens> Docenten { get; } = [];

    /// <summary>A pupil's number in the list of the web service, by the pupil's key; itself when it is not here.</summary>
    public Dictionary<string, string> Stamnummers { get; } = new(StringComparer.Ordinal);

    /// <summary>A class's name, by its key; the key itself when it is not here.</summary>
    public Dictionary<string, string> Klasnamen { get; } = new(StringComparer.Ordinal);

    public static async Task<Keuzeschool> CreateAsync(params string[] vestigingen)
    {
        var school = new Keuzeschool();
        school._services.MigrateDatabase();
        school.Id = await school.Database.RegisterSchoolAsync();
        if (vestigingen.Length > 0)
        {
            await school.SendAsync(new UpdateSchool(
                school.Id, null, [.. vestigingen.Select(Vestigingsnummer.Hydrate)], Etag: null, RequestId: null));
        }

        return school;
    }

    public static LeerlingGegevens Leerling(int nummer, string vestiging = "00", string klas = "1A") => new()
    {
        Vestiging = Vestigingsnummer.Hydrate(vestiging),
        EckId = EckId.Hydrate($"eck-{nummer}"),
        UwlrKey = Key(nummer),
        Roepnaam = "Sam",
        Achternaam = $"Achternaam{nummer}",
        Leerjaar = 1,
        Stamgroep = new Groepsleutel(Vestigingsnummer.Hydrate(vestiging), klas),
    };

    public static DocentGegevens Docent(int nummer) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        UwlrKey = $"docent-{nummer}",
        Achternaam = $"Docent{nummer}",
        Email = $"docent{nummer}@school.invalid",
        Groepen = [new Groepsleutel(Vestigingsnummer.Hoofd, "1A")],
    };

    public async Task<ImportRunView> PreviewAsync(Schooljaar? jaar = null)
    {
        return await CompareAsync((await SendAsync(new PreviewImport(Id, jaar, RequestId: null))).Value);
    }

    /// <summary>Previews a file of docenten.</summary>
    public async Task<ImportRunView> UploadDocentenAsync(string csv) => await CompareAsync((await SendAsync(
        new UploadImport(
            Id,
            null,
            new Csvbestand("docenten.csv", Encoding.UTF8.GetBytes(csv)),
            new Csvkeuze(Csvpreset.Numo, null, null, IsDocenten: true),
            RequestId: null))).Value);

    /// <summary>Previews a file in Numo's own profile.</summary>
    public async Task<ImportRunView> UploadAsync(string csv) => await CompareAsync((await SendAsync(
        new UploadImport(
            Id,
            null,
            new Csvbestand("personen.csv", Encoding.UTF8.GetBytes(csv)),
            new Csvkeuze(Csvpreset.Numo, null, null, IsDocenten: false),
            RequestId: null))).Value);

    /// <summary>Previews a workbook of leerlingen.</summary>
    public async Task<ImportRunView> UploadAsync(byte[] werkmap, string? blad = null) => await CompareAsync((await SendAsync(
        new UploadImport(
            Id,
            null,
            new Csvbestand("leerlingen.xlsx", werkmap) { Blad = blad },
            new Csvkeuze(Csvpreset.Automatisch, null, null, IsDocenten: false),
            RequestId: null))).Value);

    private async Task<ImportRunView> CompareAsync(ImportRunView started)
    {
        await using (var scope = _services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FetchImport>().RunAsync(
                Id, new ImportRunId(started.Id), CancellationToken.None);
        }

        return (await SendAsync(new GetImportRun(Id, new ImportRunId(started.Id)))).Value;
    }

    public Task<Result<ImportRunView>> ApplyAsync(
        ImportRunView run, int[]? regels = null, int[]? behalve = null, params RegelSoort[] soorten) =>
        SendAsync(Apply(run, regels, behalve, soorten));

    public ApplyImport Apply(
        ImportRunView run, int[]? regels = null, int[]? behalve = null, params RegelSoort[] soorten) => new(
        Id, new ImportRunId(run.Id), run.Uitkomst!.PlanHash, soorten, regels ?? [], behalve ?? [], RequestId: null);

    /// <summary>Previews and applies all.</summary>
    public async Task ImportAsync()
    {
        var run = await PreviewAsync();
        (await ApplyAsync(run)).Error.Should().BeNull();
    }

    public async Task<IReadOnlyList<ImportRegelView>> RegelsAsync(
        ImportRunView run, Func<ListImportRegels, ListImportRegels>? filter = null)
    {
        var all = new ListImportRegels(Id, new ImportRunId(run.Id), new PageRequest(500, null), [], null, MetMelding: false);
        return (await SendAsync(filter is null ? all : filter(all))).Value.Page.Items;
    }

    public Task<Result<BeslissingView>> ResolveAsync(
        ImportRunView run, int nummer, Beslissingsoort soort, AccountId? account = null, bool validateOnly = false) =>
        SendAsync(new ResolveConflict(
            Id, new ImportRunId(run.Id), nummer, soort, account, RequestId: null, validateOnly));

    public async Task<Account<LeerlingGegevens>> FindAsync(int nummer, Schooljaar? jaar = null) =>
        (await Database.LoadAsync(Id, jaar)).Leerlingen.Single(l => l.Gegevens.EckId == Leerling(nummer).EckId);

    public async Task<DocentView> FindDocentAsync(int nummer) =>
        (await SendAsync(new ListDocenten(Id, new PageRequest(500, null), ShowGearchiveerd: true))).Value.Items
            .Single(d => d.Achternaam == Docent(nummer).Achternaam);

    /// <summary>Lets nights apply every kind of row.</summary>
    public async Task ApplyAllByNightAsync() => (await SendAsync(new UpdateSyncbeleid(
        Id,
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren],
        null,
        null,
        null))).Error.Should().BeNull();

    /// <summary>Lets the night of a later day go over the school, and says what came of it.</summary>
    public async Task<Rondeuitkomst?> NightAsync(int daysLater = 1)
    {
        // At the end of any window, by the Dutch clock half past five in summer.
        var day = Clock.GetUtcNow().UtcDateTime.Date.AddDays(daysLater);
        Clock.SetUtcNow(new DateTimeOffset(day, TimeSpan.Zero).AddHours(3.5));
        Wie.Subject = SystemCaller.Nights;
        var uitkomst = (await SendAsync(new SyncSchool(Id))).Value.Uitkomst;
        Wie.Subject = "test";
        return uitkomst;
    }

    public Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request) => _services.SendAsync(request);

    /// <summary>The product on the same database and sources once more.</summary>
    /// <param name="replace">Registers what takes the place of the product's own.</param>
    public ServiceProvider StartProcess(Action<IServiceCollection> replace) => Database.StartProcess(services =>
    {
        services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IPersonenbron>(this)
            .AddSingleton<IOpleidingenbron>(this)
            .AddSingleton<IKoppelingToegang>(this)
            .AddSingleton<ICallerAccessor>(Wie);
        replace(services);
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <summary>Says who acts.</summary>
    internal sealed class Beller : ICallerAccessor
    {
        public string Subject { get; set; } = "test";

        public Caller Current => new(
            Subject, new HashSet<string> { Scopes.Read, Scopes.Import, Scopes.Leerplan, Scopes.Beheer }, Scholen: null);
    }

    Task<Result<Personenlijst>> IPersonenbron.FetchAsync(
        PersonenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct)
    {
        var van = Volgend is not null && verzoek.Schooljaar > Schooljaar.Op(Nederland.DagOp(Clock.GetUtcNow())) ? Volgend : Leerlingen;
        var leerlingen = van.Where(l => l.Vestiging == verzoek.Vestiging).ToArray();
        var docenten = Docenten.Where(d => d.Vestiging == verzoek.Vestiging).ToArray();
        var klassen = leerlingen.Select(l => l.Stamgroep).OfType<Groepsleutel>().Concat(docenten.SelectMany(d => d.Groepen)).Distinct();
        return Task.FromResult<Result<Personenlijst>>(new Personenlijst(
            leerlingen.Length == 0 ? Leeg : BronInhoud.Gegevens,
            verzoek.Vestiging,
            [
                .. klassen.Select(k => new GroepGegevens(
                    k, Groepsoort.Stamgroep, Klasnamen.GetValueOrDefault(k.Key, k.Key), 1)),
                .. leerlingen.SelectMany(l => l.Groepen).Distinct().Except(klassen).Select(k => new GroepGegevens(
                    k, Groepsoort.Samengesteld, Klasnamen.GetValueOrDefault(k.Key, k.Key), 1)),
            ],
            [.. leerlingen.Select(l => new Aangeleverd<LeerlingGegevens>(l, VanLeerling, []))],
            [.. docenten.Select(d => new Aangeleverd<DocentGegevens>(d, VanDocent, []))],
            [],
            "vingerafdruk"));
    }

    Task<Result<Opleidingenlijst>> IOpleidingenbron.FetchAsync(
        OpleidingenVerzoek verzoek, IProgress<int>? progress, CancellationToken ct) =>
        Task.FromResult<Result<Opleidingenlijst>>(new Opleidingenlijst(
            [
                .. Leerlingen.Concat(Volgend ?? []).DistinctBy(l => l.UwlrKey).Select(l => new Opleidingsregel(
                    null, l.UwlrKey, "0300", Stamnummers.GetValueOrDefault(l.UwlrKey!, l.UwlrKey!))),
            ],
            "vingerafdruk"));

    Task<Result<Done>> IKoppelingToegang.CheckAsync(SchoolId schoolId, CancellationToken ct) =>
        Task.FromResult<Result<Done>>(new Done());

    Task<Result<Toegang>> IKoppelingToegang.GetAsync(SchoolId schoolId, CancellationToken ct) =>
        Task.FromResult<Result<Toegang>>(new Toegang(
            new OpleidingenVerzoek(Schooldomein.Hydrate("voorbeeld"), "Kurve", new Geheim("x")), null, null));

    private static string Key(int nummer) => (10_000 + nummer).ToString(CultureInfo.InvariantCulture);
}
