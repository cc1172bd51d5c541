using System.Collections.Frozen;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>
/// The opleidingen of secondary education that a code can be translated to. LWOO, vavo, a leer-werktraject and a
/// profile are features of a code, not another opleiding.
/// </summary>
public static class Opleidingscatalogus
{
    internal static readonly Opleiding Pro = new("PRO", "praktijkonderwijs", [1, 2, 3, 4, 5, 6]);

    internal static readonly Opleiding VmboBb = new("VMBO_BB", "vmbo-bb", [1, 2, 3, 4]);
    internal static readonly Opleiding VmboKb = new("VMBO_KB", "vmbo-kb", [1, 2, 3, 4]);
    internal static readonly Opleiding VmboGl = new("VMBO_GL", "vmbo-gl", [1, 2, 3, 4]);
    internal static readonly Opleiding VmboTl = new("VMBO_TL", "vmbo-tl", [1, 2, 3, 4]);

    // Schools name vmbo-gt as a level of its own, to the end; other mixed levels normally last to leerjaar 3.
    internal static readonly Opleiding VmboGlTl = new("VMBO_GL_TL", "vmbo-gl/tl", [1, 2, 3, 4]);
    internal static readonly Opleiding VmboBbKb = new("VMBO_BB_KB", "vmbo-bb/kb", [1, 2, 3]);
    internal static readonly Opleiding VmboKbTl = new("VMBO_KB_TL", "vmbo-kb/tl", [1, 2, 3]);
    internal static readonly Opleiding VmboKgt = new("VMBO_KGT", "vmbo-kb/gl/tl", [1, 2, 3]);
    internal static readonly Opleiding Vmbo = new("VMBO_BB_KB_GL_TL", "vmbo-bb/kb/gl/tl", [1, 2, 3]);
    internal static readonly Opleiding VmboBbMbo2 = new("VMBO_BB_MBO2", "vmbo-bb/mbo-2", [5, 6]);

    internal static readonly Opleiding VmboTlHavo = new("VMBO_TL_HAVO", "vmbo-tl/havo", [1, 2, 3]);
    internal static readonly Opleiding VmboGtHavo = new("VMBO_GT_HAVO", "vmbo-gl/tl/havo", [1, 2, 3]);
    internal static readonly Opleiding VmboKgtHavo = new("VMBO_KGT_HAVO", "vmbo-kb/gl/tl/havo", [1, 2, 3]);
    internal static readonly Opleiding VmboHavo = new("VMBO_HAVO", "vmbo/havo", [1, 2, 3]);
    internal static readonly Opleiding HavoVwo = new("HAVO_VWO", "havo/vwo", [1, 2, 3]);
    internal static readonly Opleiding VmboTlHavoVwo = new("VMBO_TL_HAVO_VWO", "vmbo-tl/havo/vwo", [1, 2, 3]);
    internal static readonly Opleiding VmboGtHavoVwo = new("VMBO_GT_HAVO_VWO", "vmbo-gl/tl/havo/vwo", [1, 2, 3]);
    internal static readonly Opleiding VmboHavoVwo = new("VMBO_HAVO_VWO", "vmbo/havo/vwo", [1, 2, 3]);

    internal static readonly Opleiding Havo = new("HAVO", "havo", [1, 2, 3, 4, 5]);
    internal static readonly Opleiding Vwo = new("VWO", "vwo", [1, 2, 3, 4, 5, 6]);
    internal static readonly Opleiding Atheneum = new("ATHENEUM", "atheneum", [1, 2, 3, 4, 5, 6]);
    internal static readonly Opleiding Gymnasium = new("GYMNASIUM", "gymnasium", [1, 2, 3, 4, 5, 6]);

    // International Baccalaureate and European School: leerjaar 6 of the national table holds their last two years.
    internal static readonly Opleiding International =
        new("INTERNATIONAL", "internationaal onderwijs", [1, 2, 3, 4, 5, 6]);

    private static readonly FrozenDictionary<string, Opleiding> ByCode;

    // Not a field initializer: those run in textual order, and All must come after every opleiding.
    static Opleidingscatalogus()
    {
        All =
        [
            Pro,
            VmboBb, VmboKb, VmboGl, VmboTl,
            VmboBbKb, VmboGlTl, VmboKbTl, VmboKgt, Vmbo, VmboBbMbo2,
            VmboTlHavo, VmboGtHavo, VmboKgtHavo, VmboHavo,
            VmboTlHavoVwo, VmboGtHavoVwo, VmboHavoVwo, HavoVwo,
            Havo, Vwo, Atheneum, Gymnasium, International,
        ];
        ByCode = All.ToFrozenDictionary(opleiding => opleiding.Code, StringComparer.Ordinal);
    }

    /// <summary>Every opleiding, from praktijkonderwijs up to vwo, the mixed levels between those they mix.</summary>
    public static IReadOnlyList<Opleiding> All { get; }

    /// <summary>The opleiding with this code, to the letter; null when there is none.</summary>
    /// <param name="code">Such as <c>VMBO_TL</c>.</param>
    public static Opleiding? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
