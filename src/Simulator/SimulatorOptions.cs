using System.Globalization;
using System.Text.RegularExpressions;

namespace Kurve.Numo.Simulator;

/// <summary>
/// What the simulator pretends to be. Two simulators with equal options give the same answers, byte for byte.
/// </summary>
public sealed record SimulatorOptions
{
    /// <summary>The largest number of schools: BRINs 90AA to 99ZZ.</summary>
    public const int MaxSchools = 10 * 26 * 26;

    /// <summary>The largest number of pupils of one school.</summary>
    public const int MaxPupils = 400_000;

    /// <summary>The port on 127.0.0.1; 0 takes any free port.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The port of Magister's web service alone, so that it can be closed as before allowlisting; 0 takes any free
    /// port, null has it on <see cref="Port"/>.
    /// </summary>
    public int? MagisterPort { get; init; }

    /// <summary>The port of the mail catcher; 0 takes any free port, null has none.</summary>
    public int? MailPort { get; init; }

    /// <summary>Whether schools begin with nothing set up, and a port of Magister's own closed.</summary>
    public bool Bare { get; init; }

    /// <summary>Pupils per school on day 0.</summary>
    public int Pupils { get; init; } = 800;

    /// <summary>How many schools there are.</summary>
    public int Schools { get; init; } = 1;

    /// <summary>Vestigingen per school: 00, 01 and so on. The pupils are spread over them.</summary>
    public int Vestigingen { get; init; } = 1;

    /// <summary>What all people, keys and passwords are derived from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The day to start at, 0 or later.</summary>
    public int Day { get; init; }

    /// <summary>The clock that the day follows; null when it is set by hand.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// The date of day 0, within the school year; null for 1 September. With a clock the day is as many days after it
    /// as the clock is.
    /// </summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>
    /// Whether days also bring what is rare: a move to another vestiging, another key, a lost ECK iD and one that is
    /// back, and a teacher with another name.
    /// </summary>
    public bool Turbulent { get; init; }

    /// <summary>
    /// The school year that there is data for, as there is of the next one; for others UWLR answers
    /// <c>geengegevens</c>.
    /// </summary>
    public string Schooljaar { get; init; } = SchooljaarOf(TimeProvider.System.GetLocalNow());

    /// <summary>Which web service column equals the UWLR key.</summary>
    public Koppelkolom Join { get; init; } = Koppelkolom.ExterneId;

    /// <summary>The UWLR versions that are answered; a request for another one gets <c>XsdVersieOngeldig</c>.</summary>
    public IReadOnlyList<string> UwlrVersies { get; init; } = ["2.2", "2.3"];

    /// <summary>Percentage of pupils with an ECK iD that come without <c>@key</c> in UWLR 2.3.</summary>
    public int WithoutKey { get; init; }

    /// <summary>How UWLR writes the leerjaar.</summary>
    public Jaargroepvorm Jaargroep { get; init; } = Jaargroepvorm.ElfTotZestien;

    /// <summary>How the SOAP form of Magister's web service writes a table.</summary>
    public SoapTabel SoapTabel { get; init; } = SoapTabel.Elementen;

    /// <summary>
    /// What every web service password ends with, so that it has characters that addresses and XML write differently.
    /// </summary>
    public string Wachtwoordeinde { get; init; } = "";

    /// <summary>Whether the program prints nothing but errors.</summary>
    public bool Quiet { get; init; }

    /// <summary>The school year of a date; it begins on 1 August.</summary>
    public static string SchooljaarOf(DateTimeOffset moment)
    {
        var begin = moment.Month >= 8 ? moment.Year : moment.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{begin}-{begin + 1}");
    }

    /// <summary>The calendar year in which the school year begins.</summary>
    internal int Beginjaar => int.Parse(Schooljaar.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>The date of day 0.</summary>
    internal DateOnly Eerstedag => FirstDay ?? new DateOnly(Beginjaar, 9, 1);

    /// <summary>The school year after <see cref="Schooljaar"/>.</summary>
    internal string VolgendSchooljaar =>
        string.Create(CultureInfo.InvariantCulture, $"{Beginjaar + 1}-{Beginjaar + 2}");

    /// <summary>What is wrong with these options, or null.</summary>
    internal string? FindFault() => this switch
    {
        { Port: < 0 or > 65_535 } => "--port must be 0 to 65535.",
        { MagisterPort: < 0 or > 65_535 } => "--magister-port must be 0 to 65535.",
        { MagisterPort: > 0 and var own } when own == Port => "--magister-port must differ from --port.",
        { MailPort: < 0 or > 65_535 } => "--mail-port must be 0 to 65535.",
        { Pupils: < 0 or > MaxPupils } => $"--pupils must be 0 to {MaxPupils}.",
        { Schools: < 1 or > MaxSchools } => $"--schools must be 1 to {MaxSchools}.",
        { Vestigingen: < 1 or > 99 } => "--vestigingen must be 1 to 99.",
        { Day: > 0, Clock: not null } => "--day cannot be given with --clock, which sets the day; see --first-day.",
        { Day: < 0 } => "--day must be 0 or more.",
        { WithoutKey: < 0 or > 100 } => "--without-key must be 0 to 100.",
        { UwlrVersies.Count: 0 } => "--uwlr-versie must name at least one version.",
        _ when !SchooljaarForm.IsMatch(Schooljaar) => "--schooljaar must look like 2026-2027.",
        { FirstDay: { } dag } when dag < new DateOnly(Beginjaar, 8, 1) || dag >= new DateOnly(Beginjaar + 1, 8, 1) =>
            $"--first-day must be in school year {Schooljaar}, from {Beginjaar}-08-01 to {Beginjaar + 1}-07-31.",
        _ => null,
    };

    private static readonly Regex SchooljaarForm = new("^[12][0-9]{3}-[12][0-9]{3}$", RegexOptions.NonBacktracking);
}

/// <summary>The web service column that a school's UWLR key is found in.</summary>
public enum Koppelkolom
{
    /// <summary><c>ExterneId</c> equals <c>@key</c>.</summary>
    ExterneId,

    /// <summary><c>stamnr</c> equals <c>@key</c>.</summary>
    Stamnr,

    /// <summary><c>idGebr</c> equals <c>@key</c>, for pupils who have a login account.</summary>
    IdGebr,

    /// <summary><c>ExterneId</c> equals <c>@eckid</c>.</summary>
    EckId,
}

/// <summary>How UWLR writes the leerjaar of secondary education.</summary>
public enum Jaargroepvorm
{
    /// <summary>11 to 16, as EDEXML has it.</summary>
    ElfTotZestien,

    /// <summary>1 to 6, as was met in practice.</summary>
    EenTotZes,
}

/// <summary>How a <c>TTable</c> looks over SOAP; no source tells which it is.</summary>
public enum SoapTabel
{
    /// <summary>As nested elements.</summary>
    Elementen,

    /// <summary>As an XML document escaped inside a string.</summary>
    Escaped,
}
