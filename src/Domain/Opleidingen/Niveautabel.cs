using System.Collections.Frozen;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>What a level in a school's own code means.</summary>
internal sealed record Niveau(Opleiding Opleiding, Zekerheid Zekerheid);

/// <summary>
/// The words and letters that schools write for a level, with how sure each reading is. Normalised: capitals, without
/// spaces and separators. What is not in it (ISK, NT2, VAVO, VSO, EOA, TOP, ...) is for a person to decide.
/// </summary>
internal static class Niveautabel
{
    private static readonly FrozenDictionary<string, Niveau> Niveaus = FrozenDictionary.ToFrozenDictionary(
        [
            .. Read(Hoog, Opleidingscatalogus.Pro, "PRO", "PR", "PRAKTIJKONDERWIJS"),
            .. Read(Laag, Opleidingscatalogus.Pro, "P"),
            .. Read(Hoog, Opleidingscatalogus.VmboBb, "BB", "BBL", "VMBOB", "VMBOBB", "VMBOBBL", "LWOOVMBOB"),
            // Basis, but as often brugklas or a location.
            .. Read(Laag, Opleidingscatalogus.VmboBb, "B"),
            .. Read(Hoog, Opleidingscatalogus.VmboKb, "KB", "KBL", "VMBOK", "VMBOKB", "VMBOKBL"),
            .. Read(Middel, Opleidingscatalogus.VmboKb, "K"),
            .. Read(Hoog, Opleidingscatalogus.VmboBbKb, "BK", "BBKB", "VMBOBK", "VMBOBBKB", "LWOOVMBOBK"),
            .. Read(Hoog, Opleidingscatalogus.VmboGl, "GL", "VMBOG", "VMBOGL"),
            // Gemengd or gymnasium.
            .. Read(Laag, Opleidingscatalogus.VmboGl, "G"),
            .. Read(Hoog, Opleidingscatalogus.VmboGlTl, "GT", "GTL", "GLTL", "VMBOGT", "VMBOGTL", "VMBOGLTL"),
            .. Read(Hoog, Opleidingscatalogus.VmboKgt, "KGT", "VMBOKGT"),
            .. Read(Hoog, Opleidingscatalogus.VmboTl, "TL", "M", "MAVO", "VMBOT", "VMBOTL", "MAVOVMBOTL"),
            // Theoretisch, or the start of tweetalig; TH, TV and TA below as well.
            .. Read(Laag, Opleidingscatalogus.VmboTl, "T"),
            .. Read(Middel, Opleidingscatalogus.VmboKbTl, "MK"),
            .. Read(Middel, Opleidingscatalogus.Vmbo, "VMBO"),
            .. Read(Hoog, Opleidingscatalogus.VmboTlHavo, "MH", "TLH", "MAVOHAVO", "VMBOTHAVO", "VMBOTLHAVO"),
            .. Read(Laag, Opleidingscatalogus.VmboTlHavo, "TH"),
            .. Read(Hoog, Opleidingscatalogus.VmboGtHavo, "VMBOGTHAVO"),
            .. Read(Hoog, Opleidingscatalogus.VmboKgtHavo, "VMBOKGTHAVO"),
            .. Read(Hoog, Opleidingscatalogus.VmboTlHavoVwo, "MAVOHAVOVWO"),
            // Follows from MH and HV, but was not seen at a school.
            .. Read(Middel, Opleidingscatalogus.VmboTlHavoVwo, "MHV"),
            .. Read(Hoog, Opleidingscatalogus.Havo, "H", "HAVO"),
            .. Read(Hoog, Opleidingscatalogus.HavoVwo, "HV", "HAVOVWO"),
            .. Read(Hoog, Opleidingscatalogus.Vwo, "V", "VWO"),
            .. Read(Laag, Opleidingscatalogus.Vwo, "TV"),
            .. Read(Hoog, Opleidingscatalogus.Atheneum, "AT", "ATH", "VA", "ATHENEUM"),
            .. Read(Middel, Opleidingscatalogus.Atheneum, "A"),
            .. Read(Laag, Opleidingscatalogus.Atheneum, "TA"),
            .. Read(Hoog, Opleidingscatalogus.Gymnasium, "GYM", "VG", "GYMNASIUM"),
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Niveau>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Niveaus.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static IReadOnlyList<string> Woorden => Niveaus.Keys;

    internal static Niveau? Find(ReadOnlySpan<char> woord) =>
        BySpan.TryGetValue(woord, out var niveau) ? niveau : null;

    private static IEnumerable<KeyValuePair<string, Niveau>> Read(
        Zekerheid zekerheid, Opleiding opleiding, params string[] woorden) =>
        woorden.Select(woord => KeyValuePair.Create(woord, new Niveau(opleiding, zekerheid)));
}
