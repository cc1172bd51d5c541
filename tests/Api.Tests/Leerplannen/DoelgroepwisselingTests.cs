using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Leerplannen;

/// <summary>From an import to a leerplan: pupils whose code is translated otherwise get another doelgroep.</summary>
[Collection(nameof(PersonenApi))]
public sealed class DoelgroepwisselingTests(EndToEnd api)
{
    private const string InBoth = "NL.LEZEN.2F.01";
    private const string InNeither = "NL.LEZEN.4F.01";
    private const string OnlyAfter = "NL.LEZEN.3F.01";

    [Fact]
    public async Task A_new_doelgroep_has_its_leerplan_at_once_and_what_pupil_and_groep_say_stays()
    {
        var (school, leerling) = await ImportAsync();
        var groep = leerling.Stamgroep.Id;
        await ActivateAsync(school, new Leerplanbereik { LeerlingId = leerling.Id }, InNeither);
        await school.Leerplannen.DeactivateVaardighedenAsync(new DeactivateVaardighedenRequest
        {
            SchoolId = school.Id,
            Bereik = new Leerplanbereik { GroepId = groep },
            Vaardigheden = { InBoth },
            MetAfhankelijken = true,
        });
        var before = await GetAsync(school, leerling);

        await TranslateOtherwiseAsync(school);
        var preview = await school.PreviewAsync();
        var during = await GetAsync(school, leerling);
        await school.ApplyAsync(preview);
        var after = await GetAsync(school, leerling);

        before.Leerling.Doelgroep.Opleiding.Should().Be("HAVO_VWO");
        during.Should().Be(before, "a preview changes nothing");
        after.Leerling.Doelgroep.Opleiding.Should().Be("VWO");
        Last(after, InNeither).Should().Be((Laagsoort.Leerling, true));
        Last(after, InBoth).Should().Be((Laagsoort.Stamgroep, false));
        Streefniveau(before, Vak.Nederlands).Should().Be(Niveau._3F);
        Streefniveau(after, Vak.Nederlands).Should().Be(Niveau._4F);
        Find(after, InBoth).Uitspraken[0].Herkomst.Naam.Should().Be($"vwo {leerling.Doelgroep.Leerjaar}");
    }

    [Fact]
    public async Task The_preview_says_what_another_doelgroep_does_to_the_leerplan()
    {
        var (school, leerling) = await ImportAsync();
        var leerjaar = leerling.Doelgroep.Leerjaar;
        await ActivateAsync(
            school,
            new Leerplanbereik { Doelgroep = new Doelgroep { Opleiding = "VWO", Leerjaar = leerjaar } },
            OnlyAfter);

        await TranslateOtherwiseAsync(school);
        var preview = await school.PreviewAsync();
        var page = await school.Import.ListImportRegelsAsync(new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = preview.Id,
            PageSize = 500,
        });

        var regel = page.Regels.Single(r => r.AccountId == leerling.Id);
        var verschil = page.Leerplanverschillen.Single(v => v.Van == $"havo/vwo {leerjaar}");
        verschil.Naar.Should().Be($"vwo {leerjaar}");
        verschil.WordtActief.Should().Contain(OnlyAfter, "the school activated it for the new doelgroep")
            .And.NotContain(InBoth).And.NotContain(InNeither);
        (regel.Leerplanwijziging.Van, regel.Leerplanwijziging.Naar).Should().Be((verschil.Van, verschil.Naar));
        regel.Leerplanwijziging.AantalActief.Should().Be(verschil.WordtActief.Count);
        regel.Leerplanwijziging.AantalInactief.Should().Be(verschil.WordtInactief.Count);
        regel.Leerplanwijziging.Streefniveaus.Should().Contain(
            new Streefniveauwijziging { Vak = Vak.Nederlands, Oud = Niveau._3F, Nieuw = Niveau._4F });
        page.Regels.Where(r => r.Leerplanwijziging is null).Should().NotContain(
            r => r.Wijzigingen.Any(w => w.Veld == "doelgroep"));
    }

    [Fact]
    public async Task After_a_first_import_who_has_a_doelgroep_can_start_and_the_rest_hears_why_not()
    {
        var (school, _) = await ImportAsync();
        var leerlingen = await ListAsync(school);

        var answer = await school.Leerplannen.BatchGetEffectiveLeerplannenAsync(new BatchGetEffectiveLeerplannenRequest
        {
            SchoolId = school.Id,
            LeerlingIds = { leerlingen.Select(l => l.Id) },
        });

        answer.Leerlingen.Select(l => l.LeerlingId).Should().Equal(leerlingen.Select(l => l.Id));
        answer.Leerlingen.Zip(leerlingen).Should().OnlyContain(
            pair => pair.First.KanStarten == (pair.Second.Doelgroep != null));
        answer.Leerlingen.Where(l => !l.KanStarten).Should().NotBeEmpty().And.OnlyContain(
            l => l.Belemmeringen.Single().Code == "GEEN_DOELGROEP");
        answer.Profielen.Should().HaveCount(leerlingen.Select(l => l.Doelgroep).Distinct().Count());
        answer.Profielen.SelectMany(p => p.Vaardigheden).Should().OnlyContain(v => v.Actief && v.Uitspraken.Count == 0);
    }

    private async Task<(TestSchool School, Leerling Leerling)> ImportAsync()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, (await ListAsync(school)).First(l => l.Opleidingscode == "HV1"));
    }

    private static Task<SetVertalingResponse> TranslateOtherwiseAsync(TestSchool school) => school.Opleidingen.SetVertalingAsync(
        new SetVertalingRequest { SchoolId = school.Id, Opleidingscode = "HV1", Opleiding = "VWO" }).ResponseAsync;

    private static Task<ActivateVaardighedenResponse> ActivateAsync(TestSchool school, Leerplanbereik bereik, string code) =>
        school.Leerplannen.ActivateVaardighedenAsync(new ActivateVaardighedenRequest
        {
            SchoolId = school.Id,
            Bereik = bereik,
            Vaardigheden = { code },
            MetVoorwaarden = true,
        }).ResponseAsync;

    private static async Task<GetEffectiveLeerplanResponse> GetAsync(TestSchool school, Leerling leerling) =>
        await school.Leerplannen.GetEffectiveLeerplanAsync(
            new GetEffectiveLeerplanRequest { SchoolId = school.Id, LeerlingId = leerling.Id });

    private static async Task<IReadOnlyList<Leerling>> ListAsync(TestSchool school) =>
        (await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 })).Leerlingen;

    private static EffectieveVaardigheid Find(GetEffectiveLeerplanResponse answer, string code) =>
        answer.Leerplan.Vaardigheden.Single(v => v.Vaardigheid == code);

    private static (Laagsoort Soort, bool Actief) Last(GetEffectiveLeerplanResponse answer, string code)
    {
        var vaardigheid = Find(answer, code);
        return (vaardigheid.Uitspraken[^1].Herkomst.Soort, vaardigheid.Actief);
    }

    private static Niveau Streefniveau(GetEffectiveLeerplanResponse answer, Vak vak) =>
        answer.Leerplan.Streefniveaus.Single(s => s.Vak == vak).Niveau;
}
