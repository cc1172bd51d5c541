using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Koppelingen;

public sealed class DecibelqueryTests
{
    private const string Sjabloon = "SELECT a AS {idGebr}, b AS {ExterneId}, c AS {opleidingscode}, d AS {stamnr} FROM t";

    [Theory]
    [InlineData(Aliasvorm.Botsingsvrij, "KurveGebruikerId", "KurveExterneId", "KurveOpleiding", "KurveStamnr")]
    [InlineData(Aliasvorm.Klassiek, "idGebr", "ExterneId", "opleidingscode", "stamnr")]
    public void A_query_names_its_columns_school_and_version(Aliasvorm vorm, params string[] kolommen)
    {
        var query = Query().Render(School("Voorbeeldcollege"), Schooldomein.Hydrate("voorbeeld"), vorm);

        query.Should().ContainAll(kolommen).And.ContainAll(
            "Voorbeeldcollege", "99ZZ", "voorbeeld.swp.nl", "versie 2026-1");
        query.Should().NotContainAny("{", "}", "\r");
    }

    [Fact]
    public void The_name_of_a_school_brings_no_parameter_and_no_statement_into_the_query()
    {
        var query = Query().Render(
            School("School #jaar#\u2028DROP TABLE sis_leer;"), Schooldomein.Hydrate("voorbeeld"), Aliasvorm.Klassiek);

        query.Should().NotContain("#");
        query.Split('\n').Where(line => line.Contains("DROP", StringComparison.Ordinal)).Should()
            .OnlyContain(line => line.StartsWith("-- ", StringComparison.Ordinal));
        query.Should().NotContain("\u2028");
    }

    [Theory]
    [InlineData("2026-1", "SELECT a AS {idGebr}", "{ExterneId}")]
    [InlineData("2026-1", Sjabloon + " WHERE x = #jaar#", "#")]
    [InlineData("", Sjabloon, "version")]
    public void A_template_that_cannot_work_is_refused(string versie, string sjabloon, string named) =>
        Decibelquery.Create(versie, sjabloon).Error!.Message.Should().Contain(named);

    [Fact]
    public void The_instructions_name_each_step_and_never_the_password()
    {
        var koppeling = new Koppeling
        {
            SchoolId = new SchoolId(Guid.CreateVersion7()),
            Las = Las.Magister,
            Schooldomein = Schooldomein.Hydrate("voorbeeld"),
            WebserviceGebruiker = "Kurve",
            Webservicepoort = 8801,
            Gemaakt = default,
        };
        var instructies = Instructies.For(
            School("A & <b>B</b>"),
            koppeling,
            new Instructieuitgave(
                "KurveLeerlingData-99ZZ.sql",
                "2026-1",
                new DateOnly(2026, 8, 31),
                "Kijk op https://kurve.example/numo?a=1&b=2, of bel <Kurve>."));

        string[] steps =
        [
            "logo > Onderhoud > Decibel", "dagwachtwoord", "Batch > Laden", "KurveLeerlingData-99ZZ.sql", "Uitvoeren",
            "Sluit Decibel", "Beheer > Webservices > Gebruikers: daar staat nu Kurve", "tweemaal het wachtwoord",
            "Tabblad Services", "Data.GetData", "Data.GetLastError,", "Data.GetLastErrorMessage", "Algemeen.Login",
            "Algemeen.Logout", "Tabblad Lijsten: aangevinkt is KurveLeerlingData",
            "'Allowlisting IP-adressen'", "'Toevoegen'", "'voor Numo'", "'Voor webservice'",
            "https://accounts.magister.net/admin", "'Toegang verlenen tot derden'", "'Numo UWLR smalle set'",
            "TOOLS > IMPORTEREN > MAGISTER IMPORT", "of bel <Kurve>", "31-8-2026", "query 2026-1",
        ];
        var text = instructies.ToText();
        steps.Select(step => text.IndexOf(step, StringComparison.Ordinal)).Should().BeInAscendingOrder().And.NotContain(-1);
        text.Should().NotContainAny("F9", "Plak", "192.0.2");
        text.Split("[ ] ").Should().HaveCount(7, "each of six steps can be ticked off");
        var html = instructies.ToHtml();
        html.Should().ContainAll(
            "A &amp; &lt;b&gt;B&lt;/b&gt;",
            "<a href=\"https://accounts.magister.net/admin\">",
            "<a href=\"https://kurve.example/numo?a=1&amp;b=2\">",
            "bel &lt;Kurve&gt;");
        html.Split("<input type=\"checkbox\">").Should().HaveCount(7);
        html.Should().NotContainAny("http-equiv", "src=", "<script", "<b>B");
    }

    private static Decibelquery Query() => Decibelquery.Create("2026-1", Sjabloon).Value;

    private static School School(string naam) => new()
    {
        Id = new SchoolId(Guid.CreateVersion7()),
        Naam = naam,
        Brin = Brin.Hydrate("99ZZ"),
        Vestigingen = [Vestigingsnummer.Hoofd],
        Sector = Sector.Vo,
        Geregistreerd = default,
    };
}
