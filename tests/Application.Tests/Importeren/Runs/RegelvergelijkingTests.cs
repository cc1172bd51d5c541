using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Tests.Importeren.Runs;

public sealed class RegelvergelijkingTests
{
    private static readonly Guid Account = Guid.NewGuid();

    [Fact]
    public void The_same_row_for_the_same_person_is_no_difference_whatever_its_number() =>
        Compare([Regel(1, "a")], [Regel(9, "a")]).Should().Equal((null, 1, 9));

    [Fact]
    public void Rows_come_by_number_and_then_those_that_only_the_earlier_run_had() =>
        Compare([Regel(1, "a"), Regel(2, "b")], [Regel(1, "c"), Regel(2, "a")]).Should().Equal(
            (null, 1, 2), (Verschilsoort.Erbij, 2, null), (Verschilsoort.Eraf, null, 1));

    [Fact]
    public void Another_value_melding_or_kind_is_a_difference_and_an_outcome_is_not()
    {
        var regel = Regel(1, "a") with { AccountId = Account };

        Compare([regel with { Wijzigingen = [new Veldwijziging(Veld.Roepnaam, "x", "y", false)] }], [regel])
            .Should().Equal((Verschilsoort.Anders, 1, 1));
        Compare([regel with { Meldingen = [new Melding("M", "")] }], [regel])
            .Should().Equal((Verschilsoort.Anders, 1, 1));
        Compare([regel with { Soort = RegelSoort.Archiveren }], [regel]).Should().Equal((Verschilsoort.Anders, 1, 1));
        Compare([regel], [regel with { Uitkomst = Regeluitkomst.NietGekozen }]).Should().Equal((null, 1, 1));
    }

    [Fact]
    public void Who_was_new_is_the_account_that_came_of_it()
    {
        var nieuw = Regel(1, "a") with { NieuwAccountId = Account };
        var daarna = Regel(4, "a") with { AccountId = Account, Soort = RegelSoort.Ongewijzigd };

        Compare([daarna], [nieuw]).Should().Equal((Verschilsoort.Anders, 4, 1));
        Compare([daarna with { Sleutel = "another" }], [nieuw]).Should().Equal((Verschilsoort.Anders, 4, 1));
        Compare([Regel(2, "a")], [nieuw]).Should().Equal([(null, 2, 1)], "it was undone, and is new again");
    }

    [Fact]
    public void Two_accounts_are_two_persons_whatever_their_key() =>
        Compare([Regel(1, "a") with { AccountId = Guid.NewGuid() }], [Regel(1, "a") with { AccountId = Account }])
            .Should().Equal((Verschilsoort.Erbij, 1, null), (Verschilsoort.Eraf, null, 1));

    [Fact]
    public void A_leerling_and_a_docent_with_one_key_are_two_persons() =>
        Compare([Regel(1, "a")], [Regel(1, "a") with { Persoon = Persoonssoort.Docent }]).Should().Equal(
            (Verschilsoort.Erbij, 1, null), (Verschilsoort.Eraf, null, 1));

    [Fact]
    public void Of_rows_with_one_key_each_is_counted_once() =>
        Compare([Regel(1, "a"), Regel(2, "a")], [Regel(1, "a")]).Should().Equal(
            (null, 1, 1), (Verschilsoort.Erbij, 2, null));

    private static IEnumerable<(Verschilsoort? Soort, int? Regel, int? Vorige)> Compare(
        ImportRegelView[] regels, ImportRegelView[] vorige) => Regelvergelijking.Compare(regels, vorige).Select(
        verschil => (verschil.Soort, verschil.Regel?.Nummer, verschil.Vorige?.Nummer));

    private static ImportRegelView Regel(int nummer, string sleutel) => new(
        nummer, Persoonssoort.Leerling, RegelSoort.Nieuw, null, "Sam Voorbeeld", "1A", null, [], [], null)
    {
        Sleutel = sleutel,
    };
}
