using static Kurve.Numo.Domain.Opleidingen.Schoolcodes.Levels;
using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>
/// The words and letters that schools write for a level, with how sure each is by itself. Letters are joined to several
/// levels only in the combinations that schools write; with something between them any letters may be joined.
/// </summary>
internal static class LevelForms
{
    internal static IEnumerable<CodeForm> All =>
    [
        .. Words(Pro, "praktijkonderwijs", "PRO", "PR", "PRAKTIJK", "PRAKTIJKONDERWIJS", "PRAKTIJKSCHOOL"),
        .. Words(Vmbo, "vmbo", "VMBO"),
        .. Words(
            Bb, "basisberoepsgerichte leerweg", "BB", "BBL", "BASIS", "BASIS BEROEPS", "BASIS BEROEPSGERICHT",
            "BASIS BEROEPSGERICHTE", "BASIS BEROEPSGERICHTE LEERWEG"),
        .. Words(
            Kb, "kaderberoepsgerichte leerweg", "KB", "KBL", "KADER", "KADER BEROEPS", "KADER BEROEPSGERICHT",
            "KADER BEROEPSGERICHTE", "KADER BEROEPSGERICHTE LEERWEG"),
        .. Words(Gl, "gemengde leerweg", "GL", "GEMENGDE LEERWEG"),
        .. Words(
            Tl, "theoretische leerweg", "TL", "THEORETISCH", "THEORETISCHE", "THEORETISCHE LEERWEG"),
        .. Words(Tl, "mavo", "MAVO", "M"),
        .. Words(Havo, "havo", "HAVO", "H"),
        .. Words(Vwo, "vwo", "VWO", "V"),
        .. Words(Ath, "atheneum", "ATHENEUM", "ATH", "AT", "VA"),
        .. Words(Gym, "gymnasium", "GYMNASIUM", "GYM", "VG"),
        .. Words(Bb | Kb, "basis/kader", "BK", "BBKB"),
        .. Words(Gl | Tl, "gemengd/theoretisch", "GT", "GTL", "GLTL"),
        .. Words(Kb | Gl | Tl, "kader/gemengd/theoretisch", "KGT", "KGTL", "KBGT", "KBGLTL"),
        .. Words(Leerwegen, "basis/kader/gemengd/theoretisch", "BKGT", "BKGTL", "BBKBGLTL"),
        .. Words(Tl | Havo, "vmbo-tl/havo", "MH", "TLH"),
        .. Words(Havo | Vwo, "havo/vwo", "HV"),
        .. Words(Vavo, "vavo", "VAVO"),
        .. Words(Isk, "internationale schakelklas", "ISK", "NT2", "EOA", "INTERNATIONALE SCHAKELKLAS"),
        .. Words(Mbo, "mbo", "MBO"),
        .. Words(Entree, "mbo entree", Middel, [], "ENTREE", "MBO ENTREE", "MBO 1", "NIVEAU 1", "MBO NIVEAU 1"),
        .. Words(Mbo2, "mbo niveau 2", Middel, [], "MBO 2", "NIVEAU 2", "MBO NIVEAU 2"),
        .. Words(Mbo3, "mbo niveau 3", Middel, [], "MBO 3", "NIVEAU 3", "MBO NIVEAU 3"),
        .. Words(Mbo4, "mbo niveau 4", Middel, [], "MBO 4", "NIVEAU 4", "MBO NIVEAU 4"),
        .. WithLeerjaar(Gl | Tl | Havo, "vmbo-gl/tl/havo", "GTH", "GTLH"),
        .. WithLeerjaar(Kb | Gl | Tl | Havo, "vmbo-kb/gl/tl/havo", "KGTH"),
        .. WithLeerjaar(Havo | Vwo, "havo/atheneum", "HA"),
        .. WithLeerjaar(Ath | Gym, "atheneum/gymnasium", "AG"),
        .. Doubtful,
    ];

    // Follows from MH and HV, but was not seen at a school: MHV, TLHV. VH is vmbo/havo as well as havo/vwo,
    // and gemengd may be a class of several levels.
    private static IEnumerable<CodeForm> Doubtful =>
    [
        .. Words(Pro, "praktijkonderwijs", Laag, [], "P"),
        .. Words(Bb, "basisberoepsgerichte leerweg", Laag, LevelSets.Bridges, "B"),
        .. Words(Kb, "kaderberoepsgerichte leerweg", Middel, [], "K"),
        .. Words(Gl, "gemengde leerweg", Laag, [], "G"),
        .. Words(Gl, "gemengde leerweg", Middel, [], "GEM", "GEMENGD", "GEMENGDE"),
        .. Words(Gym, "gymnasium", Laag, [], "G"),
        .. Words(Tl, "theoretische leerweg", Laag, ["HAVO", "VWO"], "T"),
        .. Words(Ath, "atheneum", Middel, [], "A"),
        .. Words(Kb | Tl, "kader/theoretisch", Middel, ["VMBO_KGT"], "MK", "KM", "KBTL"),
        .. Words(Tl | Havo | Vwo, "vmbo-tl/havo/vwo", Middel, [], "MHV", "TLHV"),
        .. Words(Havo | Vwo, "havo/vwo", Middel, ["VMBO_HAVO"], "VH"),
        .. Words(Havo | Vwo, "havo/vwo", Laag, ["HAVO"], "HAV"),
        .. BothWays(Tl | Havo, "vmbo-tl/havo", Hoog, FormTrait.None, "TH", "THAVO"),
        .. BothWays(Tl | Havo | Vwo, "vmbo-tl/havo/vwo", Hoog, FormTrait.Rare, "TV", "THV"),
        .. BothWays(Tl | Havo | Ath, "vmbo-tl/havo/vwo", Middel, FormTrait.Rare, "TA"),
        .. BothWays(Kb | Tl, "kader/theoretisch", Middel, FormTrait.Rare, "TK", "KT"),
        .. BothWays(Tl, "vmbo-t", Laag, FormTrait.Rare, "VT"),
    ];

    private static IEnumerable<CodeForm> Words(Levels levels, string naam, params string[] patterns) =>
        Words(levels, naam, Hoog, [], patterns);

    private static IEnumerable<CodeForm> Words(
        Levels levels, string naam, Zekerheid zekerheid, string[] alternatieven, params string[] patterns) =>
        patterns.Select(pattern => new CodeForm(pattern, PartKind.Level, naam, naam)
        {
            Levels = levels,
            Zekerheid = zekerheid,
            Alternatieven = alternatieven,
        });

    private static IEnumerable<CodeForm> WithLeerjaar(Levels levels, string naam, params string[] patterns) =>
        Words(levels, naam, patterns).Select(form => form with { Traits = FormTrait.WithLeerjaar });

    private static IEnumerable<CodeForm> BothWays(
        Levels levels, string naam, Zekerheid zekerheid, FormTrait traits, params string[] patterns) =>
        Words(levels, naam, zekerheid, [], patterns)
            .Select(form => form with { Traits = traits | FormTrait.BothWays });
}
