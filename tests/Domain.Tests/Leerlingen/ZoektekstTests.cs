using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Leerlingen;

public sealed class ZoektekstTests
{
    private static readonly Guid Id = Guid.Parse("0198c7a2-6f3e-7c11-9d5b-0123456789ab");

    [Theory]
    [InlineData("ozturk", true)]
    [InlineData("ÖZT", true)]
    [InlineData("elif öztürk", true)]
    [InlineData("van öz", true)]
    [InlineData("türk", false)]
    [InlineData("elif jansen", false)]
    [InlineData("--", false)]
    public void Each_word_is_the_beginning_of_a_word_of_the_name(string text, bool expected) =>
        Zoektekst.Of(text).IsNameOf("Elif", "van", "Öztürk").Should().Be(expected);

    [Theory]
    [InlineData("0198", true)]
    [InlineData("0198C7A2-6f3e", true)]
    [InlineData("0198c7a26f3e", true)]
    [InlineData("019", false)]
    [InlineData("0198c7a2-6f3f", false)]
    public void An_id_is_known_by_its_first_four_characters_or_more(string text, bool expected) =>
        Zoektekst.Of(text).IsBeginOf(Id).Should().Be(expected);

    [Theory]
    [InlineData("00123a", "123A", true)]
    [InlineData("124", "123A", false)]
    [InlineData("123A", null, false)]
    public void A_stamnummer_is_compared_without_leading_zeros(string text, string? canoniek, bool expected) =>
        Zoektekst.Of(text).IsStamnummer(canoniek).Should().Be(expected);

    [Theory]
    [InlineData("0198", "01980000-0000-0000-0000-000000000000", "0198ffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("0198c7a2-6", "0198c7a2-6000-0000-0000-000000000000", "0198c7a2-6fff-ffff-ffff-ffffffffffff")]
    public void The_beginning_of_an_id_stands_for_all_ids_between_two(string text, string first, string last)
    {
        var prefix = IdPrefix.Create(text).Value;

        (prefix.First, prefix.Last).Should().Be((Guid.Parse(first), Guid.Parse(last)));
    }

    [Theory]
    [InlineData("019")]
    [InlineData("latest")]
    [InlineData("0198c7a26f3e7")]
    [InlineData("0198c7a2-6f3e-7c11-9d5b-0123456789ab0")]
    public void What_no_id_begins_with_is_refused(string text) => IdPrefix.Create(text).IsOk.Should().BeFalse();
}
