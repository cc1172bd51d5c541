using Grpc.Core;
using Kurve.Numo.V1;
using static Kurve.Numo.Api.Tests.Importeren.ImportSteps;

namespace Kurve.Numo.Api.Tests.Importeren.Schooljaren;

/// <summary>The change of school year as one decision, from a simulated Magister to what the API says.</summary>
[Collection(nameof(GroteScholenApi))]
public sealed class SchooljaarServiceTests(GroteScholen api) : IAsyncLifetime
{
    private readonly SchooljaarService.SchooljaarServiceClient _client = new(api.Api.As(TestSchool.AllScopes));
    private TestSchool _school = null!;

    public async Task InitializeAsync()
    {
        (_school, _) = await api.TakeSchoolAsync();
        await _school.ImportAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_school_prepares_agrees_and_withdraws()
    {
        var open = await GetAsync();
        var run = await PrepareAsync();
        var prepared = await GetAsync();
        var asked = await AgreeAsync(r => r.ValidateOnly = true);
        var agreed = await AgreeAsync(r => r.Etag = prepared.Etag);
        var withdrawn = (await _client.WithdrawSchooljaarAsync(Withdraw())).Schooljaarwissel;

        (open.Staat, open.Schooljaar).Should().Be((Wisselstaat.Open, NextSchooljaar));
        prepared.Staat.Should().Be(Wisselstaat.Voorbereid);
        prepared.Voorbereid.Door.Should().Be("test");
        var cijfers = prepared.Vestigingen.Single().Cijfers;
        (cijfers.Nu, cijfers.Nieuw).Should().Be((api.Options.Pupils, run.Leerlingen.Nieuw));
        (cijfers.VertrekExamen + cijfers.VertrekOverig + cijfers.Over + cijfers.Zitten).Should().Be(cijfers.Nu);
        prepared.Klassentabel.Overgangen.Should().Contain(o => o.Van == "1A" && o.Naar == "2A");
        prepared.Punten.Should().Contain(p => p.Code == "GEEN_AKKOORD" && p.Actiehouder == Actiehouder.School);
        asked.Vestigingen.Single().Grens.MaxVertrek.Should().BeGreaterThan(cijfers.VertrekExamen + cijfers.VertrekOverig);
        agreed.Should().Match<Schooljaarwissel>(w => w.Staat == Wisselstaat.Akkoord && w.Akkoord.Door == "test");
        agreed.Vestigingen.Single().Grens.Should().Be(asked.Vestigingen.Single().Grens);
        withdrawn.Should().Match<Schooljaarwissel>(w => w.Staat == Wisselstaat.Voorbereid && w.Akkoord == null);
        (await _school.AuditAsync("test")).Should().Contain(["PrepareSchooljaar", "AgreeSchooljaar", "WithdrawSchooljaar"]);
    }

    [Fact]
    public async Task The_same_request_gets_the_same_answer_and_an_old_etag_none()
    {
        await PrepareAsync();
        var id = Guid.NewGuid().ToString();
        var first = await AgreeAsync(r => r.RequestId = id);

        var second = await AgreeAsync(r => r.RequestId = id);

        second.Should().Be(first);
        (await RefusalAsync(() => AgreeAsync(r => r.Etag = "1"))).Should().Be((StatusCode.Aborted, "VERSIE_GEWIJZIGD"));
    }

    [Fact]
    public async Task A_rehearsal_tells_what_the_first_of_August_brings_and_leaves_everything_as_it_is()
    {
        var before = await GetAsync();

        var repetitie = await _client.RehearseSchooljaarAsync(
            new RehearseSchooljaarRequest { SchoolId = _school.Id, Schooljaar = NextSchooljaar });

        repetitie.Schooljaar.Should().Be(NextSchooljaar);
        repetitie.Vestigingen.Single().Cijfers.Nu.Should().Be(api.Options.Pupils);
        (repetitie.Leerlingen.Bijwerken, repetitie.Leerlingen.Nieuw).Should().NotBe((0, 0));
        repetitie.Rest.Should().Be(0, "a second import would find nothing more to do");
        (await GetAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Schools_are_listed_page_by_page_and_by_stage()
    {
        await PrepareAsync();

        var all = await ListAsync(new ListSchooljaarwisselsRequest { PageSize = 1 });
        var open = await ListAsync(new ListSchooljaarwisselsRequest { Staten = { Wisselstaat.Open } });
        var prepared = await ListAsync(new ListSchooljaarwisselsRequest { Staten = { Wisselstaat.Voorbereid, Wisselstaat.Akkoord } });

        all.Select(w => w.SchoolId).Should().OnlyHaveUniqueItems().And.Contain(_school.Id);
        open.Should().NotContain(w => w.SchoolId == _school.Id || w.Staat != Wisselstaat.Open);
        prepared.Should().Contain(w => w.SchoolId == _school.Id).And.NotContain(w => w.Staat == Wisselstaat.Open);
    }

    [Fact]
    public async Task A_token_of_another_school_sees_and_changes_nothing()
    {
        var other = new SchooljaarService.SchooljaarServiceClient(api.Api.As(TestSchool.AllScopes, Guid.NewGuid().ToString()));

        (await RefusalAsync(async () => await other.GetSchooljaarwisselAsync(new() { SchoolId = _school.Id })))
            .Status.Should().Be(StatusCode.NotFound);
        (await RefusalAsync(async () => await other.RehearseSchooljaarAsync(new() { SchoolId = _school.Id })))
            .Status.Should().Be(StatusCode.NotFound);
        (await other.ListSchooljaarwisselsAsync(new())).Schooljaarwissels.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_may_only_read_neither_agrees_nor_rehearses()
    {
        var reader = new SchooljaarService.SchooljaarServiceClient(api.Api.As("numo.read"));

        (await RefusalAsync(async () => await reader.AgreeSchooljaarAsync(new() { SchoolId = _school.Id })))
            .Should().Be((StatusCode.PermissionDenied, "SCOPE_ONTBREEKT"));
        (await RefusalAsync(async () => await reader.RehearseSchooljaarAsync(new() { SchoolId = _school.Id })))
            .Should().Be((StatusCode.PermissionDenied, "SCOPE_ONTBREEKT"));
    }

    [Theory]
    [InlineData("grens", "GRENS_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("grote grens", "GRENS_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("vestiging", "VESTIGING_ONBEKEND", StatusCode.InvalidArgument)]
    [InlineData("dubbel", "GRENS_DUBBEL", StatusCode.InvalidArgument)]
    [InlineData("te veel", "AANTAL_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("dag", "DATUM_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("juli", "VERTREKDATUM_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("jaar", "SCHOOLJAAR_ONGELDIG", StatusCode.InvalidArgument)]
    [InlineData("ander jaar", "NIET_VOORBEREID", StatusCode.FailedPrecondition)]
    [InlineData("request_id", "ID_ONGELDIG", StatusCode.InvalidArgument)]
    public async Task What_cannot_be_agreed_is_refused_with_its_reason(string wat, string code, StatusCode status)
    {
        await PrepareAsync();
        Grenskeuze Keuze(int vertrek) => new() { Vestiging = "00", Grens = new Wisselgrens { MaxVertrek = vertrek } };

        var refusal = await RefusalAsync(() => AgreeAsync(request =>
        {
            switch (wat)
            {
                case "grens": request.Grenzen.Add(Keuze(-1)); break;
                case "grote grens": request.Grenzen.Add(Keuze(int.MaxValue)); break;
                case "vestiging": request.Grenzen.Add(new Grenskeuze { Vestiging = "77" }); break;
                case "dubbel": request.Grenzen.AddRange([Keuze(1), Keuze(2)]); break;
                case "te veel": request.Grenzen.AddRange(Enumerable.Repeat(Keuze(1), 101)); break;
                case "dag": request.VertrekOp = "1 augustus"; break;
                case "juli": request.VertrekOp = $"{NextSchooljaar[..4]}-07-31"; break;
                case "jaar": request.Schooljaar = "2027"; break;
                case "ander jaar": request.Schooljaar = "2031-2032"; break;
                default: request.RequestId = "x"; break;
            }
        }));

        refusal.Should().Be((status, code));
        (await GetAsync()).Akkoord.Should().BeNull();
    }

    [Fact]
    public async Task Nothing_is_agreed_before_the_year_was_prepared_and_no_other_year_is()
    {
        (await RefusalAsync(() => AgreeAsync(_ => { }))).Should().Be((StatusCode.FailedPrecondition, "NIET_VOORBEREID"));
        (await RefusalAsync(async () => await _client.WithdrawSchooljaarAsync(Withdraw())))
            .Should().Be((StatusCode.FailedPrecondition, "NIET_AFGESPROKEN"));
        (await RefusalAsync(async () => await _client.PrepareSchooljaarAsync(
            new PrepareSchooljaarRequest { SchoolId = _school.Id, Schooljaar = "2031-2032" })))
            .Should().Be((StatusCode.InvalidArgument, "SCHOOLJAAR_NIET_AAN_DE_ORDE"));
    }

    private async Task<Schooljaarwissel> GetAsync() => (await _client.GetSchooljaarwisselAsync(
        new GetSchooljaarwisselRequest { SchoolId = _school.Id, Schooljaar = NextSchooljaar })).Schooljaarwissel;

    private async Task<ImportRun> PrepareAsync()
    {
        var started = await _client.PrepareSchooljaarAsync(new PrepareSchooljaarRequest { SchoolId = _school.Id });
        return await _school.ApplyAsync(await _school.WatchAsync(started.ImportRun.Id));
    }

    private async Task<Schooljaarwissel> AgreeAsync(Action<AgreeSchooljaarRequest> change)
    {
        var request = new AgreeSchooljaarRequest { SchoolId = _school.Id, Schooljaar = NextSchooljaar };
        change(request);
        return (await _client.AgreeSchooljaarAsync(request)).Schooljaarwissel;
    }

    private WithdrawSchooljaarRequest Withdraw() => new() { SchoolId = _school.Id, Schooljaar = NextSchooljaar };

    private async Task<IReadOnlyList<Schooljaarwissel>> ListAsync(ListSchooljaarwisselsRequest request)
    {
        request.Schooljaar = NextSchooljaar;
        var all = new List<Schooljaarwissel>();
        do
        {
            var page = await _client.ListSchooljaarwisselsAsync(request);
            all.AddRange(page.Schooljaarwissels);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static async Task<(StatusCode Status, string Code)> RefusalAsync<T>(Func<Task<T>> call)
    {
        var refused = (await FluentActions.Awaiting(call).Should().ThrowAsync<RpcException>()).Which;
        return (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }
}
