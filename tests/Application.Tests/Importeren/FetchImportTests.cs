using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class FetchImportTests : IDisposable
{
    private static readonly IVertalers Vertalers = NiemandVertaalt();

    private static readonly SchoolId School = new(Guid.CreateVersion7());
    private static readonly Toegang Toegang =
        new(new OpleidingenVerzoek(Schooldomein.Hydrate("voorbeeld"), "Kurve", new Geheim("x")), null, null);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly IImportRunRepository _runs = Substitute.For<IImportRunRepository>();
    private readonly IPersonenbron _personen = Substitute.For<IPersonenbron>();
    private readonly IOpleidingenbron _opleidingen = Substitute.For<IOpleidingenbron>();
    private readonly IOpenSchools _scholen = Substitute.For<IOpenSchools>();
    private readonly IKoppelingToegang _koppelingen = Substitute.For<IKoppelingToegang>();
    private readonly ISchoolstandStore _standen = Substitute.For<ISchoolstandStore>();
    private readonly IPlanStore _plannen = Substitute.For<IPlanStore>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly FetchSlots _slots = new();
    private readonly Uploads _uploads = new(new Uploadgrenzen(1_000, 100, 2_000));
    private readonly ICsvlezer _lezer = Substitute.For<ICsvlezer>();
    private ImportRun _run;

    public FetchImportTests()
    {
        _run = ImportRun.Start(
            ImportRunId.New(_clock), School, Schooljaar.Hydrate(2026), "test", _clock.GetUtcNow());
        _runs.FindAsync(default, default, default).ReturnsForAnyArgs(_ => _run);
        _runs.ListOpenAsync(default, default).ReturnsForAnyArgs(_ => [_run]);
        _runs.BeatAsync(default!, default, default, default).ReturnsForAnyArgs(true);
        _runs.UpdateAsync(default!, default).ReturnsForAnyArgs(call =>
        {
            _run = call.Arg<ImportRun>();
            return true;
        });
        _scholen.GetAsync(default, default).ReturnsForAnyArgs(Domain.Scholen.School.Register(
            School, "Voorbeeld", Brin.Hydrate("99ZZ"), [.. Nummers("00", "01")], Sector.Vo, default));
        _koppelingen.GetAsync(default, default).ReturnsForAnyArgs(Toegang);
        _opleidingen.FetchAsync(default!, default).ReturnsForAnyArgs(new Opleidingenlijst([], "leeg"));
        _standen.LoadAsync(default, default, default).ReturnsForAnyArgs(new Schoolstand(0, [], [], []));
    }

    [Fact]
    public async Task People_are_counted_once_over_all_vestigingen()
    {
        _personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(call =>
        {
            call.Arg<IProgress<int>>().Report(500);
            return Task.FromResult<Result<Personenlijst>>(Lijst(call.Arg<PersonenVerzoek>().Vestiging, 700));
        });

        await FetchAsync();

        _run.Gelezen.Should().Be(1400);
    }

    [Fact]
    public async Task It_tells_that_it_is_alive_before_it_has_its_turn()
    {
        var turns = new List<IDisposable>();
        for (var i = 0; i < 4; i++)
        {
            turns.Add(await _slots.EnterAsync(CancellationToken.None));
        }

        var fetch = FetchAsync();

        await _runs.Received().BeatAsync(
            Arg.Any<ImportRun>(), 0, _clock.GetUtcNow() + ImportRun.Lease, Arg.Any<CancellationToken>());
        fetch.IsCompleted.Should().BeFalse("others have all turns");
        turns.ForEach(turn => turn.Dispose());
        await fetch;
    }

    [Fact]
    public async Task A_run_that_somebody_discarded_stops_its_fetch()
    {
        _runs.BeatAsync(default!, default, default, default).ReturnsForAnyArgs(false);
        _personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(async call =>
        {
            await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
            return new Result<Personenlijst>();
        });

        await FetchAsync();

        _run.State.Should().Be(ImportState.Mislukt, "here the store does not know of the discard");
        _run.Fout.Should().Be(Importfout.Onderbroken);
        _run.Actiehouder.Should().Be(Actiehouder.School, "the school starts it again");
    }

    [Fact]
    public async Task A_source_that_refuses_ends_the_run_with_its_reason_and_owner()
    {
        var fout = new Bronfout("GEWEIGERD", "Refused.", "Geweigerd.", Actiehouder.Magister, Tijdelijk: false);
        _personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(fout);

        await FetchAsync();

        _run.State.Should().Be(ImportState.Mislukt);
        _run.Fout.Should().Be(new Importfout("GEWEIGERD", "Geweigerd."));
        _run.Actiehouder.Should().Be(Actiehouder.Magister);
    }

    public void Dispose() => _slots.Dispose();

    private Task FetchAsync()
    {
        var bronnen = new Bronophaler(_scholen, _koppelingen, _personen, _opleidingen, Vertalers);
        var planMaker = new PlanMaker(_standen, _plannen, _runs, _work, _clock);
        var bestanden = new Csvophaler(_uploads, _lezer, _scholen, Vertalers, _clock);
        var fetch = new FetchImport(
            _runs, _slots, bronnen, bestanden, planMaker, _clock, NullLogger<FetchImport>.Instance);
        return fetch.RunAsync(School, _run.Id, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Personenlijst Lijst(Vestigingsnummer vestiging, int aantal) => new(
        BronInhoud.Gegevens,
        vestiging,
        [],
        [.. Enumerable.Range(0, aantal).Select(n => new Aangeleverd<LeerlingGegevens>(
            new LeerlingGegevens { Vestiging = vestiging, UwlrKey = $"{vestiging}-{n}", Achternaam = "V" },
            Veld.Vestiging | Veld.UwlrKey | Veld.Achternaam,
            []))],
        [],
        [],
        "vingerafdruk");

    private static IEnumerable<Vestigingsnummer> Nummers(params string[] nummers) =>
        nummers.Select(Vestigingsnummer.Hydrate);

    private static IVertalers NiemandVertaalt()
    {
        var vertalers = Substitute.For<IVertalers>();
        vertalers.GetAsync(default, default, default).ReturnsForAnyArgs(new Opleidingsvertaler(
            Opleidingscatalogus.Create([], []).Value, Vertaaltabellen.Leeg(Sector.Vo)));
        return vertalers;
    }
}
