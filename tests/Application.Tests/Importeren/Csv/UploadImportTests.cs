using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Beleid;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren.Csv;

public sealed class UploadImportTests
{
    private static readonly SchoolId School = new(Guid.CreateVersion7());
    private static readonly SchoolId Other = new(Guid.CreateVersion7());

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly IOpenSchools _scholen = Substitute.For<IOpenSchools>();
    private readonly IKoppelingToegang _koppelingen = Substitute.For<IKoppelingToegang>();
    private readonly IImportRunRepository _runs = Substitute.For<IImportRunRepository>();
    private readonly IKolomindelingRepository _indelingen = Substitute.For<IKolomindelingRepository>();
    private readonly IImportQueue _queue = Substitute.For<IImportQueue>();
    private readonly IUnitOfWork _work = Substitute.For<IUnitOfWork>();
    private readonly ICallerAccessor _caller = Substitute.For<ICallerAccessor>();
    private readonly IImportbeleidRepository _beleid = Substitute.For<IImportbeleidRepository>();

    private readonly Uploads _uploads = new(new Uploadgrenzen(1_000, 100, 2_000));

    public UploadImportTests()
    {
        _queue.IsOpen.Returns(true);
        _scholen.GetAsync(default, default).ReturnsForAnyArgs(Domain.Scholen.School.Register(
            School, "Voorbeeld", Brin.Hydrate("99ZZ"), [], Sector.Vo, default));
        _koppelingen.GetAsync(default, default).ReturnsForAnyArgs(new KoppelingOnbekend(School));
        _beleid.GetAsync(default, default).ReturnsForAnyArgs(ImportBeleid.Standaard(School));
        _runs.ListOpenAsync(default, default).ReturnsForAnyArgs([]);
        _runs.AddAsync(default!, default).ReturnsForAnyArgs(new Done());
        _caller.Current.Returns(new Caller("test", new HashSet<string>(), Scholen: null));
        _work.When(w => w.OnCommitted(Arg.Any<Action>())).Do(call => call.Arg<Action>()());
    }

    [Fact]
    public async Task A_school_that_is_paused_uploads_nothing()
    {
        _beleid.GetAsync(default, default).ReturnsForAnyArgs(ImportBeleid.Standaard(School) with
        {
            Pauze = new Importpauze(new DateOnly(2026, 8, 1), new DateOnly(2026, 9, 30), "Verbouwing"),
        });

        (await UploadAsync()).Error!.Code.Should().Be("IMPORT_GEPAUZEERD");
    }

    [Fact]
    public async Task A_process_that_stops_takes_no_file()
    {
        _queue.IsOpen.Returns(false);

        (await UploadAsync()).Error.Should().BeOfType<ProcesStopt>();

        await _runs.DidNotReceiveWithAnyArgs().AddAsync(default!, default);
    }

    [Fact]
    public async Task A_school_without_a_koppeling_may_upload_and_its_file_waits_in_memory()
    {
        var run = (await UploadAsync()).Value;

        (run.Bron, run.State).Should().Be((Bron.Csv, ImportState.Ophalen));
        run.Upload.Should().Be(new Upload("l.csv", 3, "Magister"));
        _queue.Received().Enqueue(School, new ImportRunId(run.Id));
        _uploads.Bytes.Should().Be(3);
    }

    [Fact]
    public async Task A_run_that_was_not_stored_keeps_no_file()
    {
        _runs.AddAsync(default!, default).ReturnsForAnyArgs(new ImportBezig(new ImportRunId(Guid.NewGuid())));

        (await UploadAsync()).Error.Should().BeOfType<ImportBezig>();

        _uploads.Bytes.Should().Be(0);
    }

    [Fact]
    public async Task A_school_that_is_closed_or_busy_may_not()
    {
        var busy = ImportRun.Start(ImportRunId.New(_clock), School, Schooljaar.Hydrate(2026), "x", _clock.GetUtcNow());
        _beleid.GetAsync(default, default).ReturnsForAnyArgs(ImportBeleid.Standaard(School));
        _runs.ListOpenAsync(default, default).ReturnsForAnyArgs([busy]);
        (await UploadAsync()).Error.Should().BeOfType<ImportBezig>();

        _scholen.GetAsync(default, default).ReturnsForAnyArgs(new SchoolGesloten(School));
        (await UploadAsync()).Error.Should().BeOfType<SchoolGesloten>();
    }

    [Fact]
    public async Task A_layout_that_nobody_saved_is_refused_by_its_name()
    {
        var keuze = new Csvkeuze(Csvpreset.Automatisch, "eigen", null, false);

        (await UploadAsync(keuze)).Error.Should().BeOfType<KolomindelingOnbekend>()
            .Which.Naam.Should().Be("eigen");
    }

    [Fact]
    public void Files_that_wait_together_have_a_cap_and_give_their_room_back()
    {
        _uploads.TryReserve(1_500, School, "een").Should().BeTrue();
        _uploads.TryReserve(501, Other, "twee").Should().BeFalse();
        _uploads.TryReserve(500, Other, "twee").Should().BeTrue();

        _uploads.Release(1_500, School, "een");
        _uploads.Release(500, Other, "twee");

        _uploads.Bytes.Should().Be(0);
    }

    [Fact]
    public void A_school_and_a_caller_have_a_share_and_leave_the_rest_to_others()
    {
        var uploads = new Uploads(
            new Uploadgrenzen(1_000, 100, 10_000) { MaxBytesPerSchool = 2_000, MaxBytesPerAanroeper = 3_000 });

        uploads.TryReserve(2_000, School, "een").Should().BeTrue();
        uploads.TryReserve(1, School, "twee").Should().BeFalse("the school has its share, whoever calls");
        uploads.TryReserve(1_001, Other, "een").Should().BeFalse("the caller has its share, for whatever school");
        uploads.TryReserve(2_000, Other, "twee").Should().BeTrue();

        uploads.Release(2_000, School, "een");

        uploads.TryReserve(2_000, School, "een").Should().BeTrue("what was received gives its room back");
    }

    [Fact]
    public void The_bytes_of_a_file_are_not_in_what_is_stored_of_a_request_but_their_fingerprint_is()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new Csvbestand("l.csv", "geheim"u8.ToArray()));

        json.Should().NotContain(Convert.ToBase64String("geheim"u8)).And.Contain("Vingerafdruk");
    }

    private Task<Result<ImportRunView>> UploadAsync(Csvkeuze? keuze = null)
    {
        var guard = new PreviewGuard(_scholen, _koppelingen, new Beleidwacht(_beleid, _clock), _runs, new LevendeRuns(), _caller, _clock);
        var start = new Uploadstart(_uploads, _queue, _work);
        var handler = new UploadImportHandler(guard, _indelingen, _runs, start, _caller, _clock);
        return handler.Handle(
            new UploadImport(
                School,
                null,
                new Csvbestand("l.csv", [1, 2, 3]),
                keuze ?? new Csvkeuze(Csvpreset.Magister, null, null, false),
                null),
            CancellationToken.None);
    }
}
