using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Csv;

/// <summary>Who a row of a file may be about, without its being sure or of now, keeps the account.</summary>
[Properties(Arbitrary = [typeof(AccountbehoudTests)], MaxTest = 300)]
public sealed class AccountbehoudTests
{
    private const string Kop = "stamnummer;roepnaam;achternaam;klas";
    private static readonly Schoolstand Numo = Bestand.Na(Kop, "001001;Noor;Fictief;1A", "123001;Sem;Bedacht;1A", "001003;Bo;Voorbeeld;3-4");

    [Theory]
    [InlineData("123.001")]
    [InlineData("123,001")]
    [InlineData("123 001")]
    [InlineData("123'001")]
    [InlineData("1,23E+05")]
    [InlineData("3 april")]
    [InlineData("123001,0")]
    [InlineData("123\uFFFD01")]
    [InlineData("123\n001")]
    public void A_damaged_number_is_never_a_new_person_nor_an_archiving(string nummer)
    {
        var plan = Bestand.Plan(Numo, Kop, "001001;Noor;Fictief;1A", $"{nummer};Sem;Bedacht;1A", "001003;Bo;Voorbeeld;3-4");

        plan.Leerlingen.Select(r => r.Soort).Should().NotContain([RegelSoort.Nieuw, RegelSoort.Archiveren]);
        plan.Leerlingen.Should().ContainSingle(r => r.Soort == RegelSoort.Afgekeurd);
        plan.Gezegd("Sem").Should().Contain("ACCOUNT_BLIJFT");
    }

    [Theory]
    [InlineData("123.001")]
    [InlineData("1,23E+05")]
    public void With_another_key_that_nobody_has_it_is_not_a_second_account_either(string nummer)
    {
        var plan = Bestand.Plan(
            Numo,
            "eckid;" + Kop,
            EckId(1) + ";001001;Noor;Fictief;1A",
            EckId(2) + $";{nummer};Sem;Bedacht;1A",
            EckId(3) + ";001003;Bo;Voorbeeld;3-4");

        plan.Leerlingen.Select(r => r.Soort).Should().NotContain([RegelSoort.Nieuw, RegelSoort.Archiveren]);
        plan.Gezegd("Sem").Should().Contain("SLEUTEL_ONZEKER");
    }

    [Fact]
    public void Who_is_recognised_by_another_key_is_read_all_the_same()
    {
        var stand = Bestand.Na("eckid;" + Kop, EckId(2) + ";123001;Sem;Bedacht;1A");

        var plan = Bestand.Plan(stand, "eckid;" + Kop, EckId(2) + ";123.001;Sem;Bedacht;1B");

        plan.Wat("Sem").Should().Be(RegelSoort.Bijwerken);
        plan.Leerlingen.Single().Gegevens.Stamnummer!.Value.Value.Should().Be("123001");
    }

    [Theory]
    [InlineData("3 april")]
    [InlineData("03. Apr")]
    [InlineData("3/4/26")]
    [InlineData("mrt-04")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("n.v.t.")]
    [InlineData("geen")]
    [InlineData("0")]
    [InlineData("(leeg)")]
    [InlineData("4\uFFFD2")]
    public void Who_has_no_readable_class_stays_in_the_old_one_and_the_class_stays_too(string klas)
    {
        var plan = Bestand.Plan(
            Numo, Kop, "001001;Noor;Fictief;1A", "123001;Sem;Bedacht;1A", $"001003;Bo;Voorbeeld;{klas}");

        plan.Groepen.Should().BeEmpty();
        plan.Wat("Bo").Should().Be(RegelSoort.Ongewijzigd);
        plan.Gezegd("Bo").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("leelring")]
    [InlineData("stud.")]
    [InlineData("teamleider")]
    public void An_unknown_role_is_rejected_and_leaves_the_account_whichever_kind_it_is(string rol)
    {
        const string MetRol = "rol;sleutel;roepnaam;achternaam;email";
        var stand = Bestand.Na(MetRol, "leerling;L1;Noor;Fictief;", "docent;D1;Joke;Verzonnen;joke@x.invalid", "docent;D2;Ad;Bedacht;");

        var plan = Bestand.Plan(
            stand, MetRol, $"{rol};L1;Noor;Fictief;", $"{rol};D1;Joke;Verzonnen;joke@x.invalid", "docent;D2;Ad;Bedacht;");

        plan.Leerlingen.Concat<object>(plan.Docenten).Should().NotBeEmpty();
        plan.Leerlingen.Select(r => r.Soort).Should().NotContain(RegelSoort.Archiveren);
        plan.Docenten.Select(r => r.Soort).Should().NotContain(RegelSoort.Archiveren);
        plan.Gezegd("Noor").Should().Contain("ROL_ONBEKEND");
        plan.Gezegd("Joke").Should().Contain("ROL_ONBEKEND");
    }

    [Fact]
    public void A_leraar_LB_is_a_docent()
    {
        var plan = Bestand.Plan(Schoolstand.Leeg, "functie;afkorting;roepnaam;achternaam", "Leraar LB;VBD;Joke;Verzonnen");

        plan.Docenten.Single().Soort.Should().Be(RegelSoort.Nieuw);
    }

    [Fact]
    public void An_unknown_status_leaves_the_account_as_it_is_active_or_archived()
    {
        const string MetStatus = "stamnummer;roepnaam;achternaam;status";
        var stand = Bestand.Na(MetStatus, "1;Noor;Fictief;", "2;Sem;Bedacht;", "3;Bo;Voorbeeld;");
        stand = stand with
        {
            Leerlingen = [.. stand.Leerlingen.Select(a => a.Gegevens.Roepnaam == "Sem" ? a with { Status = Accountstatus.Gearchiveerd } : a)],
        };

        var plan = Bestand.Plan(
            stand, MetStatus, "1;Noor;Anders;vooraanmelding", "2;Sem;Bedacht;vooraanmelding", "3;Bo;Voorbeeld;actief");

        plan.Leerlingen.Select(r => r.Soort).Should().BeEquivalentTo(
            [RegelSoort.Afgekeurd, RegelSoort.Afgekeurd, RegelSoort.Ongewijzigd]);
        plan.Gezegd("Noor").Should().Equal("STATUS_ONBEKEND");
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("geslaagd")]
    [InlineData("I")]
    public void Who_left_by_status_leaves(string status)
    {
        var stand = Bestand.Na("stamnummer;roepnaam;achternaam;status", "1;Noor;Fictief;", "2;Sem;Bedacht;");

        var plan = Bestand.Plan(stand, "stamnummer;roepnaam;achternaam;status", "1;Noor;Fictief;", $"2;Sem;Bedacht;{status}");

        plan.Wat("Sem").Should().Be(RegelSoort.Archiveren);
    }

    [Fact]
    public void Flags_of_OneRoster_and_Moodle_say_who_is_not_active()
    {
        Bestand.Plan(Schoolstand.Leeg, "sourcedId;status;enabledUser;givenName;familyName;grades",
                "a;active;true;Noor;Fictief;1", "b;active;false;Sem;Bedacht;1", "c;tobedeleted;true;Bo;Voorbeeld;1")
            .Leerlingen.Select(r => r.Gegevens.Roepnaam).Should().Equal("Noor");
        Bestand.Plan(Schoolstand.Leeg, "idnumber;firstname;lastname;cohort1;suspended;deleted",
                "1;Noor;Fictief;1A;0;0", "2;Sem;Bedacht;1A;1;0", "3;Bo;Voorbeeld;1A;0;1")
            .Leerlingen.Select(r => r.Gegevens.Roepnaam).Should().Equal("Noor");
    }

    [Fact]
    public void Who_starts_later_is_counted_with_the_day_and_an_account_of_now_stays()
    {
        const string MetBegin = "stamnummer;roepnaam;achternaam;startdatum";
        var stand = Bestand.Na(MetBegin, "1;Noor;Fictief;01-08-2026", "2;Sem;Bedacht;");

        var plan = Bestand.Plan(
            stand, MetBegin, "1;Noor;Fictief;01-08-2026", "2;Sem;Anders;01-12-2026", "3;Bo;Voorbeeld;01-12-2026", "4;Kim;Denkbeeld;15-01-2027");

        plan.Leerlingen.Select(r => r.Soort).Should().OnlyContain(s => s == RegelSoort.Ongewijzigd);
        plan.Gezegd("Sem").Should().Equal("KOMT_LATER");
        plan.Waarschuwingen.Where(w => w.Code == "KOMT_LATER").Select(w => w.Tekst).Should().Equal(
            "2 personen komen op 01-12-2026 (regels 3, 4) en zijn nu nog niet actief.",
            "1 persoon komt op 15-01-2027 (regel 5) en is nu nog niet actief.");
    }

    [Theory]
    [InlineData("30-12-1899")]
    [InlineData("31-12-1899")]
    [InlineData("1-1-1900")]
    [InlineData("00-00-0000")]
    [InlineData("0001-01-01")]
    public void An_end_date_that_means_none_keeps_the_person(string einde) => Bestand
        .Plan(Schoolstand.Leeg, "stamnummer;roepnaam;achternaam;einddatum", $"1;Noor;Fictief;{einde}")
        .Wat("Noor").Should().Be(RegelSoort.Nieuw);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_rows_of_one_pupil_that_of_the_school_year_of_the_run_counts(bool omgekeerd)
    {
        string[] rijen = ["1;Noor;Fictief;1A;2025-2026", "1;Noor;Fictief;2B;2026-2027", "1;Noor;Fictief;3C;2027-2028"];

        var plan = Bestand.Plan(
            Schoolstand.Leeg, ["stamnummer;roepnaam;achternaam;klas;schooljaar", .. omgekeerd ? rijen.Reverse() : rijen]);

        plan.Leerlingen.Single().Gegevens.Stamgroep!.Value.Key.Should().Be("2B");
        plan.Waarschuwingen.Where(w => w.Code == "ANDER_SCHOOLJAAR").Should().HaveCount(2);
    }

    [Fact]
    public void Whose_only_row_is_of_another_school_year_keeps_the_account()
    {
        var stand = Bestand.Na("stamnummer;roepnaam;achternaam", "1;Noor;Fictief", "2;Sem;Bedacht");

        var plan = Bestand.Plan(
            stand, "stamnummer;roepnaam;achternaam;schooljaar", "1;Noor;Fictief;2026-2027", "2;Sem;Bedacht;2025-2026");

        plan.Wat("Sem").Should().Be(RegelSoort.Ongewijzigd);
        plan.Gezegd("Sem").Should().Equal("ANDER_SCHOOLJAAR");
    }

    [Theory]
    [InlineData("schooljaar", "2027-2028")]
    [InlineData("begindatum", "01-08-2027")]
    public void A_file_of_next_year_hints_at_the_school_year_and_archives_nobody(string kolom, string waarde)
    {
        var stand = Bestand.Na("stamnummer;roepnaam;achternaam", "1;Noor;Fictief", "2;Sem;Bedacht");

        var plan = Bestand.Plan(stand, $"stamnummer;roepnaam;achternaam;{kolom}", $"1;Noor;Fictief;{waarde}");

        plan.Remmen.Should().Contain(r => r.Code == "VOLGEND_SCHOOLJAAR" && r.Tekst.Contains("--schooljaar 2027-2028"));
        plan.Leerlingen.Should().NotContain(r => r.Soort == RegelSoort.Archiveren);
    }

    [Fact]
    public void In_a_school_year_to_come_who_begins_after_the_holidays_counts()
    {
        var opdracht = Bestand.Opdracht with { Schooljaar = Schooljaar.Hydrate(2027), Vandaag = new DateOnly(2027, 8, 1) };

        var aanlevering = Bestand
            .Of("stamnummer;roepnaam;achternaam;begindatum", "1;Noor;Fictief;23-08-2027", "2;Sem;Bedacht;01-12-2027")
            .Read(opdracht).Value;

        aanlevering.Leerlingen.Select(l => l.Gegevens.Roepnaam).Should().Equal("Noor");
    }

    [Theory]
    [InlineData("schooljaar", "2026-2027", "2027-2028")]
    [InlineData("begindatum", "01-08-2026", "01-08-2027")]
    [InlineData("rol", "leerling", "teamleider")]
    [InlineData("status", "actief", "vooraanmelding")]
    public void A_row_that_does_not_count_makes_no_groep(string kolom, string telt, string teltNiet)
    {
        var plan = Bestand.Plan(Schoolstand.Leeg, $"{Kop};{kolom}", $"1;Noor;Fictief;2B;{telt}", $"1;Noor;Fictief;3C;{teltNiet}");

        plan.Groepen.Select(g => g.Gegevens.Naam).Should().Equal("2B");
    }

    [Fact]
    public void A_row_that_does_not_count_is_no_number_without_zeros()
    {
        var aanlevering = Bestand.Of(
            $"{Kop};schooljaar",
            "100001;A;Fictief;2B;2026-2027",
            "100002;B;Fictief;2B;2026-2027",
            "100003;C;Fictief;2B;2026-2027",
            "1004;D;Fictief;2B;2027-2028").Read().Value;

        aanlevering.Waarschuwingen.Should().NotContain(m => m.Code == "VOORLOOPNULLEN_KWIJT");
    }

    [Theory]
    [InlineData("Yi?it", "Güne?")]
    [InlineData("Yigit", "Gunes")]
    [InlineData("Yi\uFFFDit", "Güneş")]
    [InlineData("Yiğit", "Güneş-Bedacht")]
    [InlineData("Yiğit", "Voorbeeld")]
    public void A_damaged_number_with_a_misspelled_name_keeps_the_account(string roepnaam, string achternaam)
    {
        var stand = Bestand.Na(Kop, "001001;Noor;Fictief;1A", "123001;Yiğit;Güneş;1A");

        var plan = Bestand.Plan(stand, Kop, "001001;Noor;Fictief;1A", $"1,23E+05;{roepnaam};{achternaam};1A");

        plan.Leerlingen.Select(r => r.Soort).Should().NotContain([RegelSoort.Nieuw, RegelSoort.Archiveren]);
        plan.Wat("Yiğit").Should().NotBeNull();
    }

    [Fact]
    public void Who_only_shares_a_name_with_somebody_whom_another_row_names_is_new()
    {
        var stand = Bestand.Na(Kop, "123001;Noor;Fictief;1A");

        var plan = Bestand.Plan(
            stand, "eckid;" + Kop, ";123001;Noor;Fictief;1A", EckId(2) + ";1,23E+05;Sem;Fictief;1A");

        plan.Wat("Sem").Should().Be(RegelSoort.Nieuw);
    }

    [Fact]
    public void What_is_no_eck_id_is_the_key_of_nobody()
    {
        var stand = Bestand.Na(Kop, "001001;Noor;Fictief;1A");

        var plan = Bestand.Plan(stand, "eckid;" + Kop, "zie-magister;001001;Noor;Fictief;1A");

        plan.Wat("Noor").Should().Be(RegelSoort.Ongewijzigd);
        plan.Gezegd("Noor").Should().Equal("ECKID_ONBEKENDE_VORM");
    }

    [Fact]
    public void An_old_eck_id_of_another_form_stays_when_it_is_delivered_again()
    {
        var stand = Bestand.Na(Kop, "001001;Noor;Fictief;1A");
        var oud = stand with
        {
            Leerlingen =
            [
                .. stand.Leerlingen.Select(a => new Account<LeerlingGegevens>(
                    a.Id, a.Status, a.Gegevens with { EckId = Domain.Shared.EckId.Hydrate("oud-1") })),
            ],
        };

        var regel = Bestand.Plan(oud, "eckid;" + Kop, "oud-1;001001;Noor;Fictief;1A").Leerlingen.Single();

        regel.Soort.Should().Be(RegelSoort.Ongewijzigd);
        regel.Gegevens.EckId!.Value.Value.Should().Be("oud-1");
    }

    [Fact]
    public void A_row_that_is_skipped_names_the_column_that_says_so()
    {
        var aanlevering = Bestand.Of($"{Kop};suspended", "1;Noor;Fictief;2B;0", "2;Sem;Bedacht;2B;1").Read().Value;

        aanlevering.Waarschuwingen.Should().Contain(
            m => m.Code == "REGELS_OVERGESLAGEN" && m.Tekst.Contains("kolom 'suspended'"));
    }

    private static string EckId(int nummer) => $"https://ketenid.nl/pilot/{nummer:x128}";

    public static Arbitrary<Nummerschade[]> Schades() =>
        Gen.ArrayOf(Gen.Elements(Enum.GetValues<Nummerschade>()), 6).ToArbitrary();

    [Property]
    public void However_numbers_are_damaged_nobody_is_archived_and_nobody_is_new(Nummerschade[] schades)
    {
        string[] nummers = ["123001", "123002", "123003", "123004", "123005", "123006"];
        string[] namen = ["Yiğit;Güneş", "Zoë;André", "Łukasz;Wiśniewski", "Chloé;Peñalver", "Jürgen;Großmann", "Başak;Çelik"];
        string Rij(string nummer, string naam) => $"{nummer};{naam};1A";
        var stand = Bestand.Na([Kop, .. nummers.Select((nummer, i) => Rij(nummer, namen[i]))]);

        var plan = Bestand.Plan(
            stand,
            [
                Kop,
                .. nummers.Select((nummer, i) => Rij(
                    Damage(nummer, schades[i]),
                    schades[i] == Nummerschade.Geen ? namen[i] : Misspell(namen[i], (i + (int)schades[i]) % 3))),
            ]);

        plan.Leerlingen.Select(r => r.Soort).Should().NotContain(
            [RegelSoort.Nieuw, RegelSoort.Archiveren, RegelSoort.Bijwerken, RegelSoort.Conflict]);
    }

    public enum Nummerschade
    {
        Geen,
        Punt,
        Komma,
        Spatie,
        Apostrof,
        Wetenschappelijk,
        Decimaal,
        Foutwaarde,
        Leeg,
        Streep,
    }

    private static string Misspell(string naam, int hoe) => hoe switch
    {
        0 => naam,
        1 => string.Concat(naam.Select(c => c > '~' ? '?' : c)),
        _ => string.Concat(naam.Select(c => c > '~' ? '\uFFFD' : c)),
    };

    private static string Damage(string nummer, Nummerschade schade) => schade switch
    {
        Nummerschade.Punt => nummer.Insert(3, "."),
        Nummerschade.Komma => nummer.Insert(3, ","),
        Nummerschade.Spatie => nummer.Insert(3, "\u202F"),
        Nummerschade.Apostrof => "’" + nummer,
        Nummerschade.Wetenschappelijk => "1,23E+05",
        Nummerschade.Decimaal => nummer + ",0",
        Nummerschade.Foutwaarde => "#N/B",
        Nummerschade.Leeg => "",
        Nummerschade.Streep => "-",
        _ => nummer,
    };
}
