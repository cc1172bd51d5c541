using Kurve.Numo.Api.Shared;
using Kurve.Numo.Api.Wijzigingen;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>Enums cross the wire by name, whatever their numbers are.</summary>
public sealed class EnumNamesTests
{
    private enum Kleur
    {
        Rood = 7,
        Groen = 3,
    }

    private enum KleurOfGeen
    {
        Groen,
        Geen,
        Rood,
    }

    private enum KleurProto
    {
        Unspecified,
        Groen,
        Rood,
    }

    private enum KleurMissing
    {
        Unspecified,
        Rood,
    }

    [Fact]
    public void A_value_becomes_the_one_of_that_name()
    {
        var kleuren = new EnumNames<Kleur, KleurProto>();

        kleuren.ToProto(Kleur.Rood).Should().Be(KleurProto.Rood);
        kleuren.Read(KleurProto.Groen).Should().Be(Kleur.Groen);
    }

    [Fact]
    public void A_map_that_lacks_a_value_cannot_be_made()
    {
        var make = () => new EnumNames<Kleur, KleurMissing>();

        make.Should().Throw<InvalidOperationException>().WithMessage("Kleur and its counterpart*");
    }

    [Fact]
    public void One_value_may_be_what_the_contract_leaves_unspecified()
    {
        var kleuren = new EnumNames<KleurOfGeen, KleurProto>(KleurOfGeen.Geen);

        kleuren.ToProto(KleurOfGeen.Geen).Should().Be(KleurProto.Unspecified);
        kleuren.Read(KleurProto.Unspecified).Should().Be(KleurOfGeen.Geen);
        kleuren.ToProto(KleurOfGeen.Rood).Should().Be(KleurProto.Rood);
    }

    [Fact]
    public void The_enums_of_messages_have_all_their_counterparts() =>
        (WijzigingEnums.Soorten, WijzigingEnums.Kanalen, WijzigingEnums.Staten).Should().NotBeNull();
}
