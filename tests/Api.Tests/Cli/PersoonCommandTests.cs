using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>Changes of leerlingen and docenten by hand on the command line.</summary>
public sealed class PersoonCommandTests
{
    private const string Id = "0198c7a2-6f3e-7c11-9d5b-0123456789ab";

    [Fact]
    public async Task Only_what_is_given_is_changed_and_an_empty_text_empties()
    {
        var api = Updating();

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "update", "--school", RunBuilder.SchoolId, Id, "--roepnaam", "Kim", "--voorvoegsel", "",
            "--opleiding", "havo", "--leerjaar", "4", "--no-lock");

        result.ExitCode.Should().Be(0);
        var request = api.Requests<UpdateLeerlingRequest>().Single();
        request.UpdateMask.Paths.Should().BeEquivalentTo("roepnaam", "voorvoegsel", "doelgroep", "leerjaar");
        (request.Leerling.Roepnaam, request.Leerling.Voorvoegsel).Should().Be(("Kim", ""));
        request.Leerling.Doelgroep.Should().Be(new Doelgroep { Opleiding = "HAVO", Leerjaar = 4 });
        request.NietVergrendelen.Should().BeTrue();
    }

    [Theory]
    [InlineData("leerling", "update", "--school", RunBuilder.SchoolId, Id)]
    [InlineData("leerling", "update", "--school", RunBuilder.SchoolId, Id, "--opleiding", "havo")]
    [InlineData("leerling", "update", "--school", RunBuilder.SchoolId, "", "--roepnaam", "Kim")]
    [InlineData("leerling", "lock", "--school", RunBuilder.SchoolId, Id)]
    [InlineData("docent", "update", "--school", RunBuilder.SchoolId, Id)]
    public async Task A_wrong_command_line_ends_with_2(params string[] args) =>
        (await new CommandLineBuilder().With(Updating()).RunAsync(args)).ExitCode.Should().Be(2);

    [Fact]
    public async Task Locking_adds_to_the_locks_and_unlocking_takes_away()
    {
        var api = Updating().Answer("GetLeerling", (GetLeerlingRequest _) => new GetLeerlingResponse
        {
            Leerling = new Leerling { SchoolId = RunBuilder.SchoolId, Id = Id, Etag = "7", VergrendeldeVelden = { "roepnaam" } },
        });

        await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "lock", "--school", RunBuilder.SchoolId, Id, "--veld", "achternaam,Roepnaam");
        await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "unlock", "--school", RunBuilder.SchoolId, Id, "--veld", "roepnaam");

        var requests = api.Requests<UpdateLeerlingRequest>();
        requests.Should().OnlyContain(r => r.UpdateMask.Paths.Single() == "vergrendelde_velden" && r.Leerling.Etag == "7");
        requests[0].Leerling.VergrendeldeVelden.Should().Equal("roepnaam", "achternaam");
        requests[1].Leerling.VergrendeldeVelden.Should().BeEmpty();
    }

    [Fact]
    public async Task A_docent_is_changed_and_locked()
    {
        var docent = new Docent { SchoolId = RunBuilder.SchoolId, Id = Id, Achternaam = "Boer", Etag = "3" };
        var api = new FakeApi()
            .Answer("ListDocenten", (ListDocentenRequest _) => new ListDocentenResponse { Docenten = { docent } })
            .Answer("UpdateDocent", (UpdateDocentRequest r) => new UpdateDocentResponse { Docent = r.Docent });

        await new CommandLineBuilder().With(api).RunAsync(
            "docent", "update", "--school", RunBuilder.SchoolId, Id, "--email", "k@school.invalid", "--validate-only");
        var locked = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "lock", "--school", RunBuilder.SchoolId, Id, "--veld", "email");

        locked.ExitCode.Should().Be(0);
        var requests = api.Requests<UpdateDocentRequest>();
        requests[0].UpdateMask.Paths.Should().Equal("email");
        (requests[0].Docent.Email, requests[0].ValidateOnly).Should().Be(("k@school.invalid", true));
        requests[1].Docent.VergrendeldeVelden.Should().Equal("email");
    }

    [Fact]
    public async Task Who_is_archived_is_shown_with_what_is_locked()
    {
        var archived = new Leerling
        {
            Id = Id,
            Roepnaam = "Kim",
            Status = Status.Gearchiveerd,
            GearchiveerdDoor = "beheerder",
            VergrendeldeVelden = { "roepnaam" },
        };
        var api = new FakeApi()
            .Answer("ArchiveLeerling", new ArchiveLeerlingResponse { Leerling = archived })
            .Answer("ReactivateLeerling", new ReactivateLeerlingResponse { Leerling = archived })
            .Answer("ListLeerlingen", new ListLeerlingenResponse { Leerlingen = { archived } });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "archive", "--school", RunBuilder.SchoolId, Id);
        var back = await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "reactivate", "--school", RunBuilder.SchoolId, Id, "--validate-only");
        var list = await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "list", "--school", RunBuilder.SchoolId, "--gearchiveerd");

        result.Out.Should().ContainAll("Archived.", "beheerder", "roepnaam", "gearchiveerd");
        back.Out.Should().Contain("nothing was changed");
        list.Out.Should().ContainAll("Kim", Id);
        api.Requests<ReactivateLeerlingRequest>().Single().ValidateOnly.Should().BeTrue();
        api.Requests<ListLeerlingenRequest>().Single().ShowGearchiveerd.Should().BeTrue();
    }

    [Fact]
    public async Task Lists_are_asked_for_in_order_of_name_and_leerlingen_have_their_doelgroep()
    {
        var api = new FakeApi()
            .Answer("ListLeerlingen", new ListLeerlingenResponse
            {
                Leerlingen =
                {
                    new Leerling
                    {
                        Roepnaam = "Kim",
                        Achternaam = "Aarts",
                        Doelgroep = new Doelgroep { OpleidingNaam = "havo", Leerjaar = 4 },
                    },
                    new Leerling { Roepnaam = "Sam", Achternaam = "Zwart" },
                },
                TotalSize = 2,
            })
            .Answer("ListDocenten", new ListDocentenResponse
            {
                Docenten = { new Docent { Achternaam = "Zwart" }, new Docent { Achternaam = "Aarts" } },
            });

        var leerlingen = await new CommandLineBuilder().With(api).RunAsync(
            "leerling", "list", "--school", RunBuilder.SchoolId);
        var docenten = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "list", "--school", RunBuilder.SchoolId);

        leerlingen.Out.Should().MatchRegex(@"(?s)Kim Aarts +havo 4 .*Sam Zwart.*2 leerlingen\.");
        docenten.Out.Should().MatchRegex("(?s)Aarts.*Zwart");
        api.Requests<ListLeerlingenRequest>().Single().OrderBy.Should().Be("naam");
    }

    [Theory]
    [InlineData("leerling", "No leerlingen.")]
    [InlineData("docent", "No docenten.")]
    public async Task An_empty_list_says_so(string command, string expected)
    {
        var api = new FakeApi()
            .Answer("ListLeerlingen", new ListLeerlingenResponse())
            .Answer("ListDocenten", new ListDocentenResponse());

        var result = await new CommandLineBuilder().With(api).RunAsync(
            command, "list", "--school", RunBuilder.SchoolId);

        result.Out.Should().StartWith(expected);
    }

    [Fact]
    public async Task A_docent_is_shown()
    {
        var docent = new Docent { Id = Id, Achternaam = "Boer", Vestiging = "01", VergrendeldeVelden = { "email" } };
        var api = new FakeApi().Answer("ListDocenten", new ListDocentenResponse { Docenten = { docent } });

        var shown = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "show", "--school", RunBuilder.SchoolId, Id);
        var unknown = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "show", "--school", RunBuilder.SchoolId, Guid.Empty.ToString());

        shown.Out.Should().ContainAll("Boer", "01", "email", Id);
        unknown.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task Of_a_docent_the_year_of_the_groepen_is_shown_and_the_groepen_of_the_year_to_come()
    {
        var docent = new Docent
        {
            Id = Id,
            Achternaam = "Boer",
            Groepen = { new Groepverwijzing { Naam = "1A" } },
            GroepenSchooljaar = "2026-2027",
            KomendeGroepen = new KomendeGroepen
            {
                Schooljaar = "2027-2028",
                Groepen = { new Groepverwijzing { Naam = "2B" }, new Groepverwijzing { Naam = "2C" } },
            },
        };
        var api = new FakeApi().Answer("ListDocenten", new ListDocentenResponse { Docenten = { docent } });

        var shown = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "show", "--school", RunBuilder.SchoolId, Id);

        shown.Out.Should().MatchRegex(@"groepen +1A\s").And.MatchRegex(@"groepen of +2026-2027\s")
            .And.MatchRegex(@"2027-2028 +2B, 2C\s");
    }

    [Fact]
    public async Task A_docent_is_archived_and_brought_back()
    {
        var archived = new Docent
        {
            Id = Id,
            Achternaam = "Boer",
            Status = Status.Gearchiveerd,
            GearchiveerdDoor = "beheerder",
        };
        var api = new FakeApi()
            .Answer("ArchiveDocent", new ArchiveDocentResponse { Docent = archived })
            .Answer("ReactivateDocent", new ReactivateDocentResponse { Docent = archived });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "archive", "--school", RunBuilder.SchoolId, Id);
        var back = await new CommandLineBuilder().With(api).RunAsync(
            "docent", "reactivate", "--school", RunBuilder.SchoolId, Id, "--validate-only");

        result.Out.Should().ContainAll("Archived.", "Boer", "beheerder", "gearchiveerd");
        back.Out.Should().Contain("nothing was changed");
        api.Requests<ArchiveDocentRequest>().Single().ValidateOnly.Should().BeFalse();
        api.Requests<ReactivateDocentRequest>().Single().DocentId.Should().Be(Id);
    }

    private static FakeApi Updating() => new FakeApi().Answer(
        "UpdateLeerling", (UpdateLeerlingRequest request) => new UpdateLeerlingResponse { Leerling = request.Leerling });
}
