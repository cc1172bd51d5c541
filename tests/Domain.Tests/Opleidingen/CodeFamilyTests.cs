using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>Two codes, and whether they were made of one name.</summary>
public sealed record CodePair(string One, string Other, bool IsOneName);

/// <summary>Which codes of a school are settled together, and what a settled code says of the next.</summary>
public sealed class CodeFamilyTests
{
    [Theory]
    [InlineData("KH4", "KH5")]
    [InlineData("KH4NT", "KH5EM")]
    [InlineData("KH4", "kh 5 N&T/N&G")]
    [InlineData("KH4a", "KH5c")]
    [InlineData("KH4NTa", "KH4EMb")]
    [InlineData("4KH", "5KHNT")]
    [InlineData("4e KH", "5e KH")]
    [InlineData("KHNT4", "KH 4")]
    [InlineData("KH4", "KH4 tto")]
    [InlineData("KH4", "kh-5 technasium plus")]
    [InlineData("Kunsthavo leerjaar 4", "kunsthavo klas 5")]
    [InlineData("XYZ3 D&P", "XYZ4 zorg en welzijn")]
    [InlineData("TH1a", "TH2")]
    [InlineData("G2", "G3")]
    [InlineData("B1", "B2")]
    [InlineData("NT4", "EM5")]
    [InlineData("8KH4", "8KH5")]
    [InlineData("KH vierde", "KH vijfde")]
    public void Codes_that_differ_in_leerjaar_profile_stream_or_class_are_siblings(string code, string other) =>
        AreSiblings(code, other).Should().BeTrue();

    [Theory]
    [InlineData("KH4", "KV4")]
    [InlineData("XYZ9", "XYZ8")]
    [InlineData("XYZ9", "QRS9")]
    [InlineData("1C", "2C")]
    [InlineData("25180", "25187")]
    [InlineData("0371", "0372")]
    [InlineData("_DETA", "_DETB")]
    [InlineData("4h.maatA", "4h.wisB")]
    [InlineData("Emma", "Emmy")]
    [InlineData("lokaal 204", "lokaal 205")]
    [InlineData("KH44", "KH45")]
    [InlineData("NT4", "D&P3")]
    [InlineData("", "KH4")]
    public void Codes_that_differ_in_anything_else_are_not(string code, string other) =>
        AreSiblings(code, other).Should().BeFalse();

    [Property(MaxTest = 2_000, Replay = "20260801,20270731", Arbitrary = [typeof(CodeFamilyTests)])]
    public Property Codes_with_one_name_are_siblings_and_codes_with_two_are_not(CodePair pair) =>
        (AreSiblings(pair.One, pair.Other) == pair.IsOneName).ToProperty().Label($"{pair}");

    /// <summary>Codes of names that no school level has, with leerjaar, profile, stream and class around them.</summary>
    public static Arbitrary<CodePair> Pairs()
    {
        var name = Gen.Elements("QX", "XYZ", "WJ", "ZQW", "JXQ");
        var code = (string stem) =>
            from leerjaar in Gen.Choose(1, 6)
            from first in Gen.Elements(true, false)
            from gap in Gen.Elements("", " ", "-", "_")
            from part in Gen.Elements("", "NT", "N&G", "EM", "NT/NG", "tto", "technasium", "PIE", "zorg en welzijn")
            from klas in Gen.Elements("", "a", "C", "k")
            from lower in Gen.Elements(true, false)
            let parts = first ? new[] { $"{leerjaar}", stem, part } : [stem, $"{leerjaar}", part, klas]
            let text = string.Join(gap, parts.Where(p => p.Length > 0))
            select lower ? text.ToLowerInvariant() : text;
        return (from one in name
                from two in name
                from a in code(one)
                from b in code(two)
                select new CodePair(a, b, one == two)).ToArbitrary();
    }

    [Fact]
    public void A_code_that_cannot_be_the_settled_opleiding_is_left_out()
    {
        CodeFamily.Of("TH2").Shares(CodeFamily.Of("TH1"), "VMBO_TL_HAVO").Should().BeTrue();
        CodeFamily.Of("TH2").Shares(CodeFamily.Of("TH4NT"), "VMBO_TL_HAVO").Should().BeFalse("it has a profile of havo");
    }

    [Theory]
    [InlineData("KH4", "HAVO", "KH5NT", 5, "HAVO")]
    [InlineData("G2", "GYMNASIUM", "G3", 3, "GYMNASIUM")]
    [InlineData("G2", "VMBO_GL", "G1", 1, "VMBO_GL")]
    public void What_was_settled_of_a_sibling_is_a_suggestion(
        string settled, string opleiding, string code, int leerjaar, string expected)
    {
        var vertaling = Vertaler((settled, opleiding)).Translate(code, leerjaar);

        vertaling.Lezing.Regel.Should().Be(Vertaalregel.Verwant);
        (vertaling.Opleiding!.Code, vertaling.Zekerheid).Should().Be((expected, Middel));
        vertaling.Doelgroep.Should().BeNull("the school said nothing of this very code");
        Vertaaluitleg.Dutch(code, vertaling).Should().Contain($"dat '{settled}' {vertaling.Opleiding.Naam} is");
        Vertaaluitleg.English(code, vertaling).Should().Contain($"its sibling '{settled}'");
    }

    [Fact]
    public void Siblings_that_were_settled_otherwise_suggest_nothing() =>
        Vertaler(("KH4", "HAVO"), ("KH3", "VWO")).Translate("KH5", 5).Lezing.Should().BeSameAs(Lezing.Onbekend);

    [Fact]
    public void A_sibling_of_which_the_opleiding_lacks_the_leerjaar_suggests_nothing() =>
        Vertaler(("KH4", "HAVO")).Translate("KH6", 6).Opleiding.Should().BeNull();

    [Fact]
    public void A_certain_code_is_not_touched_by_its_siblings() =>
        Vertaler(("H3", "VWO")).Translate("H4", 4).Doelgroep!.Opleiding.Code.Should().Be("HAVO");

    [Theory]
    [InlineData("XYZ9", 1, "VWO", Middel)]
    [InlineData("x y-z/9", 1, "VWO", Middel)]
    [InlineData("G2", 2, "GYMNASIUM", Middel)]
    [InlineData("QQ1", 1, "HAVO", Laag)]
    public void What_many_schools_settled_alike_is_a_suggestion(
        string code, int leerjaar, string opleiding, Zekerheid zekerheid)
    {
        var vertaling = Shared().Translate(code, leerjaar);

        vertaling.Lezing.Regel.Should().Be(Vertaalregel.AndereScholen);
        (vertaling.Opleiding!.Code, vertaling.Zekerheid, vertaling.Doelgroep).Should().Be((opleiding, zekerheid, null));
        Vertaaluitleg.Dutch(code, vertaling).Should().StartWith($"{vertaling.Lezing.Scholen} scholen hebben vastgelegd");
        Vertaaluitleg.English(code, vertaling).Should().Contain($"what {vertaling.Lezing.Scholen} schools settled of it");
    }

    [Fact]
    public void What_schools_settled_otherwise_stays_to_choose_from() =>
        Shared().Translate("QQ1", 1).Lezing.Alternatieven.Select(o => o.Code).Should().Equal("VWO");

    [Theory]
    [InlineData("MB1", 1, "another sector")]
    [InlineData("XYZ9", 7, "no such leerjaar")]
    public void What_cannot_be_at_this_school_is_not_suggested(string code, int leerjaar, string because) =>
        Shared().Translate(code, leerjaar).Lezing.Regel.Should().NotBe(Vertaalregel.AndereScholen, because);

    [Fact]
    public void The_schools_own_siblings_go_before_other_schools()
    {
        var tabellen = Tabellen(("XYZ1", "HAVO")) with { Gedeeld = Tellingen };

        var vertaler = new Opleidingsvertaler(Catalogus.Default, tabellen);

        vertaler.Translate("XYZ2", 2).Lezing.Regel.Should().Be(Vertaalregel.Verwant);
    }

    private static Dictionary<string, IReadOnlyList<Schooltelling>> Tellingen => new(StringComparer.Ordinal)
    {
        ["XYZ9"] = [new("VWO", 23)],
        ["XYZ2"] = [new("VWO", 23)],
        ["G2"] = [new("GYMNASIUM", 20)],
        ["QQ1"] = [new("HAVO", 31), new("VWO", 22)],
        ["MB1"] = [new("MBO_2", 50)],
    };

    private static Opleidingsvertaler Shared() =>
        new(Catalogus.Default, Vertaaltabellen.Leeg(Sector.Vo) with { Gedeeld = Tellingen });

    private static Opleidingsvertaler Vertaler(params (string Code, string Opleiding)[] eigen) =>
        new(Catalogus.Default, Tabellen(eigen));

    private static Vertaaltabellen Tabellen(params (string Code, string Opleiding)[] eigen) =>
        Vertaaltabellen.Leeg(Sector.Vo) with
        {
            Eigen = eigen.ToDictionary(
                e => Vertaalcode.Create(e.Code).Value.Value,
                e => new Schoolkeuze(e.Code, e.Opleiding),
                StringComparer.Ordinal),
        };

    private static bool AreSiblings(string code, string other) =>
        CodeFamily.Of(code).Stems.Intersect(CodeFamily.Of(other).Stems).Any();
}
