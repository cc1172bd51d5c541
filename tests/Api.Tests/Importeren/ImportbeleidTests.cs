using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Importeren;

/// <summary>The rules that a school has for its imports, over gRPC and JSON.</summary>
[Collection(nameof(DagenApi))]
public sealed class ImportbeleidTests(EndToEnd api) : IDisposable
{
    public void Dispose() => api.Simulator.Day = 0;

    [Fact]
    public async Task A_school_begins_with_the_standard_rules()
    {
        var (school, _) = await api.TakeSchoolAsync();

        (await school.GetBeleidAsync()).Should().Be(new Importbeleid
        {
            SchoolId = school.Id,
            Modus = Importmodus.Normaal,
            HuidigeModus = Importmodus.Normaal,
            HuidigAantal = 10,
            HuidigAandeel = 0.1,
            Etag = "0",
        });
    }

    [Fact]
    public async Task Every_part_that_is_changed_is_read_back()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var wanted = new Importbeleid
        {
            Modus = Importmodus.AlleenToevoegen,
            Pauze = new Importpauze { Van = Day(10), TotEnMet = Day(40), Reden = "Zomervakantie" },
            Limiet = Limit(20, aantal: 250, aandeel: 0.35),
        };

        await school.ChangeBeleidAsync(wanted);
        var read = await school.GetBeleidAsync();

        (read.Modus, read.Pauze, read.Limiet).Should().Be((wanted.Modus, wanted.Pauze, wanted.Limiet));
        (read.HuidigeModus, read.HuidigAantal, read.HuidigAandeel, read.LimietVerlopen).Should().Be(
            (Importmodus.AlleenToevoegen, 250, 0.35, false));
        read.Door.Should().Be("test");
        read.UpdateTime.Should().NotBeNull();
    }

    [Fact]
    public async Task Only_what_the_mask_names_changes_and_what_it_names_without_a_value_is_taken_away()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.AlleenToevoegen, Limiet = Limit(20) });

        var after = await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.Normaal }, "limiet");

        after.Limiet.Should().BeNull();
        after.Modus.Should().Be(Importmodus.AlleenToevoegen, "the mask does not name it");
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_version_the_second_is_refused()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var etag = (await school.GetBeleidAsync()).Etag;
        await school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(20), Etag = etag });

        (await RefusalAsync(() => school.ChangeBeleidAsync(new Importbeleid { Limiet = Limit(30), Etag = etag })))
            .Should().Be("VERSIE_GEWIJZIGD");
    }

    [Theory]
    [InlineData("1999-12-31", "Reden", "DATUM_ONGELDIG")]
    [InlineData("31-12-2026", "Reden", "DATUM_ONGELDIG")]
    [InlineData("9999-12-31", "Reden", "DATUM_ONGELDIG")]
    [InlineData("", "", "REQUEST_INVALID")]
    public async Task A_limit_needs_a_reason_an_owner_and_a_last_day_not_far_away(
        string totEnMet, string reden, string reason)
    {
        var (school, _) = await api.TakeSchoolAsync();
        var limiet = new Limietafspraak { Reden = reden, Eigenaar = "Administratie", TotEnMet = totEnMet };

        (await RefusalAsync(() => school.ChangeBeleidAsync(new Importbeleid { Limiet = limiet }))).Should().Be(reason);
    }

    [Theory]
    [InlineData("etag", "VELD_ONBEKEND")]
    [InlineData("modus", "WAARDE_ONTBREEKT")]
    public async Task What_cannot_be_changed_is_refused(string path, string reason)
    {
        var (school, _) = await api.TakeSchoolAsync();

        (await RefusalAsync(() => school.ChangeBeleidAsync(new Importbeleid(), path))).Should().Be(reason);
    }

    [Fact]
    public async Task Paused_is_chosen_by_dates_alone()
    {
        var (school, _) = await api.TakeSchoolAsync();

        (await RefusalAsync(() => school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.Gepauzeerd })))
            .Should().Be("MODUS_NIET_TE_KIEZEN");
    }

    [Fact]
    public async Task Who_may_only_read_people_sees_no_rules_and_another_schools_do_not_exist()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var reader = new ImportService.ImportServiceClient(api.Api.As("numo.read"));
        var bound = new ImportService.ImportServiceClient(api.Api.As("numo.import", mine.Id));

        (await RefusalAsync(() => reader.GetImportbeleidAsync(
            new GetImportbeleidRequest { SchoolId = mine.Id }).ResponseAsync)).Should().Be("SCOPE_ONTBREEKT");
        (await RefusalAsync(() => bound.UpdateImportbeleidAsync(new UpdateImportbeleidRequest
        {
            Importbeleid = new Importbeleid { SchoolId = other.Id, Limiet = Limit(20) },
        }).ResponseAsync)).Should().Be("SCHOOL_ONBEKEND");
    }

    [Fact]
    public async Task A_front_end_changes_and_reads_them_as_json()
    {
        var (school, _) = await api.TakeSchoolAsync();
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token(TestSchool.AllScopes));
        using var body = new StringContent(
            """{ "importbeleid": { "modus": "IMPORTMODUS_ALLEEN_TOEVOEGEN" }, "updateMask": "modus" }""",
            Encoding.UTF8,
            "application/json");

        using var changed = await client.PatchAsync($"/v1/scholen/{school.Id}/importbeleid", body);
        var read = await client.GetStringAsync($"/v1/scholen/{school.Id}/importbeleid");

        changed.IsSuccessStatusCode.Should().BeTrue(await changed.Content.ReadAsStringAsync());
        using var json = JsonDocument.Parse(read);
        json.RootElement.GetProperty("importbeleid").GetProperty("huidigeModus").GetString()
            .Should().Be("IMPORTMODUS_ALLEEN_TOEVOEGEN");
    }

    [Fact]
    public async Task A_paused_school_is_neither_previewed_nor_applied_and_the_refusal_says_until_when()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        await school.ChangeBeleidAsync(new Importbeleid
        {
            Pauze = new Importpauze { Van = Day(-1), TotEnMet = Day(30), Reden = "Zomervakantie" },
        });

        var preview = await FluentActions.Awaiting(() => school.PreviewAsync()).Should().ThrowAsync<RpcException>();
        var apply = await RefusalAsync(() => school.ApplyAsync(run));

        var status = preview.Which.GetRpcStatus()!;
        status.GetDetail<Google.Rpc.ErrorInfo>()!.Reason.Should().Be("IMPORT_GEPAUZEERD");
        status.GetDetail<Google.Rpc.ErrorInfo>()!.Metadata.Should().Equal(
            new Dictionary<string, string> { ["totEnMet"] = Day(30) });
        status.GetDetail<Google.Rpc.LocalizedMessage>()!.Message.Should().Contain("Zomervakantie");
        apply.Should().Be("IMPORT_GEPAUZEERD");
        (await school.GetBeleidAsync()).HuidigeModus.Should().Be(Importmodus.Gepauzeerd);
        await school.ChangeBeleidAsync(new Importbeleid(), "pauze");
        (await school.ApplyAsync(run)).State.Should().Be(ImportState.Toegepast, "the pause was taken away");
    }

    [Fact]
    public async Task Nobody_leaves_by_a_preview_of_before_the_school_took_only_additions()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.AlleenToevoegen });

        (await RefusalAsync(() => school.ApplyAsync(run))).Should().Be("BELEID_GEWIJZIGD");
        (await school.ApplyAsync(await school.PreviewAsync())).State.Should().Be(ImportState.Toegepast);
    }

    [Fact]
    public async Task With_additions_only_new_and_returning_people_come_and_the_rest_waits_in_sight()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.AlleenToevoegen });
        api.Simulator.Day = 5;
        var changes = api.Simulator.Changes(simulated, 0, 5);

        var run = await school.PreviewAsync();
        var held = await school.ListRegelsAsync(run, RegelSoort.Aangehouden);
        var applied = await school.ApplyAsync(run);

        run.Modus.Should().Be(Importmodus.AlleenToevoegen);
        run.Waarschuwingen.Should().Contain(w => w.Code == "MODUS_ALLEEN_TOEVOEGEN");
        (run.Leerlingen.Nieuw, run.Leerlingen.Archiveren, run.Leerlingen.Bijwerken).Should().Be((changes.Joiners, 0, 0));
        held.Count(r => r.AangehoudenSoort == RegelSoort.Archiveren && r.Persoon == Persoonssoort.Leerling)
            .Should().Be(changes.Leavers);
        held.Should().OnlyContain(r => r.Meldingen.Any(m => m.Code == "ALLEEN_TOEVOEGEN" && m.Tekst.Length > 0));
        applied.ToegepastePersonen.Should().Be(changes.Joiners + run.Docenten.Nieuw);
        (await school.CountLeerlingenAsync()).Should().Be(simulated.Pupils + changes.Joiners, "nobody left");
    }

    [Fact]
    public async Task A_held_row_cannot_be_applied_by_its_number()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ImportAsync();
        await school.ChangeBeleidAsync(new Importbeleid { Modus = Importmodus.AlleenToevoegen });
        api.Simulator.Day = 5;
        var run = await school.PreviewAsync();
        var held = (await school.ListRegelsAsync(run, RegelSoort.Aangehouden))[0];

        var refusal = await RefusalAsync(() => school.Import.ApplyImportAsync(new ApplyImportRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PlanHash = run.PlanHash,
            Regels = { held.Nummer },
        }).ResponseAsync);

        refusal.Should().Be("REGELS_NIET_IN_KEUZE");
    }
}
