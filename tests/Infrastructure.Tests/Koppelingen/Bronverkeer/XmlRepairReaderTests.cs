using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer.Repair;

namespace Kurve.Numo.Infrastructure.Tests.Koppelingen.Bronverkeer;

public sealed class XmlRepairReaderTests
{
    private const string Mark = "\u007F";

    [Theory]
    [InlineData("<a>Jan&#x1F;tje</a>", "<a>Jan\u007Ftje</a>")]
    [InlineData("<a>Jan&#11;</a>", "<a>Jan\u007F</a>")]
    [InlineData("<a>&#0;Jan</a>", "<a>\u007FJan</a>")]
    [InlineData("<a>Jan\u000Btje</a>", "<a>Jan\u007Ftje</a>")]
    [InlineData("<a>Jan\0</a>", "<a>Jan\u007F</a>")]
    [InlineData("<a>Jan\uFFFF\uFFFEtje</a>", "<a>Jan\u007F\u007Ftje</a>")]
    [InlineData("<a>Jan&#xFFFE;tje</a>", "<a>Jan\u007Ftje</a>")]
    [InlineData("<a key=\"\u00011&#2;\"/>", "<a key=\"\u007F1\u007F\"/>")]
    [InlineData("<a key='\u00011'/>", "<a key='\u007F1'/>")]
    [InlineData("<a><![CDATA[x\u0002y]]></a>", "<a><![CDATA[x\u007Fy]]></a>")]
    public void A_forbidden_character_in_a_value_leaves_a_mark(string answer, string mended) =>
        Read(answer).Should().Be(mended);

    [Theory]
    [InlineData("<a>\u0001<b/>\u0002\n</a>\0\0", "<a><b/>\n</a>")]
    [InlineData("<a\u0001 b='1'\u0002/>", "<a b='1'/>")]
    [InlineData("<a><!-- x\u0001y --></a>", "<a><!-- xy --></a>")]
    [InlineData("<a><?p x\u0001y?></a>", "<a><?p xy?></a>")]
    public void Between_values_it_is_dropped(string answer, string mended) => Read(answer).Should().Be(mended);

    [Theory]
    [InlineData("<a>Jip & Janneke</a>", "<a>Jip &amp; Janneke</a>")]
    [InlineData("<a>R&D;</a>", "<a>R&amp;D;</a>")]
    [InlineData("<a>Ren&eacute;&nbsp;&foo;</a>", "<a>Ren&amp;eacute;&amp;nbsp;&amp;foo;</a>")]
    [InlineData("<a key='1&2' b=\"&\"/>", "<a key='1&amp;2' b=\"&amp;\"/>")]
    [InlineData("<a>&&amp;&</a>", "<a>&amp;&amp;&amp;</a>")]
    [InlineData("<a>&#;&#x;&#xZZ;&#12a;&# 1;&#65</a>", "<a>&amp;#;&amp;#x;&amp;#xZZ;&amp;#12a;&amp;# 1;&amp;#65</a>")]
    [InlineData("<a>&", "<a>&amp;")]
    [InlineData("<a>&#", "<a>&amp;#")]
    public void An_ampersand_that_begins_nothing_that_XML_knows_is_a_plain_one(string answer, string mended) =>
        Read(answer).Should().Be(mended);

    [Theory]
    [InlineData("<a>O&#146;Hara &#x8A;&#154;</a>", "<a>O’Hara Šš</a>", "browsers read these as windows-1252")]
    [InlineData("<a>&#xD83D;&#xDE00;</a>", "<a>😀</a>", "these are two halves")]
    [InlineData("<a>&#55357;&#56832;</a>", "<a>😀</a>", "these are two halves")]
    [InlineData("<a>x&#xD83D;y</a>", "<a>x\uFFFDy</a>", "a half is a lost letter")]
    [InlineData("<a>x&#xDE00;&#xD83D;y</a>", "<a>x\uFFFD\uFFFDy</a>", "these are the wrong way round")]
    [InlineData("<a>&#x110000;&#99999999999999999999;</a>", "<a>\uFFFD\uFFFD</a>", "there are no such characters")]
    public void A_number_that_is_no_character_is_read_as_it_was_meant(string answer, string mended, string reason) =>
        Read(answer).Should().Be(mended, reason);

    [Theory]
    [InlineData("<a>&amp;&lt;&gt;&quot;&apos;&#233;&#xE9;&#9;&#x1F600;&#0233;</a>")]
    [InlineData("<a><![CDATA[& &nbsp; &#1; ]] <!-- ]]></a>")]
    [InlineData("<a><!-- & &nbsp; - -> <![CDATA[ --><?p & ? &nbsp;?>!?</a>")]
    [InlineData("<a b=\"x > 'y'\" c='\"'>Wie? Jij! ] - ></a>")]
    public void What_XML_allows_stays_to_the_letter(string answer)
    {
        var reader = Open(answer);

        reader.ReadToEnd().Should().Be(answer);
        (reader.Repairs.Controls + reader.Repairs.References).Should().Be(0);
    }

    [Fact]
    public void Behind_a_comment_and_a_literal_text_an_ampersand_is_mended_again() =>
        Read("<a><!-- & --><![CDATA[&]]><?p &?>&</a>").Should().Be("<a><!-- & --><![CDATA[&]]><?p &?>&amp;</a>");

    [Theory]
    [InlineData("\uFEFF \r\n<?xml version=\"1.0\"?>\n<a/>")]
    [InlineData(" \n\t\uFEFF<?xml version=\"1.1\" encoding=\"x\"?>\n<a/>")]
    [InlineData("ï»¿<?xml version='1.0' standalone='yes'?>\n<a/>")]
    [InlineData("\0\0\n<a/>")]
    public void What_stands_before_the_first_element_is_passed_over(string answer) =>
        Read(answer).TrimStart('\n').Should().Be("<a/>");

    [Fact]
    public void All_that_was_mended_is_counted()
    {
        var reader = Open("<a>\u0001x\u0002&#3;&nbsp;&#x80; & </a>");
        reader.ReadToEnd();

        reader.Repairs.Controls.Should().Be(3);
        reader.Repairs.References.Should().Be(3);
    }

    [Theory]
    [InlineData("<a>\n & & <b>\n</a>", 3, 3)]
    [InlineData("<a>& &nbsp; &#146;\u0001 </b></a>", 1, 23)]
    [InlineData("\n\n<?xml version='1.0'?><a>\u0001</b>", 3, 28)]
    [InlineData(" <?xml version='1.0'\n ?>\n  <a></b>", 3, 8)]
    [InlineData("<a><b x='&'></a>", 1, 15)]
    public void An_error_is_told_at_its_place_in_the_answer(string answer, int line, int position)
    {
        var reader = Open(answer);

        var error = reader.Invoking(r => XmlReader.Create(r).ReadToEnd()).Should().Throw<XmlException>().Which;

        reader.Repairs.ToSource(error.LineNumber, error.LinePosition).Should().Be((line, position));
    }

    [Fact]
    public void Far_down_a_long_line_the_place_is_still_right()
    {
        var answer = "<a>" + string.Concat(Enumerable.Repeat("<b>&\u0001&eacute; Jip</b>", 20_000)) + "</c>";
        var reader = Open(answer);

        var error = reader.Invoking(r => XmlReader.Create(r).ReadToEnd()).Should().Throw<XmlException>().Which;

        reader.Repairs.ToSource(error.LineNumber, error.LinePosition).Position
            .Should().Be(answer.Length - "c>".Length + 1);
    }

    [Property(MaxTest = 300)]
    public Property In_whatever_pieces_an_answer_comes_it_is_mended_the_same()
    {
        var part = Gen.Elements(
            "<a>", "</a>", "<a b='", "'/>", "&", "&#x1F;", "&nbsp;", "&amp;", "&#xD83D;", "&#xDE00;", "<![CDATA[", "]]>", "<!--",
            "-->", "<?p ", "?>", "\u0001", "\uFFFE", "Jip", " ", "\n", "!", "?", "-", "]", ";", "#", "é", "\uFEFF");
        var answers = part.ListOf().Select(parts => "<x>" + string.Concat(parts));
        return Prop.ForAll(
            answers.Zip(Gen.Choose(1, 7)).Zip(Gen.Choose(1, 7)).ToArbitrary(),
            input =>
            {
                var ((answer, size), wanted) = input;
                using var reader = new XmlRepairReader(new Pieces(answer, size));
                var text = new StringBuilder();
                var buffer = new char[wanted];
                for (int count; (count = reader.Read(buffer, 0, wanted)) > 0;)
                {
                    text.Append(buffer, 0, count);
                }

                text.ToString().Should().Be(Read(answer));
            });
    }

    [Property(MaxTest = 300)]
    public void Whatever_a_value_holds_the_document_is_read(string? raw)
    {
        var value = (raw ?? "").Replace("<", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        using var reader = XmlReader.Create(Open($"<a b=\"{value.Replace("\"", "", StringComparison.Ordinal)}\">{value}&\u0002&#3;&nbsp;</a>"));

        reader.Invoking(r => r.ReadToEnd()).Should().NotThrow();
        reader.EOF.Should().BeTrue("the end of the document was reached");
    }

    private static string Read(string answer) => Open(answer).ReadToEnd();

    private static XmlRepairReader Open(string answer) => new(new StringReader(answer));

    private sealed class Pieces(string text, int size) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(count, size));
    }
}

internal static class XmlReaderEnd
{
    public static void ReadToEnd(this XmlReader reader)
    {
        while (reader.Read())
        {
        }
    }
}
