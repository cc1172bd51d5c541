using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>What a ronde came to.</summary>
public enum Rondeuitkomst
{
    /// <summary>It goes on, or has yet to begin.</summary>
    Open,

    /// <summary>All that there was to do was done.</summary>
    Toegepast,

    /// <summary>Part of it was done; the rest waits for a person.</summary>
    Deels,

    /// <summary>There was nothing to do.</summary>
    NietsNieuws,

    /// <summary>Nothing was done; everything waits for a person.</summary>
    Wacht,

    /// <summary>The koppeling, or a rule of the school, does not allow an import.</summary>
    Geweigerd,

    /// <summary>It failed, also when it was tried again.</summary>
    Mislukt,
}

/// <summary>
/// One sync of one school: the one of a night, or an extra one that somebody asked for. There is one of a night at most,
/// whatever happens to the processes that do it: it is tried again until it has ended, and it ends once.
/// </summary>
public sealed record Ronde
{
    /// <summary>How often one is tried.</summary>
    public const int MeestePogingen = 3;

    /// <summary>
    /// How often one is begun, those tries reckoned in that a process was stopped or died in: one that takes its process
    /// with it each time must not do so for ever.
    /// </summary>
    public const int MeesteBeginnen = 10;

    /// <summary>
    /// How many days one is kept after its night: so long that this August can be laid beside the last one.
    /// </summary>
    public const int BewaardeDagen = 400;

    /// <summary>How long it waits before it is tried again, unless something else is said.</summary>
    public static readonly TimeSpan Rust = TimeSpan.FromMinutes(10);

    private static readonly Importfout Nachteinde = new(
        "NACHT_VOORBIJ", "De nacht was voorbij voordat de synchronisatie klaar was. Vannacht is de volgende.");

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>The night, by the day on which its window opens; of an extra one the day it was asked for.</summary>
    public required DateOnly Nacht { get; init; }

    /// <summary>0 for the one of the night; extra ones of that day from 1.</summary>
    public required int Volgnummer { get; init; }

    /// <summary>Who asked: the service itself, or a person.</summary>
    public required string GevraagdDoor { get; init; }

    /// <summary>When it was due, or asked for.</summary>
    public required DateTimeOffset Gevraagd { get; init; }

    /// <summary>When it was first tried.</summary>
    public DateTimeOffset? Begonnen { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Beeindigd { get; init; }

    /// <summary>Not before this moment is it tried again; null when it may be at any.</summary>
    public DateTimeOffset? NietVoor { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Pogingen { get; init; }

    /// <summary>The fencing number of who tried it last: nobody with an older one may touch it any more.</summary>
    public int Fencing { get; init; }

    /// <summary>The import of the last try; null before there is one.</summary>
    public ImportRunId? Run { get; init; }

    /// <summary>What it came to.</summary>
    public Rondeuitkomst Uitkomst { get; init; }

    /// <summary>Why it was refused or failed; also of a try after which it is tried again.</summary>
    public Importfout? Fout { get; init; }

    /// <summary>Who acts next.</summary>
    public Actiehouder Actiehouder { get; init; } = Actiehouder.Niemand;

    /// <summary>The ronde of a night.</summary>
    public static Ronde VanNacht(SchoolId school, DateOnly nacht, DateTimeOffset beurt, string door) => new()
    {
        SchoolId = school,
        Nacht = nacht,
        Volgnummer = 0,
        GevraagdDoor = door,
        Gevraagd = beurt,
    };

    /// <summary>Whether two are the same one, however far each is.</summary>
    public bool IsDezelfdeAls(Ronde other) =>
        SchoolId == other.SchoolId && Nacht == other.Nacht && Volgnummer == other.Volgnummer;

    /// <summary>It is tried, by who holds this fencing number.</summary>
    public Ronde Begin(int fencing, DateTimeOffset now) => this with
    {
        Begonnen = Begonnen ?? now,
        NietVoor = null,
        Pogingen = Pogingen + 1,
        Fencing = fencing,
    };

    /// <summary>The try failed; it is tried again, unless it was often enough.</summary>
    /// <param name="fout">Why.</param>
    /// <param name="actiehouder">Who acts next.</param>
    /// <param name="now">When.</param>
    /// <param name="rust">How long it rests before that; null for <see cref="Rust"/>.</param>
    public Ronde Fail(
        Importfout fout, Actiehouder actiehouder, DateTimeOffset now, TimeSpan? rust = null) => Pogingen >= MeestePogingen
        ? End(Rondeuitkomst.Mislukt, now) with { Fout = fout, Actiehouder = actiehouder }
        : this with { NietVoor = now + (rust ?? Rust), Fout = fout, Actiehouder = actiehouder };

    /// <summary>It ends.</summary>
    public Ronde End(Rondeuitkomst uitkomst, DateTimeOffset now) => this with
    {
        Uitkomst = uitkomst,
        Beeindigd = now,
        Fout = null,
        Actiehouder = uitkomst is Rondeuitkomst.Deels or Rondeuitkomst.Wacht ? Actiehouder.School : Actiehouder.Niemand,
    };

    /// <summary>Why it is not tried once more, however far it is; null when it may be.</summary>
    /// <param name="einde">When its night is over; null when it is of no night.</param>
    /// <param name="now">The moment.</param>
    public Importfout? FindEinde(DateTimeOffset? einde, DateTimeOffset now) =>
        Pogingen > MeesteBeginnen ? Fout ?? Importfout.Intern
        : einde < now ? Fout ?? Nachteinde
        : null;

    /// <summary>It ends without another try.</summary>
    public Ronde GiveUp(Importfout fout, DateTimeOffset now) => End(Rondeuitkomst.Mislukt, now) with
    {
        Fout = fout,
        Actiehouder = Actiehouder == Actiehouder.Niemand ? Actiehouder.Kurve : Actiehouder,
    };

    /// <summary>It ends, since the school may not be imported.</summary>
    public Ronde Refuse(Importfout fout, Actiehouder actiehouder, DateTimeOffset now) =>
        End(Rondeuitkomst.Geweigerd, now) with { Fout = fout, Actiehouder = actiehouder };
}
