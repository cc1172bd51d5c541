using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Kurve.Numo.V1;
using Status = Kurve.Numo.V1.Status;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>What a school's administrator chooses: rows, locks, and who is who.</summary>
[Collection(nameof(PersonenApi))]
public sealed class KeuzeTests(EndToEnd api)
{
    [Fact]
    public async Task All_but_some_rows_are_applied_and_a_wrong_number_is_named()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var request = new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            Soorten = { RegelSoort.Nieuw },
            UitgezonderdeRegels = { 1, 2, 987_654 },
        };

        var refused = await school.RefusedAsync(() => school.Import.ApplyImportAsync(request).ResponseAsync);
        request.UitgezonderdeRegels.Remove(987_654);
        var applied = await school.Import.ApplyImportAsync(request);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.Status.Detail.Should().Contain("987654");
        applied.ImportRun.ToegepastePersonen.Should().Be(simulated.Pupils + run.Docenten.Nieuw - 2);
    }

    [Fact]
    public async Task A_leerling_that_is_changed_by_hand_keeps_the_change_until_it_is_unlocked()
    {
        var (school, leerling) = await ImportedAsync();
        var change = new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = leerling.Id, Roepnaam = "Handmatig", Etag = leerling.Etag },
            UpdateMask = new FieldMask { Paths = { "roepnaam" } },
            RequestId = Guid.NewGuid().ToString(),
        };

        var changed = (await school.Leerlingen.UpdateLeerlingAsync(change)).Leerling;
        var repeated = (await school.Leerlingen.UpdateLeerlingAsync(change)).Leerling;
        change.RequestId = "";
        var stale = await school.RefusedAsync(() => school.Leerlingen.UpdateLeerlingAsync(change).ResponseAsync);
        var preview = await school.PreviewAsync();
        var locked = (await school.RegelsAsync(preview, r => r.MetVergrendeling = true)).Single();
        await school.ApplyAsync(preview);
        await school.Leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = leerling.Id },
            UpdateMask = new FieldMask { Paths = { "vergrendelde_velden" } },
        });
        await school.ApplyAsync(await school.PreviewAsync());

        (changed.Roepnaam, changed.Achternaam).Should().Be(("Handmatig", leerling.Achternaam));
        changed.VergrendeldeVelden.Should().Equal("roepnaam");
        repeated.Should().Be(changed);
        stale.StatusCode.Should().Be(StatusCode.Aborted);
        preview.Leerlingen.MetVergrendeling.Should().Be(1);
        locked.VergrendeldeVelden.Should().Equal("roepnaam");
        locked.Wijzigingen.Should().ContainSingle().Which.Vergrendeld.Should().BeTrue();
        (await school.LeerlingAsync(leerling.Id)).Roepnaam.Should().Be(leerling.Roepnaam);
    }

    [Fact]
    public async Task Wrong_fields_of_a_change_are_named_all_at_once()
    {
        var (school, leerling) = await ImportedAsync();

        var refused = await school.RefusedAsync(() => school.Leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling
            {
                SchoolId = school.Id,
                Id = leerling.Id,
                Leerjaar = 9,
                Doelgroep = new Doelgroep { Opleiding = "BESTAATNIET", Leerjaar = 1 },
                VergrendeldeVelden = { "email" },
            },
            UpdateMask = new FieldMask { Paths = { "eck_id", "leerjaar", "doelgroep", "achternaam", "vergrendelde_velden" } },
        }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.Status.Detail.Should().ContainAll(
            "eck_id", "leerling.leerjaar", "leerling.doelgroep", "leerling.achternaam", "leerling.vergrendelde_velden[0]");
    }

    [Fact]
    public async Task A_leerling_is_changed_and_archived_over_json()
    {
        var (school, leerling) = await ImportedAsync();
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", api.Api.Token("numo.read numo.import"));
        var address = $"/v1/scholen/{school.Id}/leerlingen/{leerling.Id}";

        using var changed = await client.PatchAsync(
            new Uri(address, UriKind.Relative), Json("""{"leerling":{"voorvoegsel":"van der"},"updateMask":"voorvoegsel"}"""));
        using var archived = await client.PostAsync(new Uri(address + ":archive", UriKind.Relative), Json("{}"));
        using var back = await client.PostAsync(new Uri(address + ":reactivate", UriKind.Relative), Json("{}"));

        new[] { changed, archived, back }.Select(r => r.StatusCode).Should().AllBeEquivalentTo(HttpStatusCode.OK);
        (await LeerlingOf(changed)).GetProperty("voorvoegsel").GetString().Should().Be("van der");
        (await LeerlingOf(archived)).GetProperty("status").GetString().Should().Be("STATUS_GEARCHIVEERD");
        (await LeerlingOf(back)).GetProperty("status").GetString().Should().Be("STATUS_ACTIEF");
    }

    [Fact]
    public async Task A_conflict_is_decided_and_remembered_and_the_decision_can_be_taken_back()
    {
        var (school, leerling) = await ImportedAsync();
        var ander = await school.GiveStamnummerToAnotherAsync(leerling);
        var run = await school.PreviewAsync();
        var conflict = (await school.RegelsAsync(run, r => r.Soorten.Add(RegelSoort.Conflict))).Single();
        var decision = new ResolveConflictRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            Nummer = conflict.Nummer,
            Soort = Beslissingsoort.Samenvoegen,
            AccountId = Guid.Empty.ToString(),
        };

        var refused = await school.RefusedAsync(() => school.Import.ResolveConflictAsync(decision).ResponseAsync);
        decision.AccountId = leerling.Id;
        var check = decision.Clone();
        check.ValidateOnly = true;
        var checkedOnly = (await school.Import.ResolveConflictAsync(check)).Beslissing;
        var decided = (await school.Import.ResolveConflictAsync(decision)).Beslissing;
        var next = await school.PreviewAsync();
        var followed = (await school.RegelsAsync(next, r => r.MetMelding = true)).Single(r => r.BeslissingId == decided.Id);
        await school.ApplyAsync(next);
        var listed = await school.Import.ListBeslissingenAsync(new ListBeslissingenRequest { SchoolId = school.Id });
        await school.Import.DeleteBeslissingAsync(
            new DeleteBeslissingRequest { SchoolId = school.Id, BeslissingId = decided.Id });
        var empty = await school.Import.ListBeslissingenAsync(new ListBeslissingenRequest { SchoolId = school.Id });

        conflict.BetrokkenAccounts.Select(a => a.AccountId).Should().BeEquivalentTo(leerling.Id, ander.Id);
        conflict.BetrokkenAccounts.Single(a => a.AccountId == ander.Id).Sleutels.Should().Equal("stamnummer");
        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        checkedOnly.Id.Should().BeEmpty("there is nothing to take back");
        checkedOnly.NietAccountIds.Should().Equal(ander.Id);
        decided.NietAccountIds.Should().Equal(ander.Id);
        (followed.Soort, followed.AccountId).Should().Be((RegelSoort.Bijwerken, leerling.Id));
        followed.Meldingen.Should().Contain(m => m.Code == "BESLISSING_SAMENGEVOEGD" && m.Tekst.Contains("test"));
        (await school.LeerlingAsync(leerling.Id)).Stamnummer.Should().Be(leerling.Stamnummer);
        listed.Beslissingen.Should().Equal(decided);
        empty.Beslissingen.Should().BeEmpty();
    }

    [Fact]
    public async Task A_docent_who_is_archived_by_hand_is_in_the_next_preview_and_can_be_brought_back()
    {
        var (school, _) = await ImportedAsync();
        var docent = (await school.DocentenAsync())[0];

        var archived = await school.Leerlingen.ArchiveDocentAsync(
            new ArchiveDocentRequest { SchoolId = school.Id, DocentId = docent.Id, Etag = docent.Etag });
        var run = await school.PreviewAsync();
        var regel = (await school.RegelsAsync(run, r => r.Soorten.Add(RegelSoort.Heractiveren))).Single();
        var back = await school.Leerlingen.ReactivateDocentAsync(
            new ReactivateDocentRequest { SchoolId = school.Id, DocentId = docent.Id });

        (archived.Docent.Status, archived.Docent.GearchiveerdDoor).Should().Be((Status.Gearchiveerd, "test"));
        archived.Docent.GearchiveerdTime.Should().NotBeNull();
        (regel.AccountId, regel.Persoon).Should().Be((docent.Id, Persoonssoort.Docent));
        regel.Meldingen.Should().Contain(m => m.Code == "MET_DE_HAND_GEARCHIVEERD");
        (back.Docent.Status, back.Docent.GearchiveerdDoor).Should().Be((Status.Actief, ""));
        (await school.PreviewAsync()).Docenten.Heractiveren.Should().Be(0);
    }

    [Fact]
    public async Task Another_schools_people_and_decisions_do_not_exist()
    {
        var (school, leerling) = await ImportedAsync();
        var docent = (await school.DocentenAsync())[0];
        var (other, _) = await api.TakeSchoolAsync();
        var bound = api.Api.As(TestSchool.AllScopes, other.Id);
        var leerlingen = new LeerlingService.LeerlingServiceClient(bound);
        var import = new ImportService.ImportServiceClient(bound);

        var refusals = new[]
        {
            await school.RefusedAsync(() => leerlingen.ArchiveLeerlingAsync(
                new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id }).ResponseAsync),
            await school.RefusedAsync(() => leerlingen.ArchiveLeerlingAsync(
                new ArchiveLeerlingRequest { SchoolId = other.Id, LeerlingId = leerling.Id }).ResponseAsync),
            await school.RefusedAsync(() => leerlingen.ArchiveDocentAsync(
                new ArchiveDocentRequest { SchoolId = school.Id, DocentId = docent.Id }).ResponseAsync),
            await school.RefusedAsync(() => leerlingen.ReactivateDocentAsync(
                new ReactivateDocentRequest { SchoolId = other.Id, DocentId = docent.Id }).ResponseAsync),
            await school.RefusedAsync(() => import.ListBeslissingenAsync(
                new ListBeslissingenRequest { SchoolId = school.Id }).ResponseAsync),
            await school.RefusedAsync(() => import.DeleteBeslissingAsync(new DeleteBeslissingRequest
            {
                SchoolId = other.Id,
                BeslissingId = Guid.NewGuid().ToString(),
            }).ResponseAsync),
        };

        refusals.Should().OnlyContain(r => r.StatusCode == StatusCode.NotFound);
        (await school.LeerlingAsync(leerling.Id)).Status.Should().Be(Status.Actief);
    }

    [Fact]
    public async Task Changing_somebody_needs_more_than_reading()
    {
        var (school, leerling) = await ImportedAsync();
        var reader = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.read"));

        var refused = await school.RefusedAsync(() => reader.ArchiveLeerlingAsync(
            new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    private async Task<(TestSchool School, Leerling Leerling)> ImportedAsync()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, await school.FirstLeerlingAsync());
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> LeerlingOf(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("leerling");
}
