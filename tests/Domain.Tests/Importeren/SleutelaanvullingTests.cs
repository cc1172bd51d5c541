using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class SleutelaanvullingTests
{
    private static readonly EckId EckId = Eck('1');
    private static readonly EckId Ander = Eck('2');

    [Fact]
    public void A_key_that_next_year_lacks_is_taken_from_this_year()
    {
        var completed = Complete([Leerling("a")], [Leerling("a", EckId)]);

        completed.Single().Gegevens.EckId.Should().Be(EckId);
        completed.Single().Geleverd.Should().Be(Veld.UwlrKey, "it tells who it is and changes no account");
    }

    [Fact]
    public void A_key_that_next_year_has_stays() =>
        Complete([Leerling("a", Ander)], [Leerling("a", EckId)]).Single().Gegevens.EckId.Should().Be(Ander);

    [Fact]
    public void A_key_of_somebody_else_of_next_year_is_not_taken() =>
        Complete([Leerling("a"), Leerling("b", EckId)], [Leerling("a", EckId)])[0].Gegevens.EckId.Should().BeNull();

    [Fact]
    public void Somebody_who_is_there_twice_this_year_completes_nobody() =>
        Complete([Leerling("a")], [Leerling("a", EckId), Leerling("a", Ander)]).Single().Gegevens.EckId.Should().BeNull();

    [Fact]
    public void Somebody_who_was_rejected_completes_nobody() =>
        Complete([Leerling("a")], [Leerling("a", EckId) with { Afkeuring = new Melding("GEEN_NAAM", "Geen naam.") }])
            .Single().Gegevens.EckId.Should().BeNull();

    [Fact]
    public void Keys_differ_by_case() =>
        Complete([Leerling("a")], [Leerling("A", EckId)]).Single().Gegevens.EckId.Should().BeNull();

    private static IReadOnlyList<Aangeleverd<LeerlingGegevens>> Complete(
        Aangeleverd<LeerlingGegevens>[] volgend, Aangeleverd<LeerlingGegevens>[] huidig) =>
        Sleutelaanvulling.Complete([Lijst(volgend)], [Lijst(huidig)]).Single().Leerlingen;

    private static Personenlijst Lijst(Aangeleverd<LeerlingGegevens>[] leerlingen) =>
        new(BronInhoud.Gegevens, Vestigingsnummer.Hoofd, [], leerlingen, [], [], "");

    private static Aangeleverd<LeerlingGegevens> Leerling(string key, EckId? eckId = null) =>
        new(new LeerlingGegevens { UwlrKey = key, EckId = eckId }, Veld.UwlrKey, []);

    private static EckId Eck(char cijfer) => EckId.Hydrate("https://ketenid.nl/pilot/" + new string(cijfer, 128));
}
