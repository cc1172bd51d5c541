using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>A code as a school may write it, with the opleiding and leerjaar that the school means.</summary>
public sealed record GeneratedCode(string Text, string Opleiding, int Leerjaar, bool Locatiecijfer);

/// <summary>
/// Codes that are made of the grammar: levels, profiles, streams, class, location digit, in all orders, cases and
/// separators. The generator knows nothing of how they are read.
/// </summary>
[Properties(MaxTest = 3_000, Replay = "20260801,20270731", Arbitrary = [typeof(CodeGrammarProperties)])]
public sealed class CodeGrammarProperties
{
    private static readonly (string Opleiding, string Leerjaren, string[] Vormen)[] Niveaus =
    [
        ("HAVO", "12345", ["H", "havo"]),
        ("VWO", "123456", ["V", "vwo"]),
        ("ATHENEUM", "123456", ["A", "ath", "atheneum"]),
        ("GYMNASIUM", "123456", ["G", "gym", "gymnasium"]),
        ("VMBO_TL", "1234", ["M", "T", "TL", "mavo", "vmbo-t", "vmbo tl", "theoretische leerweg"]),
        ("VMBO_GL", "1234", ["G", "GL", "vmbo-g", "gemengde leerweg"]),
        ("VMBO_GL_TL", "1234", ["GT", "vmbo-gt", "vmbo-(g)t", "G/T", "gl/tl"]),
        ("VMBO_KB", "1234", ["K", "KB", "KBL", "kader", "vmbo-k"]),
        ("VMBO_BB", "1234", ["B", "BB", "BBL", "basis", "vmbo-b"]),
        ("VMBO_BB_KB", "123", ["BK", "b/k", "basis/kader", "vmbo-bk"]),
        ("VMBO_KGT", "123", ["KGT", "vmbo-kgt"]),
        ("VMBO_TL_HAVO", "123", ["MH", "TLH", "T/H", "mavo/havo", "vmbo-t/havo", "TH"]),
        ("HAVO_VWO", "123", ["HV", "H/V", "havo/vwo"]),
        ("PRO", "12345", ["PRO", "praktijkonderwijs"]),
    ];

    private static readonly string[] Upper = ["HAVO", "VWO", "ATHENEUM", "GYMNASIUM"];
    private static readonly string[] Profielen = ["NT", "N&G", "EM", "C&M", "NT/NG", "NTNG", "Natuur en Techniek"];
    private static readonly string[] Sectoren = ["PIE", "D&P", "Z&W", "BWI", "groen", "techniek", "zorg en welzijn"];
    private static readonly string[] Stromen = ["tto", "plus", "+", "sport", "technasium", "lwoo", "t", "begaafd"];
    private static readonly string[] Scheidingen = ["", " ", "-", "_", ".", " - "];

    // 3bk is bk in leerjaar 3: nobody would read class k of 3b. Nor is g-t a gymnasium that is tweetalig.
    private static readonly string[] EarlyClasses = ["a", "b", "C", "D", "E"];
    private static readonly string[] Classes = [.. EarlyClasses, "k", "p"];

    /// <summary>Codes of the grammar.</summary>
    public static Arbitrary<GeneratedCode> Codes() => (
            from niveau in Gen.Elements(Niveaus)
            from vorm in Gen.Elements(niveau.Vormen)
            from scheiding in Gen.Elements(Scheidingen)
            from leerjaar in Gen.Elements(niveau.Leerjaren.ToCharArray())
            from profiel in OneIn(2, Upper.Contains(niveau.Opleiding) ? Profielen : Sectoren)
            from stroom in OneIn(4, Stromen)
                .Where(stroom => stroom is not "t" || !"GAKgak".Contains(vorm[^1], StringComparison.Ordinal))
            from locatie in OneIn(6, ["0", "2", "8"])
            from orde in Gen.Choose(0, 4)
            from klas in OneIn(4, orde is 1 or 4 ? EarlyClasses : Classes)
            from hoofdletters in Gen.Choose(0, 2)
            let past = leerjaar >= '3' && niveau.Opleiding is not ("PRO" or "HAVO_VWO" or "VMBO_TL_HAVO")
            let delen = Order(orde, vorm, leerjaar.ToString(), past ? profiel : "", stroom)
            let text = locatie + string.Join(scheiding, delen.Append(klas).Where(deel => deel.Length > 0))
            select new GeneratedCode(
                hoofdletters switch { 0 => text, 1 => text.ToUpperInvariant(), _ => text.ToLowerInvariant() },
                niveau.Opleiding,
                leerjaar - '0',
                locatie.Length > 0))
        .ToArbitrary();

    [Property]
    public Property A_certain_answer_is_the_opleiding_that_the_code_was_made_of(GeneratedCode code)
    {
        var found = Translate(code);
        return (found.Zekerheid != Zekerheid.Hoog || found.Opleiding!.Code == code.Opleiding)
            .Label($"{code} is read as {found.Opleiding}");
    }

    [Property]
    public Property A_certain_answer_without_the_leerjaar_of_the_source_is_the_same(GeneratedCode code)
    {
        var found = VertalerOf(code).Translate(code.Text, null);
        return (found.Zekerheid != Zekerheid.Hoog || found.Opleiding!.Code == code.Opleiding)
            .Label($"{code} is read as {found.Opleiding}");
    }

    [Fact]
    public void Most_codes_of_the_grammar_are_certain()
    {
        var codes = Codes().Generator.Sample(2_000, 50).ToArray();

        codes.Count(code => Translate(code).Zekerheid == Zekerheid.Hoog)
            .Should().BeGreaterThan(codes.Length * 6 / 10, "lone letters without a profile are never certain");
    }

    [Property]
    public bool A_code_with_another_letter_in_it_is_never_certain(GeneratedCode code, byte place)
    {
        var at = place % (code.Text.Length + 1);
        var mutated = code.Text.Insert(at, "x");

        // Behind level and leerjaar it may be the name of the class.
        var found = VertalerOf(code).Translate(mutated, code.Leerjaar);
        return found.Zekerheid != Zekerheid.Hoog || (at == code.Text.Length && found.Opleiding!.Code == code.Opleiding);
    }

    [Property]
    public bool A_word_of_random_letters_is_never_certain_unless_it_is_a_level(NonNegativeInt seed)
    {
        var random = new Random(seed.Get);
        var word = string.Concat(Enumerable.Range(0, random.Next(3, 9)).Select(_ => (char)('a' + random.Next(26))));
        var found = Catalogus.Vertaler.Translate(word, random.Next(1, 7));
        return found.Zekerheid != Zekerheid.Hoog || found.Lezing.Delen.Count == 1;
    }

    private static Vertaling Translate(GeneratedCode code) => VertalerOf(code).Translate(code.Text, code.Leerjaar);

    private static Opleidingsvertaler VertalerOf(GeneratedCode code) => code.Locatiecijfer
        ? new Opleidingsvertaler(Catalogus.Default, Vertaaltabellen.Leeg(Sector.Vo) with { Locatiecijfer = true })
        : Catalogus.Vertaler;

    private static Gen<string> OneIn(int times, string[] values) => Gen.Frequency(
        (times - 1, Gen.Constant("")), (1, Gen.Elements(values)));

    private static string[] Order(int orde, string vorm, string leerjaar, string profiel, string stroom) => orde switch
    {
        0 => [vorm, leerjaar, profiel, stroom],
        1 => [leerjaar, vorm, profiel, stroom],
        2 => [vorm, leerjaar, stroom, profiel],
        3 => [stroom, vorm, leerjaar, profiel],
        _ => [profiel, leerjaar, vorm, stroom],
    };
}
