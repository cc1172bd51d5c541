using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Conflicten;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

/// <summary>One run that is about to be fetched, with sources and a store that a test may replace.</summary>
internal sealed class Ophaling : IDisposable
{
    private static readonly Toegang Toegang =
        new(new OpleidingenVerzoek(Schooldomein.Hydrate("voorbeeld"), "Kurve", new Geheim("x")), null, null);

    private readonly TimeProvider _clock;
    private readonly IOpenSchools _scholen = Substitute.For<IOpenSchools>();
    private readonly IKoppelingToegang _koppelingen = Substitute.For<IKoppelingToegang>();
    private readonly IVertalers _vertalers = Substitute.For<IVertalers>();
    private readonly IBuurjarenStore _buurjaren = Substitute.For<IBuurjarenStore>();
    private readonly IImportbeleidRepository _beleid = Substitute.For<IImportbeleidRepository>();
    private readonly IBeslissingStore _beslissingen = Substitute.For<IBeslissingStore>();
    private readonly ISchooljaarwisselRepository _wissels = Substitute.For<ISchooljaarwisselRepository>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();

    public Ophaling(TimeProvider clock, params string[] vestigingen)
    {
        _clock = clock;
        var school = new SchoolId(Guid.CreateVersion7());
        Run = ImportRun.Start(ImportRunId.New(clock), school, Schooljaar.Hydrate(2026), "test", clock.GetUtcNow());
        Runs.FindAsync(default, default, default).ReturnsForAnyArgs(_ => Run);
        Runs.ListOpenAsync(default, default).ReturnsForAnyArgs(_ => [Run]);
        Runs.FindVorigeAsync(default!, default).ReturnsForAnyArgs((ImportRun?)null);
        Runs.BeatAsync(default!, default).ReturnsForAnyArgs(true);
        Runs.IsBezigAsync(default!, default).ReturnsForAnyArgs(true);
        Runs.UpdateAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            Run = call.Arg<ImportRun>();
            return true;
        });
        _scholen.GetAsync(default, default).ReturnsForAnyArgs(School.Register(
            school,
            "Voorbeeld",
            Brin.Hydrate("99ZZ"),
            [.. vestigingen.Select(Vestigingsnummer.Hydrate)],
            Sector.Vo,
            default));
        _koppelingen.GetAsync(default, default).ReturnsForAnyArgs(Toegang);
        _vertalers.GetAsync(default, default, default).ReturnsForAnyArgs(new Opleidingsvertaler(
            Opleidingscatalogus.Create([], []).Value, Vertaaltabellen.Leeg(Sector.Vo)));
        // A test that sets up another answer calls this one first, without a question.
        Personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(
            call => Lijst(call.Arg<PersonenVerzoek?>()?.Vestiging ?? Vestigingsnummer.Hoofd, 10));
        Opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(new Opleidingenlijst([], "leeg"));
        Standen.LoadAsync(default, default, default).ReturnsForAnyArgs(Schoolstand.Leeg);
        Runs.FindLastAppliedAsync(default, default, default).ReturnsForAnyArgs((ImportRun?)null);
        _beleid.GetAsync(default, default).ReturnsForAnyArgs(ImportBeleid.Standaard(school));
        _wissels.GetAsync(default, default, default).ReturnsForAnyArgs(Schooljaarwissel.Leeg(school, Run.Schooljaar));
        _beslissingen.ListAsync(default, default).ReturnsForAnyArgs([]);
        _buurjaren.LoadAsync(default, default, default, default).ReturnsForAnyArgs(Buurjaren.Geen);
    }

    public IImportRunRepository Runs { get; } = Substitute.For<IImportRunRepository>();

    public IPersonenbron Personen { get; } = Substitute.For<IPersonenbron>();

    public IOpleidingenbron Opleidingen { get; } = Substitute.For<IOpleidingenbron>();

    public ISchoolstandStore Standen { get; } = Substitute.For<ISchoolstandStore>();

    public IPlanStore Plannen { get; } = Substitute.For<IPlanStore>();

    /// <summary>The files that wait.</summary>
    public Uploads Uploads { get; } = new(new Uploadgrenzen(1_000, 100, 10_000));

    public ICsvlezer Lezer { get; } = Substitute.For<ICsvlezer>();

    public FetchSlots Slots { get; } = new();

    /// <summary>The run as it was stored last.</summary>
    public ImportRun Run { get; private set; }

    /// <summary>Makes it a run of a file, which waits or not.</summary>
    public void TakeFile(bool waits)
    {
        Run = ImportRun.StartUpload(
            Run.Id, Run.SchoolId, Run.Schooljaar, "test", new Upload("l.csv", 3, "Numo"), _clock.GetUtcNow());
        if (waits)
        {
            var keuze = new Csvkeuze(Csvpreset.Numo, null, null, false);
            Uploads.Add(Run.Id, new Wachtend(new Csvbestand("l.csv", [1, 2, 3]), keuze, null));
        }
    }

    public IBerichtOutbox Outbox { get; } = Substitute.For<IBerichtOutbox>();

    /// <summary>Fetches, compares and stores; fails when that does not end.</summary>
    public Task FetchAsync()
    {
        var bronnen = new Bronophaler(_scholen, _koppelingen, Personen, Opleidingen, _vertalers, _clock);
        var bestanden = new Csvophaler(Uploads, Lezer, Substitute.For<IWerkmaplezer>(), _scholen, _vertalers, _clock);
        var basis = new Planbasis(Standen, _buurjaren, _beleid, Runs, _beslissingen, _wissels, _clock);
        var termijnen = new Bewaartermijnen(TimeSpan.FromHours(24), TimeSpan.FromDays(30), TimeSpan.FromMinutes(5));
        var planMaker = new PlanMaker(
            basis,
            new Eindezoeker(Substitute.For<IEindigendeLeerplannen>(), Substitute.For<ISlotenVanVorigJaar>()),
            Plannen,
            Runs,
            _work,
            new Repetition(_work, new Touched(), NullLogger<Repetition>.Instance),
            new Wachtmelder(Outbox, Substitute.For<IRunHistorie>(), _clock),
            termijnen,
            _clock);
        var fetch = new FetchImport(
            Runs, new LevendeRuns(), Slots, bronnen, bestanden, planMaker, _clock, NullLogger<FetchImport>.Instance);
        return Task.Run(() => fetch.RunAsync(Run.SchoolId, Run.Id, CancellationToken.None))
            .WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>What a vestiging delivers.</summary>
    public static Personenlijst Lijst(Vestigingsnummer vestiging, int aantal) => Lijst(
        vestiging, [.. Enumerable.Range(0, aantal).Select(n => Leerling(vestiging, n))]);

    /// <summary>The same, with these pupils.</summary>
    public static Personenlijst Lijst(
        Vestigingsnummer vestiging, IReadOnlyList<Aangeleverd<LeerlingGegevens>> leerlingen) =>
        new(BronInhoud.Gegevens, vestiging, [], leerlingen, [], [], "vingerafdruk");

    /// <summary>A pupil that a vestiging delivers.</summary>
    public static Aangeleverd<LeerlingGegevens> Leerling(Vestigingsnummer vestiging, int nummer) => new(
        new LeerlingGegevens { Vestiging = vestiging, UwlrKey = $"{vestiging}-{nummer}", Achternaam = "V" },
        Veld.Vestiging | Veld.UwlrKey | Veld.Achternaam,
        []);

    public void Dispose() => Slots.Dispose();
}
