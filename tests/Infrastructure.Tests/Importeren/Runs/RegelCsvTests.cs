using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Importeren.Runs;

namespace Kurve.Numo.Infrastructure.Tests.Importeren.Runs;

public sealed class RegelCsvTests
{
    [Fact]
    public void Every_kind_of_row_is_called_what_it_is() => Enum.GetValues<RegelSoort>()
        .Should().AllSatisfy(soort => RegelCsv.Soort(soort).Should().Be(soort.ToString().ToLowerInvariant()));

    [Fact]
    public void A_kind_that_no_word_was_thought_of_for_is_no_other_kind() =>
        FluentActions.Invoking(() => RegelCsv.Soort(Enum.GetValues<RegelSoort>().Max() + 1))
            .Should().Throw<ArgumentOutOfRangeException>();
}
