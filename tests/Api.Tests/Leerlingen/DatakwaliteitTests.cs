using System.Net.Http.Headers;
using System.Text.Json;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Leerlingen;

/// <summary>Schools of which the source delivers odd data, imported and then asked for the quality of their data.</summary>
[Collection(nameof(PersonenApi))]
public sealed class DatakwaliteitTests(EndToEnd api)
{
    private const int Touched = 3;

    [Theory]
    [InlineData(UwlrMisbehaviour.WithoutEckIds, Kwaliteitssoort.LeerlingZonderEckId)]
    [InlineData(UwlrMisbehaviour.WithoutStamgroepen, Kwaliteitssoort.LeerlingZonderStamgroep)]
    [InlineData(UwlrMisbehaviour.WithoutEmails, Kwaliteitssoort.DocentZonderEmail)]
    [InlineData(UwlrMisbehaviour.Namesakes, Kwaliteitssoort.LeerlingDubbeleNaam)]
    [InlineData(UwlrMisbehaviour.DuplicateEckIds, Kwaliteitssoort.NietHerkend)]
    public async Task What_the_source_lacks_or_has_twice_is_counted_and_listed(
        UwlrMisbehaviour kind, Kwaliteitssoort soort)
    {
        var (good, _) = await api.TakeSchoolAsync();
        await good.ApplyAsync(await good.PreviewAsync());
        var (odd, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(kind, simulated.Brin, times: 1);
        await odd.ApplyAsync(await odd.PreviewAsync());

        var counted = await CountAsync(odd, soort);
        var listed = await ListAsync(odd, soort, pageSize: 2);

        counted.Should().BeGreaterThanOrEqualTo(Touched);
        listed.Should().HaveCount(counted).And.OnlyHaveUniqueItems();
        (await ListAsync(good, soort, 500)).Should().HaveCount(await CountAsync(good, soort));
    }

    [Fact]
    public async Task Keys_that_were_issued_again_are_found_beside_the_accounts_that_they_left_behind()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        api.Simulator.Misbehaviour.Add(UwlrMisbehaviour.ReissuedKeys, simulated.Brin, times: 1);

        // Without the list no stamnummer tells who they are.
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.EmptyList, simulated.Brin, times: 1);
        await school.ApplyAsync(await school.ReleaseAsync(await school.PreviewAsync()));

        var leerlingen = await ListAsync(school, Kwaliteitssoort.LeerlingGelijkendeSleutel, 500);
        var docenten = await ListAsync(school, Kwaliteitssoort.DocentGelijkendeSleutel, 500);

        leerlingen.Should().HaveCount(Touched);
        foreach (var pair in leerlingen.Select(b => b.Leerlingen))
        {
            pair.Select(l => l.UwlrKey.TrimStart('0')).Distinct().Should().ContainSingle();
            pair.Select(l => l.Status).Should().BeEquivalentTo([V1.Status.Actief, V1.Status.Gearchiveerd]);
        }

        docenten.Should().BeEmpty("a docent with the e-mail of another is held as a conflict, and gets no second account");
    }

    [Fact]
    public async Task What_one_source_has_and_the_other_has_not_is_listed_for_both()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();

        var zonderRegel = await ListAsync(school, Kwaliteitssoort.LeerlingZonderRegel, 500);
        var zonderLeerling = await ListAsync(school, Kwaliteitssoort.RegelZonderLeerling, 500);

        run.Koppelrapport.RegelsZonderLeerling.Should().BePositive("otherwise this says nothing");
        zonderRegel.Should().HaveCount(run.Koppelrapport.LeerlingenZonderRegel)
            .And.OnlyContain(b => b.Bronregel.Naam.Length > 0 && b.Bronregel.Vestiging == "00");
        zonderLeerling.Should().HaveCount(run.Koppelrapport.RegelsZonderLeerling)
            .And.OnlyContain(b => b.Bronregel.Stamnummer.Length > 0);
        (await school.Leerlingen.GetDatakwaliteitAsync(new GetDatakwaliteitRequest { SchoolId = school.Id }))
            .ImportRunId.Should().Be(run.Id);
    }

    [Fact]
    public async Task A_list_that_is_empty_leaves_every_pupil_without_a_row_and_the_next_run_is_the_one_that_counts()
    {
        var (school, simulated) = await api.TakeSchoolAsync();
        api.Simulator.Misbehaviour.Add(MagisterMisbehaviour.EmptyList, simulated.Brin, times: 1);
        await school.PreviewAsync();
        var empty = await CountAsync(school, Kwaliteitssoort.LeerlingZonderRegel);

        var run = await school.PreviewAsync();

        empty.Should().Be(simulated.Pupils);
        (await CountAsync(school, Kwaliteitssoort.LeerlingZonderRegel))
            .Should().Be(run.Koppelrapport.LeerlingenZonderRegel);
    }

    [Fact]
    public async Task Groepen_without_people_are_those_that_have_none()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var groepen = await school.Leerlingen.ListGroepenAsync(
            new ListGroepenRequest { SchoolId = school.Id, PageSize = 500 });

        var zonderLeerling = await ListAsync(school, Kwaliteitssoort.GroepZonderLeerling, 500);
        var zonderDocent = await ListAsync(school, Kwaliteitssoort.GroepZonderDocent, 500);

        zonderLeerling.Select(b => b.Groep).Should().Equal(groepen.Groepen.Where(g => g.AantalLeerlingen == 0))
            .And.NotBeEmpty();
        zonderDocent.Select(b => b.Groep).Should().Equal(groepen.Groepen.Where(g => g.AantalDocenten == 0))
            .And.NotBeEmpty();
    }

    [Fact]
    public async Task The_same_report_answers_over_json()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", api.Api.Token("numo.read"));

        using var counts = JsonDocument.Parse(await client.GetStringAsync(
            new Uri($"/v1/scholen/{school.Id}/datakwaliteit", UriKind.Relative)));
        using var list = JsonDocument.Parse(await client.GetStringAsync(new Uri(
            $"/v1/scholen/{school.Id}/datakwaliteit/bevindingen?soort=KWALITEITSSOORT_GROEP_ZONDER_LEERLING&pageSize=1",
            UriKind.Relative)));

        counts.RootElement.GetProperty("tellingen").GetArrayLength().Should().Be(17);
        list.RootElement.GetProperty("bevindingen")[0].GetProperty("groep").GetProperty("naam").GetString()
            .Should().NotBeEmpty();
        list.RootElement.GetProperty("nextPageToken").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_report_needs_a_kind_the_scope_and_ones_own_school()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var bound = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.read", other.Id));
        var withoutScope = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.import"));

        (await RefusedAsync(() => school.Leerlingen.ListDatakwaliteitAsync(
            new ListDatakwaliteitRequest { SchoolId = school.Id }).ResponseAsync))
            .Should().Be(StatusCode.InvalidArgument);
        (await RefusedAsync(() => bound.GetDatakwaliteitAsync(
            new GetDatakwaliteitRequest { SchoolId = school.Id }).ResponseAsync)).Should().Be(StatusCode.NotFound);
        (await RefusedAsync(() => withoutScope.GetDatakwaliteitAsync(
            new GetDatakwaliteitRequest { SchoolId = school.Id }).ResponseAsync))
            .Should().Be(StatusCode.PermissionDenied);
    }

    private static async Task<int> CountAsync(TestSchool school, Kwaliteitssoort soort) =>
        (await school.Leerlingen.GetDatakwaliteitAsync(new GetDatakwaliteitRequest { SchoolId = school.Id }))
            .Tellingen.Single(t => t.Soort == soort).Aantal;

    internal static async Task<IReadOnlyList<Bevinding>> ListAsync(
        TestSchool school, Kwaliteitssoort soort, int pageSize)
    {
        var request = new ListDatakwaliteitRequest { SchoolId = school.Id, Soort = soort, PageSize = pageSize };
        var bevindingen = new List<Bevinding>();
        do
        {
            var page = await school.Leerlingen.ListDatakwaliteitAsync(request);
            bevindingen.AddRange(page.Bevindingen);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return bevindingen;
    }

    private static async Task<StatusCode> RefusedAsync<T>(Func<Task<T>> call) =>
        (await FluentActions.Awaiting(call).Should().ThrowAsync<RpcException>()).Which.StatusCode;
}
