using System.Collections.Frozen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What a level in a school's own code means.</summary>
internal sealed record Niveau(string Opleiding, Zekerheid Zekerheid);

/// <summary>
/// The words and letters that schools write for a level, with how sure each reading is. Normalised: capitals, without
/// spaces and separators. What is not in it (ISK, NT2, VAVO, VSO, EOA, TOP, ...) is for a person to decide.
/// </summary>
internal static class Niveautabel
{
    private static readonly FrozenDictionary<string, Niveau> Niveaus = FrozenDictionary.ToFrozenDictionary(
        [
            .. Read(Hoog, "PRO", "PRO", "PR", "PRAKTIJKONDERWIJS"),
            .. Read(Laag, "PRO", "P"),
            .. Read(Hoog, "VMBO_BB", "BB", "BBL", "VMBOB", "VMBOBB", "VMBOBBL", "LWOOVMBOB"),
            // Basis, but as often brugklas or a location.
            .. Read(Laag, "VMBO_BB", "B"),
            .. Read(Hoog, "VMBO_KB", "KB", "KBL", "VMBOK", "VMBOKB", "VMBOKBL"),
            .. Read(Middel, "VMBO_KB", "K"),
            .. Read(Hoog, "VMBO_BB_KB", "BK", "BBKB", "VMBOBK", "VMBOBBKB", "LWOOVMBOBK"),
            .. Read(Hoog, "VMBO_GL", "GL", "VMBOG", "VMBOGL"),
            // Gemengd or gymnasium.
            .. Read(Laag, "VMBO_GL", "G"),
            .. Read(Hoog, "VMBO_GL_TL", "GT", "GTL", "GLTL", "VMBOGT", "VMBOGTL", "VMBOGLTL"),
            .. Read(Hoog, "VMBO_KGT", "KGT", "VMBOKGT"),
            .. Read(Hoog, "VMBO_TL", "TL", "M", "MAVO", "VMBOT", "VMBOTL", "MAVOVMBOTL"),
            // Theoretisch, or the start of tweetalig; TH, TV and TA below as well.
            .. Read(Laag, "VMBO_TL", "T"),
            .. Read(Middel, "VMBO_KB_TL", "MK"),
            .. Read(Middel, "VMBO_BB_KB_GL_TL", "VMBO"),
            .. Read(Hoog, "VMBO_TL_HAVO", "MH", "TLH", "MAVOHAVO", "VMBOTHAVO", "VMBOTLHAVO"),
            .. Read(Laag, "VMBO_TL_HAVO", "TH"),
            .. Read(Hoog, "VMBO_GT_HAVO", "VMBOGTHAVO"),
            .. Read(Hoog, "VMBO_KGT_HAVO", "VMBOKGTHAVO"),
            .. Read(Hoog, "VMBO_TL_HAVO_VWO", "MAVOHAVOVWO"),
            // Follows from MH and HV, but was not seen at a school.
            .. Read(Middel, "VMBO_TL_HAVO_VWO", "MHV"),
            .. Read(Hoog, "HAVO", "H", "HAVO"),
            .. Read(Hoog, "HAVO_VWO", "HV", "HAVOVWO"),
            .. Read(Hoog, "VWO", "V", "VWO"),
            .. Read(Laag, "VWO", "TV"),
            .. Read(Hoog, "ATHENEUM", "AT", "ATH", "VA", "ATHENEUM"),
            .. Read(Middel, "ATHENEUM", "A"),
            .. Read(Laag, "ATHENEUM", "TA"),
            .. Read(Hoog, "GYMNASIUM", "GYM", "VG", "GYMNASIUM"),
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Niveau>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Niveaus.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static IReadOnlyDictionary<string, Niveau> All => Niveaus;

    internal static Niveau? Find(ReadOnlySpan<char> woord) =>
        BySpan.TryGetValue(woord, out var niveau) ? niveau : null;

    private static IEnumerable<KeyValuePair<string, Niveau>> Read(
        Zekerheid zekerheid, string opleiding, params string[] woorden) =>
        woorden.Select(woord => KeyValuePair.Create(woord, new Niveau(opleiding, zekerheid)));
}
