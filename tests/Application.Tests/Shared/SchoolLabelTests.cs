using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Tests.Shared;

public sealed class SchoolLabelTests
{
    [Fact]
    public void A_school_that_was_read_is_called_by_its_brin_and_its_id()
    {
        var id = SchoolId.New(TimeProvider.System);
        SchoolLabel unread = id;
        unread.ToString().Should().Be(id.ToString());

        SchoolLabel.Note(id, Brin.Create("99XY").Value);

        unread.ToString().Should().Be($"99XY ({id})");
    }
}
