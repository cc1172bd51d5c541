using FsCheck.Xunit;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class NameComparisonTests
{
    /// <summary>Names as <c>roepnaam|voorvoegsel|achternaam</c>: what may be one person, and what is not.</summary>
    [Theory]

    // The same name, written otherwise.
    [InlineData("Noor||Fictief", "Noor||Fictief", NameDifference.None)]
    [InlineData("Noor||Fictief", "NOOR||FICTIEF", NameDifference.None)]
    [InlineData("Zoë||Güneş", "Zoe||Gunes", NameDifference.None)]
    [InlineData("Zoë||Gül", "Zoe\u0308||Gu\u0308l", NameDifference.None)]
    [InlineData("Jan|de|Wit", "Jan||de Wit", NameDifference.None)]
    [InlineData("Jan|van der|Berg", "Jan||Berg, van der", NameDifference.None)]
    [InlineData("Karim|el|Verzonnen", "Karim||Verzonnen", NameDifference.None)]
    [InlineData("Anna|in 't|Veld", "Anna||Veld", NameDifference.None)]
    [InlineData("Sean||O'Hara", "Sean||OHara", NameDifference.None)]
    [InlineData("Sean||O\u2019Hara", "Sean||O Hara", NameDifference.None)]
    [InlineData("Anne-Sophie||Smit", "Anne Sophie||Smit", NameDifference.None)]
    [InlineData("Tom||Jansen", "Tom||Janssen", NameDifference.None)]
    [InlineData("Sofie||Bakker", "Sophie||Backer", NameDifference.None)]
    [InlineData("İbrahim||Yıldız", "Ibrahim||Yildiz", NameDifference.None)]
    [InlineData("Søren||Bæk", "Soren||Baek", NameDifference.None)]
    [InlineData("Łukasz||Wójcik", "Lukasz||Wojcik", NameDifference.None)]
    [InlineData("Thijs||Verzonnen", "Tijs||Ferzonnen", NameDifference.None)]
    [InlineData("Tom||Meijer", "Tom||Meyer", NameDifference.None)]
    [InlineData("Tom||van der Heijden", "Tom||van der Heyden", NameDifference.None)]
    [InlineData("Tjeerd||Smit", "Tsjeerd||Smit", NameDifference.None)]
    [InlineData("Tsjerk||Smit", "Kerk||Bakker", NameDifference.Both)]
    [InlineData("Noor||Fictief", "Fictief||Noor", NameDifference.None)]
    [InlineData("||Noor Fictief", "Noor||Fictief", NameDifference.None)]
    [InlineData("||Fictief, Noor", "Noor||Fictief", NameDifference.None)]

    // Letters that were lost.
    [InlineData("Yiğit||Güneş", "Yi?it||Güne?", NameDifference.None)]
    [InlineData("Özlem||Çelik", "\uFFFDzlem||\uFFFDelik", NameDifference.None)]

    // Initials and parts of a first name.
    [InlineData("Noor||Fictief", "N.||Fictief", NameDifference.None)]
    [InlineData("Jan Peter||Smit", "J.P.||Smit", NameDifference.None)]
    [InlineData("Jan-Peter||Smit", "Jan||Smit", NameDifference.None)]
    [InlineData("Alex||Smit", "Alexander||Smit", NameDifference.None)]
    [InlineData("Anna||Smit", "Anna Maria||Smit", NameDifference.None)]
    [InlineData("Mohammed||Amrani", "Mohamed||Amrani", NameDifference.None)]

    // One of the two changes: a marriage, another first name.
    [InlineData("Noor||Fictief", "Noor||Verzonnen", NameDifference.Achternaam)]
    [InlineData("Noor||Fictief", "Noor|van|Dijk", NameDifference.Achternaam)]
    [InlineData("Zoë||Smit", "Zoe||Güneş", NameDifference.Achternaam)]
    [InlineData("Jan Peter||Smit", "Jan||Bakker", NameDifference.Achternaam)]
    [InlineData("Noor||Jansen", "Noor||de Wit", NameDifference.Achternaam)]
    [InlineData("Eleonora||Fictief", "Noor||Fictief", NameDifference.Roepnaam)]
    [InlineData("Lisa||Fictief", "Lucas||Fictief", NameDifference.Roepnaam)]
    [InlineData("Bep||Jansen", "Elisabeth||Jansen-de Wit", NameDifference.Roepnaam)]
    [InlineData("Bep||Jansen-de Wit", "Elisabeth||de Wit", NameDifference.Roepnaam)]
    [InlineData("Sem||Bakker", "Sam||Bakkers", NameDifference.Roepnaam)]

    // Somebody else.
    [InlineData("Noor||Fictief", "Karim|el|Verzonnen", NameDifference.Both)]
    [InlineData("Noor||Fictief", "Sem||Verzonnen", NameDifference.Both)]
    [InlineData("Tim||Jansen", "Sofie||Hansen", NameDifference.Both)]
    [InlineData("Tim|van der|Berg", "Kim|van der|Wal", NameDifference.Both)]
    [InlineData("Tim|de|Wit", "Jim|de|Boer", NameDifference.Both)]
    [InlineData("Daan||Bos", "Dean||Vos", NameDifference.Both)]
    [InlineData("Emma||Smit", "Emmy||Bakker", NameDifference.Both)]
    [InlineData("Lotte||Bakker", "Fleur||Dekker", NameDifference.Both)]
    [InlineData("Jan||Smit", "Johan||Bakker", NameDifference.Both)]
    [InlineData("Ali||Yılmaz", "Can||Yıldız", NameDifference.Both)]
    [InlineData("Mo||Amrani", "Ilias||Idrissi", NameDifference.Both)]
    [InlineData("N.||Fictief", "Karim||Verzonnen", NameDifference.Both)]
    [InlineData("Noor||Fictief", "N.||Verzonnen", NameDifference.Both)]
    [InlineData("Jan||Fictief", "Janneke||Verzonnen", NameDifference.Both)]
    [InlineData("Anna Maria||Fictief", "Anna Sophie||Verzonnen", NameDifference.Both)]
    [InlineData("Noor||Fictief", "K.||Verzonnen", NameDifference.Both)]
    [InlineData("Anna Maria||Smit", "Maartje||Bakker", NameDifference.Both)]
    [InlineData("||Noor Fictief", "Karim|el|Verzonnen", NameDifference.Both)]
    [InlineData("||Fictief", "Karim||Verzonnen", NameDifference.Both)]
    [InlineData("Li||Wu", "Yu||Xu", NameDifference.Both)]
    [InlineData("Sara||Boer", "Lara||Moer", NameDifference.Both)]
    [InlineData("?ans||?it", "Noor||Fictief", NameDifference.Both)]
    [InlineData("Иван||Иванов", "Пётр||Петров", NameDifference.Both)]
    [InlineData("明||王", "丽||李", NameDifference.Both)]

    // Nothing to compare.
    [InlineData("||", "Noor||Fictief", NameDifference.None)]
    [InlineData("Noor||Fictief", "||", NameDifference.None)]
    public void Names_of_one_person_share_a_part_and_those_of_others_do_not(
        string one, string other, NameDifference difference)
    {
        NameComparison.Compare(Person(one), Person(other)).Should().Be(difference);
        NameComparison.Compare(Person(other), Person(one)).Should().Be(difference, "it does not matter who comes first");
        NameComparison.AreOthers(Person(one), Person(other)).Should().Be(difference == NameDifference.Both);
    }

    [Property(MaxTest = 1_000)]
    public void Whatever_the_names_are_the_order_does_not_matter_and_nobody_differs_from_himself(
        string? roepnaam, string? achternaam, string? roepnaam2, string? achternaam2)
    {
        var one = new LeerlingGegevens { Roepnaam = roepnaam, Achternaam = achternaam };
        var other = new LeerlingGegevens { Roepnaam = roepnaam2, Achternaam = achternaam2 };

        NameComparison.Compare(one, one).Should().Be(NameDifference.None);
        NameComparison.AreOthers(one, other).Should().Be(NameComparison.AreOthers(other, one));
    }

    [Theory]
    [InlineData("Yiğit", "Yi?it", true)]
    [InlineData("Güneş", "Güne?", true)]
    [InlineData("Güneş", "G??ne??", true)]
    [InlineData("Özlem", "?zlem", true)]
    [InlineData("Joël", "Jo\uFFFDl", true)]
    [InlineData("Joël", "JO\uFFFDL", true)]
    [InlineData("Joël", "Joel", false)]
    [InlineData("Joël", "Jo\uFFFDlle", true)]
    [InlineData("Joël", "Jo?lle", false)]
    [InlineData("Ana", "A?na", true)]
    [InlineData("Noor", "N?o?o?r", true)]
    [InlineData("Noor", "Noor?", true)]
    [InlineData("Yiğit", "Ye?it", false)]
    [InlineData(null, "Yi?it", false)]
    [InlineData("Yiğit", null, false)]
    public void A_name_with_letters_lost_is_known_again(string? known, string? delivered, bool damaged) =>
        NameComparison.IsDamaged(known, delivered).Should().Be(damaged);

    [Fact]
    public void A_name_of_lost_letters_takes_no_time()
    {
        var whole = new string('a', 200);
        var damaged = string.Concat(Enumerable.Repeat("??a", 66)) + "b";

        Action act = () => NameComparison.IsDamaged(whole, damaged);

        act.ExecutionTime().Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    private static LeerlingGegevens Person(string name)
    {
        var parts = name.Split('|');
        return new LeerlingGegevens
        {
            Roepnaam = parts[0].Length == 0 ? null : parts[0],
            Voorvoegsel = parts[1].Length == 0 ? null : parts[1],
            Achternaam = parts[2].Length == 0 ? null : parts[2],
        };
    }
}
