using System.Globalization;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Gates and checks as signs and the Dutch words of the domain. A sign says all without its colour.</summary>
internal static class KoppelingWords
{
    /// <summary>What the signs of gates mean.</summary>
    public static string Legend(bool unicode) => string.Join(
        ", ",
        new[] { Poortstatus.Bevestigd, Poortstatus.Gemeld, Poortstatus.Vervallen, Poortstatus.Open }
            .Select(status => $"{Sign(status, unicode)} {Of(status)}"));

    /// <summary>A gate's status as one sign.</summary>
    /// <param name="status">The status.</param>
    /// <param name="unicode">Whether the console has more than ASCII.</param>
    public static char Sign(Poortstatus status, bool unicode) => status switch
    {
        Poortstatus.Bevestigd => unicode ? '✓' : '+',
        Poortstatus.Gemeld => '~',
        Poortstatus.Vervallen => '!',
        _ => unicode ? '·' : '.',
    };

    /// <summary>How a check ended as one sign.</summary>
    public static char Sign(Controleuitkomst uitkomst, bool unicode) => uitkomst switch
    {
        Controleuitkomst.Geslaagd => unicode ? '✓' : '+',
        Controleuitkomst.Waarschuwing => '!',
        Controleuitkomst.Mislukt => unicode ? '✗' : 'x',
        _ => unicode ? '·' : '.',
    };

    /// <summary>The colour that goes with it, for who sees colours.</summary>
    public static string ColorOf(Controleuitkomst uitkomst) => uitkomst switch
    {
        Controleuitkomst.Geslaagd => "green",
        Controleuitkomst.Waarschuwing => "yellow",
        Controleuitkomst.Mislukt => "red",
        _ => "grey",
    };

    /// <summary>A gate, as it is read and typed: <c>wachtwoord-en-query</c>.</summary>
    public static string Of(Poort poort) =>
        poort == Poort.WachtwoordEnQuery ? "wachtwoord-en-query" : poort.ToString().ToLowerInvariant();

    /// <summary>A status: <c>gemeld</c>.</summary>
    public static string Of(Poortstatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A state, as it is read and typed: <c>in-opbouw</c>.</summary>
    public static string Of(Koppelstaat staat) =>
        staat == Koppelstaat.InOpbouw ? "in-opbouw" : staat.ToString().ToLowerInvariant();

    /// <summary>How a check ended: <c>mislukt</c>.</summary>
    public static string Of(Controleuitkomst uitkomst) => uitkomst.ToString().ToLowerInvariant();

    /// <summary>How a diagnosis ended.</summary>
    public static string Outcome(bool passed) => passed ? "passed" : "failed";

    /// <summary>A check: <c>recht op lijst</c>.</summary>
    public static string NameOf(Controlesoort soort) => soort switch
    {
        Controlesoort.RechtOpLijst => "recht op lijst",
        Controlesoort.UwlrToegang => "UWLR-toegang",
        _ => soort.ToString().ToLowerInvariant(),
    };

    /// <summary>How long a check took.</summary>
    public static string DurationOf(Controle controle) => string.Create(
        CultureInfo.InvariantCulture, $"{controle.Duur?.ToTimeSpan().TotalMilliseconds ?? 0:0} ms");

    /// <summary>What a check saw, with its reason in code when there is one.</summary>
    public static string Seen(Controle controle) => string.Join(
        ' ', new[] { controle.Gezien, controle.Code.Length > 0 ? $"({controle.Code})" : "" }.Where(t => t.Length > 0));

    /// <summary>Who does what about a check that did not succeed.</summary>
    public static string Advice(Controle controle) => Step(controle.Actiehouder, controle.Advies);

    /// <summary>Who does what, all in Dutch: what is to be done comes from the service and is for the school.</summary>
    public static string Step(Actiehouder wie, string wat) =>
        $"Volgende stap door {wie.ToString().ToLowerInvariant()}{(wat.Length > 0 ? ": " + wat : ".")}";
}
