using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Simulator.Misbehaviours;
using Kurve.Numo.Simulator.Uwlr;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Uwlr;

/// <summary>UWLR's adapter against the simulator over real HTTP, in all the ways in which it can misbehave.</summary>
public sealed class UwlrPersonenbronTests
{
    [Theory]
    [InlineData(UwlrMisbehaviour.TruncatedAnswer, "ANTWOORD_AFGEKAPT", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.TruncatedConnection, "VERBINDING_VERBROKEN", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.TruncatedChunks, "VERBINDING_VERBROKEN", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.ConnectionReset, "VERBINDING_VERBROKEN", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.Http503, "HTTP_STATUS", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.Http429, "HTTP_STATUS", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.Http400, "HTTP_GEWEIGERD", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.Http401, "UWLR_TOEGANG_GEWEIGERD", Actiehouder.School, 1)]
    [InlineData(UwlrMisbehaviour.Http403, "UWLR_TOEGANG_GEWEIGERD", Actiehouder.School, 1)]
    [InlineData(UwlrMisbehaviour.Http404, "UWLR_ADRES_ONBEKEND", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.Http410, "UWLR_ADRES_ONBEKEND", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.Redirect, "DOORVERWIJZING", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.HtmlPage, "GEEN_XML", Actiehouder.Magister, 1)]
    [InlineData(UwlrMisbehaviour.EntityBomb, "ONGELDIGE_XML", Actiehouder.Magister, 1)]
    [InlineData(UwlrMisbehaviour.DeepNesting, "ANTWOORD_TE_DIEP", Actiehouder.Magister, 1)]
    [InlineData(UwlrMisbehaviour.OtherBrin, "ANDERE_SCHOOL", Actiehouder.Magister, 1)]
    [InlineData(UwlrMisbehaviour.OtherVestiging, "ANDERE_SCHOOL", Actiehouder.Magister, 1)]
    [InlineData(UwlrMisbehaviour.OtherSchooljaar, "ANDER_SCHOOLJAAR", Actiehouder.School, 1)]
    public async Task What_is_no_answer_is_refused_and_asked_again_only_when_that_may_help(
        UwlrMisbehaviour kind, string code, Actiehouder owner, int tries)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder, bron.Misbehaviour.Applied).Should().Be((code, owner, tries));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.EndlessBody)]
    public async Task An_answer_without_end_is_left_at_the_largest_size_that_is_allowed(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync(("Numo:Uwlr:MaxAntwoordBytes", "100000"));
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder, bron.Misbehaviour.Applied).Should().Be(
            ("ANTWOORD_TE_GROOT", Actiehouder.Kurve, 1));
        fout.Message.Should().Contain("100000");
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.Slow, "00:00:02", "00:01:00", "ANTWOORD_TE_TRAAG", 3)]
    [InlineData(UwlrMisbehaviour.Slow, "00:01:00", "00:00:02", "TIJD_VERSTREKEN", 1)]
    public async Task A_dripping_answer_ends_at_the_limit_of_one_try_or_of_all_together(
        UwlrMisbehaviour kind, string attempt, string total, string code, int tries)
    {
        await using var bron = await Bronopstelling.StartAsync(
            ("Numo:Uwlr:AttemptTimeout", attempt), ("Numo:Uwlr:TotalTimeout", total));
        bron.Misbehaviour.Add(kind);

        var fout = await FetchFoutAsync(bron);

        (fout.Code, fout.Actiehouder, bron.Misbehaviour.Applied).Should().Be((code, Actiehouder.Magister, tries));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.FaultInterneFout, "UWLR_INTERNE_FOUT", Actiehouder.Magister, 1)]
    [InlineData(
        UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, "UWLR_TIJDELIJK_NIET_BESCHIKBAAR", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.FaultOngeldigBericht, "UWLR_ONGELDIG_BERICHT", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.FaultOngeldigeKlantIdentificatie, "UWLR_KLANT_ONBEKEND", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.FaultAutorisatieOngeldig, "UWLR_AUTORISATIE_ONGELDIG", Actiehouder.School, 1)]
    [InlineData(UwlrMisbehaviour.FaultXsdVersieOngeldig, "UWLR_XSDVERSIE_ONGELDIG", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.FaultInternalService, "UWLR_ONBEKENDE_FOUT", Actiehouder.Kurve, 1)]
    [InlineData(UwlrMisbehaviour.FaultServer, "UWLR_SERVERFOUT", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.Soap12FaultReceiver, "UWLR_SERVERFOUT", Actiehouder.Magister, 3)]
    [InlineData(UwlrMisbehaviour.Soap12FaultAutorisatie, "UWLR_AUTORISATIE_ONGELDIG", Actiehouder.School, 1)]
    public async Task A_fault_tells_who_must_act_whatever_stands_before_its_code(
        UwlrMisbehaviour kind, string code, Actiehouder owner, int tries)
    {
        await using var bron = await Bronopstelling.StartAsync();

        (string Code, Actiehouder Owner, int Tries)[] outcomes =
        [
            await FetchFaultAsync(bron, kind, prefix: null),
            await FetchFaultAsync(bron, kind, prefix: "soapenv"),
            await FetchFaultAsync(bron, kind, prefix: ""),
        ];

        outcomes.Should().Equal(Enumerable.Repeat((code, owner, tries), outcomes.Length));
    }

    [Fact]
    public async Task A_temporary_fault_is_tried_again_and_a_third_time_but_not_a_fourth()
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, times: 2);
        var afterTwo = await bron.FetchPersonenAsync();
        bron.Misbehaviour.Add(UwlrMisbehaviour.FaultTijdelijkNietBeschikbaar, times: 3);
        var afterThree = await bron.FetchPersonenAsync();

        afterTwo.IsOk.Should().BeTrue();
        afterThree.IsOk.Should().BeFalse();
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.HubOrder)]
    [InlineData(UwlrMisbehaviour.UnknownElements)]
    [InlineData(UwlrMisbehaviour.ForbiddenFields)]
    [InlineData(UwlrMisbehaviour.EmptyVoorvoegsels)]
    [InlineData(UwlrMisbehaviour.WrongContentType)]
    [InlineData(UwlrMisbehaviour.Windows1252)]
    [InlineData(UwlrMisbehaviour.Windows1252Undeclared)]
    public async Task Odd_answers_give_the_same_people(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value;
        bron.Misbehaviour.Add(kind);

        var odd = (await bron.FetchPersonenAsync()).Value;

        bron.Misbehaviour.Applied.Should().Be(1);
        Outline(odd).Should().Equal(Outline(good));
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.WithoutEckIds, Veld.EckId, 0)]
    [InlineData(UwlrMisbehaviour.WithoutStamgroepen, Veld.Stamgroep, 0)]
    [InlineData(UwlrMisbehaviour.WithoutEmails, Veld.Email, 0)]
    [InlineData(UwlrMisbehaviour.ReissuedKeys, Veld.EckId, 0)]
    [InlineData(UwlrMisbehaviour.Namesakes, Veld.Geen, UwlrVorm.Getroffenen)]
    public async Task People_of_whom_something_is_missing_or_odd_are_read_all_the_same(
        UwlrMisbehaviour kind, Veld missing, int more)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value;
        bron.Misbehaviour.Add(kind);

        var odd = (await bron.FetchPersonenAsync()).Value;

        odd.Leerlingen.Should().HaveCount(good.Leerlingen.Count + more).And.OnlyContain(l => l.Afkeuring == null);
        odd.Docenten.Should().HaveCount(good.Docenten.Count);
        (Without(odd, missing) - Without(good, missing)).Should().BeInRange(0, 2 * UwlrVorm.Getroffenen);
        (missing == Veld.Geen || Without(odd, missing) > Without(good, missing)).Should().BeTrue();
    }

    private static int Without(Personenlijst lijst, Veld veld) =>
        lijst.Leerlingen.Count(l => veld != Veld.Email && l.Gegevens.Show(veld) is null)
        + lijst.Docenten.Count(d => veld is Veld.Email or Veld.EckId && d.Gegevens.Show(veld) is null);

    [Theory]
    [InlineData(UwlrMisbehaviour.Geengegevens, BronInhoud.GeenGegevens)]
    [InlineData(UwlrMisbehaviour.Geenwijzigingen, BronInhoud.GeenWijzigingen)]
    public async Task An_answer_without_people_says_why(UwlrMisbehaviour kind, BronInhoud inhoud)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var lijst = (await bron.FetchPersonenAsync()).Value;

        lijst.Inhoud.Should().Be(inhoud);
        Outline(lijst).Should().BeEmpty();
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.DuplicateEckIds, "DUBBELE_SLEUTEL", 2 * UwlrVorm.Getroffenen)]
    [InlineData(UwlrMisbehaviour.PersonsWithoutKeys, "GEEN_SLEUTEL", UwlrVorm.Getroffenen)]
    public async Task Pupils_who_cannot_be_recognised_are_rejected_and_the_rest_goes_on(
        UwlrMisbehaviour kind, string code, int rejected)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var leerlingen = (await bron.FetchPersonenAsync()).Value.Leerlingen;

        leerlingen.Where(l => l.Afkeuring is not null).Should().HaveCount(rejected)
            .And.OnlyContain(l => l.Afkeuring!.Code == code);
        leerlingen.Count(l => l.Afkeuring is null).Should().BeGreaterThan(50);
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.DuplicateKeys)]
    public async Task Pupils_who_share_a_key_and_have_an_eck_id_of_their_own_are_left_to_the_planner(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var leerlingen = (await bron.FetchPersonenAsync()).Value.Leerlingen;

        leerlingen.Should().OnlyContain(l => l.Afkeuring == null);
        leerlingen.GroupBy(l => l.Gegevens.UwlrKey).Count(g => g.Count() > 1).Should().BePositive();
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.PartOfThePeople, 1.0 / 3)]
    [InlineData(UwlrMisbehaviour.OtherPeople, 1.0)]
    public async Task An_answer_that_is_whole_but_wrong_is_taken_as_it_is(UwlrMisbehaviour kind, double share)
    {
        await using var bron = await Bronopstelling.StartAsync();
        var good = (await bron.FetchPersonenAsync()).Value;
        bron.Misbehaviour.Add(kind);

        var wrong = (await bron.FetchPersonenAsync()).Value;

        wrong.Leerlingen.Should().HaveCount((int)Math.Ceiling(good.Leerlingen.Count * share));
        Keys(wrong).Intersect(Keys(good)).Any().Should().Be(kind == UwlrMisbehaviour.PartOfThePeople);

        static IEnumerable<string?> Keys(Personenlijst lijst) => lijst.Leerlingen.Select(l => l.Gegevens.UwlrKey)
            .Concat(lijst.Docenten.Select(d => d.Gegevens.UwlrKey)).OfType<string>();
    }

    [Theory]
    [InlineData(UwlrMisbehaviour.DanglingGroups)]
    public async Task Somebody_in_a_groep_that_does_not_exist_is_taken_without_it(UwlrMisbehaviour kind)
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(kind);

        var lijst = (await bron.FetchPersonenAsync()).Value;

        var verdwaald = lijst.Leerlingen.Where(l => l.Meldingen.Any(m => m.Code == "GROEP_ONBEKEND"));
        verdwaald.Should().HaveCount(UwlrVorm.Getroffenen).And.OnlyContain(l => l.Afkeuring == null);
        Outline(lijst).Should().NotContain(line => line.Contains($"|{Verklikkers.GroepKey}|"));
    }

    [Fact]
    public async Task A_fetch_can_be_cancelled_in_the_middle_of_an_answer()
    {
        await using var bron = await Bronopstelling.StartAsync();
        bron.Misbehaviour.Add(UwlrMisbehaviour.Slow);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await FluentActions.Awaiting(
            () => bron.FetchPersonenAsync(ct: cancel.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<(string Code, Actiehouder Owner, int Tries)> FetchFaultAsync(
        Bronopstelling bron, UwlrMisbehaviour kind, string? prefix)
    {
        bron.Misbehaviour.Reset();
        bron.Misbehaviour.Add(kind, details: new MisbehaviourDetails { FaultPrefix = prefix });
        var fout = await FetchFoutAsync(bron);
        fout.Tekst.Should().NotBeEmpty();
        return (fout.Code, fout.Actiehouder, bron.Misbehaviour.Applied);
    }

    private static async Task<Bronfout> FetchFoutAsync(Bronopstelling bron) =>
        (await bron.FetchPersonenAsync()).Error.Should().BeOfType<Bronfout>().Subject;

    /// <summary>A line for each person and groep, with all that was delivered.</summary>
    private static IEnumerable<string> Outline(Personenlijst lijst) =>
        lijst.Leerlingen.Select(Outline).Concat(lijst.Docenten.Select(Outline)).Concat(
            lijst.Groepen.Select(g => g.ToString()));

    private static string Outline<T>(Aangeleverd<T> persoon)
        where T : Persoonsgegevens<T> =>
        $"|{string.Join('|', Enum.GetValues<Veld>().Select(persoon.Gegevens.Show))}| {persoon.Geleverd}";
}
