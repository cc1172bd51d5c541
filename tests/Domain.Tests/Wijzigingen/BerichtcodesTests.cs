using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Domain.Tests.Wijzigingen;

public sealed class BerichtcodesTests
{
    [Fact]
    public void Everybody_who_may_act_next_has_a_code() =>
        Enum.GetValues<Actiehouder>().Select(a => Berichtcodes.OfActiehouder(a.ToString())).Should().Equal(
            "NIEMAND", "SCHOOL", "MAGISTER", "KURVE");

    [Fact]
    public void Each_kind_has_a_code() =>
        Enum.GetValues<Berichtsoort>().Select(Berichtcodes.Of).Should().Equal("RUN_WACHT", "NACHT_MISLUKT", "SCHOOLJAAR_GEWIJZIGD");
}
