using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Opleidingen;

[Collection(nameof(PersonenApi))]
public sealed class VertalingTests(EndToEnd api)
{
    [Fact]
    public async Task A_changed_translation_shows_in_the_next_preview_and_changes_pupils_only_when_applied()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var pupil = (await ListAsync(school)).First(l => l.Opleidingscode == "HV1");

        await SetAsync(school, "hv 1", "VMBO_TL_HAVO");
        var before = await GetAsync(school, pupil.Id);
        var preview = await school.PreviewAsync();
        var regels = await RegelsAsync(school, preview);
        await school.ApplyAsync(preview);
        var after = await GetAsync(school, pupil.Id);
        await school.Opleidingen.DeleteVertalingAsync(
            new DeleteVertalingRequest { SchoolId = school.Id, Opleidingscode = "HV1" });
        var back = await RegelsAsync(school, await school.PreviewAsync());

        before.Should().Be(pupil, "settling a translation changes no pupil");
        regels.Should().NotBeEmpty().And.OnlyContain(r => r.Soort == RegelSoort.Bijwerken);
        regels.SelectMany(r => r.Wijzigingen).Should().OnlyContain(
            w => w.Veld == "doelgroep" && w.Oud == "havo/vwo 1" && w.Nieuw == "vmbo-tl/havo 1");
        after.Doelgroep.Opleiding.Should().Be("VMBO_TL_HAVO");
        back.SelectMany(r => r.Wijzigingen).Should().HaveCount(regels.Count).And.OnlyContain(
            w => w.Veld == "doelgroep" && w.Nieuw == "havo/vwo 1");
    }

    [Fact]
    public async Task A_translation_explains_itself_in_both_languages()
    {
        var (school, _) = await api.TakeSchoolAsync();

        var answer = await school.Opleidingen.TranslateOpleidingscodeAsync(
            new TranslateOpleidingscodeRequest { SchoolId = school.Id, Opleidingscode = "G2", Leerjaar = 2 });

        (answer.Opleiding.Code, answer.Regel, answer.Zekerheid).Should().Be(
            ("VMBO_GL", Vertaalregel.Patroon, Zekerheid.Laag));
        answer.Leerjaren.Should().Equal(1, 2, 3, 4);
        answer.Alternatieven.Should().ContainSingle().Which.Code.Should().Be("GYMNASIUM");
        answer.Uitleg.Should().Contain("vmbo-gl");
        answer.Explanation.Should().Contain("VMBO_GL");
    }

    [Fact]
    public async Task Another_schools_codes_do_not_exist()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var bound = new OpleidingService.OpleidingServiceClient(api.Api.As(TestSchool.AllScopes, mine.Id));

        StatusCode[] refusals =
        [
            (await Refused(() => bound.ListUnknownOpleidingscodesAsync(
                new ListUnknownOpleidingscodesRequest { SchoolId = other.Id }).ResponseAsync)).StatusCode,
            (await Refused(() => bound.ListVertalingenAsync(
                new ListVertalingenRequest { SchoolId = other.Id }).ResponseAsync)).StatusCode,
            (await Refused(() => bound.TranslateOpleidingscodeAsync(new TranslateOpleidingscodeRequest
            {
                SchoolId = other.Id,
                Opleidingscode = "H4",
            }).ResponseAsync)).StatusCode,
            (await Refused(() => bound.SetVertalingAsync(new SetVertalingRequest
            {
                SchoolId = other.Id,
                Opleidingscode = "H4",
                Opleiding = "VWO",
            }).ResponseAsync)).StatusCode,
        ];

        refusals.Should().AllBeEquivalentTo(StatusCode.NotFound);
    }

    [Theory]
    [InlineData("numo.read")]
    [InlineData("numo.leerplan")]
    public async Task Settling_needs_the_scope_of_imports(string scope)
    {
        var (school, _) = await api.TakeSchoolAsync();
        var client = new OpleidingService.OpleidingServiceClient(api.Api.As(scope));

        var refused = await Refused(() => client.SetVertalingAsync(
            new SetVertalingRequest { SchoolId = school.Id, Opleidingscode = "H4", Opleiding = "VWO" }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task A_repeated_request_gives_the_first_answer()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var request = new SetVertalingRequest
        {
            SchoolId = school.Id,
            Opleidingscode = "XYZ9",
            Opleiding = "HAVO",
            RequestId = Guid.NewGuid().ToString(),
        };

        var first = await school.Opleidingen.SetVertalingAsync(request);
        var second = await school.Opleidingen.SetVertalingAsync(request);

        second.Should().Be(first);
    }

    [Fact]
    public async Task More_siblings_than_a_school_can_have_are_refused()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var request = new SetVertalingRequest { SchoolId = school.Id, Opleidingscode = "KH4", Opleiding = "HAVO" };
        request.VerwanteCodes.Add(Enumerable.Repeat("KH5", 101));

        var refused = await Refused(() => school.Opleidingen.SetVertalingAsync(request).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Single().Field.Should().Be("verwante_codes");
    }

    [Fact]
    public async Task Codes_that_nobody_knows_are_settled_with_their_siblings()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var queue = await school.Opleidingen.ListUnknownOpleidingscodesAsync(
            new ListUnknownOpleidingscodesRequest { SchoolId = school.Id });
        var code = queue.Opleidingscodes.First(c => c.VerwanteCodes.Count > 0);
        var request = new SetVertalingRequest
        {
            SchoolId = school.Id,
            Opleidingscode = code.Opleidingscode,
            Opleiding = "VWO",
        };

        var alone = await school.Opleidingen.SetVertalingAsync(request);
        request.VerwanteCodes.Add(code.VerwanteCodes);
        var together = await school.Opleidingen.SetVertalingAsync(request);

        alone.VerwanteCodes.Select(c => c.Opleidingscode).Should().Equal(code.VerwanteCodes);
        alone.VerwanteCodes.Should().OnlyContain(c => c.VerwanteCode == code.Opleidingscode);
        together.VerwanteVertalingen.Select(v => v.Opleidingscode).Should().Equal(code.VerwanteCodes);
        together.VerwanteCodes.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_wrong_line_of_a_crebo_file_is_a_violation_of_its_own()
    {
        var client = new OpleidingService.OpleidingServiceClient(api.Api.As("numo.beheer"));

        var refused = await Refused(() => client.ImportCreboAsync(
            new ImportCreboRequest { Csv = "crebo;niveau\n1;1\n25180;9" }).ResponseAsync);

        refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field)
            .Should().Equal("csv[2]", "csv[3]");
    }

    [Fact]
    public async Task Crebos_are_of_all_schools_so_a_token_of_one_school_cannot_replace_them()
    {
        var (mine, _) = await api.TakeSchoolAsync();
        var client = new OpleidingService.OpleidingServiceClient(api.Api.As("numo.beheer", mine.Id));

        var refused = await Refused(() => client.ImportCreboAsync(
            new ImportCreboRequest { Csv = "crebo;niveau\n25180;4", ValidateOnly = true }).ResponseAsync);

        refused.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    [Theory]
    [InlineData("/v1/opleidingen")]
    [InlineData("/v1/scholen/{0}/opleidingscodes:unknown")]
    [InlineData("/v1/scholen/{0}/opleidingscodes:translate?opleidingscode=H4&leerjaar=4")]
    [InlineData("/v1/scholen/{0}/vertalingen")]
    [InlineData("/v1/scholen/{0}/vertaalinstelling")]
    public async Task The_front_end_reads_the_same_as_json(string path)
    {
        var (school, _) = await api.TakeSchoolAsync();
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", api.Api.Token("numo.read", school.Id));

        using var answer = await client.GetAsync(new Uri(
            path.Replace("{0}", school.Id, StringComparison.Ordinal), UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static Task<SetVertalingResponse> SetAsync(TestSchool school, string code, string opleiding) =>
        school.Opleidingen.SetVertalingAsync(new SetVertalingRequest
        {
            SchoolId = school.Id,
            Opleidingscode = code,
            Opleiding = opleiding,
        }).ResponseAsync;

    private static async Task<IReadOnlyList<ImportRegel>> RegelsAsync(TestSchool school, ImportRun run) =>
        [.. (await school.Import.ListImportRegelsAsync(new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            PageSize = 500,
        })).Regels.Where(r => r.Wijzigingen.Count > 0)];

    private static async Task<IReadOnlyList<Leerling>> ListAsync(TestSchool school) =>
        (await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, PageSize = 500 })).Leerlingen;

    private static async Task<Leerling> GetAsync(TestSchool school, string id) =>
        (await school.Leerlingen.GetLeerlingAsync(
            new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = id })).Leerling;

    private static async Task<RpcException> Refused<T>(Func<Task<T>> call) =>
        (await FluentActions.Awaiting(call).Should().ThrowAsync<RpcException>()).Which;
}
