using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Infrastructure.Tests.Shared;

namespace Kurve.Numo.Domain.Tests.Koppelingen;

public sealed class WachtwoordmakerTests
{
    private const string Alphabet = Wachtwoordmaker.Letters + Wachtwoordmaker.Digits;

    // Of a generator with 32 bits in it, so many would almost surely hold one twice.
    [Fact]
    public void Three_hundred_thousand_passwords_are_all_different_and_of_the_alphabet_that_is_stated() => Make(300_000);

    [LangFact]
    [Trait("Duur", "lang")]
    public void Three_million_passwords_are_all_different_and_of_the_alphabet_that_is_stated() => Make(3_000_000);

    [Fact]
    public void It_holds_a_hundred_bits_at_least()
    {
        // The first of 24 symbols is a letter; that one of them must be a digit takes less than a hundredth of a bit.
        var bits = Math.Log2(Wachtwoordmaker.Letters.Length) + (23 * Math.Log2(Alphabet.Length));

        bits.Should().BeGreaterThan(100);
    }

    [Fact]
    public void Nothing_looks_like_something_else_or_means_something_in_an_address()
    {
        Alphabet.ToCharArray().Should().OnlyHaveUniqueItems();
        Alphabet.Should().NotContainAny("0", "o", "1", "l", "i", "5", "s", "2", "z", "8", "b", "g", "q", "u", "v");
        Alphabet.Should().MatchRegex("^[a-z3-9]+$", "it travels in addresses and session tokens");
    }

    private static void Make(int many)
    {
        var seen = new HashSet<string>(many, StringComparer.Ordinal);
        for (var i = 0; i < many; i++)
        {
            var password = Wachtwoordmaker.Make().Reveal();

            if (!seen.Add(password) || !IsOfForm(password))
            {
                Assert.Fail($"{password} is repeated, or not of the form that is stated.");
            }
        }
    }

    private static bool IsOfForm(string password) =>
        password.Length == 29
        && Wachtwoordmaker.Letters.Contains(char.ToLowerInvariant(password[0]), StringComparison.Ordinal)
        && char.IsUpper(password[0])
        && password.AsSpan().ContainsAny(Wachtwoordmaker.Digits)
        && Enumerable.Range(1, 28).All(i => i % 5 == 4
            ? password[i] == '-'
            : Alphabet.Contains(password[i], StringComparison.Ordinal));
}
