using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class PlanhashTests
{
    private static readonly Schooljaar Jaar = Schooljaar.Hydrate(2026);

    [Fact]
    public void A_new_leerling_and_a_new_docent_of_the_same_name_are_two_plans()
    {
        var leerling = new Planregels([], [Nieuw(new LeerlingGegevens { Roepnaam = "Sam", Achternaam = "Visser" })], []);
        var docent = new Planregels([], [], [Nieuw(new DocentGegevens { Roepnaam = "Sam", Achternaam = "Visser" })]);

        Planhash.Compute(Jaar, 1, leerling).Should().NotBe(Planhash.Compute(Jaar, 1, docent));
    }

    [Fact]
    public void Who_does_not_change_does_not_count()
    {
        var nieuw = Nieuw(new LeerlingGegevens { Roepnaam = "Sam", Achternaam = "Visser" });
        var same = nieuw with { Soort = RegelSoort.Ongewijzigd };

        Planhash.Compute(Jaar, 1, new Planregels([], [nieuw, same], []))
            .Should().Be(Planhash.Compute(Jaar, 1, new Planregels([], [nieuw], [])));
    }

    private static Planregel<T> Nieuw<T>(T gegevens)
        where T : Persoonsgegevens<T> => new(RegelSoort.Nieuw, null, gegevens, Veld.Geen, [], []);
}
