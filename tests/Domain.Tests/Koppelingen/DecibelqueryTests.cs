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
            School("A & <b>B</b>"), koppeling, "KurveLeerlingData-99ZZ.sql", new(["192.0.2.7", "2001:db8::/64"]));

        instructies.ToText().Should().ContainAll(
            "Numo UWLR smalle set",
            "de IP-adressen 192.0.2.7 en 2001:db8::/64 van Kurve",
            "KurveLeerlingData-99ZZ.sql",
            "Data.GetData",
            "wachtwoord",
            "ticket",
            "[ ]",
            "poort 8801");
        instructies.ToHtml().Should().Contain("A &amp; &lt;b&gt;B&lt;/b&gt;").And.NotContain("<b>B");
        instructies.ToHtml().Should().NotContainAny("http-equiv", "src=", "<script");
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
