using Grpc.Core;
using Kurve.Numo.V1;
using Status = Kurve.Numo.V1.Status;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>What users of other rostering systems complain of, where it is about people.</summary>
[Collection(nameof(DagenApi))]
public sealed class ComplaintsAboutPeopleTests(EndToEnd api) : IDisposable
{
    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task A_teachers_own_account_with_the_same_mail_does_not_stop_the_sync_of_the_whole_school()
    {
        var school = await ImportedAsync();
        var docenten = await school.DocentenAsync();
        var (eigen, bron) = (docenten[0], docenten[1]);
        await MailAsync(school, bron.Id, "tijdelijk@voorbeeld.invalid", locks: false);
        await MailAsync(school, eigen.Id, bron.Email.ToUpperInvariant(), locks: true);
        var leerling = await school.FirstLeerlingAsync();
        await school.ChangeAsync(leerling.Id, l => l.Roepnaam = "Tijdelijk");

        var run = await school.PreviewAsync();
        var held = (await school.RegelsAsync(run, r => r.Soorten.Add(RegelSoort.Conflict))).Single();
        var applied = await school.ApplyAsync(run);

        held.Meldingen.Should().Contain(m => m.Code == "EMAIL_BEZET");
        held.BetrokkenAccounts.Single(a => a.Sleutels.Contains("email")).AccountId.Should().Be(eigen.Id);
        applied.State.Should().Be(ImportState.Toegepast);
        (await school.LeerlingAsync(leerling.Id)).Roepnaam.Should().Be(leerling.Roepnaam, "the rest of the school goes on");
        (await school.DocentenAsync()).Select(d => d.Id).Should().BeEquivalentTo(docenten.Select(d => d.Id));
    }

    [Fact]
    public async Task A_wrongly_deactivated_account_comes_back_although_its_login_was_taken()
    {
        var school = await ImportedAsync();
        var leerling = await school.FirstLeerlingAsync();
        await school.Leerlingen.ArchiveLeerlingAsync(
            new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id });

        var run = await school.PreviewAsync();
        var terug = (await school.RegelsAsync(run, r => r.Soorten.Add(RegelSoort.Heractiveren))).Single();
        await school.ApplyAsync(run);

        run.Leerlingen.Nieuw.Should().Be(0, "an archived account keeps its keys, so nobody else can take them");
        terug.AccountId.Should().Be(leerling.Id);
        terug.Meldingen.Should().Contain(m => m.Code == "MET_DE_HAND_GEARCHIVEERD");
        var back = await school.LeerlingAsync(leerling.Id);
        (back.Status, back.EckId, back.Stamgroep).Should().Be((Status.Actief, leerling.EckId, leerling.Stamgroep));
    }

    [Fact]
    public async Task Dropped_pupils_do_not_stay_in_lists()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Day = 1;

        var run = await school.PreviewAsync();
        var weg = await school.RegelsAsync(run, ArchivedLeerlingen);
        await school.ApplyAsync(run);

        weg.Should().HaveCount(api.Simulator.Changes(simulated, 0, 1).Leavers, "who leaves is told before it happens");
        (await school.LeerlingenAsync()).Select(l => l.Id).Should().NotContain(weg.Select(r => r.AccountId));
    }

    [Fact]
    public async Task Deletes_name_only_ids_that_the_consumer_knew_and_nobody_elses()
    {
        var school = await ImportedAsync();
        var other = await ImportedAsync();
        var known = (await school.LeerlingenAsync()).Select(l => l.Id)
            .Concat((await school.DocentenAsync()).Select(d => d.Id)).ToHashSet();
        api.Simulator.Day = 1;

        var run = await school.PreviewAsync();
        var weg = await school.RegelsAsync(run, r => r.Soorten.Add(RegelSoort.Archiveren));
        var bound = new ImportService.ImportServiceClient(api.Api.As(TestSchool.AllScopes, other.Id));
        var refused = await school.RefusedAsync(() => bound.ListImportRegelsAsync(
            new ListImportRegelsRequest { SchoolId = school.Id, ImportRunId = run.Id }).ResponseAsync);

        weg.Should().NotBeEmpty().And.OnlyContain(r => known.Contains(r.AccountId));
        refused.StatusCode.Should().Be(StatusCode.NotFound, "who may not know the school sees none of it");
    }

    [Fact]
    public async Task Whoever_is_missing_from_the_roster_is_archived_and_never_deleted()
    {
        var school = await ImportedAsync();
        var before = await school.LeerlingenAsync();
        api.Simulator.Day = 1;

        var run = await school.PreviewAsync();
        var weg = (await school.RegelsAsync(run, ArchivedLeerlingen))[0].AccountId;
        await school.ApplyAsync(run);

        var after = await school.LeerlingAsync(weg);
        var same = before.Single(l => l.Id == weg);
        (after.Status, after.EckId, after.UwlrKey, after.CreateTime).Should().Be(
            (Status.Gearchiveerd, same.EckId, same.UwlrKey, same.CreateTime), "the account and all of its own stay");
        (await school.LeerlingenAsync(archived: true)).Select(l => l.Id).Should().Contain(before.Select(l => l.Id));
    }

    [Fact]
    public async Task Nobody_is_deactivated_by_one_click_without_confirmation()
    {
        var school = await ImportedAsync();
        api.Simulator.Day = 1;

        var run = await school.PreviewAsync();
        var weg = (await school.RegelsAsync(run, ArchivedLeerlingen))[0].AccountId;
        var blind = await school.RefusedAsync(() => school.Import.ApplyImportAsync(
            new ApplyImportRequest { SchoolId = school.Id, ImportRunId = run.Id, PlanHash = new string('0', 64) }).ResponseAsync);
        var asked = await school.Leerlingen.ArchiveLeerlingAsync(
            new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = weg, ValidateOnly = true });

        blind.StatusCode.Should().Be(StatusCode.FailedPrecondition);
        asked.Leerling.Status.Should().Be(Status.Gearchiveerd);
        (await school.LeerlingAsync(weg)).Status.Should().Be(Status.Actief, "it was only shown");
    }

    [Fact]
    public async Task Who_changes_class_is_moved_and_not_dropped_and_made_again()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var before = await school.LeerlingenAsync();
        api.Simulator.Day = 1;

        var run = await school.PreviewAsync();
        var moved = await school.RegelsAsync(run, r => r.Verplaatsingen.Add(Verplaatsing.Groep));
        await school.ApplyAsync(run);

        var leerlingen = moved.Where(r => r.Persoon == Persoonssoort.Leerling).ToList();
        run.Leerlingen.NaarAndereGroep.Should().Be(leerlingen.Count)
            .And.BeInRange(1, api.Simulator.Changes(simulated, 0, 1).Movers);
        leerlingen.Should().OnlyContain(r => r.Soort == RegelSoort.Bijwerken);
        leerlingen.Select(r => r.AccountId).Should().BeSubsetOf(before.Select(l => l.Id));
    }

    [Fact]
    public async Task Ids_that_come_again_with_leading_zeros_make_no_duplicates()
    {
        var school = await ImportedAsync();
        var before = await school.LeerlingenAsync();
        var zonderEckId = before.First(l => l.Stamnummer.Length > 0);
        await school.ChangeAsync(zonderEckId.Id, l => l.Stamnummer = "000" + zonderEckId.Stamnummer.TrimStart('0'));

        var run = await school.PreviewAsync();
        await school.ApplyAsync(run);

        (run.Leerlingen.Nieuw, run.Leerlingen.Archiveren, run.Leerlingen.Conflict).Should().Be((0, 0, 0));
        (await school.LeerlingenAsync()).Select(l => l.Id).Should().Equal(before.Select(l => l.Id));
    }

    [Fact]
    public async Task A_membership_that_was_locked_by_hand_is_not_overwritten()
    {
        var school = await ImportedAsync();
        var leerling = await school.FirstLeerlingAsync();
        await school.Leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = leerling.Id, VergrendeldeVelden = { "stamgroep", "groepen" } },
        });

        var run = await school.PreviewAsync();
        await school.ApplyAsync(run);

        run.Leerlingen.MetVergrendeling.Should().Be(1);
        (await school.LeerlingAsync(leerling.Id)).Stamgroep.Should().Be(leerling.Stamgroep);
    }

    private static void ArchivedLeerlingen(ListImportRegelsRequest request)
    {
        request.Soorten.Add(RegelSoort.Archiveren);
        request.Persoon = Persoonssoort.Leerling;
    }

    private async Task<TestSchool> ImportedAsync()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return school;
    }

    private static async Task MailAsync(TestSchool school, string docent, string email, bool locks) =>
        await school.Leerlingen.UpdateDocentAsync(new UpdateDocentRequest
        {
            Docent = new Docent { SchoolId = school.Id, Id = docent, Email = email },
            NietVergrendelen = !locks,
        });
}
