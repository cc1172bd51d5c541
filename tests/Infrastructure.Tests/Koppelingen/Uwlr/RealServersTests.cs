using System.Globalization;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Uwlr;

/// <summary>What servers really send, over real HTTP: read where it can be, and refused with what to do where not.</summary>
public sealed class RealServersTests
{
    [Theory]
    [InlineData(UwlrMisbehaviour.ForbiddenCharacters)]
    [InlineData(UwlrMisbehaviour.BlanksBeforeDeclaration)]
    [InlineData(UwlrMisbehaviour.Gzip)]
    [InlineData(UwlrMisbehaviour.Deflate)]
    [InlineData(UwlrMisbehaviour.Brotli)]
    [InlineData(UwlrMisbehaviour.GzipUnannounced)]
    public async Task An_answer_that_can_be_read_gives_the_same_people(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value;
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value;

        bron.Misbehaviour.Applied.Should().Be(1);
        read.Leerlingen.Select(l => (l.Gegevens, l.Geleverd)).Should()
            .Equal(good.Leerlingen.Select(l => (l.Gegevens, l.Geleverd)), (a, b) => IsSame(a, b));
        read.Docenten.Should().HaveCount(good.Docenten.Count);
        read.Groepen.Should().Equal(good.Groepen);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.ForbiddenCharacters)]
    public async Task What_had_to_be_mended_is_told_of_the_run_and_of_the_person(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value;

        read.Meldingen.Where(m => m.Code == "ANTWOORD_HERSTELD").Select(m => m.Tekst).Should().SatisfyRespectively(
            controls => controls.Should().Contain("6 tekens"),
            references => references.Should().Contain("3 keer"));
        read.Leerlingen.Take(2).Should().OnlyContain(l => l.Meldingen.Any(
            m => m.Code == "STUURTEKENS_VERWIJDERD" && m.Tekst.Contains("achternaam", StringComparison.Ordinal)));
        read.Leerlingen.Skip(7).Should().OnlyContain(l => l.Meldingen.All(m => m.Code != "STUURTEKENS_VERWIJDERD"));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.BrokenXml)]
    public async Task What_is_truly_no_XML_fails_with_its_place_in_the_Dutch_text(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = (Bronfout)(await bron.FetchPersonenAsync()).Error!;

        (fout.Code, fout.Actiehouder).Should().Be(("ONGELDIGE_XML", Actiehouder.Magister));
        fout.Tekst.Should().MatchRegex("regel 2, positie [1-9][0-9]+");
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.GzipTruncated)]
    public async Task A_compressed_answer_that_stops_in_the_middle_is_asked_for_again(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = (Bronfout)(await bron.FetchPersonenAsync()).Error!;

        (fout.Tijdelijk, bron.Misbehaviour.Applied).Should().Be((true, 3));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.GzipBomb)]
    public async Task The_cap_counts_what_comes_out_of_a_compressed_answer(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync(("Numo:Uwlr:MaxAntwoordBytes", "1000000"));
        bron.Misbehaviour.Add(kind);

        var fout = (Bronfout)(await bron.FetchPersonenAsync()).Error!;

        (fout.Code, bron.Misbehaviour.Applied).Should().Be(("ANTWOORD_TE_GROOT", 1));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.Http400)]
    [InlineData(UwlrMisbehaviour.Http401)]
    [InlineData(UwlrMisbehaviour.Http403)]
    [InlineData(UwlrMisbehaviour.Http404)]
    [InlineData(UwlrMisbehaviour.Http410)]
    public async Task No_access_and_no_address_are_never_called_an_outage(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = (Bronfout)(await bron.FetchPersonenAsync()).Error!;

        fout.Tekst.Should().NotContain("storing").And.NotContain("later");
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.RetryLater, "1")]
    [InlineData(UwlrMisbehaviour.RetryLater, null)]
    public async Task A_source_that_says_when_to_come_back_is_asked_again_then(UwlrMisbehaviour kind, string? seconds)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var moment = TimeProvider.System.GetUtcNow().AddSeconds(2);
        var details = new MisbehaviourDetails
        {
            RetryAfter = seconds ?? moment.ToString("R", CultureInfo.InvariantCulture),
        };
        bron.Misbehaviour.Add(kind, times: 1, details: details);
        var begin = TimeProvider.System.GetUtcNow();

        var read = await bron.FetchPersonenAsync();

        read.IsOk.Should().BeTrue();
        (TimeProvider.System.GetUtcNow() - begin).Should().BeGreaterThan(
            seconds is null ? TimeSpan.FromMilliseconds(800) : TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.RetryLater)]
    public async Task Beyond_the_patience_it_is_not_asked_again_and_the_moment_is_told(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync(("Numo:Uwlr:TotalTimeout", "00:01:00"));
        bron.Misbehaviour.Add(
            kind, details: new MisbehaviourDetails { RetryAfter = "7200" });
        var expected = Nederland.KlokOp(TimeProvider.System.GetUtcNow().AddHours(2));

        var fout = (Bronfout)(await bron.FetchPersonenAsync()).Error!;

        bron.Misbehaviour.Applied.Should().Be(1);
        fout.Tekst.Should().MatchRegex("niet voor ([0-9]+-[0-9]+-[0-9]{4} )?[0-2][0-9]:[0-5][0-9]\\.$")
            .And.Match(text => EndsAt(text, expected) || EndsAt(text, expected.AddMinutes(1)));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.UndeclaredGroups)]
    public async Task A_class_that_is_not_declared_leaves_its_pupils_where_they_are_and_says_so(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value;
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value;

        var gone = good.Groepen.Select(g => g.Sleutel).Except(read.Groepen.Select(g => g.Sleutel)).ToArray();
        read.NietGeleverdeGroepen.Should().NotBeEmpty().And.BeSubsetOf(gone, "nobody refers to a class without pupils");
        var theirs = good.Leerlingen.Zip(read.Leerlingen)
            .Where(pair => gone.Contains(pair.First.Gegevens.Stamgroep!.Value)).Select(pair => pair.Second).ToArray();
        theirs.Should().NotBeEmpty().And.OnlyContain(l =>
            !l.Geleverd.HasFlag(Veld.Stamgroep) && l.Meldingen.Any(m => m.Code == "GROEP_ONBEKEND"));
        read.Leerlingen.Except(theirs).Should().OnlyContain(l => l.Geleverd.HasFlag(Veld.Stamgroep));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.EmptyGroups)]
    public async Task Groepen_that_are_there_and_empty_are_not_delivered(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value;

        read.Meldingen.Should().Contain(m => m.Code == "GROEPEN_NIET_GELEVERD");
        read.Leerlingen.Should().OnlyContain(l => (l.Geleverd & (Veld.Stamgroep | Veld.Groepen)) == Veld.Geen);
        read.Docenten.Should().OnlyContain(d => !d.Geleverd.HasFlag(Veld.Groepen));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.WithoutReferences)]
    public async Task Who_is_in_no_class_among_pupils_who_are_has_none(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value.Leerlingen;

        read.Should().OnlyContain(l => l.Geleverd.HasFlag(Veld.Stamgroep), "how many lose one is for the brake to judge");
        read.Count(l => l.Gegevens.Stamgroep is null).Should().Be(read.Count * 2 / 5);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.OddEmails)]
    public async Task An_email_address_is_one_address_or_is_left_alone(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value.Docenten;
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value.Docenten;

        read.Take(2).Should().OnlyContain(d => !d.Geleverd.HasFlag(Veld.Email) && d.Gegevens.Email == null
            && d.Meldingen.Any(m => m.Code == "EMAIL_ONBRUIKBAAR"));
        read.Skip(2).Select(d => d.Gegevens.Email).Should().Equal(good.Skip(2).Select(d => d.Gegevens.Email));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.UnknownEckIds)]
    public async Task What_is_no_eck_id_is_the_key_of_nobody(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var read = (await bron.FetchPersonenAsync()).Value.Leerlingen.Take(3);

        read.Should().OnlyContain(l => l.Afkeuring == null && l.Gegevens.EckId == null
            && !l.Geleverd.HasFlag(Veld.EckId) && l.Meldingen.Any(m => m.Code == "ECKID_ONBEKENDE_VORM"));
    }

    private static bool EndsAt(string text, DateTime clock) =>
        text.EndsWith(clock.ToString("HH:mm", CultureInfo.InvariantCulture) + ".", StringComparison.Ordinal);

    private static bool IsSame((LeerlingGegevens Gegevens, Veld Geleverd) one, (LeerlingGegevens Gegevens, Veld Geleverd) other) =>
        one.Gegevens.DifferenceTo(other.Gegevens) == Veld.Geen && one.Geleverd == other.Geleverd;
}
