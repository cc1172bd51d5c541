using System.Collections.Frozen;
using static Kurve.Numo.Domain.Opleidingen.Schoolcodes.Levels;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>The levels that a part of a code names.</summary>
[Flags]
internal enum Levels
{
    None = 0,
    Pro = 1,
    Bb = 1 << 1,
    Kb = 1 << 2,
    Gl = 1 << 3,
    Tl = 1 << 4,
    Vmbo = 1 << 5,
    Havo = 1 << 6,
    Vwo = 1 << 7,
    Ath = 1 << 8,
    Gym = 1 << 9,
    Isk = 1 << 10,
    Vavo = 1 << 11,
    Mbo = 1 << 12,
    Entree = 1 << 13,
    Mbo2 = 1 << 14,
    Mbo3 = 1 << 15,
    Mbo4 = 1 << 16,

    /// <summary>The leerwegen of vmbo.</summary>
    Leerwegen = Bb | Kb | Gl | Tl,

    /// <summary>The levels that have a profile of havo and vwo.</summary>
    Upper = Havo | Vwo | Ath | Gym,
}

/// <summary>Which opleiding a set of levels is, and how sure that is however it is written.</summary>
internal static class LevelSets
{
    internal static readonly string[] Mbos = ["MBO_ENTREE", "MBO_2", "MBO_3", "MBO_4"];
    internal static readonly string[] Uppers = ["HAVO", "VWO"];
    internal static readonly string[] Leerwegcodes = ["VMBO_BB", "VMBO_KB", "VMBO_GL", "VMBO_TL"];
    internal static readonly string[] Bridges = ["VMBO_BB_KB_GL_TL", "VMBO_TL_HAVO", "HAVO_VWO"];

    private static readonly FrozenDictionary<Levels, string> Opleidingen = new Dictionary<Levels, string>
    {
        [Pro] = "PRO",
        [Bb] = "VMBO_BB",
        [Kb] = "VMBO_KB",
        [Gl] = "VMBO_GL",
        [Tl] = "VMBO_TL",
        [Bb | Kb] = "VMBO_BB_KB",
        [Gl | Tl] = "VMBO_GL_TL",
        [Kb | Tl] = "VMBO_KB_TL",
        [Kb | Gl | Tl] = "VMBO_KGT",
        [Leerwegen] = "VMBO_BB_KB_GL_TL",
        [Vmbo] = "VMBO_BB_KB_GL_TL",
        [Tl | Havo] = "VMBO_TL_HAVO",
        [Gl | Tl | Havo] = "VMBO_GT_HAVO",
        [Kb | Gl | Tl | Havo] = "VMBO_KGT_HAVO",
        [Vmbo | Havo] = "VMBO_HAVO",
        [Tl | Havo | Vwo] = "VMBO_TL_HAVO_VWO",
        [Gl | Tl | Havo | Vwo] = "VMBO_GT_HAVO_VWO",
        [Vmbo | Havo | Vwo] = "VMBO_HAVO_VWO",
        [Havo] = "HAVO",
        [Havo | Vwo] = "HAVO_VWO",
        [Vwo] = "VWO",
        [Ath] = "ATHENEUM",
        [Gym] = "GYMNASIUM",
        [Entree] = Mbos[0],
        [Mbo2] = Mbos[1],
        [Mbo3] = Mbos[2],
        [Mbo4] = Mbos[3],
    }.ToFrozenDictionary();

    // Levels of which a person chooses: no code says which of them a pupil follows.
    private static readonly FrozenDictionary<Levels, string[]> Choices = new Dictionary<Levels, string[]>
    {
        [Isk] = ["ISK"],
        [Vavo] = ["VAVO_VMBO_TL", "VAVO_HAVO", "VAVO_VWO"],
        [Vavo | Tl] = ["VAVO_VMBO_TL"],
        [Vavo | Havo] = ["VAVO_HAVO"],
        [Vavo | Vwo] = ["VAVO_VWO"],
        [Mbo] = Mbos,
    }.ToFrozenDictionary();

    internal static IEnumerable<string> All =>
        [.. Opleidingen.Values, .. Choices.Values.SelectMany(c => c), .. Uppers, .. Leerwegcodes, .. Bridges];

    /// <summary>The code of the opleiding; null when no opleiding mixes these levels.</summary>
    internal static string? Find(Levels levels) => Opleidingen.GetValueOrDefault(Simplify(levels));

    /// <summary>What a person has to choose from; null when the levels are no such choice.</summary>
    internal static string[]? Choice(Levels levels) => Choices.GetValueOrDefault(Simplify(levels));

    /// <summary>Vmbo as a whole, and kb beside tl without gl, are seldom what a school has.</summary>
    internal static bool IsUncommon(Levels levels) => Simplify(levels) is Vmbo or (Kb | Tl);

    // vmbo-t is tl; vwo atheneum is atheneum, and atheneum with gymnasium is vwo, as is either beside havo.
    private static Levels Simplify(Levels levels)
    {
        levels = (levels & Leerwegen) != None ? levels & ~Vmbo : levels;
        levels = (levels & (Mbo2 | Mbo3 | Mbo4 | Entree)) != None ? levels & ~Mbo : levels;
        var ofVwo = levels & (Vwo | Ath | Gym);
        return ofVwo switch
        {
            None => levels,
            _ when levels != ofVwo => (levels & ~ofVwo) | Vwo,
            Vwo | Ath => Ath,
            Vwo | Gym => Gym,
            Ath | Gym or (Vwo | Ath | Gym) => Vwo,
            _ => levels,
        };
    }
}
