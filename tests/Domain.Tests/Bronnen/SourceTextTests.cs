using System.Text;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Tests.Bronnen;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("Jansen", "Jansen", TextRepair.None)]
    [InlineData("  van   der Berg ", "van der Berg", TextRepair.None)]
    [InlineData("Zoe\u0308", "Zo\u00EB", TextRepair.None)]
    [InlineData("\uFEFFAnna", "Anna", TextRepair.Invisible)]
    [InlineData("An\u200Bna", "Anna", TextRepair.Invisible)]
    [InlineData("An\u00ADna", "Anna", TextRepair.Invisible)]
    [InlineData("An\u2060na\u200E", "Anna", TextRepair.Invisible)]
    [InlineData("\u202AAnna\u202C", "Anna", TextRepair.Invisible)]
    [InlineData("An\u034Fna\uFE0F\u3164", "Anna", TextRepair.Invisible)]
    [InlineData("A\U000E0041nna", "Anna", TextRepair.Invisible)]
    [InlineData("e\u200D\u0301", "\u00E9", TextRepair.Invisible)]
    [InlineData("Jan\u00A0de\u2009 Wit", "Jan de Wit", TextRepair.Invisible)]
    [InlineData("Jan\tde\r\nWit", "Jan de Wit", TextRepair.LineBreak)]
    [InlineData("Jan\u2028de\u0085Wit", "Jan de Wit", TextRepair.LineBreak)]
    [InlineData("Jan\u000Bs\u001Fen\u0000", "Jansen", TextRepair.Control)]
    [InlineData("Andr\u0082", "Andr\uFFFD", TextRepair.Lost)]
    [InlineData("O&#039;Hara", "O'Hara", TextRepair.Entity)]
    [InlineData("Andr&eacute; &amp;eacute;", "Andr\u00E9 \u00E9", TextRepair.Entity)]
    [InlineData("Jan&nbsp;Wit", "Jan Wit", TextRepair.Entity | TextRepair.Invisible)]
    [InlineData("T&T", "T&T", TextRepair.None)]
    [InlineData("D&P; &onbekend;", "D&P; &onbekend;", TextRepair.None)]
    [InlineData("Zo\u00C3\u00AB", "Zo\u00EB", TextRepair.Mojibake)]
    [InlineData("Zo\u00C3\u0192\u00C2\u00AB", "Zo\u00EB", TextRepair.Mojibake)]
    [InlineData("Zo\u221A\u00B4", "Zo\u00EB", TextRepair.Mojibake)]
    [InlineData("Zo\u251C\u00BD", "Zo\u00EB", TextRepair.Mojibake)]
    [InlineData("\u00C3\u2030mile", "\u00C9mile", TextRepair.Mojibake)]
    [InlineData("\u00C3\u0089mile", "\u00C9mile", TextRepair.Mojibake)]
    [InlineData("G\u00C3\u00BCne\u00C5\u0178", "G\u00FCne\u015F", TextRepair.Mojibake)]
    [InlineData("O\u00E2\u20AC\u2122Hara", "O\u2019Hara", TextRepair.Mojibake)]
    [InlineData("Nguy\u00E1\u00BB\u2026n", "Nguy\u1EC5n", TextRepair.Mojibake)]
    [InlineData("\u00D0\u02DC\u00D0\u00B2\u00D0\u00B0\u00D0\u00BD", "\u0418\u0432\u0430\u043D", TextRepair.Mojibake)]
    [InlineData("REN\u00C9\u2019s", "REN\u00C9\u2019s", TextRepair.None)]
    [InlineData("\u00C5sa \u00D8ster \u00DE\u00F3r", "\u00C5sa \u00D8ster \u00DE\u00F3r", TextRepair.None)]
    [InlineData("Jo\u00E3o Concei\u00E7\u00E3o", "Jo\u00E3o Concei\u00E7\u00E3o", TextRepair.None)]
    [InlineData("Yi?it", "Yi?it", TextRepair.Lost)]
    [InlineData("G\u00FCne?", "G\u00FCne?", TextRepair.Lost)]
    [InlineData("?zlem", "?zlem", TextRepair.Lost)]
    [InlineData("Jo\uFFFDl", "Jo\uFFFDl", TextRepair.Lost)]
    [InlineData("2?", "2?", TextRepair.Lost)]
    [InlineData("00?001", "00?001", TextRepair.Lost)]
    [InlineData("Wie ?", "Wie ?", TextRepair.None)]
    [InlineData("?", "?", TextRepair.None)]
    [InlineData("\u0130brahim", "\u0130brahim", TextRepair.None)]
    [InlineData("\uD840\uDC0B", "\uD840\uDC0B", TextRepair.None)]
    public void A_text_is_brought_to_the_one_form_and_tells_what_was_done(string raw, string value, TextRepair repair) =>
        SourceText.Of(raw).Should().Be(new SourceText(value, repair));

    [Fact]
    public void Half_a_character_is_a_letter_that_was_lost()
    {
        var text = SourceText.Of("An\uD83Dna\uFFFE");

        text.Should().Be(new SourceText("An\uFFFDna", TextRepair.Lost | TextRepair.Invisible));
    }

    [Fact]
    public void A_letter_with_very_many_marks_takes_no_time()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 100_000));

        Action act = () => SourceText.Of(text);

        act.ExecutionTime().Should().BeLessThan(TimeSpan.FromSeconds(1));
        SourceText.Of(text).Length.Should().BeLessThan(10);
    }

    [Property(MaxTest = 2_000)]
    public void Whatever_comes_in_the_form_is_one_that_stays(string? raw)
    {
        var once = SourceText.Of(raw ?? "").Value;

        SourceText.Of(once).Value.Should().Be(once);
        once.IsNormalized(NormalizationForm.FormC).Should().BeTrue();
        once.Should().NotStartWith(" ").And.NotEndWith(" ").And.NotContain("  ");
        once.Any(char.IsControl).Should().BeFalse();
    }

    [Property(MaxTest = 2_000)]
    public void A_name_in_letters_of_western_Europe_stays_as_it_is(FsCheck.NonNegativeInt seed)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ'-.éèëêïíîóòöôúùüûáàäâãåçñøæœßÉÈËÏÖÜÁÅØÑÇşğıŞĞİčćžšđłńśżźěřůőű";
        var random = new Random(seed.Get);
        var name = new string(random.GetItems(Letters.AsSpan(), 12));

        SourceText.Of(name).Should().Be(new SourceText(name, TextRepair.None));
    }

    [Theory]
    [InlineData("\u00EB")]
    [InlineData("\u00C9mile")]
    [InlineData("Fran\u00E7ois \u00C6r\u00F8")]
    [InlineData("\u0130brahim G\u00FCne\u015F")]
    [InlineData("Nguy\u1EC5n \u0110\u1EB7ng")]
    [InlineData("O\u2019Hara \u2013 \u20AC")]
    public void What_was_read_in_a_wrong_character_set_is_put_right(string name)
    {
        foreach (var codepage in new[] { 1252, 10000, 850 })
        {
            var wrong = CodePagesEncodingProvider.Instance.GetEncoding(codepage)!
                .GetString(Encoding.UTF8.GetBytes(name));

            var text = SourceText.Of(wrong);

            if (!wrong.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || codepage == 1252)
            {
                text.Value.Should().Be(name, $"it was read as {codepage}");
            }
        }
    }

    [Theory]
    [InlineData("Jansen", 3, "Jan")]
    [InlineData("\uD840\uDC0B\uD840\uDC0B", 1, "\uD840\uDC0B")]
    [InlineData("e\u0323\u0302b", 2, "e\u0323\u0302b")]
    [InlineData("ab cd", 3, "ab")]
    public void A_long_text_is_cut_between_letters(string raw, int max, string cut) =>
        SourceText.Of(raw).Cut(max).Should().Be(cut.Normalize(NormalizationForm.FormC));

    [Fact]
    public void Length_counts_characters_and_not_units() =>
        SourceText.Of(new string('a', 199) + "\uD840\uDC0B").Length.Should().Be(200);

    [Fact]
    public void A_text_of_characters_outside_the_basic_plane_is_cut_to_what_can_be_kept()
    {
        var text = SourceText.Of(string.Concat(Enumerable.Repeat("\uD840\uDC0B", 200)));

        SourceText.Fits(text.Value, 200).Should().BeFalse("it takes 400 units");
        text.Cut(200).Length.Should().Be(256);
        SourceText.Fits(new string('a', 199) + "\uD840\uDC0B", 200).Should().BeTrue();
    }

    [Fact]
    public void Plain_ascii_costs_nothing()
    {
        const string Name = "van den Berg";
        _ = SourceText.Of(Name);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            _ = SourceText.Of(Name);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
