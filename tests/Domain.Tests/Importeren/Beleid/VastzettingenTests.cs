using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;
using static Kurve.Numo.Domain.Tests.Importeren.Uitvoering;

namespace Kurve.Numo.Domain.Tests.Importeren.Beleid;

/// <summary>Who is pinned is not archived by any source until the last day is over.</summary>
public sealed class VastzettingenTests
{
    private static readonly Vastzetting Vast =
        new("Stage in het buitenland", Kader.Vandaag, "beheerder", new DateTimeOffset(2026, 9, 3, 10, 0, 0, TimeSpan.Zero));

    private static readonly Plankader DayAfter = Kader with { Vandaag = Kader.Vandaag.AddDays(1) };

    [Fact]
    public void Who_is_pinned_and_not_delivered_stays_and_the_row_says_who_pinned_and_until_when_and_not_why()
    {
        var regel = Plan(Stand(Pinned(1), Account(2)), Aanlevering(Aangeleverd(2))).Leerlingen.Single(IsPinned);

        (regel.Soort, regel.Aangehouden, regel.Gewijzigd).Should().Be((RegelSoort.Ongewijzigd, null, Veld.Geen));
        regel.IsMeldenswaardig.Should().BeTrue();
        regel.Meldingen.Should().ContainSingle().Which.Should().Match<Melding>(m =>
            m.Code == "VASTGEZET" && m.Tekst.Contains("25-11-2026") && m.Tekst.Contains("beheerder")
            && !m.Tekst.Contains(Vast.Reden));
    }

    [Fact]
    public void After_the_last_day_the_account_leaves_and_the_row_says_whose_pin_is_over()
    {
        var regel = Plan(Stand(Pinned(1), Account(2)), Aanlevering(Aangeleverd(2)), DayAfter).Leerlingen.Single(IsPinned);

        regel.Soort.Should().Be(RegelSoort.Archiveren);
        regel.Meldingen.Should().ContainSingle().Which.Should().Match<Melding>(m =>
            m.Code == "VASTZETTING_VERLOPEN" && m.Tekst.Contains("25-11-2026") && m.Tekst.Contains("beheerder")
            && !m.Tekst.Contains(Vast.Reden));
    }

    [Fact]
    public void Who_is_pinned_and_delivered_is_updated_as_ever_and_nothing_is_said()
    {
        var anders = Aangeleverd(Gegevens(1) with { Achternaam = "Anders" });

        var regel = Plan(Stand(Pinned(1)), Aanlevering(anders)).Leerlingen.Single();

        (regel.Soort, regel.Gewijzigd).Should().Be((RegelSoort.Bijwerken, Veld.Achternaam));
        regel.Meldingen.Should().BeEmpty();
    }

    [Fact]
    public void Counts_are_true_and_nobody_waits()
    {
        var plan = Plan(Stand(Pinned(1), Account(2), Account(3)), Aanlevering(Aangeleverd(2)));

        var tellingen = Tellingen.Of(plan.Leerlingen);
        tellingen.Should().Be(Tellingen.Nul with { Ongewijzigd = 2, Archiveren = 1 });
        tellingen.Wachtend.Should().Be(0);
    }

    [Fact]
    public void Who_is_pinned_does_not_count_for_the_limit()
    {
        var stand = Stand([.. Enumerable.Range(1, 15).Select(Pinned), .. Enumerable.Range(16, 85).Select(n => Account(n))]);
        var aanlevering = Aanlevering([.. Enumerable.Range(16, 85).Select(Aangeleverd)]);

        Plan(stand, aanlevering).Remmen.Should().BeEmpty();
        Plan(stand, aanlevering, DayAfter).Remmen.Select(r => r.Code).Should().Equal("TE_VEEL_ARCHIVERINGEN");
    }

    [Fact]
    public void Who_is_pinned_does_not_make_a_source_without_usable_people_look_sound()
    {
        var plan = Plan(Stand(Pinned(1), Pinned(2)), Aanlevering());

        plan.Remmen.Select(r => r.Code).Should().Contain("GEEN_BRUIKBARE_REGELS");
        plan.Omvang.Should().OnlyContain(o => o.Leerlingen == 0);
    }

    [Fact]
    public void With_additions_only_a_pinned_account_is_not_held()
    {
        var kader = Kader with { Beleid = Kader.Beleid with { Modus = Importmodus.AlleenToevoegen } };

        var plan = Plan(Stand(Pinned(1)), Aanlevering(Aangeleverd(2)), kader);

        Tellingen.Of(plan.Leerlingen).Should().Be(Tellingen.Nul with { Nieuw = 1, Ongewijzigd = 1 });
    }

    [Fact]
    public void Rows_stay_in_order_of_kind_and_name()
    {
        var stand = Stand(Account(1), Pinned(2), Account(3), Account(4));

        var regels = Plan(stand, Aanlevering(Aangeleverd(4))).Leerlingen;

        regels.Select(r => r.Account!.Id).Should().Equal(Id(1), Id(3), Id(2), Id(4));
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void Whatever_is_delivered_nobody_pinned_leaves_before_the_last_day_is_over(Geval geval, byte which)
    {
        var stand = geval.Stand with
        {
            Leerlingen = [.. geval.Stand.Leerlingen.Select((a, i) => Chosen(i, which) ? a with { Vastzetting = Vast } : a)],
            Docenten = [.. geval.Stand.Docenten.Select((a, i) => Chosen(i, which) ? a with { Vastzetting = Vast } : a)],
        };

        var after = Apply(stand, Plan(stand, geval.Aanlevering));

        Active(stand.Leerlingen).Should().BeSubsetOf(Active(after.Leerlingen));
        Active(stand.Docenten).Should().BeSubsetOf(Active(after.Docenten));
    }

    [Property(Arbitrary = [typeof(Scholen)], MaxTest = 300)]
    public void A_pin_changes_nothing_but_who_leaves(Geval geval, byte which)
    {
        var stand = geval.Stand with
        {
            Leerlingen = [.. geval.Stand.Leerlingen.Select((a, i) => Chosen(i, which) ? a with { Vastzetting = Vast } : a)],
        };

        var (plan, zonder) = (Plan(stand, geval.Aanlevering), Plan(geval.Stand, geval.Aanlevering));

        plan.Leerlingen.Where(r => r.Soort != RegelSoort.Archiveren && !IsPinned(r)).Select(r => (r.Soort, r.Gegevens))
            .Should().Equal(zonder.Leerlingen
                .Where(r => r.Soort != RegelSoort.Archiveren).Select(r => (r.Soort, r.Gegevens)));
        plan.Leerlingen.Count(r => r.Soort == RegelSoort.Archiveren || IsPinned(r))
            .Should().Be(zonder.Leerlingen.Count(r => r.Soort == RegelSoort.Archiveren));
        plan.Omvang.Should().Equal(zonder.Omvang);
    }

    private static bool Chosen(int place, byte which) => (which >> (place % 8) & 1) == 1;

    private static bool IsPinned(Planregel<LeerlingGegevens> regel) =>
        regel.Meldingen.Any(m => m.Code is "VASTGEZET" or "VASTZETTING_VERLOPEN");

    private static IEnumerable<AccountId> Active<T>(IEnumerable<Account<T>> accounts)
        where T : Persoonsgegevens<T> => accounts
            .Where(a => a is { Status: Accountstatus.Actief, Vastzetting: not null })
            .Select(a => a.Id);

    private static Account<LeerlingGegevens> Pinned(int nummer) => Account(nummer) with { Vastzetting = Vast };
}
