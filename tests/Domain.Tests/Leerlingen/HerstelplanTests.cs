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

    private static List<(AccountId Id, Herstelbeletsel Beletsel)> FindLeft(
        Herstelkandidaat[] kandidaten, params (string Sleutel, int Account)[] houders) =>
    [
        .. Herstelplan.FindLeft(
            kandidaten, houders.ToDictionary(h => new Persoonssleutel(Veld.UwlrKey, h.Sleutel), h => Id(h.Account)))
            .Select(left => (left.Key, left.Value))
            .OrderBy(left => left.Key.Value),
    ];

    private static Herstelkandidaat Kandidaat(int nummer, params string[] sleutels) => new(
        Id(nummer),
        Nieuw: false,
        Gewijzigd: false,
        InGebruik: false,
        [.. sleutels.Select(s => new Persoonssleutel(Veld.UwlrKey, s))]);

    private static (AccountId Id, Herstelbeletsel Beletsel) Left(int nummer, Herstelbeletsel beletsel) =>
        (Id(nummer), beletsel);

    private static AccountId Id(int nummer) => new(Guid.Parse(
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{nummer:000000000000}")));
}
