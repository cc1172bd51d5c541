using System.Globalization;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>The phases of a run as people read them.</summary>
internal static class FaseText
{
    /// <summary>What is done, such as <c>UWLR 00</c>.</summary>
    public static string NameOf(Fasevoortgang voortgang) => voortgang.Fase switch
    {
        Importfase.Wachten => Taal.Of("waiting for a turn"),
        Importfase.Personen when voortgang.Vestiging.Length == 0 => Taal.Of("file"),
        Importfase.Personen => $"UWLR {voortgang.Vestiging}",
        Importfase.Opleidingen => Taal.Of("web service"),
        Importfase.Koppelen => Taal.Of("joining"),
        Importfase.Vergelijken => Taal.Of("comparing"),
        Importfase.Opslaan => Taal.Of("storing"),
        Importfase.Toepassen => Taal.Of("applying"),
        Importfase.Terugdraaien => Taal.Of("undoing"),
        _ => voortgang.Fase.ToString(),
    };

    /// <summary>How many are done, and of how many where that is known: <c>312 of 800</c>.</summary>
    public static string CountOf(Fasevoortgang voortgang) => voortgang switch
    {
        { Fase: Importfase.Wachten } => "",
        { EndTime: null, Verwacht: > 0 } when voortgang.Verwacht >= voortgang.Gedaan =>
            string.Create(CultureInfo.InvariantCulture, $"{voortgang.Gedaan} {Taal.Of("of")} {voortgang.Verwacht}"),
        _ => voortgang.Gedaan.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>How long it took, or has taken so far: <c>3.2 s</c>.</summary>
    public static string DurationOf(Fasevoortgang voortgang, DateTimeOffset now)
    {
        var end = voortgang.EndTime?.ToDateTimeOffset() ?? now;
        var seconds = Math.Max(0, (end - voortgang.BeginTime.ToDateTimeOffset()).TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
    }

    /// <summary>All that goes on now, in one line: <c>UWLR 00 312 of 800, web service 50</c>.</summary>
    public static string Running(IEnumerable<Fasevoortgang> fases) => string.Join(
        ", ", fases.Where(f => f.EndTime is null).Select(f => $"{NameOf(f)} {CountOf(f)}".TrimEnd()));

    /// <summary>What goes on now, without how far it is: another one is worth another line.</summary>
    public static string RunningNames(IEnumerable<Fasevoortgang> fases) =>
        string.Join(", ", fases.Where(f => f.EndTime is null).Select(NameOf));
}
