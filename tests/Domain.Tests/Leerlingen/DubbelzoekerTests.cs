using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class DubbelzoekerTests
{
    [Theory]
    [InlineData("José de Vries", "JOSE DE VRIES")]
    [InlineData("Jose\u0301 de Vries", "José  de\tVries ")]
    [InlineData("Ærø van ’t Hof", "Ærø Van ’T hof")]
    public void A_name_is_the_same_whatever_its_case_accents_and_spaces(string one, string other) =>
        Numbers(Dubbelzoeker.FindNames([Account(1, one), Account(2, other)])).Should().Equal("1,2");

    [Theory]
    [InlineData("Jan de Vries", "Jan Vries")]
    [InlineData("Jan de Vries", "Jande Vries")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    public void Other_names_and_absent_names_are_not_the_same(string one, string other) =>
        Dubbelzoeker.FindNames([Account(1, one), Account(2, other)]).Should().BeEmpty();

    // A mark that does not count has a plain name taken the long way round.
    [Property]
    public void A_plain_name_is_folded_as_any_other(NonNull<string> naam) =>
        Dubbelzoeker.Fold(naam.Get).Should().Be(Dubbelzoeker.Fold(naam.Get + "\u0301"));

    [Theory]
    [InlineData("00123", "123")]
    [InlineData("AB12", "ab12")]
    [InlineData("0ab12", "AB12")]
    [InlineData("000", "0")]
    public void A_key_that_was_issued_again_with_other_case_or_leading_zeros_is_found(string one, string other) =>
        Numbers(Dubbelzoeker.FindKeys([Account(1, "A", uwlr: one), Account(2, "B", uwlr: other)])).Should().Equal("1,2");

    [Theory]
    [InlineData("123", "1230")]
    [InlineData("AB12", "BA12")]
    public void Other_keys_are_not_alike(string one, string other) =>
        Dubbelzoeker.FindKeys([Account(1, "A", uwlr: one), Account(2, "A", uwlr: other)]).Should().BeEmpty();

    [Fact]
    public void Keys_of_different_kinds_are_not_alike() =>
        Dubbelzoeker.FindKeys([Account(1, "A", uwlr: "123"), Account(2, "B", idGebr: "0123")]).Should().BeEmpty();

    [Fact]
    public void Accounts_that_hang_together_by_several_keys_are_one_group() =>
        Numbers(Dubbelzoeker.FindKeys(
        [
            Account(3, "C", idGebr: "07"), Account(1, "A", uwlr: "a1"), Account(2, "B", uwlr: "A1", idGebr: "7"),
            Account(4, "D", uwlr: "d"),
        ])).Should().Equal("1,2,3");

    [Fact]
    public void What_only_archived_accounts_have_bothers_nobody()
    {
        Herkenning[] accounts =
        [
            Account(1, "A", uwlr: "01", status: Accountstatus.Gearchiveerd),
            Account(2, "A", uwlr: "1", status: Accountstatus.Gearchiveerd),
        ];

        Dubbelzoeker.FindNames(accounts).Should().BeEmpty();
        Dubbelzoeker.FindKeys(accounts).Should().BeEmpty();
        Dubbelzoeker.FindKeys([.. accounts, Account(3, "B", uwlr: "001")]).Should().ContainSingle(
            "who is left behind archived is the other half of the pair").Which.Should().HaveCount(3);
    }

    private static readonly Dictionary<AccountId, AccountId> NobodyMerged = [];

    [Fact]
    public void What_was_said_of_an_account_that_was_merged_holds_for_the_one_that_stays_through_a_chain()
    {
        var (one, two, three, four) = (Account(1, "").Id, Account(2, "").Id, Account(3, "").Id, Account(4, "").Id);
        var verschillen = new Verschillenlijst([(one, four)], new Dictionary<AccountId, AccountId> { [one] = two, [two] = three });

        verschillen.Find(four, three).Should().Be((one, four));
        verschillen.Find(two, four).Should().Be((one, four));
        verschillen.Find(one, two).Should().BeNull();
    }

    [Fact]
    public void Two_that_were_told_apart_are_no_double_and_of_three_the_other_pairs_are_offered()
    {
        Herkenning[] accounts = [Account(1, "Jan Vos"), Account(2, "jan vos"), Account(3, "JAN VOS")];

        Numbers(Dubbelzoeker.FindNames(accounts[..2], Apart((1, 2)))).Should().BeEmpty();
        Numbers(Dubbelzoeker.FindNames(accounts, Apart((2, 1)))).Should().Equal("1,2,3");
        Numbers(Dubbelzoeker.FindNames(accounts, Apart((1, 2), (1, 3)))).Should().Equal("2,3");
        Numbers(Dubbelzoeker.FindNames(accounts, Apart((1, 2), (1, 3), (2, 3)))).Should().BeEmpty();
    }

    [Fact]
    public void Of_keys_that_are_alike_those_who_were_told_apart_are_left_out_as_well() =>
        Numbers(Dubbelzoeker.FindKeys([Account(1, "A", uwlr: "1"), Account(2, "B", uwlr: "01")], Apart((1, 2))))
            .Should().BeEmpty();

    [Property(Arbitrary = [typeof(Accounts)])]
    public void Telling_two_apart_takes_no_other_pair_away(Herkenning[] accounts)
    {
        var before = Dubbelzoeker.FindNames(accounts);
        foreach (var group in before)
        {
            var apart = Dubbelzoeker.FindNames(accounts, new Verschillenlijst([(group[0].Id, group[1].Id)], NobodyMerged));

            group.Skip(2).Where(other => !apart.Any(g => g.Contains(other))).Should().BeEmpty();
        }
    }

    [Property(Arbitrary = [typeof(Accounts)])]
    public void Every_two_accounts_with_alike_keys_are_in_one_group_and_nobody_is_in_two(Herkenning[] accounts)
    {
        var groups = Dubbelzoeker.FindKeys(accounts);

        groups.SelectMany(g => g).Should().OnlyHaveUniqueItems();
        var pairs =
            from one in accounts
            from other in accounts
            where one.Id.Value.CompareTo(other.Id.Value) < 0 && AreAlike(one, other)
                && (one.Status == Accountstatus.Actief || other.Status == Accountstatus.Actief)
            select (one, other);
        pairs.Where(pair => !groups.Any(g => g.Contains(pair.one) && g.Contains(pair.other))).Should().BeEmpty();
        groups.SelectMany(g => g.Where(one => !g.Any(other => other != one && AreAlike(one, other))))
            .Should().BeEmpty();
    }

    [Property(Arbitrary = [typeof(Accounts)])]
    public void The_order_of_the_accounts_does_not_matter(Herkenning[] accounts)
    {
        Herkenning[] reversed = [.. accounts.Reverse()];

        Numbers(Dubbelzoeker.FindKeys(reversed)).Should().Equal(Numbers(Dubbelzoeker.FindKeys(accounts)));
        Numbers(Dubbelzoeker.FindNames(reversed)).Should().Equal(Numbers(Dubbelzoeker.FindNames(accounts)));
    }

    private static Verschillenlijst Apart(params (int Ene, int Andere)[] paren) =>
        new(paren.Select(p => (Account(p.Ene, "").Id, Account(p.Andere, "").Id)), NobodyMerged);

    private static bool AreAlike(Herkenning one, Herkenning other) => one.Sleutels.Any(a => other.Sleutels.Any(
        b => a.Veld == b.Veld && string.Equals(
            a.Waarde.TrimStart('0'), b.Waarde.TrimStart('0'), StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Numbers(IEnumerable<IReadOnlyList<Herkenning>> groups) =>
        groups.Select(group => string.Join(',', group.Select(a => a.Id.Value.ToByteArray()[0])));

    private static Herkenning Account(
        int nummer,
        string naam,
        string? uwlr = null,
        string? idGebr = null,
        Accountstatus status = Accountstatus.Actief) => new(
        new AccountId(new Guid(nummer, 0, 0, new byte[8])),
        status,
        naam,
        [
            .. uwlr is null ? Array.Empty<Persoonssleutel>() : [new Persoonssleutel(Veld.UwlrKey, uwlr)],
            .. idGebr is null ? Array.Empty<Persoonssleutel>() : [new Persoonssleutel(Veld.IdGebr, idGebr)],
        ]);

    /// <summary>Makes a few accounts with keys of which many are alike.</summary>
    public static class Accounts
    {
        public static Arbitrary<Herkenning[]> Some() => Gen.ListOf(
            from naam in Gen.Elements("Jan Vos", "JAN VOS", "Ans Bos", "")
            from uwlr in Gen.Elements("1", "01", "001", "a2", "A2", "3", "b", "B", null)
            from idGebr in Gen.Elements("7", "07", "x", "X", "8", null)
            from status in Gen.Elements(Accountstatus.Actief, Accountstatus.Gearchiveerd)
            select (naam, uwlr, idGebr, status))
            .Select(list => list.Take(12)
                .Select((a, i) => Account(i + 1, a.naam, a.uwlr, a.idGebr, a.status))
                .ToArray())
            .ToArbitrary();
    }
}
