using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>What imports of a school may do.</summary>
public enum Importmodus
{
    /// <summary>Everything.</summary>
    Normaal = 1,

    /// <summary>New accounts and those that come back; all else is shown and held.</summary>
    AlleenToevoegen,

    /// <summary>Nothing: previews and applies are refused. Follows from a pause, and cannot be chosen by itself.</summary>
    Gepauzeerd,
}

/// <summary>The parts of a school's rules that can be changed each by itself.</summary>
public enum Beleidsdeel
{
    /// <summary>What imports may do.</summary>
    Modus = 1,

    /// <summary>The pause.</summary>
    Pauze,

    /// <summary>The agreed limit of archivals.</summary>
    Limiet,
}

/// <summary>Days on which a school is not imported, such as the summer.</summary>
/// <param name="Van">The first day.</param>
/// <param name="TotEnMet">The last day.</param>
/// <param name="Reden">Why, for the school: 1 to 500 characters.</param>
public sealed record Importpauze(DateOnly Van, DateOnly TotEnMet, string Reden)
{
    /// <summary>Whether a day is one of them.</summary>
    public bool Omvat(DateOnly dag) => Van <= dag && dag <= TotEnMet;
}

/// <summary>How many may leave in one import: what exceeds the number and the share puts the brake on.</summary>
/// <param name="Aantal">Archivals that are always allowed; 0 or more.</param>
/// <param name="Aandeel">Share of the active accounts that is always allowed; 0 to 1.</param>
public sealed record Archiveerlimiet(int Aantal, double Aandeel)
{
    /// <summary>Over 10 and over 10 %.</summary>
    public static Archiveerlimiet Standaard { get; } = new(10, 0.10);

    /// <summary>Whether it is exceeded.</summary>
    public bool IsOver(int archiveren, int actief) => archiveren > Aantal && archiveren > actief * Aandeel;
}

/// <summary>Another limit than the standard one, which somebody answers for and which ends by itself.</summary>
/// <param name="Limiet">The limit.</param>
/// <param name="Reden">Why: 1 to 500 characters.</param>
/// <param name="Eigenaar">Who answers for it: 1 to 200 characters.</param>
/// <param name="TotEnMet">The last day on which it holds.</param>
public sealed record Limietafspraak(Archiveerlimiet Limiet, string Reden, string Eigenaar, DateOnly TotEnMet);

/// <summary>What somebody wants to change; only the named parts count.</summary>
/// <param name="Delen">The parts.</param>
/// <param name="Modus">What imports may do.</param>
/// <param name="Pauze">The pause; null for none.</param>
/// <param name="Afspraak">The agreed limit; null for the standard one.</param>
public sealed record Beleidswijziging(
    IReadOnlyList<Beleidsdeel> Delen, Importmodus Modus, Importpauze? Pauze, Limietafspraak? Afspraak);

/// <summary>
/// A school's rules for its imports, by hand and by schedule alike. Those of a school that never said anything are
/// <see cref="Standaard"/>, of version 0.
/// </summary>
public sealed record ImportBeleid
{
    /// <summary>How many days ahead an agreement or the end of a pause may lie.</summary>
    public const int MaxDagenVooruit = 366;

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>What imports may do, but for a pause; never <see cref="Importmodus.Gepauzeerd"/>.</summary>
    public Importmodus Modus { get; init; } = Importmodus.Normaal;

    /// <summary>The pause, which may lie ahead or be over; null for none.</summary>
    public Importpauze? Pauze { get; init; }

    /// <summary>The agreed limit, which may have expired; null for none.</summary>
    public Limietafspraak? Afspraak { get; init; }

    /// <summary>Who changed it last; null when nobody did.</summary>
    public string? Door { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? Gewijzigd { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Versie { get; init; }

    /// <summary>The rules of a school that never said anything.</summary>
    public static ImportBeleid Standaard(SchoolId schoolId) => new() { SchoolId = schoolId };

    /// <summary>What imports may do on a day.</summary>
    public Importmodus ModusOp(DateOnly dag) => Pauze?.Omvat(dag) == true ? Importmodus.Gepauzeerd : Modus;

    /// <summary>The limit of archivals on a day: after an agreement expired, the standard one again.</summary>
    public Archiveerlimiet LimietOp(DateOnly dag) =>
        Afspraak is { } afspraak && !IsVerlopen(dag) ? afspraak.Limiet : Archiveerlimiet.Standaard;

    /// <summary>Whether a limit was agreed that no longer holds on a day.</summary>
    public bool IsVerlopen(DateOnly dag) => Afspraak is { } afspraak && afspraak.TotEnMet < dag;

    /// <summary>The rules after a change; or why they cannot be so.</summary>
    /// <param name="wijziging">What changes.</param>
    /// <param name="vandaag">Today in the Netherlands.</param>
    /// <param name="door">Who changes it.</param>
    /// <param name="now">When.</param>
    public Result<ImportBeleid> Change(
        Beleidswijziging wijziging, DateOnly vandaag, string door, DateTimeOffset now)
    {
        bool Changes(Beleidsdeel deel) => wijziging.Delen.Contains(deel);
        var next = this with
        {
            Modus = Changes(Beleidsdeel.Modus) ? wijziging.Modus : Modus,
            Pauze = Changes(Beleidsdeel.Pauze) ? wijziging.Pauze : Pauze,
            Afspraak = Changes(Beleidsdeel.Limiet) ? wijziging.Afspraak : Afspraak,
            Door = door,
            Gewijzigd = now,
            Versie = Versie + 1,
        };
        return next.Modus is not (Importmodus.Normaal or Importmodus.AlleenToevoegen) ? ModusNietTeKiezen.Default
            : Changes(Beleidsdeel.Pauze) && FindFault(next.Pauze, vandaag) is { } pauze ? pauze
            : Changes(Beleidsdeel.Limiet) && FindFault(next.Afspraak, vandaag) is { } limiet ? limiet
            : next;
    }

    private static Error? FindFault(Importpauze? pauze, DateOnly vandaag) => pauze switch
    {
        null => null,
        _ when pauze.TotEnMet < pauze.Van => new PeriodeOngeldig(pauze.Van, pauze.TotEnMet)
        {
            Field = "importbeleid.pauze.tot_en_met",
        },
        _ => FindFault(pauze.TotEnMet, vandaag, "importbeleid.pauze.tot_en_met"),
    };

    private static Error? FindFault(Limietafspraak? afspraak, DateOnly vandaag) => afspraak switch
    {
        null => null,
        { Limiet.Aantal: < 0 } or { Limiet.Aandeel: not (>= 0 and <= 1) } =>
            new LimietOngeldig(afspraak.Limiet.Aantal, afspraak.Limiet.Aandeel) { Field = "importbeleid.limiet" },
        _ => FindFault(afspraak.TotEnMet, vandaag, "importbeleid.limiet.tot_en_met"),
    };

    private static DatumOngeldig? FindFault(DateOnly totEnMet, DateOnly vandaag, string field)
    {
        var laatste = vandaag.AddDays(MaxDagenVooruit);
        return totEnMet >= vandaag && totEnMet <= laatste
            ? null
            : new DatumOngeldig(totEnMet, vandaag, laatste) { Field = field };
    }
}
