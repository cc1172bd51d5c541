using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Koppelingen;

public sealed class PoortenTests
{
    private static readonly Feit Nu = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), "test", "gezien");

    private static readonly Poort[] VanDeSchool =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting];

    public static TheoryData<Poort> EigenPoorten() => [.. VanDeSchool];

    [Fact]
    public void A_new_koppeling_has_five_open_gates_and_each_says_who_must_act()
    {
        var koppeling = Koppeling();

        koppeling.Poorten.Select(p => p.Poort).Should().Equal(Enum.GetValues<Poort>());
        koppeling.Poorten.Should().OnlyContain(p => p.Status == Poortstatus.Open);
        koppeling.Staat.Should().Be(Koppelstaat.InOpbouw);
        koppeling.Adviezen.Should().OnlyContain(a => a.Actiehouder != Actiehouder.Niemand && a.Stap.Length > 0);
    }

    [Theory]
    [MemberData(nameof(EigenPoorten))]
    public void A_gate_goes_from_open_by_reported_to_proved_and_lapses_and_comes_back(Poort poort)
    {
        var koppeling = Koppeling().Meld(poort, Nu).Value;
        koppeling[poort].Status.Should().Be(Poortstatus.Gemeld);

        koppeling = koppeling.Bevestig(poort, Nu).Value;
        koppeling[poort].Status.Should().Be(Poortstatus.Bevestigd);

        koppeling = koppeling.Weerleg(poort, Nu);
        koppeling[poort].Status.Should().Be(Poortstatus.Vervallen);

        koppeling = koppeling.Meld(poort, Nu).Value.Bevestig(poort, Nu).Value;
        koppeling[poort].Status.Should().Be(Poortstatus.Bevestigd);
        koppeling.Gebeurtenissen.Select(g => g.Naar).Should().Equal(
            Poortstatus.Gemeld,
            Poortstatus.Bevestigd,
            Poortstatus.Vervallen,
            Poortstatus.Gemeld,
            Poortstatus.Bevestigd);
    }

    [Theory]
    [InlineData(Poort.Toestemming)]
    [InlineData(Poort.Webservice)]
    [InlineData(Poort.WachtwoordEnQuery)]
    public void What_was_only_said_and_proves_wrong_is_open_again(Poort poort) =>
        Koppeling().Meld(poort, Nu).Value.Weerleg(poort, Nu)[poort].Status.Should().Be(Poortstatus.Open);

    [Theory]
    [MemberData(nameof(EigenPoorten))]
    public void What_was_never_done_stays_open_without_a_word_in_its_history(Poort poort) =>
        Koppeling().Weerleg(poort, Nu).Gebeurtenissen.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(EigenPoorten))]
    public void What_is_proved_cannot_be_reported(Poort poort) => Koppeling().Bevestig(poort, Nu).Value.Meld(poort, Nu)
        .Error.Should().Be(new PoortBevestigd(poort));

    [Fact]
    public void Kurves_own_gate_is_moved_by_activation_alone()
    {
        Koppeling().Meld(Poort.Activatie, Nu).Error.Should().BeOfType<PoortNietTeMelden>();
        Koppeling().Bevestig(Poort.Activatie, Nu).Error.Should().BeOfType<PoortNietTeMelden>();
        Bevestigd().Activate(Nu).Value[Poort.Activatie].Status.Should().Be(Poortstatus.Bevestigd);
    }

    [Theory]
    [MemberData(nameof(EigenPoorten))]
    public void Activation_waits_for_the_four_others_and_names_what_is_open(Poort poort)
    {
        var error = Bevestigd().Weerleg(poort, Nu).Activate(Nu).Error.Should().BeOfType<PoortenOpen>().Subject;

        error.Errors.Should().ContainSingle().Which.Should().BeOfType<PoortOpen>().Which.Poort.Should().Be(poort);
        error.Tekst.Should().Contain(poort.ToString());
    }

    [Fact]
    public void Only_with_five_proved_gates_may_imports_run()
    {
        var actief = Bevestigd().Activate(Nu).Value;

        actief.CheckActief().IsOk.Should().BeTrue();
        Bevestigd().CheckActief().Error.Should().BeOfType<PoortenOpen>();
        actief.Weerleg(Poort.Allowlisting, Nu).CheckActief().Error.Should().BeOfType<PoortenOpen>();
        actief.Weerleg(Poort.Allowlisting, Nu).CheckGeactiveerd().IsOk.Should().BeTrue("Kurve has not switched it off");
        Bevestigd().CheckGeactiveerd().Error.Should().BeOfType<PoortenOpen>();
        actief.Weerleg(Poort.Allowlisting, Nu)[Poort.Activatie].Status.Should().Be(
            Poortstatus.Bevestigd, "Kurve's side stays on");
    }

    [Fact]
    public void A_suspended_koppeling_imports_nothing_and_resumes_as_it_was()
    {
        var actief = Bevestigd().Activate(Nu).Value;
        var stil = actief.Suspend(Nu with { Bewijs = "overstap" }).Value;

        stil.Staat.Should().Be(Koppelstaat.Opgeschort);
        stil.CheckGeactiveerd().Error.Should().BeOfType<KoppelingOpgeschort>();
        stil.CheckActief().Error.Should().BeOfType<KoppelingOpgeschort>().Which.Tekst.Should().Contain("overstap");
        stil.Suspend(Nu).IsOk.Should().BeFalse();
        stil.Resume(Nu).Value.Staat.Should().Be(Koppelstaat.Actief);
        actief.Resume(Nu).Error.Should().BeOfType<KoppelingNietOpgeschort>();
    }

    [Fact]
    public void A_kit_does_not_replace_a_password_that_works_unless_nobody_can_read_it()
    {
        var bevestigd = Koppeling().Bevestig(Poort.WachtwoordEnQuery, Nu).Value;

        bevestigd.IssueKit([2], Nu, onleesbaar: false).Error.Should().BeOfType<WachtwoordInGebruik>();
        var opnieuw = bevestigd.IssueKit([2], Nu, onleesbaar: true).Value;
        opnieuw.WebserviceWachtwoord.Should().Equal(2);
        opnieuw[Poort.WachtwoordEnQuery].Status.Should().Be(Poortstatus.Vervallen);
        Koppeling().IssueKit([2], Nu, onleesbaar: false).Value.PakketUitgegeven.Should().Be(Nu.Moment);
    }

    [Fact]
    public void A_password_that_was_never_given_can_be_neither_reported_nor_proved()
    {
        var nieuw = Koppeling() with { WebserviceWachtwoord = null };

        nieuw.Meld(Poort.WachtwoordEnQuery, Nu).Error.Should().BeOfType<WachtwoordOntbreekt>();
        nieuw.Bevestig(Poort.WachtwoordEnQuery, Nu).Error.Should().BeOfType<WachtwoordOntbreekt>();
        nieuw.IssueKit([2], Nu, onleesbaar: false).Value.Meld(Poort.WachtwoordEnQuery, Nu).IsOk.Should().BeTrue();
    }

    [Fact]
    public void That_Magister_was_asked_stays_true_while_the_port_is_closed() =>
        Koppeling().Meld(Poort.Allowlisting, Nu).Value.Weerleg(Poort.Allowlisting, Nu)[Poort.Allowlisting]
            .Status.Should().Be(Poortstatus.Gemeld);

    [Fact]
    public void The_same_values_given_again_lapse_nothing()
    {
        var actief = Bevestigd().Activate(Nu).Value;

        var same = new Koppelingwijziging(
            actief.Schooldomein, actief.WebserviceGebruiker, null, actief.UwlrEndpoint, null);
        var other = same with { Schooldomein = Schooldomein.Create("anders").Value };

        actief.Change(same, Nu).Staat.Should().Be(Koppelstaat.Actief);
        actief.Change(other, Nu).Staat.Should().Be(Koppelstaat.InOpbouw);
    }

    [Fact]
    public void Any_change_of_the_way_in_is_seen()
    {
        var koppeling = Koppeling();
        Koppeling[] others =
        [
            koppeling with { Schooldomein = Schooldomein.Create("anders").Value },
            koppeling with { WebserviceGebruiker = "ander" },
            koppeling with { WebserviceWachtwoord = [7] },
            koppeling with { NieuwWachtwoord = [7] },
            koppeling with { UwlrEndpoint = new Uri("https://uwlr.invalid/") },
            koppeling with { UwlrAutorisatiesleutel = [7] },
        ];

        koppeling.HasAccessOf(koppeling.Meld(Poort.Allowlisting, Nu).Value).Should().BeTrue();
        others.Should().OnlyContain(other => !koppeling.HasAccessOf(other));
    }

    [Fact]
    public void The_old_password_stays_until_the_new_one_was_seen()
    {
        var wisselend = Koppeling().Rotate([9], Nu, opnieuw: false).Value;

        wisselend.WebserviceWachtwoord.Should().Equal(1);
        wisselend.NieuwWachtwoord.Should().Equal(9);
        wisselend.PromoteWachtwoord(Nu).WebserviceWachtwoord.Should().Equal(9);
        wisselend.PromoteWachtwoord(Nu).NieuwWachtwoord.Should().BeNull();
        wisselend.Rotate([8], Nu, opnieuw: false).Error.Should().BeOfType<WachtwoordWisselt>();
        wisselend.Rotate([8], Nu, opnieuw: true).Value.NieuwWachtwoord.Should().Equal(8);
        (Koppeling() with { WebserviceWachtwoord = null }).Rotate([9], Nu, opnieuw: false)
            .Error.Should().BeOfType<WachtwoordOntbreekt>();
    }

    [Fact]
    public void A_diagnosis_that_succeeds_proves_four_gates()
    {
        var koppeling = Koppeling().Record(Proef());

        koppeling.Poorten.Where(p => p.Poort != Poort.Activatie).Should().OnlyContain(
            p => p.Status == Poortstatus.Bevestigd);
        koppeling[Poort.Activatie].Status.Should().Be(Poortstatus.Open);
    }

    [Theory]
    [InlineData(Controlesoort.Verbinding, Poort.Allowlisting)]
    [InlineData(Controlesoort.Inloggen, Poort.WachtwoordEnQuery)]
    [InlineData(Controlesoort.RechtOpLijst, Poort.Webservice)]
    [InlineData(Controlesoort.Kolommen, Poort.WachtwoordEnQuery)]
    [InlineData(Controlesoort.Toestemming, Poort.Toestemming)]
    [InlineData(Controlesoort.Dekking, Poort.WachtwoordEnQuery)]
    public void A_check_that_fails_lapses_its_own_gate_and_no_other(Controlesoort soort, Poort poort)
    {
        var koppeling = Bevestigd().Record(Proef((soort, Controleuitkomst.Mislukt)));

        koppeling.Poorten.Where(p => p.Status == Poortstatus.Vervallen).Select(p => p.Poort).Should().Equal(poort);
    }

    [Theory]
    [InlineData(Controleuitkomst.Overgeslagen)]
    [InlineData(Controleuitkomst.Waarschuwing)]
    public void What_was_not_seen_moves_no_gate(Controleuitkomst uitkomst)
    {
        var proef = Proef((Controlesoort.Kolommen, uitkomst), (Controlesoort.Toestemming, uitkomst));

        Koppeling().Record(proef)[Poort.WachtwoordEnQuery].Status.Should().Be(Poortstatus.Open);
        Koppeling().Record(proef)[Poort.Toestemming].Status.Should().Be(Poortstatus.Open);
        Bevestigd().Record(proef).Poorten.Should().NotContain(p => p.Status == Poortstatus.Vervallen);
    }

    [Fact]
    public void The_next_step_is_what_the_latest_diagnosis_saw_until_something_newer_is_said()
    {
        var gezien = Koppeling().Record(Refusal());

        Advies(gezien, Poort.Toestemming).Should().Be((Actiehouder.Magister, "Herstel het."));
        Advies(gezien.Meld(Poort.Toestemming, Later).Value, Poort.Toestemming).Actiehouder.Should().Be(Actiehouder.Kurve);
        Advies(gezien.Record(Proef()), Poort.Toestemming).Actiehouder.Should().Be(Actiehouder.Niemand);
    }

    [Fact]
    public void A_kit_or_another_value_makes_an_older_diagnosis_say_nothing()
    {
        var gezien = Koppeling().Record(Refusal(Controlesoort.Inloggen));

        var pakket = gezien.IssueKit([2], Later, onleesbaar: false).Value;
        var wijziging = new Koppelingwijziging(null, null, [3], null, null);

        Advies(gezien, Poort.WachtwoordEnQuery).Stap.Should().Be("Herstel het.");
        Advies(pakket, Poort.WachtwoordEnQuery).Actiehouder.Should().Be(Actiehouder.School);
        Advies(gezien.Change(wijziging, Later), Poort.WachtwoordEnQuery).Stap.Should().NotBe("Herstel het.");
    }

    [Fact]
    public void While_a_password_is_replaced_the_school_has_to_act_although_the_gate_is_proved() =>
        Advies(Bevestigd().Rotate([9], Nu, opnieuw: false).Value, Poort.WachtwoordEnQuery)
            .Actiehouder.Should().Be(Actiehouder.School);

    [Theory]
    [InlineData(Poortstatus.Open)]
    [InlineData(Poortstatus.Gemeld)]
    public void The_port_that_is_configured_is_the_one_to_let_through(Poortstatus status)
    {
        var koppeling = Bevestigd() with { Webservicepoort = 8801 };

        var advies = Poortadvies.For(koppeling, new Poortstand(Poort.Allowlisting, status, null));

        advies.Stap.Should().Contain("poort 8801").And.NotContain("8800");
    }

    private static Feit Later => Nu with { Moment = Nu.Moment.AddMinutes(1) };

    private static (Actiehouder Actiehouder, string Stap) Advies(Koppeling koppeling, Poort poort)
    {
        var advies = koppeling.Adviezen[(int)poort];
        return (advies.Actiehouder, advies.Stap);
    }

    private static Proef Refusal(Controlesoort soort = Controlesoort.Toestemming) => new(
        Nu.Moment,
        "proef",
        [
            new(soort, Controleuitkomst.Mislukt, TimeSpan.Zero, "", "CODE", Actiehouder.Magister, "Herstel het."),
        ]);

    private static Koppeling Koppeling() => new()
    {
        SchoolId = new SchoolId(Guid.CreateVersion7()),
        Las = Las.Magister,
        Schooldomein = Schooldomein.Hydrate("voorbeeld"),
        WebserviceGebruiker = "Kurve",
        WebserviceWachtwoord = [1],
        Gemaakt = Nu.Moment,
    };

    private static Koppeling Bevestigd() => VanDeSchool
        .Aggregate(Koppeling(), (koppeling, poort) => koppeling.Bevestig(poort, Nu).Value);

    private static Proef Proef(params (Controlesoort Soort, Controleuitkomst Uitkomst)[] anders) => new(
        Nu.Moment,
        "proef",
        [
            .. Enum.GetValues<Controlesoort>().Select(soort => new Controle(
                soort,
                anders.Where(a => a.Soort == soort).Select(a => a.Uitkomst).FirstOrDefault(),
                TimeSpan.Zero,
                "gezien")),
        ]);
}
