using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Opleidingen;

/// <summary>A school learns once: siblings of a code are offered with it, and settled with it or not at all.</summary>
public sealed class VerwanteCodesTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private SchoolId _school;

    public async Task InitializeAsync()
    {
        _school = await _database.RegisterSchoolAsync();
        (string Code, int Leerjaar)[] pupils =
        [
            ("KH4NT", 4), ("KH5NT", 5), ("KH5EM", 5), ("kh 4 tto", 4), ("KH6", 6), ("KV4", 4), ("H4NT", 4), ("XYZ9", 4),
        ];
        await _database.ApplyAsync(_school, TestDatabase.Nieuw(0, [.. pupils.Select((pupil, i) => new LeerlingGegevens
        {
            Vestiging = Vestigingsnummer.Hoofd,
            UwlrKey = $"key-{i}",
            Opleidingscode = pupil.Code,
            Leerjaar = pupil.Leerjaar,
        })]));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task The_queue_names_the_siblings_of_each_code()
    {
        var codes = await UnknownAsync();

        codes.Single(c => c.Opleidingscode == "KH4NT").Verwanten
            .Should().BeEquivalentTo("KH5EM", "KH5NT", "KH6", "kh 4 tto");
        codes.Single(c => c.Opleidingscode == "KV4").Verwanten.Should().BeEmpty();
    }

    [Fact]
    public async Task Settling_a_code_offers_the_siblings_that_may_mean_the_same()
    {
        var offered = await OfferedAsync("KH4NT", "HAVO");

        offered.Should().Equal(["KH5EM", "KH5NT", "kh 4 tto"], "havo has no leerjaar 6");
    }

    [Fact]
    public async Task Siblings_are_settled_with_the_code_and_leave_the_queue_with_it()
    {
        var settled = await SetAsync("KH4NT", "HAVO", ["KH5EM", "kh5nt", "KH-5-NT"]);

        settled.Value.Verwanten.Select(v => (v.Opleidingscode, v.Opleiding, v.Versie)).Should().Equal(
            [("KH5EM", "HAVO", 1L), ("kh5nt", "HAVO", 1L)], "one that stands twice is settled once");
        (await UnknownAsync()).Select(c => c.Opleidingscode).Should().Equal("KH6", "KV4", "XYZ9", "kh 4 tto");
        (await OfferedAsync("KH4NT", "HAVO")).Should().Equal("kh 4 tto");
    }

    [Fact]
    public async Task A_sibling_that_is_left_gets_what_was_settled_as_its_suggestion()
    {
        await SetAsync("KH4NT", "HAVO", []);

        var left = (await UnknownAsync()).Single(c => c.Opleidingscode == "KH5EM");

        (left.Reden, left.Lezing.Regel, left.Lezing.Verwante, left.Lezing.Opleiding!.Code).Should().Be(
            (Onbekendreden.Voorstel, Vertaalregel.Verwant, "KH4NT", "HAVO"));
    }

    [Theory]
    [InlineData("KV4", "CODE_NIET_VERWANT", "verwante_codes[1]")]
    [InlineData("H4NT", "CODE_NIET_VERWANT", "verwante_codes[1]")]
    [InlineData("--", "OPLEIDINGSCODE_ONGELDIG", "verwante_codes[1]")]
    public async Task One_that_is_no_sibling_is_refused_and_nothing_is_settled(string other, string reason, string field)
    {
        var settled = await SetAsync("KH4NT", "HAVO", ["KH5EM", other]);

        (settled.Error!.Code, settled.Error.Field).Should().Be((reason, field));
        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_only_validated_settles_no_sibling()
    {
        var settled = await SetAsync("KH4NT", "HAVO", ["KH5EM"], validateOnly: true);

        settled.Value.Verwanten.Should().ContainSingle();
        (await ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sibling_that_was_settled_otherwise_is_replaced()
    {
        await SetAsync("KH5EM", "VWO", []);

        var settled = await SetAsync("KH4NT", "HAVO", ["KH5EM"]);

        settled.Value.Verwanten.Single().Versie.Should().Be(2);
        (await ListAsync()).Select(v => v.Opleiding).Should().Equal("HAVO", "HAVO");
    }

    [Fact]
    public async Task What_twenty_schools_settled_alike_is_suggested_to_the_others_and_no_less()
    {
        for (var i = 0; i < Vertaaltabellen.LeastSchools - 1; i++)
        {
            await SetAtAnotherSchoolAsync(i);
        }

        var before = await SuggestionInNewProcessAsync();
        await SetAtAnotherSchoolAsync(Vertaaltabellen.LeastSchools);
        var after = await SuggestionInNewProcessAsync();

        before.Should().Be((Vertaalregel.Geen, null, 0));
        after.Should().Be((Vertaalregel.AndereScholen, "VWO", Vertaaltabellen.LeastSchools));
    }

    private async Task SetAtAnotherSchoolAsync(int number)
    {
        var school = await _database.RegisterSchoolAsync($"99{(char)('A' + (number / 26))}{(char)('C' + (number % 23))}");
        var jaar = Schooljaar.Hydrate(2025);
        await _database.SendAsync(new SetVertaling(school, "xyz-9", "HAVO", jaar, null, null, null, false));
        await _database.SendAsync(new SetVertaling(school, "XYZ 9", "VWO", TestDatabase.Jaar, null, null, null, false));
    }

    // Another process has counted nothing yet.
    private async Task<(Vertaalregel Regel, string? Opleiding, int Scholen)> SuggestionInNewProcessAsync()
    {
        await using var scope = _database.StartProcess().CreateAsyncScope();
        var asked = new TranslateOpleidingscode(_school, "XYZ9", 4, TestDatabase.Jaar);
        var lezing = (await scope.ServiceProvider.GetRequiredService<ISender>().Send(asked)).Value.Lezing;
        return (lezing.Regel, lezing.Opleiding?.Code, lezing.Scholen);
    }

    private Task<Result<VertalingenView>> SetAsync(
        string code, string opleiding, string[] verwanten, bool validateOnly = false) => _database.SendAsync(
        new SetVertaling(_school, code, opleiding, TestDatabase.Jaar, null, null, null, validateOnly)
        {
            Verwanten = verwanten,
        });

    private async Task<IEnumerable<string>> OfferedAsync(string code, string opleiding) => (await _database.SendAsync(
        new ListVerwanteCodes(_school, code, opleiding))).Value.Items.Select(c => c.Opleidingscode);

    private async Task<IReadOnlyList<OnbekendeCodeView>> UnknownAsync() => (await _database.SendAsync(
        new ListUnknownOpleidingscodes(_school, new PageRequest(50, null)))).Value.Items;

    private async Task<IReadOnlyList<VertalingView>> ListAsync() => (await _database.SendAsync(
        new ListVertalingen(_school, new PageRequest(50, null), null))).Value.Items;
}
