using System.Globalization;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Leerlingen;

/// <summary>Pinning over gRPC: what is kept, what is refused, and what an import then shows.</summary>
[Collection(nameof(PersonenApi))]
public sealed class VastzettingTests(EndToEnd api)
{
    private static readonly string OverAMonth = Day(30);

    [Fact]
    public async Task A_leerling_is_pinned_and_unpinned()
    {
        var (school, leerling) = await ImportedAsync();
        var request = Pin(school, leerling.Id, etag: leerling.Etag);
        request.RequestId = Guid.NewGuid().ToString();

        var pinned = (await school.Leerlingen.PinLeerlingAsync(request)).Leerling;
        var repeated = (await school.Leerlingen.PinLeerlingAsync(request)).Leerling;
        var listed = await school.Leerlingen.ListLeerlingenAsync(
            new ListLeerlingenRequest { SchoolId = school.Id, AlleenVastgezet = true });
        var unpinned = (await school.Leerlingen.UnpinLeerlingAsync(
            new UnpinLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id, Etag = pinned.Etag })).Leerling;

        (pinned.Vastzetting.Reden, pinned.Vastzetting.TotEnMet, pinned.Vastzetting.Door)
            .Should().Be(("Stage in het buitenland", OverAMonth, "test"));
        pinned.Vastzetting.SindsTime.Should().NotBeNull();
        pinned.Etag.Should().NotBe(leerling.Etag);
        repeated.Should().Be(pinned);
        listed.Leerlingen.Should().Equal(pinned);
        unpinned.Vastzetting.Should().BeNull();
    }

    [Fact]
    public async Task A_docent_is_pinned_and_unpinned()
    {
        var (school, _) = await ImportedAsync();
        var docent = (await school.DocentenAsync())[0];

        var pinned = (await school.Leerlingen.PinDocentAsync(PinDocent(school, docent.Id))).Docent;
        var listed = await school.Leerlingen.ListDocentenAsync(
            new ListDocentenRequest { SchoolId = school.Id, AlleenVastgezet = true });
        var unpinned = (await school.Leerlingen.UnpinDocentAsync(
            new UnpinDocentRequest { SchoolId = school.Id, DocentId = docent.Id })).Docent;

        (pinned.Vastzetting.Reden, pinned.Vastzetting.TotEnMet).Should().Be(("Met verlof", OverAMonth));
        listed.Docenten.Should().Equal(pinned);
        unpinned.Vastzetting.Should().BeNull();
    }

    [Fact]
    public async Task What_is_only_checked_is_shown_and_not_kept()
    {
        var (school, leerling) = await ImportedAsync();
        var request = Pin(school, leerling.Id);
        request.ValidateOnly = true;

        var shown = (await school.Leerlingen.PinLeerlingAsync(request)).Leerling;

        shown.Vastzetting.Reden.Should().Be("Stage in het buitenland");
        (await school.LeerlingAsync(leerling.Id)).Should().Be(leerling);
    }

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "", OverAMonth, "reden", "TEKST_ONGELDIG" },
        { "   ", OverAMonth, "reden", "TEKST_ONGELDIG" },
        { new string('x', 201), OverAMonth, "reden", "TEKST_ONGELDIG" },
        { "Stage in het buitenland", "", "tot_en_met", "DATUM_ONGELDIG" },
        { "Stage in het buitenland", "31-12-2026", "tot_en_met", "DATUM_ONGELDIG" },
        { "Stage in het buitenland", Day(-3), "tot_en_met", "LAATSTE_DAG_ONGELDIG" },
        { "Stage in het buitenland", Day(403), "tot_en_met", "LAATSTE_DAG_ONGELDIG" },
        { "Stage in het buitenland", "9999-12-31", "tot_en_met", "LAATSTE_DAG_ONGELDIG" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_named_with_what_is_expected_in_Dutch(
        string reden, string totEnMet, string field, string code)
    {
        var (school, leerling) = await ImportedAsync();
        var docent = (await school.DocentenAsync())[0];

        var ofLeerling = await RefusedAsync(school, () => school.Leerlingen.PinLeerlingAsync(
            Pin(school, leerling.Id, reden, totEnMet)).ResponseAsync);
        var ofDocent = await RefusedAsync(school, () => school.Leerlingen.PinDocentAsync(
            PinDocent(school, docent.Id, reden, totEnMet)).ResponseAsync);

        foreach (var status in new[] { ofLeerling, ofDocent })
        {
            status.Code.Should().Be((int)Code.InvalidArgument);
            status.GetDetail<ErrorInfo>().Reason.Should().Be(code);
            status.GetDetail<BadRequest>().FieldViolations.Single().Field.Should().Be(field);
            status.GetDetail<LocalizedMessage>().Message.Should().NotBeEmpty();
        }

        (await school.LeerlingAsync(leerling.Id)).Should().Be(leerling);
    }

    [Fact]
    public async Task An_unknown_or_anothers_account_is_not_found_and_an_old_etag_is_refused()
    {
        var (school, leerling) = await ImportedAsync();
        var (other, _) = await api.TakeSchoolAsync();
        var bound = new LeerlingService.LeerlingServiceClient(api.Api.As(TestSchool.AllScopes, other.Id));

        var refusals = new[]
        {
            await RefusedAsync(school, () => school.Leerlingen.PinLeerlingAsync(
                Pin(school, Guid.NewGuid().ToString())).ResponseAsync),
            await RefusedAsync(school, () => school.Leerlingen.PinDocentAsync(PinDocent(school, leerling.Id)).ResponseAsync),
            await RefusedAsync(school, () => bound.PinLeerlingAsync(Pin(other, leerling.Id)).ResponseAsync),
            await RefusedAsync(school, () => bound.PinLeerlingAsync(Pin(school, leerling.Id)).ResponseAsync),
            await RefusedAsync(school, () => bound.UnpinLeerlingAsync(
                new UnpinLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id }).ResponseAsync),
            await RefusedAsync(school, () => school.Leerlingen.PinLeerlingAsync(
                Pin(school, leerling.Id, etag: "999")).ResponseAsync),
        };

        refusals.Select(r => r.GetDetail<ErrorInfo>().Reason).Should().Equal(
            "LEERLING_ONBEKEND", "DOCENT_ONBEKEND", "LEERLING_ONBEKEND", "SCHOOL_ONBEKEND", "SCHOOL_ONBEKEND",
            "VERSIE_GEWIJZIGD");
        (await school.LeerlingAsync(leerling.Id)).Should().Be(leerling);
    }

    [Fact]
    public async Task An_archived_account_is_not_pinned_nor_a_pinned_one_archived_and_both_say_what_to_do()
    {
        var (school, leerling) = await ImportedAsync();
        var archive = new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id };
        await school.Leerlingen.PinLeerlingAsync(Pin(school, leerling.Id));

        var pinned = await RefusedAsync(school, () => school.Leerlingen.ArchiveLeerlingAsync(archive).ResponseAsync);
        await school.Leerlingen.UnpinLeerlingAsync(
            new UnpinLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id });
        await school.Leerlingen.ArchiveLeerlingAsync(archive);
        var archived = await RefusedAsync(school, () => school.Leerlingen.PinLeerlingAsync(
            Pin(school, leerling.Id)).ResponseAsync);

        pinned.GetDetail<ErrorInfo>().Reason.Should().Be("ACCOUNT_VASTGEZET");
        pinned.GetDetail<LocalizedMessage>().Message.Should().Contain("maak het eerst los");
        archived.GetDetail<ErrorInfo>().Reason.Should().Be("ACCOUNT_GEARCHIVEERD");
        archived.GetDetail<LocalizedMessage>().Message.Should().Contain("heractiveer het eerst");
        new[] { pinned, archived }.Should().OnlyContain(s =>
            s.Code == (int)Code.FailedPrecondition
            && s.GetDetail<PreconditionFailure>().Violations[0].Subject == leerling.Id);
        pinned.ToString().Should().NotContain("Stage", "a refusal tells nothing about a person");
    }

    [Fact]
    public async Task Pinning_needs_more_than_reading_and_support_sees_no_reason()
    {
        var (school, leerling) = await ImportedAsync();
        await school.Leerlingen.PinLeerlingAsync(Pin(school, leerling.Id));
        var reader = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.read"));
        var support = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.read numo.support"));

        var refused = await school.RefusedAsync(() => reader.PinLeerlingAsync(Pin(school, leerling.Id)).ResponseAsync);
        var seen = (await support.GetLeerlingAsync(
            new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = leerling.Id })).Leerling;

        refused.StatusCode.Should().Be(StatusCode.PermissionDenied);
        seen.Vastzetting.Reden.Should().Be("S***");
        seen.Vastzetting.TotEnMet.Should().Be(OverAMonth);
    }

    private static string Day(int later) =>
        TimeProvider.System.Today().AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PinLeerlingRequest Pin(
        TestSchool school, string id, string reden = "Stage in het buitenland", string? totEnMet = null, string etag = "") => new()
        {
            SchoolId = school.Id,
            LeerlingId = id,
            Reden = reden,
            TotEnMet = totEnMet ?? OverAMonth,
            Etag = etag,
        };

    private static PinDocentRequest PinDocent(
        TestSchool school, string id, string reden = "Met verlof", string? totEnMet = null) => new()
        {
            SchoolId = school.Id,
            DocentId = id,
            Reden = reden,
            TotEnMet = totEnMet ?? OverAMonth,
        };

    private static async Task<Google.Rpc.Status> RefusedAsync<T>(TestSchool school, Func<Task<T>> call) =>
        (await school.RefusedAsync(call)).GetRpcStatus()!;

    private async Task<(TestSchool School, Leerling Leerling)> ImportedAsync()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        return (school, await school.FirstLeerlingAsync());
    }
}
