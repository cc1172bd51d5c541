using Grpc.Core;
using Kurve.Numo.Api.Tests.Cli;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Api.Tests.Importeren.Runs;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>What one ronde does, by way of `StartSync`: that of the night does the same.</summary>
public sealed class RondeTests(SyncingApi host) : IClassFixture<SyncingApi>
{
    [Fact]
    public async Task Who_waits_for_a_sync_at_the_terminal_sees_what_it_came_to()
    {
        var (school, simulated) = await host.TakeSchoolAsync();

        var result = await new CommandLineBuilder().Calling(host.Api).OfWidth(80)
            .RunAsync("sync", "now", "--school", simulated.Brin, "--wait");

        result.ExitCode.Should().Be(0, result.Error);
        result.Out.Should().Contain("wacht", "nobody applied an import yet");
        result.Out.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        (await school.Syncs.ListRondesAsync(new ListRondesRequest { SchoolId = school.Id })).Rondes[0].EndTime
            .Should().NotBeNull();
    }

    [Fact]
    public async Task Of_a_school_that_nobody_has_imported_everything_waits_for_a_person()
    {
        var (school, _) = await host.TakeSchoolAsync();

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        ronde.Actiehouder.Should().Be(Actiehouder.School);
        var run = await school.RunOfAsync(ronde);
        run.State.Should().Be(ImportState.Wachtend);
        run.Remmen.Select(r => r.Code).Should().Equal("EERST_EEN_PERSOON");
        (await school.CountLeerlingenAsync()).Should().Be(0);
        await school.ApplyAsync(await school.ReleaseAsync(run));
        (await school.CountLeerlingenAsync()).Should().Be(run.Leerlingen.Nieuw);
    }

    [Fact]
    public async Task When_nothing_changed_nothing_waits()
    {
        var (school, _) = await host.TakeImportedAsync();

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.NietsNieuws);
        ronde.Actiehouder.Should().Be(Actiehouder.Niemand);
        (await school.RunOfAsync(ronde)).State.Should().Be(ImportState.Verworpen);
    }

    [Fact]
    public async Task Who_is_rejected_every_night_waits_in_one_run_with_its_reason_and_owner_and_the_day_since_which()
    {
        var (school, simulated) = await host.TakeSchoolAsync();
        host.Simulator.Misbehaviour.Add(UwlrMisbehaviour.PersonsWithoutKeys, simulated.Brin);
        await school.ImportAsync();

        var first = await school.SyncAsync();
        var reden = (await school.RunOfAsync(first)).Remmen.Single();
        var second = await school.SyncAsync();

        foreach (var ronde in new[] { first, second })
        {
            (ronde.Uitkomst, ronde.Actiehouder).Should().Be((Rondeuitkomst.Wacht, Actiehouder.School));
        }

        reden.Code.Should().Be("WACHT_OP_HERSTEL");
        var waiting = (await school.HistoryAsync(ImportState.Wachtend)).Should().ContainSingle().Subject;
        waiting.Id.Should().Be(second.ImportRunId);
        waiting.Actiehouder.Should().Be(Actiehouder.School);
        waiting.Leerlingen.Afgekeurd.Should().BePositive();
        waiting.Remmen.Should().Equal(reden);
    }

    [Fact]
    public async Task What_is_held_since_the_school_takes_only_additions_is_told_by_night_as_well()
    {
        var (school, _) = await TakeChangedAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.AlleenToevoegen }, "modus");

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Deels, "who came was added");
        var rest = await school.RunOfAsync(ronde);
        rest.Remmen.Select(r => r.Code).Should().Equal("WACHT_OP_HERSTEL");
        rest.Leerlingen.Aangehouden.Should().BePositive();
        (await school.SyncAsync()).Uitkomst.Should().Be(Rondeuitkomst.Wacht);
    }

    [Fact]
    public async Task Who_comes_is_applied_and_who_leaves_waits()
    {
        var (school, leavers) = await TakeChangedAsync();

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Deels);
        var rest = await school.RunOfAsync(ronde);
        rest.State.Should().Be(ImportState.Wachtend);
        rest.Remmen.Select(r => r.Code).Should().Equal("WACHT_OP_BEOORDELING");
        (rest.Leerlingen.Nieuw + rest.Leerlingen.Bijwerken).Should().Be(0, "that was applied");
        rest.Leerlingen.Archiveren.Should().Be(leavers);
        await school.ApplyAsync(await school.ReleaseAsync(rest));
        var shown = (await school.ListRondesAsync()).Single();
        (shown.Uitkomst, shown.Actiehouder).Should().Be((Rondeuitkomst.Deels, Actiehouder.Niemand), "it was looked at");
        (await school.SyncAsync()).Uitkomst.Should().Be(Rondeuitkomst.NietsNieuws);
    }

    [Fact]
    public async Task A_school_may_have_everything_applied()
    {
        var (school, leavers) = await TakeChangedAsync();
        RegelSoort[] all = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];
        await school.SetAsync(new Syncbeleid { Soorten = { all } }, "soorten");

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Toegepast);
        var run = await school.RunOfAsync(ronde);
        run.State.Should().Be(ImportState.Toegepast);
        run.Leerlingen.Archiveren.Should().Be(leavers);
        run.Handelingen.Should().OnlyContain(h => h.Wie == "numo-sync");
    }

    [Fact]
    public async Task A_school_may_have_nothing_applied()
    {
        var (school, _) = await TakeChangedAsync();
        await school.SetAsync(new Syncbeleid(), "soorten");

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        var run = await school.RunOfAsync(ronde);
        run.State.Should().Be(ImportState.Wachtend);
        run.Leerlingen.Nieuw.Should().BePositive();
    }

    [Fact]
    public async Task A_brake_is_never_released_by_a_ronde()
    {
        var (school, simulated) = await host.TakeImportedAsync();
        RegelSoort[] all = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];
        await school.SetAsync(new Syncbeleid { Soorten = { all } }, "soorten");
        var before = await school.CountLeerlingenAsync();
        host.Simulator.Misbehaviour.Add(UwlrMisbehaviour.PartOfThePeople, simulated.Brin);

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        (await school.RunOfAsync(ronde)).State.Should().Be(ImportState.Wachtend);
        (await school.CountLeerlingenAsync()).Should().Be(before);
    }

    [Fact]
    public async Task What_a_person_undid_is_not_applied_again_without_a_person()
    {
        var (school, _) = await host.TakeSchoolAsync();
        var run = await school.ApplyAsync(await school.PreviewAsync());
        await school.Import.UndoImportAsync(new UndoImportRequest { SchoolId = school.Id, ImportRunId = run.Id });

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Wacht);
        (await school.RunOfAsync(ronde)).Remmen.Select(r => r.Code).Should().Equal("EERST_EEN_PERSOON");
        (await school.CountLeerlingenAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_koppeling_that_broke_is_refused_and_comes_back_by_itself_when_it_works_again()
    {
        var (school, simulated) = await host.TakeImportedAsync();
        host.Simulator.InrichtingOf(simulated).Recht = false;

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Geweigerd);
        ronde.Fout.Code.Should().Be("POORTEN_OPEN");
        ronde.Actiehouder.Should().Be(Actiehouder.School);
        ronde.ImportRunId.Should().BeEmpty();
        var sync = await FindAsync(school, new ListSyncsRequest { PageSize = 500 });
        sync!.VolgendeTime.Should().NotBeNull("the next night looks again");
        host.Simulator.InrichtingOf(simulated).Recht = true;
        (await school.SyncAsync()).Uitkomst.Should().Be(Rondeuitkomst.NietsNieuws, "nobody had to do anything in Numo");
    }

    [Fact]
    public async Task A_port_that_closed_is_tried_again_the_same_night()
    {
        var (school, _) = await host.TakeImportedAsync();
        await host.Simulator.SetMagisterOpenAsync(open: false, CancellationToken.None);
        try
        {
            var started = await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id });
            var ronde = await school.WaitAsync(started.Ronde, found => found.Pogingen > 0 && found.Fout is not null);

            ronde.Uitkomst.Should().Be(Rondeuitkomst.Open);
            ronde.NietVoorTime.Should().NotBeNull();
            ronde.Fout.Code.Should().Be("POORTEN_OPEN");
            ronde.Actiehouder.Should().Be(Actiehouder.Magister);
        }
        finally
        {
            await host.Simulator.SetMagisterOpenAsync(open: true, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_koppeling_that_somebody_suspended_is_not_synced()
    {
        var (school, _) = await host.TakeImportedAsync();
        await school.Koppelingen.SuspendKoppelingAsync(
            new SuspendKoppelingRequest { SchoolId = school.Id, Reden = "overstap" });

        var refused = await Refusal(() => school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id }));

        refused.StatusCode.Should().Be(StatusCode.FailedPrecondition);
        refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>().Reason.Should().Be("KOPPELING_OPGESCHORT");
        (await FindAsync(school, new ListSyncsRequest { PageSize = 500 }))!.VolgendeTime.Should().BeNull();
    }

    [Fact]
    public async Task A_pause_of_imports_refuses_the_ronde_and_says_so()
    {
        var (school, _) = await host.TakeImportedAsync();
        var vandaag = TimeProvider.System.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var pauze = new Importpauze { Van = vandaag, TotEnMet = vandaag, Reden = "Studiedag" };
        await school.Import.UpdateImportbeleidAsync(new UpdateImportbeleidRequest
        {
            Importbeleid = new Importbeleid { SchoolId = school.Id, Pauze = pauze },
        });

        var ronde = await school.SyncAsync();

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Geweigerd);
        ronde.Fout.Code.Should().Be("IMPORT_GEPAUZEERD");
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_again_later()
    {
        var (school, simulated) = await host.TakeImportedAsync();
        host.Simulator.Misbehaviour.Add(UwlrMisbehaviour.TruncatedAnswer, simulated.Brin);

        var started = await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id });
        var ronde = await school.WaitAsync(started.Ronde, found => found.NietVoorTime is not null);

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Open);
        ronde.Pogingen.Should().Be(1);
        ronde.Fout.Should().NotBeNull();
        (ronde.NietVoorTime.ToDateTimeOffset() - DateTimeOffset.UtcNow).Should().BeGreaterThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Whoever_asks_for_one_that_rests_has_it_tried_at_once()
    {
        var (school, simulated) = await host.TakeImportedAsync();
        host.Simulator.Misbehaviour.Add(UwlrMisbehaviour.TruncatedAnswer, simulated.Brin);
        var started = await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id });
        var rests = await school.WaitAsync(started.Ronde, found => found.NietVoorTime is not null);

        var again = await school.Syncs.StartSyncAsync(new StartSyncRequest { SchoolId = school.Id });

        again.Ronde.Volgnummer.Should().Be(rests.Volgnummer, "it is open");
        again.Ronde.NietVoorTime.Should().BeNull();
        var tried = await school.WaitAsync(again.Ronde, found => found.Pogingen > 1);
        tried.Pogingen.Should().Be(2);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_again()
    {
        var (school, _) = await host.TakeImportedAsync();
        var request = new StartSyncRequest { SchoolId = school.Id, RequestId = Guid.NewGuid().ToString() };
        var first = await school.Syncs.StartSyncAsync(request);
        await school.WaitAsync(first.Ronde, found => found.Uitkomst != Rondeuitkomst.Open);

        (await school.Syncs.StartSyncAsync(request)).Should().Be(first);

        (await school.ListRondesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task The_list_tells_when_each_school_is_synced_and_how_it_went()
    {
        var (school, _) = await host.TakeImportedAsync();
        var ronde = await school.SyncAsync();
        var sync = await FindAsync(school, new ListSyncsRequest { PageSize = 500 });
        sync!.Laatste.Should().Be(ronde);
        sync.VolgendeTime.ToDateTimeOffset().Should().BeAfter(DateTimeOffset.UtcNow);

        await school.SetAsync(new Syncbeleid { Pauze = new Syncpauze { Reden = "Verbouwing" } }, "pauze");

        var paused = await FindAsync(school, new ListSyncsRequest { PageSize = 500, Gepauzeerd = true });
        paused!.VolgendeTime.Should().BeNull();
        paused.Pauze.Reden.Should().Be("Verbouwing");
        var resumed = await school.SetAsync(new Syncbeleid(), "pauze");
        resumed.Pauze.Should().BeNull();
        var others = new ListSyncsRequest { PageSize = 500, Uitkomst = Rondeuitkomst.Mislukt };
        (await FindAsync(school, others)).Should().BeNull();
    }

    [Fact]
    public async Task The_list_of_one_school_is_empty_for_who_is_bound_to_another()
    {
        var (mine, _) = await host.TakeImportedAsync();
        var (other, _) = await host.TakeImportedAsync();
        var bound = new SynchronisatieService.SynchronisatieServiceClient(host.Api.As("numo.read", mine.Id));

        (await bound.ListSyncsAsync(new ListSyncsRequest { SchoolId = mine.Id })).Syncs.Should().ContainSingle();
        (await bound.ListSyncsAsync(new ListSyncsRequest { SchoolId = other.Id })).Syncs.Should().BeEmpty();
        (await mine.Syncs.ListSyncsAsync(new ListSyncsRequest { SchoolId = other.Id }))
            .Syncs.Should().ContainSingle().Which.SchoolId.Should().Be(other.Id);
    }

    [Fact]
    public async Task What_cannot_be_wanted_is_refused_by_field()
    {
        var (school, _) = await host.TakeSchoolAsync();

        var soort = await Refusal(
            () => school.SetAsync(new Syncbeleid { Soorten = { RegelSoort.Conflict } }, "soorten"));
        var reden = await Refusal(() => school.SetAsync(new Syncbeleid { Pauze = new Syncpauze() }, "pauze"));
        var path = await Refusal(() => school.SetAsync(new Syncbeleid(), "versie"));
        var token = await Refusal(async () => await school.Syncs.ListRondesAsync(
            new ListRondesRequest { SchoolId = school.Id, PageToken = "%%%" }));

        new[] { soort, reden, path, token }.Should().OnlyContain(e => e.StatusCode == StatusCode.InvalidArgument);
        var other = new Syncbeleid { Etag = "\"0\"", Soorten = { RegelSoort.Nieuw } };
        await school.SetAsync(new Syncbeleid { Soorten = { RegelSoort.Nieuw } }, "soorten");
        (await Refusal(() => school.SetAsync(other, "soorten"))).StatusCode.Should().Be(StatusCode.Aborted);
    }

    /// <summary>A school of whom some came and some left since its import, and how many left.</summary>
    private async Task<(TestSchool School, int Leavers)> TakeChangedAsync()
    {
        var (school, simulated) = await host.TakeImportedAsync();
        var day = host.Simulator.Day;
        do
        {
            host.Simulator.Day++;
        }
        while (host.Simulator.Changes(simulated, day, host.Simulator.Day) is { Joiners: 0 } or { Leavers: 0 });

        return (school, host.Simulator.Changes(simulated, day, host.Simulator.Day).Leavers);
    }

    private static async Task<Sync?> FindAsync(TestSchool school, ListSyncsRequest request) =>
        (await school.Syncs.ListSyncsAsync(request)).Syncs.SingleOrDefault(s => s.SchoolId == school.Id);

    private static async Task<RpcException> Refusal<T>(Func<Task<T>> call) =>
        (await call.Should().ThrowAsync<RpcException>()).Which;

    private static Task<RpcException> Refusal<T>(Func<AsyncUnaryCall<T>> call) => Refusal(async () => await call());
}
