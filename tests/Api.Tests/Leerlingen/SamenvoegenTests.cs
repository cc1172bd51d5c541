using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Leerlingen;

/// <summary>Merging accounts over the API: what it answers, and what it refuses.</summary>
[Collection(nameof(PersonenApi))]
public sealed class SamenvoegenTests(EndToEnd api)
{
    [Fact]
    public async Task A_merge_is_checked_done_once_audited_and_undone()
    {
        var (school, one, other) = await TwoAsync();
        var request = Merge(school, one, other);
        request.RequestId = Guid.NewGuid().ToString();
        var check = request.Clone();
        (check.ValidateOnly, check.RequestId) = (true, "");

        var told = await school.Leerlingen.MergeLeerlingenAsync(check);
        var untouched = await school.LeerlingAsync(other.Id);
        var merged = await school.Leerlingen.MergeLeerlingenAsync(request);
        var repeated = await school.Leerlingen.MergeLeerlingenAsync(request);
        var shown = await school.LeerlingAsync(other.Id);
        var undone = await school.Leerlingen.UndoMergeLeerlingenAsync(
            new UndoMergeLeerlingenRequest { SchoolId = school.Id, LeerlingId = other.Id });

        told.Samenvoeging.Should().Be(merged.Samenvoeging);
        untouched.Should().Be(other);
        repeated.Should().Be(merged);
        shown.Should().Be(merged.Vervalt);
        (shown.SamengevoegdMet, shown.Status).Should().Be((one.Id, V1.Status.Gearchiveerd));
        merged.Samenvoeging.VerschillendeVelden.Should().Contain("eck_id").And.Contain("stamnummer");
        undone.Hersteld.Should().Be(Like(other, undone.Hersteld));
        undone.Blijft.Should().Be(Like(one, undone.Blijft));
        (await school.AuditAsync("test")).Where(a => a.Contains("Merge")).Should().Equal(
            "MergeLeerlingen:validate_only", "MergeLeerlingen", "MergeLeerlingen:repeated", "UndoMergeLeerlingen");
    }

    [Fact]
    public async Task Bad_input_is_refused_with_reason_field_and_remedy()
    {
        var (school, one, other) = await TwoAsync();
        var docent = (await school.DocentenAsync())[0];

        var itself = await RefusedAsync(school, Merge(school, one, one));
        var unknown = await RefusedAsync(school, Merge(school, one, new Leerling { Id = Guid.NewGuid().ToString() }));
        var otherKind = await RefusedAsync(school, Merge(school, one, new Leerling { Id = docent.Id }));
        var noId = await RefusedAsync(school, Merge(school, one, new Leerling { Id = "x" }));
        var twoPersons = Merge(school, one, other);
        twoPersons.OndanksVerschil = false;
        var differs = await RefusedAsync(school, twoPersons);

        Invalid(itself).Should().Be(("SAMENVOEGEN_MET_ZICHZELF", "vervalt_id"));
        Invalid(unknown).Should().Be(("ACCOUNT_ONBEKEND", "vervalt_id"));
        Invalid(otherKind).Should().Be(("ACCOUNT_VAN_ANDERE_SOORT", "vervalt_id"));
        Invalid(noId).Should().Be(("ID_ONGELDIG", "vervalt_id"));
        Precondition(differs).Should().Be(("ECK_ID_VERSCHILT", "ondanks_verschil"));
        differs.Status.Detail.Should().Contain("ondanks_verschil").And.Contain("MarkVerschillend");
        new[] { itself, unknown, otherKind, differs }.Should().OnlyContain(
            r => r.GetRpcStatus()!.GetDetail<LocalizedMessage>().Message.Length > 0);
        (await school.LeerlingAsync(one.Id)).Should().Be(one);
    }

    [Fact]
    public async Task An_account_that_was_merged_is_not_merged_changed_or_brought_back()
    {
        var (school, one, other) = await TwoAsync();
        var third = (await school.LeerlingenAsync()).First(l => l.Id != one.Id && l.Id != other.Id);
        await school.Leerlingen.MergeLeerlingenAsync(Merge(school, one, other));

        var again = await RefusedAsync(school, Merge(school, third, other));
        var changed = await school.RefusedAsync(() => school.Leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = other.Id, Roepnaam = "Anders" },
        }).ResponseAsync);
        var back = await school.RefusedAsync(() => school.Leerlingen.ReactivateLeerlingAsync(
            new ReactivateLeerlingRequest { SchoolId = school.Id, LeerlingId = other.Id }).ResponseAsync);

        var planned = await school.RefusedAsync(() => school.Leerplannen.ActivateVaardighedenAsync(
            new ActivateVaardighedenRequest
            {
                SchoolId = school.Id,
                Bereik = new Leerplanbereik { LeerlingId = other.Id },
                Vaardigheden = { "NL.LEZEN.3F.01" },
            }).ResponseAsync);

        Precondition(planned).Should().Be(("SAMENGEVOEGD", "bereik.leerling_id"));
        Precondition(again).Should().Be(("SAMENGEVOEGD", "vervalt_id"));
        Precondition(changed).Should().Be(("SAMENGEVOEGD", "leerling.id"));
        Precondition(back).Should().Be(("SAMENGEVOEGD", "leerling_id"));
        back.Status.Detail.Should().Contain(one.Id, "it names the account to use");
    }

    [Fact]
    public async Task Old_etags_are_refused_and_an_undo_after_a_change_says_what_to_do()
    {
        var (school, one, other) = await TwoAsync();
        var stale = Merge(school, one, other);
        stale.BlijftEtag = "0";

        var old = await RefusedAsync(school, stale);
        await school.Leerlingen.MergeLeerlingenAsync(Merge(school, one, other));
        await school.ChangeAsync(one.Id, l => l.Roepnaam = "Later");
        var late = await school.RefusedAsync(() => school.Leerlingen.UndoMergeLeerlingenAsync(
            new UndoMergeLeerlingenRequest { SchoolId = school.Id, LeerlingId = other.Id }).ResponseAsync);
        var nothing = await school.RefusedAsync(() => school.Leerlingen.UndoMergeLeerlingenAsync(
            new UndoMergeLeerlingenRequest { SchoolId = school.Id, LeerlingId = one.Id }).ResponseAsync);

        (old.StatusCode, old.GetRpcStatus()!.GetDetail<ErrorInfo>().Metadata["field"]).Should().Be(
            (StatusCode.Aborted, "blijft_etag"));
        Precondition(late).Should().Be(("SAMENVOEGING_ACHTERHAALD", "leerling_id"));
        Precondition(nothing).Should().Be(("NIET_SAMENGEVOEGD", "leerling_id"));
    }

    [Fact]
    public async Task Who_is_told_apart_is_listed_not_merged_and_can_be_merged_once_that_is_taken_back()
    {
        var (school, one, other) = await TwoAsync();
        var mark = new MarkVerschillendRequest { SchoolId = school.Id, EneId = one.Id, AndereId = other.Id, Reden = "tweeling" };
        var check = mark.Clone();
        check.ValidateOnly = true;

        await school.Leerlingen.MarkVerschillendAsync(check);
        var before = await ListAsync(school);
        var marked = (await school.Leerlingen.MarkVerschillendAsync(mark)).Verschil;
        var twice = (await school.Leerlingen.MarkVerschillendAsync(mark)).Verschil;
        var listed = await ListAsync(school);
        var refused = await RefusedAsync(school, Merge(school, other, one));
        await school.Leerlingen.UnmarkVerschillendAsync(
            new UnmarkVerschillendRequest { SchoolId = school.Id, EneId = other.Id, AndereId = one.Id });
        var merged = await school.Leerlingen.MergeLeerlingenAsync(Merge(school, other, one));

        before.Should().BeEmpty();
        (marked.Door, marked.Reden, marked.Docenten).Should().Be(("test", "tweeling", false));
        twice.Should().Be(marked);
        listed.Should().Equal(marked);
        Precondition(refused).Should().Be(("ALS_VERSCHILLEND_GEMARKEERD", "vervalt_id"));
        merged.Vervalt.SamengevoegdMet.Should().Be(other.Id);
        (await school.AuditAsync("test")).Should().Contain(["MarkVerschillend", "UnmarkVerschillend"]);
    }

    [Fact]
    public async Task The_next_import_after_a_merge_brings_nobody_back()
    {
        var (school, one, other) = await TwoAsync();
        await school.Leerlingen.MergeLeerlingenAsync(Merge(school, one, other));

        var run = await school.PreviewAsync();
        await school.ApplyAsync(run);

        (run.Leerlingen.Conflict, run.Leerlingen.Heractiveren, run.Leerlingen.Nieuw, run.Leerlingen.Archiveren).Should().Be(
            (0, 0, 0, 0));
        (await school.LeerlingAsync(other.Id)).SamengevoegdMet.Should().Be(one.Id);
    }

    [Fact]
    public async Task Docenten_are_merged_over_json_and_undone()
    {
        var (school, _, _) = await TwoAsync();
        var docenten = await school.DocentenAsync();
        using var client = new HttpClient { BaseAddress = api.Api.JsonAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", api.Api.Token("numo.read numo.import"));
        var address = $"/v1/scholen/{school.Id}/docenten/";
        using var body = new StringContent(
            JsonSerializer.Serialize(new { vervaltId = docenten[1].Id, ondanksVerschil = true }), Encoding.UTF8, "application/json");
        using var empty = new StringContent("{}", Encoding.UTF8, "application/json");

        using var merged = await client.PostAsync(new Uri(address + docenten[0].Id + ":merge", UriKind.Relative), body);
        using var undone = await client.PostAsync(new Uri(address + docenten[1].Id + ":undoMerge", UriKind.Relative), empty);

        merged.EnsureSuccessStatusCode();
        undone.EnsureSuccessStatusCode();
        (await merged.Content.ReadAsStringAsync()).Should().Contain($"\"samengevoegdMet\":\"{docenten[0].Id}\"");
    }

    [Fact]
    public async Task Another_schools_people_are_neither_merged_nor_told_apart()
    {
        var (school, one, other) = await TwoAsync();
        var (elsewhere, _) = await api.TakeSchoolAsync();
        var bound = new LeerlingService.LeerlingServiceClient(api.Api.As(TestSchool.AllScopes, elsewhere.Id));
        var there = Merge(school, one, other);
        there.SchoolId = elsewhere.Id;

        var notFound = await school.RefusedAsync(() => bound.MergeLeerlingenAsync(Merge(school, one, other)).ResponseAsync);
        var notTheirs = await school.RefusedAsync(() => bound.MergeLeerlingenAsync(there).ResponseAsync);
        var notMarked = await school.RefusedAsync(() => bound.MarkVerschillendAsync(
            new MarkVerschillendRequest { SchoolId = school.Id, EneId = one.Id, AndereId = other.Id }).ResponseAsync);

        notFound.StatusCode.Should().Be(StatusCode.NotFound);
        Invalid(notTheirs).Should().Be(("ACCOUNT_ONBEKEND", "blijft_id"), "as an account that nobody has");
        notMarked.StatusCode.Should().Be(StatusCode.NotFound);
    }

    private static MergeLeerlingenRequest Merge(TestSchool school, Leerling blijft, Leerling vervalt) => new()
    {
        SchoolId = school.Id,
        BlijftId = blijft.Id,
        VervaltId = vervalt.Id,
        OndanksVerschil = true,
    };

    private static Leerling Like(Leerling leerling, Leerling other)
    {
        var like = leerling.Clone();
        (like.Etag, like.UpdateTime) = (other.Etag, other.UpdateTime);
        return like;
    }

    private static (string Reason, string Field) Invalid(RpcException refused)
    {
        refused.StatusCode.Should().Be(StatusCode.InvalidArgument);
        var status = refused.GetRpcStatus()!;
        return (status.GetDetail<ErrorInfo>().Reason, status.GetDetail<BadRequest>().FieldViolations.Single().Field);
    }

    private static (string Reason, string Field) Precondition(RpcException refused)
    {
        refused.StatusCode.Should().Be(StatusCode.FailedPrecondition);
        var status = refused.GetRpcStatus()!;
        return (status.GetDetail<ErrorInfo>().Reason, status.GetDetail<PreconditionFailure>().Violations.Single().Subject);
    }

    private static Task<RpcException> RefusedAsync(TestSchool school, MergeLeerlingenRequest request) =>
        school.RefusedAsync(() => school.Leerlingen.MergeLeerlingenAsync(request).ResponseAsync);

    private static async Task<IReadOnlyList<Verschil>> ListAsync(TestSchool school) =>
        (await school.Leerlingen.ListVerschillendAsync(new ListVerschillendRequest { SchoolId = school.Id })).Verschillen;

    private async Task<(TestSchool School, Leerling One, Leerling Other)> TwoAsync()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var leerlingen = (await school.LeerlingenAsync())
            .Where(l => l.EckId.Length > 0 && l.Stamnummer.Length > 0 && l.IdGebr.Length > 0).ToArray();
        return (school, leerlingen[0], leerlingen[1]);
    }
}
