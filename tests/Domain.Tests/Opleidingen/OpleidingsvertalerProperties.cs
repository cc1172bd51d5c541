using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>What holds for every string. The seed is fixed: a red run must be red again.</summary>
[Properties(MaxTest = 500, Replay = "20260801,20270731", Arbitrary = [typeof(OpleidingsvertalerProperties)])]
public sealed class OpleidingsvertalerProperties
{
    private const string Alphabet = "HVMTKBGLAPROhavomt01234567 -/_.*é٤";

    /// <summary>Of schools of both sectors, with and without a location digit, a table of their own and crebo's.</summary>
    private static readonly Opleidingsvertaler[] Vertalers =
    [
        .. from sector in Enum.GetValues<Sector>()
           from locatiecijfer in new[] { false, true }
           select new Opleidingsvertaler(Catalogus.Default, new Vertaaltabellen(
               sector,
               locatiecijfer,
               new Dictionary<string, Schoolkeuze> { ["H4"] = new("H4", "VWO"), ["T"] = new("T", "MBO_2") },
               new Dictionary<string, int> { ["01234"] = 1, ["45670"] = 4 })),
        Catalogus.Vertaler,
    ];

    /// <summary>Half of the strings look like codes; of fully random ones hardly any would.</summary>
    public static Arbitrary<string> Codes() => Gen.OneOf(
            Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(tekens => new string(tekens)),
            ArbMap.Default.GeneratorFor<string>())
        .ToArbitrary();

    [Property]
    public bool Any_code_translates_to_something_consistent_at_every_school(string? code, int? leerjaar) =>
        Vertalers.All(vertaler => IsConsistent(vertaler.Translate(code, leerjaar), leerjaar));

    [Property]
    public bool Any_translation_explains_itself(string code, int? leerjaar) => Vertalers.All(vertaler =>
    {
        var vertaling = vertaler.Translate(code, leerjaar);
        return Vertaaluitleg.Dutch(code, vertaling).Contains($"'{code}'", StringComparison.Ordinal)
            && Vertaaluitleg.English(code, vertaling).Contains($"'{code}'", StringComparison.Ordinal);
    });

    [Property]
    public bool Normalising_twice_is_normalising_once(string? code)
    {
        var once = Schoolcode.Normalise(code);

        return string.Equals(Schoolcode.Normalise(once), once, StringComparison.Ordinal)
            && once.Length <= Schoolcode.MaxLength;
    }

    [Property]
    public bool Case_does_not_matter(string code) =>
        Catalogus.Vertaler.Translate(SwapCase(code), null).Kern() == Catalogus.Vertaler.Translate(code, null).Kern();

    [Property]
    public bool Spaces_around_do_not_matter(string code) =>
        Catalogus.Vertaler.Translate($" \t{code}\u00a0", null).Kern() == Catalogus.Vertaler.Translate(code, null).Kern();

    [Property]
    public bool A_code_that_is_too_long_is_unknown(string code) =>
        Catalogus.Vertaler.Translate(new string('H', Schoolcode.MaxLength) + code + "4", null).Opleiding is null;

    private static bool IsConsistent(Vertaling vertaling, int? leerjaar) =>
        (vertaling.Opleiding is null) == (vertaling.Zekerheid == Zekerheid.Onbekend)
        && (vertaling.Leerjaar is null) == (vertaling.Leerjaaruitkomst == Leerjaaruitkomst.Ontbreekt)
        && (leerjaar is null || vertaling.Leerjaar == leerjaar)
        && (vertaling.Doelgroep is not { } doelgroep || doelgroep.Opleiding.Leerjaren.Contains(doelgroep.Leerjaar));

    private static string SwapCase(string code) => string.Concat(code.Select(
        teken => char.IsAsciiLetter(teken) ? (char)(teken ^ ' ') : teken));
}
