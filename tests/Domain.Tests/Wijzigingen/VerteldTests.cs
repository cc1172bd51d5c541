using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Domain.Tests.Wijzigingen;

public sealed class VerteldTests
{
    private static readonly DateOnly Dag = new(2026, 11, 26);
    private static readonly Verteld Told = new(Berichtsoort.RunWacht, "a", Dag);

    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void What_follows_something_told_is_no_news_for_a_week(int days, bool isCovered) =>
        Told.Covers(Run("b", "a"), [], Dag.AddDays(days)).Should().Be(isCovered);

    [Fact]
    public void What_follows_by_way_of_another_is_no_news() =>
        Told.Covers(Run("c", "b"), [Run("b", "a"), Run("c", "b")], Dag).Should().BeTrue();

    [Fact]
    public void What_follows_something_else_is_news() =>
        Told.Covers(Run("c", "b"), [Run("b", null), Run("c", "b")], Dag).Should().BeFalse();

    [Fact]
    public void What_follows_nothing_is_news() => Told.Covers(Run("b", null), [Run("b", null)], Dag).Should().BeFalse();

    [Fact]
    public void Another_kind_is_news() => (Told with { Soort = Berichtsoort.NachtMislukt })
        .Covers(Run("b", "a"), [], Dag).Should().BeFalse();

    [Fact]
    public void Things_that_follow_each_other_in_a_circle_are_news() =>
        Told.Covers(Run("c", "b"), [Run("b", "c"), Run("c", "b")], Dag).Should().BeFalse();

    private static Aanleiding Run(string onderwerp, string? vorige) =>
        new(Berichtsoort.RunWacht, onderwerp, default, [], [], Berichtcodes.School) { Vorige = vorige };
}
