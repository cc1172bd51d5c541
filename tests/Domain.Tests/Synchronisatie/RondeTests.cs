using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Domain.Tests.Synchronisatie;

public sealed class RondeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = new(2026, 11, 26);
    private static readonly DateOnly InAugust = new(2026, 8, 1);
    private static readonly Wisselafspraak Afspraak = new(
        Schooljaar.Hydrate(2026), InAugust, [new Wisselgrens(Vestigingsnummer.Hoofd, 40, 90, 0)]);
    private static readonly Importfout Fout = new("MAGISTER_ONBEREIKBAAR", "Magister antwoordt niet.");

    [Fact]
    public void A_ronde_that_fails_is_tried_three_times_with_rest_between()
    {
        var ronde = Nieuw();
        for (var poging = 1; poging < Ronde.MeestePogingen; poging++)
        {
            ronde = ronde.Begin(poging, Now).Fail(Fout, Actiehouder.Magister, Now);

            ronde.Uitkomst.Should().Be(Rondeuitkomst.Open);
            ronde.NietVoor.Should().Be(Now + Ronde.Rust);
            ronde.Fout.Should().Be(Fout);
        }

        ronde = ronde.Begin(9, Now).Fail(Fout, Actiehouder.Magister, Now);

        ronde.Uitkomst.Should().Be(Rondeuitkomst.Mislukt);
        ronde.Beeindigd.Should().Be(Now);
        ronde.Actiehouder.Should().Be(Actiehouder.Magister);
        ronde.Fencing.Should().Be(9);
    }

    [Theory]
    [InlineData(Rondeuitkomst.Toegepast, Actiehouder.Niemand)]
    [InlineData(Rondeuitkomst.NietsNieuws, Actiehouder.Niemand)]
    [InlineData(Rondeuitkomst.Deels, Actiehouder.School)]
    [InlineData(Rondeuitkomst.Wacht, Actiehouder.School)]
    public void Where_something_waits_the_school_acts_next(Rondeuitkomst uitkomst, Actiehouder actiehouder)
    {
        var ended = Nieuw().Begin(1, Now).Fail(Fout, Actiehouder.Magister, Now).Begin(2, Now).End(uitkomst, Now);

        ended.Actiehouder.Should().Be(actiehouder);
        ended.Fout.Should().BeNull("the last try went well");
        ended.Begonnen.Should().Be(Now);
    }

    [Theory]
    [InlineData(3, 0, 0, 0, 0, 0, "Nieuw,Bijwerken", "Nieuw", false)]
    [InlineData(3, 2, 0, 1, 0, 0, "Nieuw,Bijwerken", "Nieuw,Bijwerken", true)]
    [InlineData(0, 0, 0, 1, 0, 0, "Nieuw,Bijwerken", "", true)]
    [InlineData(0, 0, 0, 0, 0, 0, "Nieuw,Bijwerken", "", false)]
    [InlineData(0, 0, 0, 0, 1, 0, "Nieuw,Bijwerken", "", true)]
    [InlineData(0, 0, 0, 0, 0, 2, "Nieuw,Bijwerken", "Nieuw,Bijwerken", false)]
    [InlineData(0, 0, 0, 0, 0, 2, "", "", true)]
    [InlineData(1, 0, 1, 0, 0, 0, "Heractiveren", "Heractiveren", true)]
    public void What_is_wanted_is_applied_and_the_rest_waits(
        int nieuw, int bijwerken, int terug, int weg, int conflict, int groepen, string wanted, string applied, bool rest)
    {
        var uitkomst = new Uitkomst(
            "hash",
            1,
            "afdruk",
            Tellingen.Nul with { Nieuw = nieuw, Bijwerken = bijwerken, Heractiveren = terug, Archiveren = weg },
            Tellingen.Nul with { Conflict = conflict },
            Tellingen.Nul with { Bijwerken = groepen },
            [],
            [],
            Rapport: null);

        var keuze = Synckeuze.Of(uitkomst, Read(wanted), isVertrouwd: true, afspraak: null, Vandaag);

        keuze.Toepassen.Should().Equal(Read(applied));
        keuze.Wacht.Should().Be(rest ? Meldingen.WachtOpBeoordeling : null);
        Synckeuze.Of(uitkomst, Read(wanted), isVertrouwd: false, afspraak: null, Vandaag).Toepassen.Should().BeEmpty("nobody has looked yet");
    }

    [Theory]
    [InlineData(10, 0, 0, false)]
    [InlineData(11, 5, 5, true)]
    [InlineData(11, 11, 0, false)]
    [InlineData(400, 399, 0, true)]
    [InlineData(400, 300, 101, false)]
    public void When_most_of_a_school_changes_at_once_a_person_looks_first(
        int bijwerken, int ongewijzigd, int weg, bool waits)
    {
        var tellingen = Tellingen.Nul with
        {
            Nieuw = 3,
            Bijwerken = bijwerken,
            Ongewijzigd = ongewijzigd,
            Archiveren = weg,
        };
        var uitkomst = new Uitkomst("hash", 1, "afdruk", tellingen, Tellingen.Nul, Tellingen.Nul, [], [], null);

        var keuze = Synckeuze.Of(uitkomst, Regelkeuze.Toepasbaar, isVertrouwd: true, afspraak: null, Vandaag);

        keuze.Should().BeEquivalentTo(new
        {
            Toepassen = waits ? [] : keuze.Toepassen,
            Wacht = waits ? Meldingen.VeelWijzigingen : null,
        });
    }

    [Theory]
    [InlineData(3, 0, "3 personen zijn afgekeurd, zo sinds 26-11-2026.")]
    [InlineData(1, 0, "1 persoon is afgekeurd, zo sinds 26-11-2026.")]
    [InlineData(0, 2, "2 personen worden aangehouden, zo sinds 26-11-2026.")]
    [InlineData(2, 1, "2 personen zijn afgekeurd en 1 persoon wordt aangehouden, zo sinds 26-11-2026.")]
    public void Who_is_rejected_or_held_is_never_silent(int afgekeurd, int aangehouden, string said)
    {
        var uitkomst = Uitkomst(
            Tellingen.Nul with { Ongewijzigd = 100, Afgekeurd = afgekeurd }, Tellingen.Nul with { Aangehouden = aangehouden });

        foreach (var isVertrouwd in new[] { true, false })
        {
            var keuze = Synckeuze.Of(uitkomst, Regelkeuze.Toepasbaar, isVertrouwd, afspraak: null, Vandaag);

            keuze.Toepassen.Should().BeEmpty();
            keuze.Wacht!.Code.Should().Be("WACHT_OP_HERSTEL");
            keuze.Wacht.Tekst.Should().StartWith(said);
        }
    }

    [Fact]
    public void What_can_be_applied_is_applied_beside_who_is_rejected_and_what_a_person_judges_goes_first()
    {
        var uitkomst = Uitkomst(
            Tellingen.Nul with { Nieuw = 2, Ongewijzigd = 100 }, Tellingen.Nul with { Afgekeurd = 1 });

        var applied = Synckeuze.Of(uitkomst, Regelkeuze.Toepasbaar, isVertrouwd: true, afspraak: null, Vandaag);
        var judged = Synckeuze.Of(uitkomst, [RegelSoort.Archiveren], isVertrouwd: true, afspraak: null, Vandaag);

        (applied.Toepassen.Single(), applied.Wacht!.Code).Should().Be((RegelSoort.Nieuw, "WACHT_OP_HERSTEL"));
        (judged.Toepassen.Count, judged.Wacht).Should().Be((0, Meldingen.WachtOpBeoordeling));
    }

    [Fact]
    public void Groepen_that_come_late_are_not_many_changes_of_a_school_that_agreed_until_the_last_day()
    {
        var late = Uitkomst(
            Tellingen.Nul with { Bijwerken = 90, AlleenGroepenErbij = 90, Ongewijzigd = 10 }, Tellingen.Nul);
        var moved = Uitkomst(
            Tellingen.Nul with { Bijwerken = 90, AlleenGroepenErbij = 10, Ongewijzigd = 10 }, Tellingen.Nul);
        var done = Afspraak with { Grenzen = [Afspraak.Grenzen[0] with { Klaar = DateTimeOffset.UnixEpoch }] };
        Synckeuze Of(Uitkomst uitkomst, Wisselafspraak? afspraak, DateOnly dag) =>
            Synckeuze.Of(uitkomst, [RegelSoort.Bijwerken], isVertrouwd: true, afspraak, dag);

        Of(late, done, new DateOnly(Vandaag.Year, 8, 28)).Toepassen.Should().Equal(RegelSoort.Bijwerken);
        Of(moved, done, new DateOnly(Vandaag.Year, 8, 28)).Wacht.Should().Be(Meldingen.VeelWijzigingen);
        Of(late, done, new DateOnly(Vandaag.Year, 11, 1)).Wacht.Should().Be(Meldingen.VeelWijzigingen);
        Of(late, null, new DateOnly(Vandaag.Year, 8, 28)).Wacht.Should().Be(Meldingen.VeelWijzigingen);
    }

    [Fact]
    public void What_was_agreed_beforehand_is_applied_however_much_changes_and_the_rest_waits_with_its_reason()
    {
        var uitkomst = Uitkomst(
            Tellingen.Nul with { Bijwerken = 90, Nieuw = 20, Archiveren = 20 }, Tellingen.Nul) with
        {
            BuitenAfspraak = [SchooljaarMeldingen.BuitenAfspraak("een"), SchooljaarMeldingen.BuitenAfspraak("twee")],
        };

        var agreed = Synckeuze.Of(uitkomst, [RegelSoort.Nieuw], isVertrouwd: true, Afspraak, InAugust);
        var untrusted = Synckeuze.Of(uitkomst, [RegelSoort.Nieuw], isVertrouwd: false, Afspraak, InAugust);

        agreed.Toepassen.Should().Equal(RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Archiveren);
        agreed.Wacht!.Code.Should().Be("BUITEN_AFSPRAAK");
        agreed.Wacht.Tekst.Should().Contain("een").And.Contain("twee");
        untrusted.Toepassen.Should().BeEmpty("after an undo nobody has looked yet");
    }

    [Fact]
    public void Whose_doelgroep_waits_is_told_while_the_rest_is_applied()
    {
        var keuze = Synckeuze.Of(
            Uitkomst(Tellingen.Nul with { Bijwerken = 1, Ongewijzigd = 100, InTwijfel = 1 }, Tellingen.Nul),
            Regelkeuze.Toepasbaar,
            isVertrouwd: true,
            afspraak: null,
            Vandaag);

        keuze.Toepassen.Should().Equal(RegelSoort.Bijwerken);
        keuze.Wacht!.Code.Should().Be("WACHT_OP_HERSTEL");
        keuze.Wacht.Tekst.Should().StartWith("1 persoon wordt aangehouden");
    }

    private static Uitkomst Uitkomst(Tellingen leerlingen, Tellingen docenten) =>
        new("hash", 1, "afdruk", leerlingen, docenten, Tellingen.Nul, [], [], null);

    [Fact]
    public void What_a_school_wants_changes_part_by_part()
    {
        var beleid = Syncbeleid.Standaard(new SchoolId(Guid.NewGuid()));

        var paused = beleid.Change(soorten: null, "Verbouwing", "jan", Now).Value;
        var chosen = paused.Change([RegelSoort.Archiveren, RegelSoort.Nieuw, RegelSoort.Nieuw], null, "jan", Now).Value;
        var resumed = chosen.Change(soorten: null, "", "piet", Now).Value;

        paused.Soorten.Should().Equal(beleid.Soorten);
        paused.Pauze.Should().Be(new Feit(Now, "jan", "Verbouwing"));
        chosen.Pauze.Should().Be(paused.Pauze);
        chosen.Soorten.Should().Equal(RegelSoort.Nieuw, RegelSoort.Archiveren);
        resumed.Pauze.Should().BeNull();
        resumed.Door.Should().Be("piet");
        resumed.Versie.Should().Be(3);
        beleid.Change([RegelSoort.Conflict], null, "jan", Now).Error!.Code.Should().Be(
            "SOORT_NIET_TOEPASBAAR");
        beleid.Change(null, new string('x', 501), "jan", Now).Error.Should().Be(new PauzeredenTeLang(501));
    }

    private static Ronde Nieuw() =>
        Ronde.VanNacht(new SchoolId(Guid.NewGuid()), new DateOnly(2026, 11, 26), Now, "numo-sync");

    private static RegelSoort[] Read(string names) =>
        [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RegelSoort>)];
}
