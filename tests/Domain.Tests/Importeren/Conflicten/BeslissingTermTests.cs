using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren.Conflicten;

/// <summary>A decision does not outlive the people and the keys that it was made about.</summary>
public sealed class BeslissingTermTests
{
    private static readonly LeerlingGegevens Ann = Person("Ann", "Fictief", "L1", "1001");
    private static readonly LeerlingGegevens Ben = Person("Ben", "Verzonnen", "L2", "1002");

    /// <summary>Delivered with the key of Ann and the stamnummer of Ben.</summary>
    private static readonly LeerlingGegevens Dubbel = Person("Ben", "Verzonnen", "L1", "1002");

    private static readonly Schoolstand Twee = Stand(Known(1, Ann), Known(2, Ben));

    [Fact]
    public void A_key_that_goes_to_a_new_pupil_takes_no_decision_with_it()
    {
        var samen = Decide(Twee, Dubbel, Beslissingsoort.Samenvoegen, Id(2));
        var after = Uitvoering.Apply(Twee, Plan(Twee, Aanlevering(Aangeleverd(Dubbel)), samen));
        var cleo = Person("Cleo", "Bakker", "L1", "1099");
        var later = Ben with { UwlrKey = "L9" };

        var plan = Plan(after, Aanlevering(Aangeleverd(cleo), Aangeleverd(later)), samen);

        plan.Leerlingen.Single(r => r.Gegevens.Roepnaam == "Cleo").Soort.Should().Be(RegelSoort.Conflict);
        var ben = plan.Leerlingen.Single(r => r.Gegevens.Roepnaam == "Ben");
        (ben.Soort, ben.Account!.Id, ben.Gewijzigd).Should().Be((RegelSoort.Bijwerken, Id(2), Veld.UwlrKey));
    }

    [Fact]
    public void Who_has_the_keys_of_the_account_itself_makes_a_decision_a_conflict()
    {
        var samen = Decide(Twee, Dubbel, Beslissingsoort.Samenvoegen, Id(2));

        var plan = Plan(Twee, Aanlevering(Aangeleverd(Dubbel with { Stamnummer = null }), Aangeleverd(Ben)), samen);

        plan.Leerlingen.Should().HaveCount(2).And.OnlyContain(r => r.Soort == RegelSoort.Conflict);
    }

    [Theory]
    [InlineData(Beslissingsoort.Samenvoegen)]
    [InlineData(Beslissingsoort.Overslaan)]
    public void Keys_that_name_nobody_any_more_make_no_use_of_a_decision(Beslissingsoort soort)
    {
        var beslissing = Decide(Twee, Dubbel, soort, soort == Beslissingsoort.Samenvoegen ? Id(2) : null);
        var elders = Stand(Known(1, Ann with { UwlrKey = "L7" }), Known(2, Ben with { Stamnummer = null }));
        var nieuw = Dubbel with { Stamnummer = Stamnummer.Hydrate("1050") };

        var plan = Plan(
            elders, Aanlevering(Aangeleverd(nieuw), Aangeleverd(Ann with { UwlrKey = "L7" }), Aangeleverd(Zonder(Ben))), beslissing);

        plan.Leerlingen.Single(r => r.Gegevens == nieuw).Soort.Should().Be(RegelSoort.Nieuw);
    }

    [Theory]
    [InlineData(Beslissingsoort.Samenvoegen)]
    [InlineData(Beslissingsoort.ApartHouden)]
    [InlineData(Beslissingsoort.Overslaan)]
    public void Somebody_with_another_name_is_not_who_it_was_decided_of(Beslissingsoort soort)
    {
        var anna = Dubbel with { EckId = EckId.Hydrate("eck-9") };
        var beslissing = Decide(Twee, anna, soort, soort == Beslissingsoort.Samenvoegen ? Id(2) : null);
        LeerlingGegevens[] vreemden =
        [
            anna with { Roepnaam = "Cleo", Achternaam = "Bakker" },
            anna with { Roepnaam = "Cleo" },
        ];

        vreemden.Should().AllSatisfy(vreemde => Plan(Twee, Aanlevering(Aangeleverd(vreemde)), beslissing).Leerlingen
            .Should().ContainSingle().Which.Soort.Should().Be(RegelSoort.Conflict));
    }

    [Fact]
    public void After_a_year_it_is_a_conflict_again_that_tells_so()
    {
        var samen = Decide(Twee, Dubbel, Beslissingsoort.Samenvoegen, Id(2));
        var laatste = Kader with { Vandaag = new DateOnly(2027, 9, 3), Beslissingen = [samen] };
        var daarna = laatste with { Vandaag = new DateOnly(2027, 9, 4) };

        var aanlevering = Aanlevering(Aangeleverd(Dubbel)) with { Schooljaar = Schooljaar.Hydrate(2027) };

        Plan(Twee, aanlevering, laatste).Leerlingen.Should().Contain(r => r.Soort == RegelSoort.Bijwerken);
        Plan(Twee, aanlevering, daarna).Leerlingen.Should().ContainSingle(r => r.Soort == RegelSoort.Conflict)
            .Which.Meldingen.Select(m => m.Code).Should().Contain("BESLISSING_VERLOPEN");
    }

    private static Beslissing Decide(
        Schoolstand stand, LeerlingGegevens persoon, Beslissingsoort soort, AccountId? account = null) =>
        Plan(stand, Aanlevering(Aangeleverd(persoon))).Leerlingen
            .Single(r => r.Soort == RegelSoort.Conflict).Decide(soort, account).Value;

    private static LeerlingGegevens Zonder(LeerlingGegevens persoon) => persoon with { Stamnummer = null };

    private static Account<LeerlingGegevens> Known(int nummer, LeerlingGegevens gegevens) =>
        Account(nummer) with { Gegevens = gegevens };

    private static LeerlingGegevens Person(string roepnaam, string achternaam, string key, string stamnummer) => new()
    {
        Vestiging = Vestigingsnummer.Hoofd,
        Roepnaam = roepnaam,
        Achternaam = achternaam,
        UwlrKey = key,
        Stamnummer = Stamnummer.Hydrate(stamnummer),
        Leerjaar = 1,
    };
}
