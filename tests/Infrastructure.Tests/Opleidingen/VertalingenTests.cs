using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Infrastructure.Tests.Opleidingen;

public sealed class VertalingenTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync() => _school = await _database.RegisterSchoolAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(2025, null)]
    [InlineData(2026, "HAVO")]
    [InlineData(2027, "VWO")]
    [InlineData(2028, "VWO")]
    [InlineData(2029, "HAVO")]
    public async Task Of_several_that_hold_the_one_that_begins_last_counts(int schooljaar, string? opleiding)
    {
        await SetAsync("XYZ9", "HAVO", 2026);
        await SetAsync("XYZ9", "VWO", 2027, 2028);

        ((await TranslateAsync("xyz 9", schooljaar)).Opleiding?.Code).Should().Be(opleiding);
    }

    [Fact]
    public async Task Settling_from_the_same_school_year_on_replaces()
    {
        await SetAsync("XYZ9", "HAVO", 2026);
        var second = await SetAsync("x-y-z-9", "VWO", 2026);

        second.Value.Versie.Should().Be(2);
        (await ListAsync()).Should().ContainSingle().Which.Opleiding.Should().Be("VWO");
    }

    [Fact]
    public async Task Another_version_than_the_one_seen_is_not_replaced_nor_taken_back()
    {
        await SetAsync("XYZ9", "HAVO", 2026);

        (await SetAsync("XYZ9", "VWO", 2026, etag: "7")).Error.Should().BeOfType<VersieGewijzigd>();
        (await DeleteAsync("XYZ9", 2026, "7")).Error.Should().BeOfType<VersieGewijzigd>();
        (await ListAsync()).Single().Opleiding.Should().Be("HAVO");
    }

    [Fact]
    public async Task What_is_only_validated_is_not_settled()
    {
        var checkedOnly = await SetAsync("XYZ9", "HAVO", 2026, validateOnly: true);

        checkedOnly.Value.OpleidingNaam.Should().Be("havo");
        (await ListAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("XYZ9", "MULO", null, "OPLEIDING_ONBEKEND")]
    [InlineData("XYZ9", "havo", null, "OPLEIDING_ONBEKEND")]
    [InlineData(" - / ", "HAVO", null, "OPLEIDINGSCODE_ONGELDIG")]
    [InlineData("XYZ9", "HAVO", 2025, "GELDIGHEID_ONGELDIG")]
    public async Task What_makes_no_sense_is_refused(string code, string opleiding, int? tot, string reason) =>
        (await SetAsync(code, opleiding, 2026, tot)).Error!.Code.Should().Be(reason);

    [Fact]
    public async Task Taking_back_restores_what_was_known_before()
    {
        await SetAsync("H4", "VWO", 2026);

        (await DeleteAsync("h4", 2026)).Value.Opleiding.Should().Be("VWO");

        (await TranslateAsync("H4", 2026)).Opleiding!.Code.Should().Be("HAVO");
        (await DeleteAsync("h4", 2026)).Error.Should().BeOfType<VertalingOnbekend>();
    }

    [Fact]
    public async Task A_translation_to_an_opleiding_that_the_catalogue_dropped_can_be_taken_back()
    {
        await SetAsync("XYZ9", "HAVO", 2026);
        await _database.ExecuteAsync("UPDATE Opleidingen_Vertaling SET Opleiding = 'MULO';");

        (await TranslateAsync("XYZ9", 2026)).Opleiding.Should().BeNull();
        (await DeleteAsync("XYZ9", 2026, "1")).Value.Opleiding.Should().Be("MULO");
        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task One_schools_table_says_nothing_at_another()
    {
        var other = await _database.RegisterSchoolAsync("99AC");
        await SetAsync("XYZ9", "HAVO", 2026);

        (await _database.SendAsync(new TranslateOpleidingscode(other, "XYZ9", null, TestDatabase.Jaar)))
            .Value.Opleiding.Should().BeNull();
    }

    [Fact]
    public async Task Translations_are_listed_page_by_page_and_by_school_year()
    {
        await SetAsync("B", "HAVO", 2026);
        await SetAsync("A", "HAVO", 2027);
        await SetAsync("A", "VWO", 2025, 2025);

        var first = (await _database.SendAsync(
            new ListVertalingen(_school, new PageRequest(2, null), null))).Value;
        var second = (await _database.SendAsync(
            new ListVertalingen(_school, new PageRequest(2, first.Next), null))).Value;
        var now = (await _database.SendAsync(
            new ListVertalingen(_school, new PageRequest(9, null), TestDatabase.Jaar))).Value;

        first.Items.Select(v => (v.Opleidingscode, v.Vanaf)).Should().Equal(("A", "2025-2026"), ("A", "2027-2028"));
        second.Items.Single().Opleidingscode.Should().Be("B");
        second.Next.Should().BeNull();
        now.Items.Single().Opleidingscode.Should().Be("B");
    }

    [Fact]
    public async Task A_location_digit_makes_codes_sure_at_the_school_that_has_it()
    {
        (await TranslateAsync("81kb", 2026)).Zekerheid.Should().Be(Zekerheid.Middel);

        var set = await _database.SendAsync(new UpdateVertaalinstelling(_school, Locatiecijfer: true, "0", null));

        set.Value.Versie.Should().Be(1);
        (await _database.SendAsync(new GetVertaalinstelling(_school))).Value.Should().Be(set.Value);
        (await TranslateAsync("81kb", 2026)).Zekerheid.Should().Be(Zekerheid.Hoog);
        (await _database.SendAsync(new UpdateVertaalinstelling(_school, Locatiecijfer: false, "0", null))).Error
            .Should().BeOfType<VersieGewijzigd>();
    }

    [Fact]
    public async Task A_file_of_crebos_replaces_all_or_nothing()
    {
        await ImportAsync("crebo;niveau\n25180;4\n10743;1");
        var wrong = await ImportAsync("crebo;niveau\n25180;3\n10743;9");
        var onlyChecked = await ImportAsync("crebo;niveau\n25180;3", validateOnly: true);

        wrong.Error.Should().BeOfType<SeveralInvalid>();
        onlyChecked.Value.Aantal.Should().Be(1);
        (await TranslateAsync("25180", 2026)).Opleiding!.Code.Should().Be("MBO_4");
        (await ImportAsync("crebo;niveau\n25180;3")).Value.Aantal.Should().Be(1);
        (await TranslateAsync("25180", 2026)).Opleiding!.Code.Should().Be("MBO_3");
        (await TranslateAsync("10743", 2026)).Opleiding.Should().BeNull();
    }

    [Fact]
    public async Task Opleidingen_are_listed_in_order_page_by_page()
    {
        var first = (await _database.SendAsync(new ListOpleidingen(new PageRequest(30, null), null))).Value;
        var rest = (await _database.SendAsync(new ListOpleidingen(new PageRequest(30, first.Next), null))).Value;
        var mbo = (await _database.SendAsync(new ListOpleidingen(new PageRequest(30, null), Sector.Mbo))).Value;

        first.Items[0].Code.Should().Be("PRO");
        rest.Items.Select(o => o.Code).Should().Equal("MBO_3", "MBO_4");
        mbo.Items.Select(o => o.Code).Should().Equal("MBO_ENTREE", "MBO_2", "MBO_3", "MBO_4");
    }

    [Fact]
    public async Task Every_change_is_audited()
    {
        await SetAsync("XYZ9", "HAVO", 2026);
        await DeleteAsync("XYZ9", 2026);
        await _database.SendAsync(new UpdateVertaalinstelling(_school, Locatiecijfer: true, null, null));

        (await _database.QueryAsync<string>("SELECT Actie FROM Privacy_Audit ORDER BY Id;")).Should().ContainInOrder(
            "SetVertaling", "DeleteVertaling", "UpdateVertaalinstelling");
    }

    private async Task<Result<VertalingView>> SetAsync(
        string code, string opleiding, int vanaf, int? tot = null, string? etag = null, bool validateOnly = false)
    {
        var settled = await _database.SendAsync(new SetVertaling(
            _school,
            code,
            opleiding,
            Schooljaar.Hydrate(vanaf),
            tot is { } last ? Schooljaar.Hydrate(last) : null,
            etag,
            null,
            validateOnly));
        return settled.Map(s => s.Vertaling);
    }

    private Task<Result<VertalingView>> DeleteAsync(string code, int vanaf, string? etag = null) => _database.SendAsync(
        new DeleteVertaling(_school, Vertaalcode.Create(code).Value, Schooljaar.Hydrate(vanaf), etag, null));

    private Task<Result<CreboImported>> ImportAsync(string csv, bool validateOnly = false) =>
        _database.SendAsync(new ImportCrebo(csv, null, validateOnly));

    private async Task<Vertaling> TranslateAsync(string code, int schooljaar) => (await _database.SendAsync(
        new TranslateOpleidingscode(_school, code, null, Schooljaar.Hydrate(schooljaar)))).Value;

    private async Task<IReadOnlyList<VertalingView>> ListAsync() => (await _database.SendAsync(
        new ListVertalingen(_school, new PageRequest(50, null), null))).Value.Items;
}
