using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Synchronisatie;

namespace Kurve.Numo.Domain.Tests.Synchronisatie;

public sealed class StoringTests
{
    private static readonly Ronde Open = Ronde.VanNacht(new SchoolId(Guid.NewGuid()), new DateOnly(2026, 11, 26), default, "x");

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(12, true)]
    public void From_the_second_night_on_whoever_does_not_know_is_told(int nachten, bool isTold) =>
        Storing.IsTeMelden(nachten).Should().Be(isTold);

    [Theory]
    [InlineData("POORTEN_OPEN", true)]
    [InlineData("IMPORT_GEPAUZEERD", false)]
    [InlineData("RONDE_VERWORPEN", false)]
    public void A_refusal_is_a_failure_unless_the_school_wanted_it(string code, bool isStoring) =>
        Storing.IsStoring(Open.Refuse(new(code, ""), Actiehouder.School, default)).Should().Be(isStoring);

    [Theory]
    [InlineData(Rondeuitkomst.Mislukt, true)]
    [InlineData(Rondeuitkomst.Wacht, false)]
    [InlineData(Rondeuitkomst.NietsNieuws, false)]
    public void What_failed_is_a_failure(Rondeuitkomst uitkomst, bool isStoring) =>
        Storing.IsStoring(Open.End(uitkomst, default)).Should().Be(isStoring);

    [Fact]
    public void The_codes_of_what_a_school_wanted_are_those_of_the_errors() =>
        Storing.GewildeWeigeringen.Should().Contain(new RondeVerworpen(Open.SchoolId).Code);
}
