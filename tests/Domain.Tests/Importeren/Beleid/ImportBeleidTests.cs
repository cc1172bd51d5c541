using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

public sealed class ImportBeleidTests
{
    private static readonly DateOnly Vandaag = new(2026, 7, 1);
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Importpauze Zomer = new(new DateOnly(2026, 7, 10), new DateOnly(2026, 8, 23), "Zomer");
    private static readonly Limietafspraak Augustus =
        new(new Archiveerlimiet(200, 0.3), "Wisseling", "Administratie", new DateOnly(2026, 8, 31));

    private readonly ImportBeleid _standaard = ImportBeleid.Standaard(new SchoolId(Guid.CreateVersion7()));

    [Fact]
    public void A_school_that_never_said_anything_may_archive_10_and_10_percent()
    {
        _standaard.LimietOp(Vandaag).Should().Be(new Archiveerlimiet(10, 0.1));
        _standaard.ModusOp(Vandaag).Should().Be(Importmodus.Normaal);
    }

    [Theory]
    [InlineData("2026-07-09", Importmodus.AlleenToevoegen)]
    [InlineData("2026-07-10", Importmodus.Gepauzeerd)]
    [InlineData("2026-08-23", Importmodus.Gepauzeerd)]
    [InlineData("2026-08-24", Importmodus.AlleenToevoegen)]
    public void A_pause_holds_from_its_first_to_its_last_day_and_ends_by_itself(string dag, Importmodus modus)
    {
        var beleid = Change(new Beleidswijziging(
            [Beleidsdeel.Modus, Beleidsdeel.Pauze], Importmodus.AlleenToevoegen, Zomer, null));

        beleid.ModusOp(DateOnly.Parse(dag, null)).Should().Be(modus);
    }

    [Theory]
    [InlineData("2026-08-31", 200, false)]
    [InlineData("2026-09-01", 10, true)]
    public void An_agreed_limit_expires_by_itself(string dag, int aantal, bool verlopen)
    {
        var beleid = Change(Limiet(Augustus));

        beleid.LimietOp(DateOnly.Parse(dag, null)).Aantal.Should().Be(aantal);
        beleid.IsVerlopen(DateOnly.Parse(dag, null)).Should().Be(verlopen);
    }

    [Fact]
    public void What_is_not_named_stays()
    {
        var beleid = Change(Limiet(Augustus));

        var next = beleid.Change(
            new Beleidswijziging([Beleidsdeel.Pauze], Importmodus.AlleenToevoegen, Zomer, null),
            Vandaag,
            "iemand",
            Now).Value;

        next.Should().Be(beleid with { Pauze = Zomer, Door = "iemand", Gewijzigd = Now, Versie = beleid.Versie + 1 });
    }

    [Fact]
    public void A_part_that_is_named_and_absent_is_taken_away()
    {
        var beleid = Change(Limiet(Augustus));

        beleid.Change(Limiet(null), Vandaag, "iemand", Now).Value.Afspraak.Should().BeNull();
    }

    [Fact]
    public void Paused_cannot_be_chosen_without_dates() => _standaard.Change(
        new Beleidswijziging([Beleidsdeel.Modus], Importmodus.Gepauzeerd, null, null), Vandaag, "iemand", Now)
        .Error.Should().BeOfType<ModusNietTeKiezen>();

    [Fact]
    public void A_pause_that_ends_before_it_begins_is_refused() => _standaard.Change(
        new Beleidswijziging([Beleidsdeel.Pauze], default, Zomer with { TotEnMet = new DateOnly(2026, 7, 9) }, null),
        Vandaag,
        "iemand",
        Now).Error.Should().BeOfType<PeriodeOngeldig>();

    [Theory]
    [InlineData("2026-06-30")]
    [InlineData("2027-07-03")]
    [InlineData("9999-12-31")]
    public void A_limit_ends_today_at_the_earliest_and_within_a_year(string totEnMet)
    {
        var afspraak = Augustus with { TotEnMet = DateOnly.Parse(totEnMet, null) };

        _standaard.Change(Limiet(afspraak), Vandaag, "iemand", Now).Error.Should().BeOfType<DatumOngeldig>()
            .Which.Field.Should().Be("importbeleid.limiet.tot_en_met");
    }

    [Theory]
    [InlineData(-1, 0.1)]
    [InlineData(0, -0.1)]
    [InlineData(0, 1.1)]
    [InlineData(0, double.NaN)]
    public void A_limit_out_of_range_is_refused(int aantal, double aandeel) => _standaard.Change(
        Limiet(Augustus with { Limiet = new Archiveerlimiet(aantal, aandeel) }), Vandaag, "iemand", Now)
        .Error.Should().BeOfType<LimietOngeldig>();

    [Fact]
    public void An_expired_limit_does_not_stand_in_the_way_of_another_change()
    {
        var beleid = Change(Limiet(Augustus));

        beleid.Change(
            new Beleidswijziging([Beleidsdeel.Modus], Importmodus.AlleenToevoegen, null, null),
            new DateOnly(2026, 10, 1),
            "iemand",
            Now).IsOk.Should().BeTrue();
    }

    private static Beleidswijziging Limiet(Limietafspraak? afspraak) =>
        new([Beleidsdeel.Limiet], default, null, afspraak);

    private ImportBeleid Change(Beleidswijziging wijziging) => _standaard.Change(wijziging, Vandaag, "test", Now).Value;
}
