using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Domain.Tests.Wijzigingen;

public sealed class DigestTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 26, 2, 14, 0, TimeSpan.Zero);

    private static readonly Aanleiding Run = new(
        Berichtsoort.RunWacht,
        "0198c7a2-5555-7c11-9d5b-0123456789ab",
        Moment,
        [new Berichtreden("TE_VEEL_ARCHIVERINGEN", "Te veel.", 2)],
        [new Berichttelling("archiveren", 112), new Berichttelling("nieuw", 3)],
        "SCHOOL");

    [Fact]
    public void A_run_is_told_with_why_how_many_who_and_what_to_do() => Of("Voorbeeldcollege", Run).Tekst.Should().Be(
        """
        Voorbeeldcollege (99XY)

        Een import wacht op een besluit.
          Import: 0198c7a2-5555-7c11-9d5b-0123456789ab
          Sinds: 26-11-2026 03:14
          Reden: TE_VEEL_ARCHIVERINGEN (2 keer): Te veel.
          Aantallen: archiveren 112, nieuw 3
          Wat te doen: Open in Numo TOOLS > IMPORTEREN, bekijk deze import, en geef haar vrij of verwerp haar.
          Voor Kurve: numo import show --school 99XY 0198c7a2-5555-7c11-9d5b-0123456789ab

        U krijgt hoogstens één bericht per dag, zonder namen van leerlingen of docenten. Wie bericht krijgt, stelt de school in bij Numo.
        Bericht 00000000-0000-0000-0000-000000000001

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Several_things_are_counted_in_the_subject() =>
        Of("Voorbeeldcollege", Run, Run with { Soort = Berichtsoort.NachtMislukt }).Onderwerp
            .Should().Be("Numo: 2 dingen van Voorbeeldcollege (99XY) vragen aandacht");

    [Fact]
    public void Nothing_to_tell_is_a_test() => Of("Voorbeeldcollege").Tekst.Should().Contain("Dit is een testbericht.");

    [Theory]
    [InlineData("Voorbeeld\r\nBcc: x@y.example")]
    [InlineData("Voorbeeld\u2028Bcc: x@y.example")]
    public void A_name_begins_no_line_of_its_own(string naam)
    {
        var digest = Of(naam, Run);

        digest.Onderwerp.Any(c => char.IsControl(c) || c == '\u2028').Should().BeFalse();
        digest.Tekst.Should().NotContain("\nBcc").And.NotContain("\u2028");
    }

    private static Digest Of(string naam, params Aanleiding[] aanleidingen) => new(
        new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
        new SchoolId(Guid.NewGuid()),
        naam,
        Brin.Hydrate("99XY"),
        Moment,
        aanleidingen);
}
