using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Csv;
using Kurve.Numo.Domain.Importeren.Csv.Lezen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

/// <summary>Which columns are read, and of whom.</summary>
public sealed class KolommenTests
{
    private static readonly Csvopdracht Docenten = Bestand.Opdracht with { IsDocenten = true };

    [Theory]
    [InlineData("voornaam", "roepnaam", "roepnaam")]
    [InlineData("roepnaam", "first name", "roepnaam")]
    [InlineData("klas", "stamgroep", "stamgroep")]
    [InlineData("klas", "klas", "klas")]
    public void Of_two_columns_for_one_field_the_better_known_is_read_and_the_other_is_named(
        string eerste, string tweede, string gelezen)
    {
        var aanlevering = Bestand.Of($"stamnummer;achternaam;{eerste};{tweede}", "1;Fictief;a;b").Read().Value;

        aanlevering.Waarschuwingen.Single(w => w.Code == "KOLOM_DUBBEL").Tekst
            .Should().Contain($"'{gelezen}' is gelezen");
        aanlevering.Waarschuwingen.Should().NotContain(w => w.Code == "KOLOMMEN_NIET_GELEZEN");
    }

    [Theory]
    [InlineData("Datum uitschrijving")]
    [InlineData("Datum vertrek")]
    public void Who_left_by_a_column_that_the_school_made_itself_is_left_out(string kop) =>
        Bestand.Of($"stamnummer;achternaam;{kop}", "1;Fictief;", "2;Bedacht;31-07-2026", "3;Later;01-02-2027").Read().Value
            .Leerlingen.Select(l => l.Gegevens.Achternaam).Should().Equal("Fictief", "Later");

    [Theory]
    [InlineData("Uit", "01-08-2026", "", true)]
    [InlineData("Mutatie", "1 aug. 2026", "2026-09-01", true)]
    [InlineData("Geboortedatum", "01-08-2012", "02-09-2013", false)]
    [InlineData("Kluis", "20260801", "20260802", false)]
    [InlineData("Opmerking", "01-08-2026", "vrij", false)]
    public void A_column_that_is_not_read_and_holds_dates_is_named(string kop, string een, string twee, bool isNamed)
    {
        var waarschuwingen = Bestand.Of($"stamnummer;achternaam;{kop}", $"1;Fictief;{een}", $"2;Bedacht;{twee}").Read().Value.Waarschuwingen;

        waarschuwingen.Any(w => w.Code == "KOLOM_MET_DATUMS" && w.Tekst.Contains($"'{kop}'", StringComparison.Ordinal))
            .Should().Be(isNamed);
    }

    [Fact]
    public void Who_has_a_first_name_alone_comes_in_and_that_is_told()
    {
        var leerlingen = Bestand.Of("stamnummer;roepnaam;achternaam", "1;Noor;", "2;Sem;Fictief", "3;;").Read().Value.Leerlingen;

        leerlingen.Select(l => (l.Afkeuring?.Code, l.Meldingen.Any(m => m.Code == "ACHTERNAAM_ONTBREEKT"))).Should().Equal(
            (null, true), (null, false), ("GEEN_NAAM", false));
        leerlingen[0].Geleverd.Should().NotHaveFlag(Veld.Achternaam, "a last name that Numo has stays");
    }

    [Fact]
    public void A_column_groep_is_the_home_class_where_each_pupil_has_one()
    {
        var aanlevering = Bestand.Of(
            "stamnummer;achternaam;groep", "1;Fictief;1A", "2;Bedacht;1B", "Totaal: 2", "").Read().Value;

        aanlevering.Leerlingen.Select(l => l.Gegevens.Stamgroep!.Value.Key).Should().Equal("1A", "1B");
        aanlevering.Groepen.Should().OnlyContain(g => g.Soort == Groepsoort.Stamgroep);
        aanlevering.Waarschuwingen.Should().ContainSingle(w => w.Code == "GROEP_ALS_STAMGROEP");
    }

    [Theory]
    [InlineData("stamnummer;achternaam;groep", "1;Fictief;1A", "2;Bedacht;")]
    [InlineData("stamnummer;achternaam;groep", "1;Fictief;1A", "2;Bedacht;1A|wi1")]
    [InlineData("stamnummer;achternaam;groep;klas", "1;Fictief;wi1;1A", "2;Bedacht;wi1;1A")]
    [InlineData("stamnummer;achternaam;groep;groep 2", "1;Fictief;1A;wi1", "2;Bedacht;1A;wi1")]
    [InlineData("stamnummer;achternaam;lesgroep", "1;Fictief;1A", "2;Bedacht;1A")]
    public void Otherwise_it_is_a_groep_as_any_other(string kop, string een, string twee) =>
        Bestand.Of(kop, een, twee).Read().Value.Waarschuwingen.Should().NotContain(w => w.Code == "GROEP_ALS_STAMGROEP");

    [Fact]
    public void A_saved_layout_says_what_a_column_groep_is()
    {
        var indeling = Kolomindeling.Create(
            new SchoolId(Guid.Empty), "x", Csvpreset.Automatisch, [new("groep", Csvkolom.Groepen)], "t", default).Value;

        Bestand.Of("stamnummer;achternaam;groep", "1;Fictief;wi1").Read(Bestand.Opdracht with { Indeling = indeling }).Value
            .Leerlingen.Single().Gegevens.Stamgroep.Should().BeNull();
    }

    [Fact]
    public void A_better_known_column_with_nothing_in_it_gives_way()
    {
        var aanlevering = Bestand.Of("stamnummer;achternaam;roepnaam;voornaam", "1;Fictief;;Noor", "2;Bedacht;;Sem").Read().Value;

        aanlevering.Leerlingen.Select(l => l.Gegevens.Roepnaam).Should().Equal("Noor", "Sem");
    }

    [Theory]
    [InlineData("afkorting;personeelsnummer;achternaam;email;emailadres", "VBD;1001;Verzonnen;a@x.invalid;b@x.invalid")]
    public void Docenten_with_two_numbers_and_two_addresses_come_in(string kop, string rij)
    {
        var docent = Bestand.Of(kop, rij).Read(Docenten).Value.Docenten.Single();

        docent.Gegevens.UwlrKey.Should().Be("1001");
        docent.Gegevens.Email.Should().Be("a@x.invalid");
    }

    [Fact]
    public void A_column_that_is_not_read_of_these_people_never_refuses_a_file_nor_says_anything()
    {
        var leerlingen = Bestand.Of("stamnummer;achternaam;email;mail", "1;Fictief;a;b").Read();
        var docenten = Bestand.Of("afkorting;achternaam;leerjaar;jaarlaag", "A;Fictief;1;2").Read(Docenten);

        leerlingen.Value.Waarschuwingen.Should().BeEmpty();
        docenten.Value.Waarschuwingen.Should().BeEmpty();
    }

    [Fact]
    public void A_saved_layout_does_not_ask_for_a_column_that_is_not_read_of_these_people()
    {
        var indeling = Kolomindeling.Create(
            new SchoolId(Guid.Empty), "x", Csvpreset.Automatisch, [new("e-mail thuis", Csvkolom.Email), new("nr", Csvkolom.Stamnummer)], "t", default).Value;

        Bestand.Of("nr;achternaam", "1;Fictief").Read(Bestand.Opdracht with { Indeling = indeling }).IsOk.Should().BeTrue();
    }

    [Theory]
    [InlineData("roepnaam;achternaam;email", false)]
    [InlineData("afkorting;roepnaam;achternaam;email", true)]
    public void A_docent_with_an_address_and_no_number_comes_in(string kop, bool metLegeSleutel)
    {
        var rij = (metLegeSleutel ? ";" : "") + "Joke;Verzonnen;joke@x.invalid";

        var docent = Bestand.Of(kop, rij, rij).Read(Docenten).Value.Docenten.Should().ContainSingle("both rows are hers").Subject;

        docent.Afkeuring.Should().BeNull();
        docent.Gegevens.Email.Should().Be("joke@x.invalid");
    }

    [Fact]
    public void A_docent_with_an_address_alone_gets_an_account_and_keeps_it()
    {
        string[] regels = ["roepnaam;achternaam;email", "Joke;Verzonnen;joke@x.invalid", "Ad;Bedacht;ad@x.invalid"];
        var first = ImportPlanner.Plan(
            Schoolstand.Leeg,
            Groepsherkenning.Match(Bestand.Of(regels).Read(Docenten).Value, Schoolstand.Leeg),
            LeerlingBuilder.Kader);
        var stand = Schoolstand.Leeg with
        {
            Docenten =
            [
                .. first.Docenten.Select(r => new Account<DocentGegevens>(
                    new AccountId(Guid.NewGuid()), Accountstatus.Actief, r.Gegevens)),
            ],
        };

        var again = Bestand.Plan(stand, Docenten, regels);

        first.Docenten.Select(r => r.Soort).Should().Equal(RegelSoort.Nieuw, RegelSoort.Nieuw);
        again.Docenten.Select(r => r.Soort).Should().Equal(RegelSoort.Ongewijzigd, RegelSoort.Ongewijzigd);
    }

    [Theory]
    [InlineData("geen")]
    [InlineData("a@x.invalid; b@y.invalid")]
    [InlineData("x@y@z")]
    [InlineData("jo ke@x.invalid")]
    public void What_is_no_single_address_is_told_and_does_not_replace_the_login(string email)
    {
        var docent = Bestand.OfVelden(["afkorting", "achternaam", "email"], ["VBD", "Verzonnen", email])
            .Read(Docenten).Value.Docenten.Single();

        docent.Geleverd.HasFlag(Veld.Email).Should().BeFalse();
        docent.Meldingen.Should().ContainSingle(m => m.Code == "EMAIL_ONLEESBAAR");
    }

    [Theory]
    [InlineData("mailto:joke@x.invalid")]
    [InlineData("Joke Verzonnen <joke@x.invalid>")]
    public void What_stands_around_an_address_is_peeled_off(string email) => Bestand
        .OfVelden(["afkorting", "achternaam", "email"], ["VBD", "Verzonnen", email])
        .Read(Docenten).Value.Docenten.Single().Gegevens.Email.Should().Be("joke@x.invalid");

    [Theory]
    [InlineData("sourcedId;givenName;familyName;grades;enabledUser", "L1;Noor;Fictief;1;true")]
    [InlineData("SIS ID;First Name;Last Name;Grade", "L1;Noor;Fictief;1")]
    [InlineData("idnumber;firstname;lastname;cohort1", "L1;Noor;Fictief;1A")]
    public void Files_for_OneRoster_School_Data_Sync_and_Moodle_are_recognised(string kop, string rij)
    {
        var aanlevering = Bestand.Of(kop, rij).Read().Value;

        aanlevering.Csv!.Kolommen.Should().OnlyContain(k => k.Kolom != null);
        var noor = aanlevering.Leerlingen.Single().Gegevens;
        noor.Naam.Should().Be("Noor Fictief");
        noor.Sleutels.Select(s => s.Waarde).Should().Equal("L1");
        (noor.Leerjaar == 1 || noor.Stamgroep!.Value.Key == "1A").Should().BeTrue();
    }

    [Fact]
    public void Totals_and_the_foot_of_a_report_are_no_people()
    {
        var aanlevering = Bestand.Of(
            "stamnummer;roepnaam;achternaam", "1;Noor;Fictief", "Totaal;1;", "Aantal leerlingen: 1;;", ";;", "Afgedrukt op;1-11-2026;", ";Totaal;Bedacht")
            .Read().Value;

        aanlevering.Leerlingen.Select(l => l.Gegevens.Naam).Should().Equal("Noor Fictief");
        aanlevering.Waarschuwingen.Should().Contain(w => w.Tekst.Contains("totaal of voetregel"));
    }

    [Theory]
    [InlineData("wisA1|en2|du3")]
    [InlineData("wisA1,en2,du3")]
    [InlineData("wisA1;en2;du3")]
    [InlineData("wisA1\nen2\ndu3")]
    [InlineData("wisA1, -, en2, du3")]
    public void Groepen_in_one_field_are_parted_by_strokes_commas_semicolons_or_lines(string groepen) => Bestand
        .OfVelden(["stamnummer", "achternaam", "groepen"], ["1", "Fictief", groepen])
        .Read().Value.Leerlingen.Single().Gegevens.Groepen.Select(g => g.Key).Should().Equal("du3", "en2", "wisA1");

    [Fact]
    public void An_empty_opleiding_takes_nothing_away()
    {
        var leerling = Bestand.Of("stamnummer;achternaam;leerjaar;opleidingscode", "1;Fictief;1;").Read().Value.Leerlingen.Single();

        (leerling.Geleverd & (Veld.Doelgroep | Veld.Opleidingscode)).Should().Be(Veld.Geen);
        leerling.Meldingen.Should().ContainSingle(m => m.Code == "GEEN_OPLEIDINGSCODE");
    }

    [Fact]
    public void Lengths_count_characters_and_a_name_that_is_too_long_is_cut()
    {
        var fits = new string('a', 199) + "𠮷";
        var leerlingen = Bestand.Of(
            "stamnummer;achternaam;klas", $"1;{fits};1A", $"2;{fits}b;{new string('k', 70)}").Read().Value.Leerlingen;

        leerlingen[0].Gegevens.Achternaam.Should().Be(fits);
        leerlingen[0].Meldingen.Should().BeEmpty();
        leerlingen[1].Gegevens.Achternaam.Should().Be(fits);
        leerlingen[1].Gegevens.Stamgroep!.Value.Key.Should().HaveLength(64);
        leerlingen[1].Meldingen.Select(m => m.Code).Should().Equal("WAARDE_AFGEKAPT", "WAARDE_AFGEKAPT");
    }

    [Fact]
    public void Text_has_one_form_in_keys_classes_and_names_alike()
    {
        var leerling = Bestand.OfVelden(
                ["stamnummer", "roepnaam", "achternaam", "klas"],
                ["\uFEFF00\u00AD1\u200E", "Zoe\u0308\u00A0\u00A0 Mae", "O&#039;Hara\u0007", "\u00A01\u200BA"])
            .Read().Value.Leerlingen.Single();

        leerling.Gegevens.Stamnummer!.Value.Value.Should().Be("001");
        leerling.Gegevens.Naam.Should().Be("Zoë Mae O'Hara");
        leerling.Gegevens.Stamgroep!.Value.Key.Should().Be("1A");
        leerling.Meldingen.Select(m => m.Code).Should().Contain(
            ["ONZICHTBARE_TEKENS", "ENTITEITEN_VERTAALD", "STUURTEKENS_VERWIJDERD"]);
    }

    [Fact]
    public void Rows_with_lost_letters_are_told_each_and_together_on_all_lines()
    {
        var aanlevering = Bestand.Of("stamnummer;roepnaam;achternaam", "1;Yi?it;Güne?", "2;Noor;Fictief", "3;Zo\uFFFD;Bedacht").Read().Value;

        aanlevering.Leerlingen.Select(l => l.Meldingen.Any(m => m.Code == "TEKENS_VERLOREN")).Should().Equal(true, false, true);
        aanlevering.Waarschuwingen.Single(w => w.Code == "TEKENS_VERLOREN").Tekst.Should().Contain("regels 2, 4");
    }
}
