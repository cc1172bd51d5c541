using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli;

/// <summary>Excluded rows, conflicts and moves on the command line.</summary>
public sealed class KeuzeCommandTests
{
    private const string Account = "0198c7a2-6f3e-7c11-9d5b-0123456789ab";
    private const string Other = "0198c7a2-6f3e-7c11-9d5b-0123456789ac";

    [Fact]
    public async Task Excluded_rows_are_sent()
    {
        var api = new FakeApi()
            .Answer("GetImportRun", new GetImportRunResponse { ImportRun = RunBuilder.Run(ImportState.Vergeleken, nieuw: 9) })
            .Answer("ApplyImport", new ApplyImportResponse { ImportRun = RunBuilder.Run(ImportState.Toegepast, nieuw: 1) });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes", "--behalve", "3,4",
            "--behalve", "17");

        result.ExitCode.Should().Be(0);
        api.Requests<ApplyImportRequest>().Single().UitgezonderdeRegels.Should().Equal(3, 4, 17);
    }

    [Fact]
    public async Task Rows_are_not_chosen_and_excluded_at_once()
    {
        var result = await new CommandLineBuilder().RunAsync(
            "import", "apply", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--yes", "--regel", "1", "--behalve", "2");

        result.ExitCode.Should().Be(2);
        result.Error.Should().ContainAll("--regel", "--behalve");
    }

    [Theory]
    [InlineData(Beslissingsoort.Samenvoegen, Account, "--merge", Account)]
    [InlineData(Beslissingsoort.ApartHouden, "", "--keep-apart")]
    [InlineData(Beslissingsoort.Overslaan, "", "--skip")]
    public async Task A_conflict_is_decided(Beslissingsoort soort, string account, params string[] choice)
    {
        var api = new FakeApi().Answer("ResolveConflict", (ResolveConflictRequest request) => new ResolveConflictResponse
        {
            Beslissing = Beslissing(request.Soort),
        });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            ["import", "resolve", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--regel", "12", .. choice]);

        result.ExitCode.Should().Be(0);
        result.Out.Should().ContainAll("Decided.", "numo import preview", Other);
        var request = api.Requests<ResolveConflictRequest>().Single();
        (request.Nummer, request.Soort, request.AccountId).Should().Be((12, soort, account));
    }

    [Theory]
    [InlineData]
    [InlineData("--skip", "--keep-apart")]
    [InlineData("--merge", "Kim", "--skip")]
    public async Task A_conflict_is_decided_in_one_way(params string[] choice)
    {
        var result = await new CommandLineBuilder().RunAsync(
            ["import", "resolve", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--regel", "12", .. choice]);

        result.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Decisions_are_listed_over_all_pages_and_taken_back()
    {
        var api = new FakeApi()
            .Answer("ListBeslissingen", (ListBeslissingenRequest request) => new ListBeslissingenResponse
            {
                Beslissingen = { Beslissing(Beslissingsoort.Overslaan) },
                NextPageToken = request.PageToken.Length == 0 ? "next" : "",
            })
            .Answer("DeleteBeslissing", new DeleteBeslissingResponse { Beslissing = Beslissing(Beslissingsoort.Overslaan) });

        var listed = await new CommandLineBuilder().With(api).RunAsync("import", "decisions", "--school", RunBuilder.SchoolId);
        var withdrawn = await new CommandLineBuilder().With(api).RunAsync(
            "import", "withdraw", "--school", RunBuilder.SchoolId, Account);

        api.Requests<ListBeslissingenRequest>().Should().HaveCount(2);
        listed.Out.Should().ContainAll("skip", "Sam Jansen", "beheerder", "holds until", "2027-09-0");
        withdrawn.Out.Should().Contain("Taken back.");
        api.Requests<DeleteBeslissingRequest>().Single().BeslissingId.Should().Be(Account);
    }

    [Fact]
    public async Task A_row_shows_moves_locks_and_the_accounts_of_a_conflict()
    {
        var api = new FakeApi()
            .Answer("GetImportRun", new GetImportRunResponse { ImportRun = RunBuilder.Run(ImportState.Vergeleken, nieuw: 1) })
            .Answer("ListImportRegels", new ListImportRegelsResponse
            {
                Regels =
                {
                    new ImportRegel
                    {
                        Nummer = 1,
                        Verplaatsingen = { Verplaatsing.Vestiging },
                        VergrendeldeVelden = { "roepnaam" },
                    },
                    new ImportRegel
                    {
                        Nummer = 2,
                        BetrokkenAccounts = { new BetrokkenAccount { AccountId = Account, Naam = "Sam", Sleutels = { "uwlr_key" } } },
                    },
                },
            });

        var result = await new CommandLineBuilder().With(api).RunAsync(
            "import", "show", "--school", RunBuilder.SchoolId, RunBuilder.RunId, "--verplaatst", "groep,vestiging",
            "--vergrendeld", "--uitkomst", "niet-teruggedraaid,toegepast");

        result.Out.Should().ContainAll("uwlr_key → Sam", Account);
        var request = api.Requests<ListImportRegelsRequest>().Single();
        request.Verplaatsingen.Should().Equal(Verplaatsing.Groep, Verplaatsing.Vestiging);
        request.MetVergrendeling.Should().BeTrue();
        request.Uitkomsten.Should().Equal(Regeluitkomst.NietTeruggedraaid, Regeluitkomst.Toegepast);
    }

    private static Beslissing Beslissing(Beslissingsoort soort) => new()
    {
        Id = Account,
        Soort = soort,
        Naam = "Sam Jansen",
        Door = "beheerder",
        VervaltTime = Timestamp.FromDateTime(new DateTime(2027, 9, 3, 10, 0, 0, DateTimeKind.Utc)),
        Sleutels = { new Sleutel { Veld = "eck_id", Waarde = "eck-1" } },
        NietAccountIds = { Other },
    };
}
