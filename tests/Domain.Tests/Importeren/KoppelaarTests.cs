using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Tests.Opleidingen;
using static Kurve.Numo.Domain.Tests.Importeren.LeerlingBuilder;

namespace Kurve.Numo.Domain.Tests.Importeren;

public sealed class KoppelaarTests
{
    private static readonly Veld Uwlr = Veld.Vestiging | Veld.EckId | Veld.UwlrKey | Veld.Roepnaam | Veld.Achternaam | Veld.Leerjaar;

    [Theory]
    [InlineData("ExterneId = @key")]
    [InlineData("stamnr = @key")]
    [InlineData("idGebr = @key")]
    [InlineData("ExterneId = @eckid")]
    public void The_column_with_the_most_unique_hits_is_used(string kolom)
    {
        var regels = Enumerable.Range(1, 10).Select(n => Regel(n, kolom)).ToArray();

        var join = Koppelaar.Join(Leerlingen(10), regels, Catalogus.Vertaler.Translate);

        join.Value.Rapport.Kolommen.Single(k => k.Gekozen).Naam.Should().Be(kolom);
        join.Value.Leerlingen.Should().OnlyContain(l => l.Gegevens.Doelgroep != null);
    }

    [Fact]
    public void Below_half_of_the_pupils_the_answers_are_refused_with_the_rate_of_each_column()
    {
        var regels = Enumerable.Range(1, 4).Select(n => Regel(n, "ExterneId = @key")).ToArray();

        var join = Koppelaar.Join(Leerlingen(10), regels, Catalogus.Vertaler.Translate);

        join.Error.Should().BeOfType<Bronfout>().Which.Message.Should().Contain("ExterneId = @key: 4").And.Contain("stamnr = @key: 0");
    }

    [Fact]
    public void Exactly_half_of_the_pupils_is_enough()
    {
        var regels = Enumerable.Range(1, 5).Select(n => Regel(n, "ExterneId = @key")).ToArray();

        Koppelaar.Join(Leerlingen(10), regels, Catalogus.Vertaler.Translate).IsOk.Should().BeTrue();
    }

    [Fact]
    public void Unmatched_rows_of_both_sides_are_reported()
    {
        var regels = Enumerable.Range(2, 10).Select(n => Regel(n, "ExterneId = @key")).ToArray();

        var join = Koppelaar.Join(Leerlingen(10), regels, Catalogus.Vertaler.Translate).Value;

        join.Rapport.LeerlingenZonderRegel.Should().Be(1);
        join.Rapport.RegelsZonderLeerling.Should().Be(1);
        join.Leerlingen[0].Meldingen.Should().Contain(Meldingen.GeenOpleidingsregel);
        join.Leerlingen[0].Geleverd.Should().NotHaveFlag(Veld.Doelgroep, "an unmatched pupil keeps its doelgroep");
    }

    [Fact]
    public void A_stamnummer_matches_without_its_leading_zeros()
    {
        LeerlingGegevens[] gegevens = [Gegevens(1) with { UwlrKey = "000123" }];

        var join = Koppelaar.Join(
            [.. gegevens.Select(g =>
                Aangeleverd(g, Uwlr))], [new Opleidingsregel(null, null, "H1", "123")], Catalogus.Vertaler.Translate);

        join.Value.Leerlingen[0].Gegevens.Stamnummer.Should().Be(Stamnummer.Hydrate("123"));
    }

    [Fact]
    public void Pupils_whose_leerjaar_is_illegal_are_counted_per_code_and_leerjaar()
    {
        var join = Koppelaar.Join(
            Leerlingen(4),
            [Rij(1, "0371"), Rij(2, "0371"), Rij(3, "H1"), Rij(4, "4045")],
            Catalogus.Vertaler.Translate).Value;

        join.Waarschuwingen.Select(w => w.Code).Should().AllBe("LEERJAREN_ONGELDIG");
        join.Waarschuwingen.Select(w => w.Tekst).Should().Equal(
            "2 leerlingen met opleidingscode '0371' (havo) in leerjaar 1, dat met deze code niet bestaat.",
            "1 leerling met opleidingscode '4045' (vmbo-tl) in leerjaar 1, dat met deze code niet bestaat.");
    }

    [Fact]
    public void Two_enrolments_that_agree_are_one()
    {
        var join = Koppelaar.Join(
            Leerlingen(1), [Rij(1, "H1"), Rij(1, "HAVO 1")], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Gegevens.Doelgroep!.Opleiding.Code.Should().Be("HAVO");
        join.Meldingen.Should().BeEmpty();
    }

    [Fact]
    public void Of_two_enrolments_that_disagree_the_one_that_names_the_leerjaar_counts_and_that_is_told()
    {
        var join = Koppelaar.Join(
            Leerlingen(1), [Rij(1, "0371"), Rij(1, "V1")], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Gegevens.Doelgroep!.Opleiding.Code.Should().Be("VWO", "0371 names no leerjaar");
        join.Meldingen.Should().Contain(Meldingen.InschrijvingGekozen("V1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("0")]
    [InlineData("NULL")]
    [InlineData("(leeg)")]
    [InlineData("n.v.t.")]
    [InlineData("#N/B")]
    [InlineData("Geen")]
    public void A_code_that_is_none_is_not_delivered(string? code)
    {
        var join = Koppelaar.Join(Leerlingen(1), [Rij(1, code!)], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        (join.Geleverd & (Veld.Opleidingscode | Veld.Doelgroep)).Should().Be(Veld.Geen);
        join.Geleverd.Should().HaveFlag(Veld.Stamnummer, "the row is there all the same");
        join.Meldingen.Should().Contain(Meldingen.GeenOpleidingscode);
    }

    [Fact]
    public void An_empty_code_beside_another_is_no_enrolment()
    {
        var join = Koppelaar.Join(
            Leerlingen(1), [Rij(1, ""), Rij(1, "H1"), Rij(1, "-")], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Gegevens.Opleidingscode.Should().Be("H1");
        join.Meldingen.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ExterneId = @key")]
    [InlineData("stamnr = @key")]
    [InlineData("idGebr = @key")]
    public void Leading_zeros_on_either_side_make_no_difference_in_any_column(string kolom)
    {
        LeerlingGegevens[] gegevens = [Gegevens(1) with { UwlrKey = "000001" }, Gegevens(2) with { UwlrKey = "2" }];
        Opleidingsregel[] regels = kolom switch
        {
            "ExterneId = @key" => [new(null, "1", "H1", null), new(null, "000002", "H1", null)],
            "stamnr = @key" => [new(null, null, "H1", "1"), new(null, null, "H1", "000002")],
            _ => [new("1", null, "H1", null), new("000002", null, "H1", null)],
        };

        var join = Koppelaar.Join([.. gegevens.Select(g => Aangeleverd(g, Uwlr))], regels, Catalogus.Vertaler.Translate);

        join.Value.Rapport.Kolommen.Single(k => k.Gekozen).Should().BeEquivalentTo(new { Naam = kolom, Treffers = 2 });
    }

    [Fact]
    public void Zeros_tell_two_pupils_apart_when_both_are_there()
    {
        LeerlingGegevens[] gegevens = [Gegevens(1) with { UwlrKey = "01" }, Gegevens(2) with { UwlrKey = "1" }];

        var join = Koppelaar.Join(
            [.. gegevens.Select(g => Aangeleverd(g, Uwlr))],
            [new(null, "1", "V1", null), new(null, "01", "H1", null)],
            Catalogus.Vertaler.Translate).Value;

        join.Leerlingen.Select(l => l.Gegevens.Opleidingscode).Should().Equal("H1", "V1");
    }

    [Fact]
    public void Rows_of_rejected_pupils_are_not_without_a_pupil_and_who_was_delivered_counts()
    {
        var leerlingen = Leerlingen(10);
        leerlingen[0] = leerlingen[0] with { Afkeuring = Meldingen.DubbeleSleutel };
        leerlingen[1] = leerlingen[1] with { Afkeuring = Meldingen.DubbeleSleutel };
        var regels = Enumerable.Range(1, 11).Select(n => Regel(n, "ExterneId = @key")).ToArray();

        var join = Koppelaar.Join(leerlingen, regels, Catalogus.Vertaler.Translate).Value;

        join.Rapport.Should().BeEquivalentTo(new
        {
            Leerlingen = 10,
            Afgekeurd = 2,
            Regels = 11,
            LeerlingenZonderRegel = 0,
            RegelsZonderLeerling = 1,
        });
        join.RegelsZonderLeerling.Single().ExterneId.Should().Be("key-11");
    }

    [Fact]
    public void A_value_of_two_different_people_is_no_hit()
    {
        Opleidingsregel[] regels = [Rij(1, "H1"), new("g9", "key-1", "V1", "999")];

        var join = Koppelaar.Join(Leerlingen(1), regels, Catalogus.Vertaler.Translate);

        join.IsOk.Should().BeFalse();
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    public void Rows_of_two_people_are_no_hit_in_whatever_order(int eerste, int tweede, int derde)
    {
        Opleidingsregel[] regels = [new(
            null, "key-1", "H1", null), new(null, "key-1", "H1", "1"), new(null, "key-1", "H1", "2")];

        var join = Koppelaar.Join(
            Leerlingen(1), [regels[eerste], regels[tweede], regels[derde]], Catalogus.Vertaler.Translate);

        join.IsOk.Should().BeFalse();
    }

    [Fact]
    public void Without_a_leerjaar_anywhere_the_doelgroep_is_left_alone()
    {
        var zonder = Leerlingen(1)[0];
        zonder = zonder with
        {
            Gegevens = zonder.Gegevens with { Leerjaar = null },
            Geleverd = zonder.Geleverd & ~Veld.Leerjaar,
        };

        var join = Koppelaar.Join([zonder], [Rij(1, "0300")], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Geleverd.Should().NotHaveFlag(Veld.Doelgroep, "absent is not empty");
        join.Meldingen.Should().Contain(Meldingen.LeerjaarOntbreekt);
    }

    [Fact]
    public void A_stamnummer_that_is_too_long_is_left_alone()
    {
        var regel = new Opleidingsregel(null, "key-1", "H1", new string('9', 65));

        var join = Koppelaar.Join(Leerlingen(1), [regel], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Geleverd.Should().NotHaveFlag(Veld.Stamnummer);
    }

    [Fact]
    public void An_unknown_code_leaves_the_doelgroep_empty_and_says_so()
    {
        var join = Koppelaar.Join(Leerlingen(1), [Rij(1, "XYZ9")], Catalogus.Vertaler.Translate).Value.Leerlingen[0];

        join.Gegevens.Doelgroep.Should().BeNull();
        join.Meldingen.Should().Contain(m => m.Code == "OPLEIDINGSCODE_ONBEKEND");
    }

    private static Aangeleverd<LeerlingGegevens>[] Leerlingen(int aantal) =>
        [.. Enumerable.Range(1, aantal).Select(
            n => Aangeleverd(Gegevens(n) with { Stamnummer = null, IdGebr = null }, Uwlr))];

    private static Opleidingsregel Rij(int nummer, string code) => new(
        $"g{nummer}", $"key-{nummer}", code, $"10000{nummer}");

    private static Opleidingsregel Regel(int nummer, string kolom) => kolom switch
    {
        "ExterneId = @key" => new($"g{nummer}", $"key-{nummer}", "H1", $"s{nummer}"),
        "stamnr = @key" => new($"g{nummer}", null, "H1", $"key-{nummer}"),
        "idGebr = @key" => new($"key-{nummer}", null, "H1", $"s{nummer}"),
        _ => new($"g{nummer}", $"eck-{nummer}", "H1", $"s{nummer}"),
    };
}
