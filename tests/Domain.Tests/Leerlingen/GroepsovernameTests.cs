using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Importeren;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class GroepsovernameTests
{
    [Fact]
    public void Of_two_who_are_active_the_groepen_are_put_together_and_each_year_keeps_one_stamgroep()
    {
        var overname = Groepsovername.Of(Account(1), Account(2), [
            Lid(1, 1, Groepsoort.Stamgroep), Lid(1, 2), Lid(2, 2), Lid(2, 3),
            Lid(2, 4, Groepsoort.Stamgroep), Lid(2, 5, Groepsoort.Stamgroep, 2025)]);

        Groepen(overname.Erbij).Should().Equal(3, 5);
        overname.Eraf.Should().BeEmpty();
    }

    [Fact]
    public void Where_only_the_other_is_active_its_groepen_take_the_place_of_those_of_that_year()
    {
        var overname = Groepsovername.Of(Account(1, Accountstatus.Gearchiveerd), Account(2), [
            Lid(1, 1, Groepsoort.Stamgroep), Lid(1, 2), Lid(1, 3, Groepsoort.Stamgroep, 2025),
            Lid(2, 2), Lid(2, 4, Groepsoort.Stamgroep)]);

        Groepen(overname.Erbij).Should().Equal(4);
        Groepen(overname.Eraf).Should().Equal(1);
    }

    [Fact]
    public void Who_is_archived_keeps_its_groepen_for_itself() =>
        Groepsovername.Of(Account(1), Account(2, Accountstatus.Gearchiveerd), [Lid(2, 1)])
            .Should().BeEquivalentTo(new Groepsovername([], []));

    [Fact]
    public void A_kind_of_groep_that_is_locked_stays_as_it_is()
    {
        var locked = Account(1) with { Vergrendeld = Veld.Groepen };

        Groepen(Groepsovername.Of(locked, Account(2), [Lid(2, 1), Lid(2, 2, Groepsoort.Stamgroep)]).Erbij)
            .Should().Equal(2);
    }

    [Fact]
    public void A_docent_may_have_several_stamgroepen()
    {
        var (blijft, vervalt) = (DocentBuilder.Account(1), DocentBuilder.Account(2));

        Groepen(Groepsovername.Of(blijft, vervalt, [
            Lid(5_001, 1, Groepsoort.Stamgroep), Lid(5_002, 2, Groepsoort.Stamgroep)]).Erbij).Should().Equal(2);
    }

    private static Lidmaatschap Lid(
        int persoon, int groep, Groepsoort soort = Groepsoort.Samengesteld, int jaar = 2026) =>
        new(Id(persoon), new GroepId(new Guid(groep, 1, 1, new byte[8])), jaar, soort, $"G{groep}");

    private static IEnumerable<int> Groepen(IEnumerable<Lidmaatschap> leden) =>
        leden.Select(lid => BitConverter.ToInt32(lid.Groep.Value.ToByteArray()));
}
