using System.Collections.Frozen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What a level in a school's own code means.</summary>
/// <param name="Opleiding">Code of the opleiding; null when a person must choose.</param>
/// <param name="Zekerheid">How sure that is.</param>
/// <param name="Alternatieven">Codes of the opleidingen that it may mean as well.</param>
internal sealed record Niveau(string? Opleiding, Zekerheid Zekerheid, IReadOnlyList<string> Alternatieven)
{
    internal static readonly string[] Mbo = ["MBO_ENTREE", "MBO_2", "MBO_3", "MBO_4"];
}

/// <summary>
/// The words and letters that schools write for a level, with how sure each reading is. Normalised: capitals, without
/// spaces and separators. What is not in it (VSO, TOP, ...) says nothing; some words only narrow a person's choice.
/// </summary>
internal static class Niveautabel
{
    private static readonly FrozenDictionary<string, Niveau> Niveaus = FrozenDictionary.ToFrozenDictionary(
        [
            .. Read(Hoog, "PRO", "PRO", "PR", "PRAKTIJKONDERWIJS"),
            .. Read(Laag, "PRO", "P"),
            .. Read(Hoog, "VMBO_BB", "BB", "BBL", "VMBOB", "VMBOBB", "VMBOBBL", "LWOOVMBOB"),
            // Basis, but as often brugklas or a location.
            .. Read(Laag, "VMBO_BB", ["VMBO_BB_KB_GL_TL", "VMBO_TL_HAVO", "HAVO_VWO"], "B"),
            .. Read(Hoog, "VMBO_KB", "KB", "KBL", "VMBOK", "VMBOKB", "VMBOKBL"),
            .. Read(Middel, "VMBO_KB", "K"),
            .. Read(Hoog, "VMBO_BB_KB", "BK", "BBKB", "VMBOBK", "VMBOBBKB", "LWOOVMBOBK"),
            .. Read(Hoog, "VMBO_GL", "GL", "VMBOG", "VMBOGL"),
            // Gemengd or gymnasium.
            .. Read(Laag, "VMBO_GL", ["GYMNASIUM"], "G"),
            .. Read(Hoog, "VMBO_GL_TL", "GT", "GTL", "GLTL", "VMBOGT", "VMBOGTL", "VMBOGLTL"),
            .. Read(Hoog, "VMBO_KGT", "KGT", "VMBOKGT"),
            .. Read(Hoog, "VMBO_TL", "TL", "M", "MAVO", "VMBOT", "VMBOTL", "MAVOVMBOTL"),
            // Theoretisch, or the start of tweetalig; TH, TV and TA below as well.
            .. Read(Laag, "VMBO_TL", ["HAVO", "VWO"], "T"),
            .. Read(Middel, "VMBO_KB_TL", ["VMBO_KGT"], "MK"),
            .. Read(Middel, "VMBO_BB_KB_GL_TL", "VMBO"),
            .. Read(Hoog, "VMBO_TL_HAVO", "MH", "TLH", "MAVOHAVO", "VMBOTHAVO", "VMBOTLHAVO"),
            .. Read(Laag, "VMBO_TL_HAVO", ["HAVO"], "TH"),
            .. Read(Hoog, "VMBO_GT_HAVO", "VMBOGTHAVO"),
            .. Read(Hoog, "VMBO_KGT_HAVO", "VMBOKGTHAVO"),
            .. Read(Hoog, "VMBO_TL_HAVO_VWO", "MAVOHAVOVWO"),
            // Follows from MH and HV, but was not seen at a school.
            .. Read(Middel, "VMBO_TL_HAVO_VWO", "MHV"),
            .. Read(Hoog, "HAVO", "H", "HAVO"),
            .. Read(Hoog, "HAVO_VWO", "HV", "HAVOVWO"),
            .. Read(Hoog, "VWO", "V", "VWO"),
            .. Read(Laag, "VWO", ["VMBO_TL_HAVO_VWO"], "TV"),
            .. Read(Hoog, "ATHENEUM", "AT", "ATH", "VA", "ATHENEUM"),
            .. Read(Middel, "ATHENEUM", "A"),
            .. Read(Laag, "ATHENEUM", ["VWO"], "TA"),
            .. Read(Hoog, "GYMNASIUM", "GYM", "VG", "GYMNASIUM"),
            .. Read(Middel, "MBO_ENTREE", "ENTREE", "MBOENTREE", "MBO1", "NIVEAU1", "MBONIVEAU1"),
            .. Read(Middel, "MBO_2", "MBO2", "NIVEAU2", "MBONIVEAU2"),
            .. Read(Middel, "MBO_3", "MBO3", "NIVEAU3", "MBONIVEAU3"),
            .. Read(Middel, "MBO_4", "MBO4", "NIVEAU4", "MBONIVEAU4"),
            .. Choose(["ISK"], "ISK", "NT2", "EOA"),
            .. Choose(["VAVO_VMBO_TL", "VAVO_HAVO", "VAVO_VWO"], "VAVO"),
            .. Choose(["VAVO_HAVO"], "HAVOVAVO", "VAVOHAVO"),
            .. Choose(["VAVO_VWO"], "VWOVAVO", "VAVOVWO"),
            .. Choose(["VAVO_VMBO_TL"], "MAVOVAVO", "VAVOMAVO"),
            .. Choose(Niveau.Mbo, "MBO"),
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Niveau>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Niveaus.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static IReadOnlyDictionary<string, Niveau> All => Niveaus;

    internal static Niveau? Find(ReadOnlySpan<char> woord) =>
        BySpan.TryGetValue(woord, out var niveau) ? niveau : null;

    private static IEnumerable<KeyValuePair<string, Niveau>> Read(
        Zekerheid zekerheid, string opleiding, params string[] woorden) => Read(zekerheid, opleiding, [], woorden);

    private static IEnumerable<KeyValuePair<string, Niveau>> Read(
        Zekerheid zekerheid, string? opleiding, string[] alternatieven, params string[] woorden) =>
        woorden.Select(woord => KeyValuePair.Create(woord, new Niveau(opleiding, zekerheid, alternatieven)));

    private static IEnumerable<KeyValuePair<string, Niveau>> Choose(string[] opleidingen, params string[] woorden) =>
        Read(Onbekend, null, opleidingen, woorden);
}
