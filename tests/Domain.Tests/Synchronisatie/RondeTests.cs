using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Domain.Tests.Synchronisatie;

public sealed class RondeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);
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

        var keuze = Synckeuze.Of(uitkomst, Read(wanted), isVertrouwd: true);

        keuze.Toepassen.Should().Equal(Read(applied));
        keuze.Wacht.Should().Be(rest ? Meldingen.WachtOpBeoordeling : null);
        Synckeuze.Of(uitkomst, Read(wanted), isVertrouwd: false).Toepassen.Should().BeEmpty("nobody has looked yet");
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

        var keuze = Synckeuze.Of(uitkomst, Regelkeuze.Toepasbaar, isVertrouwd: true);

        keuze.Should().BeEquivalentTo(new
        {
            Toepassen = waits ? [] : keuze.Toepassen,
            Wacht = waits ? Meldingen.VeelWijzigingen : null,
        });
    }

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
