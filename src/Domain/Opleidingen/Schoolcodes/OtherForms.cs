namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>Streams, the brugklas, words that name a leerjaar, and words that say nothing by themselves.</summary>
internal static class OtherForms
{
    /// <summary>The last letter that is read as a class behind a level: 5VD, but not 5VG.</summary>
    internal const char LastClass = 'F';

    internal static readonly CodeForm Location = new("#", PartKind.Location, "locatie", "location");
    internal static readonly CodeForm Leerjaar = new("#", PartKind.Leerjaar, "leerjaar", "leerjaar");
    internal static readonly CodeForm Class = new("#", PartKind.Class, "klas", "class");

    private static readonly string[] Ordinals = ["EERSTE", "TWEEDE", "DERDE", "VIERDE", "VIJFDE", "ZESDE"];

    internal static IEnumerable<CodeForm> All =>
    [
        .. Of(PartKind.Stream, "tweetalig", "bilingual", "T", "TTO", "TWEETALIG", "TWEETALIGE", "TWEETALIG ONDERWIJS"),
        .. Of(PartKind.Stream, "tweetalig", "bilingual", "BILINGUAL", "BILINGUAAL"),
        .. Of(PartKind.Stream, "plus", "plus", "PLUS", "+"),
        .. Of(PartKind.Stream, "technasium", "technasium", "TECHNASIUM"),
        .. Of(PartKind.Stream, "sport", "sports", "SPORT", "LOOT", "TOPSPORT"),
        .. Of(PartKind.Stream, "kunst en cultuur", "arts", "KUNST", "CULTUUR", "THEATER", "MUZIEK", "DANS"),
        .. Of(PartKind.Stream, "daltononderwijs", "Dalton", "DALTON"),
        .. Of(PartKind.Stream, "leerwegondersteunend onderwijs", "learning support", "LWOO"),
        .. Of(PartKind.Stream, "leerwegondersteunend onderwijs", "learning support", "LEERWEGONDERSTEUNEND"),
        .. Of(PartKind.Stream, "leerwerktraject", "work-based route", "LWT", "LEERWERKTRAJECT")
            .Select(form => form with { Traits = FormTrait.Lwt }),
        .. Of(PartKind.Stream, "honours", "honours", "HONOURS", "HONORS"),
        .. Of(PartKind.Stream, "begaafd", "gifted", "BEGAAFD", "HOOGBEGAAFD", "HOOGBEGAAFDEN", "BEGAAFDEN"),
        .. Of(PartKind.Bridge, "brugklas", "bridge class", "BRUGKLAS", "BRUG", "BRUGJAAR", "BRUGGROEP", "B"),
        .. Of(PartKind.Bridge, "dakpanklas", "bridge class", "DAKPAN", "DAKPANKLAS"),
        .. Fillers,
        .. Of(PartKind.Joiner, "en", "and", "EN", "&", "+"),
        .. Of(PartKind.Ordinal, "leerjaar", "leerjaar", "E", "DE", "STE"),
        .. Ordinals.Select((word, i) => Leerjaar with { Pattern = word, Leerjaar = i + 1 }),
    ];

    private static readonly string[] Words =
    [
        "KLAS", "LEERJAAR", "LJ", "JAAR", "JAARLAAG", "EXAMENKLAS", "LEERWEG", "LEERWEGEN", "NIVEAU", "RICHTING",
        "STROOM", "AFDELING", "AFD", "ONDERWIJS", "OPLEIDING", "SECTOR", "PROFIEL", "ONDERBOUW", "BOVENBOUW",
    ];

    private static IEnumerable<CodeForm> Fillers =>
        Words.Select(word => new CodeForm(word, PartKind.Filler, "woord erbij", "a word beside it"));

    private static IEnumerable<CodeForm> Of(PartKind kind, string naam, string name, params string[] patterns) =>
        patterns.Select(pattern => new CodeForm(pattern, kind, naam, name));
}
