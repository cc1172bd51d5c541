using System.Globalization;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class HerstelplanTests
{
    [Fact]
    public void Who_did_not_change_is_restored() =>
        FindLeft([Kandidaat(1, "a")], ("a", 1)).Should().BeEmpty();

    [Fact]
    public void Who_changed_is_left() => FindLeft([Kandidaat(1, "a") with { Gewijzigd = true }], ("a", 1)).Should().Equal(
        Left(1, Herstelbeletsel.Gewijzigd));

    [Fact]
    public void A_new_account_in_use_is_left_and_an_older_one_is_not() => FindLeft(
        [Kandidaat(1) with { Nieuw = true, InGebruik = true }, Kandidaat(2, "b") with { InGebruik = true }], ("b", 2))
        .Should().Equal(Left(1, Herstelbeletsel.InGebruik));

    [Fact]
    public void Keys_that_two_accounts_exchanged_are_given_back() =>
        FindLeft([Kandidaat(1, "a"), Kandidaat(2, "b")], ("a", 2), ("b", 1)).Should().BeEmpty();

    [Fact]
    public void A_key_that_another_account_has_now_is_not_taken_from_it() =>
        FindLeft([Kandidaat(1, "a")], ("a", 9)).Should().Equal(Left(1, Herstelbeletsel.SleutelBezet));

    [Fact]
    public void Who_is_left_stands_in_the_way_of_the_next_one_and_so_on() => FindLeft(
        [Kandidaat(1, "a"), Kandidaat(2, "b"), Kandidaat(3, "c") with { Gewijzigd = true }],
        ("a", 2), ("b", 3), ("c", 1)).Should().Equal(
            Left(1, Herstelbeletsel.SleutelBezet),
            Left(2, Herstelbeletsel.SleutelBezet),
            Left(3, Herstelbeletsel.Gewijzigd));

    [Fact]
    public void An_address_with_which_another_docent_logs_in_now_is_not_given_back() => FindLeft(
        [Kandidaat(1, "a", "anna@x"), Kandidaat(2, "b", "bert@x")], ("a", 1), ("b", 2), ("anna@x", 9), ("bert@x", 2))
        .Should().Equal(Left(1, Herstelbeletsel.EmailBezet));

    [Fact]
    public void Addresses_that_two_docenten_exchanged_are_given_back() =>
        FindLeft([Kandidaat(1, "a@x"), Kandidaat(2, "b@x")], ("a@x", 2), ("b@x", 1)).Should().BeEmpty();

    [Fact]
    public void Who_is_left_keeps_an_address_and_stands_in_the_way_with_it() => FindLeft(
        [Kandidaat(1, "a@x"), Kandidaat(2, "b@x") with { Gewijzigd = true }], ("a@x", 2)).Should().Equal(
            Left(1, Herstelbeletsel.EmailBezet), Left(2, Herstelbeletsel.Gewijzigd));

    [Fact]
    public void An_address_that_two_docenten_had_before_the_run_is_given_to_neither() =>
        FindLeft([Kandidaat(1, "a@x"), Kandidaat(2, "a@x")]).Should().Equal(
            Left(1, Herstelbeletsel.EmailBezet), Left(2, Herstelbeletsel.EmailBezet));

    [Fact]
    public void An_address_that_two_others_have_now_is_taken_as_well() =>
        FindLeft([Kandidaat(1, "a@x")], ("a@x", 1), ("a@x", 8)).Should().Equal(Left(1, Herstelbeletsel.EmailBezet));

    private static List<(AccountId Id, Herstelbeletsel Beletsel)> FindLeft(
        Herstelkandidaat[] kandidaten, params (string Sleutel, int Account)[] houders) =>
    [
        .. Herstelplan.FindLeft(
            kandidaten, houders.ToLookup(h => Sleutel(h.Sleutel), h => Id(h.Account)))
            .Select(left => (left.Key, left.Value))
            .OrderBy(left => left.Key.Value),
    ];

    private static Herstelkandidaat Kandidaat(int nummer, params string[] sleutels) => new(
        Id(nummer),
        Nieuw: false,
        Gewijzigd: false,
        InGebruik: false,
        [.. sleutels.Select(Sleutel)]);

    private static Persoonssleutel Sleutel(string waarde) =>
        new(waarde.Contains('@', StringComparison.Ordinal) ? Veld.Email : Veld.UwlrKey, waarde);

    private static (AccountId Id, Herstelbeletsel Beletsel) Left(int nummer, Herstelbeletsel beletsel) =>
        (Id(nummer), beletsel);

    private static AccountId Id(int nummer) => new(Guid.Parse(
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{nummer:000000000000}")));
}
