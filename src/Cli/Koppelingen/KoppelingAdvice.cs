using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Says who does what next with a koppeling.</summary>
internal static class KoppelingAdvice
{
    /// <summary>The first gate that is not proved, or null.</summary>
    public static Poortstand? FirstOpen(Koppeling koppeling) =>
        koppeling.Poorten.FirstOrDefault(stand => stand.Status != Poortstatus.Bevestigd);

    /// <summary>Who acts next: Kurve for a koppeling that was stopped by hand, else who has the first gate.</summary>
    public static Actiehouder NextActor(Koppeling koppeling) => koppeling.Staat == Koppelstaat.Opgeschort
        ? Actiehouder.Kurve
        : FirstOpen(koppeling)?.Actiehouder ?? Actiehouder.Niemand;

    /// <summary>The command that support gives next, to the letter.</summary>
    /// <param name="koppeling">The koppeling.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it.</param>
    public static string NextCommand(Koppeling koppeling, string options, string school) =>
        $"{(IsPasswordAwaited(koppeling) ? "Next, once the school has set the new password" : "Next")}: "
            + $"numo {Verb(koppeling)} {options}--school {school}";

    /// <summary>The one next step after a test that failed.</summary>
    /// <param name="failed">The first check that failed.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it.</param>
    public static string NextAfter(Controle failed, string options, string school) =>
        string.Equals(failed.Code, "INLOGGEN_GEWEIGERD", StringComparison.Ordinal)
            ? $"Next, with the password that the school set: numo koppeling update {options}--school {school} --ask-password"
            : $"Next, once that is done: numo koppeling test {options}--school {school}";

    /// <summary>What a test says of the password that follows; null when there is none.</summary>
    /// <param name="before">The koppeling before the test.</param>
    /// <param name="after">The koppeling after it.</param>
    /// <param name="controles">The checks of the test.</param>
    public static string? AboutNewPassword(Koppeling before, Koppeling after, IReadOnlyList<Controle> controles)
    {
        if (!after.WachtwoordWisselt)
        {
            return before.WachtwoordWisselt ? "The new password was seen: imports use it from now on." : null;
        }

        var loggedIn = controles.Any(c => c is
        {
            Soort: Controlesoort.Inloggen,
            Uitkomst: Controleuitkomst.Geslaagd,
        });
        return loggedIn
            ? "The new password is not set in Magister yet: the test logged in with the present one, and imports go on "
                + $"with it. The school must set the new password of user {after.WebserviceGebruiker} in Magister."
            : "The new password was not seen: it replaces the present one once a test has logged in with it.";
    }

    private static bool IsPasswordAwaited(Koppeling koppeling) =>
        koppeling is { Staat: Koppelstaat.Actief, WachtwoordWisselt: true };

    private static string Verb(Koppeling koppeling) => koppeling switch
    {
        { Staat: Koppelstaat.Opgeschort } => "koppeling resume",
        { Staat: Koppelstaat.Actief } => IsPasswordAwaited(koppeling) ? "koppeling test" : "import preview",
        _ when koppeling.Poorten.Any(NeedsKit) => "koppeling kit",
        _ when FirstOpen(koppeling)?.Poort == Poort.Activatie => "koppeling activate",
        _ => "koppeling test",
    };

    // Kurve has this gate, without a report to check, only as long as the school has no password.
    private static bool NeedsKit(Poortstand stand) => stand is
    {
        Poort: Poort.WachtwoordEnQuery,
        Status: Poortstatus.Open or Poortstatus.Vervallen,
        Actiehouder: Actiehouder.Kurve,
    };

    /// <summary>The latest diagnosis in a line.</summary>
    public static string Describe(Proef proef)
    {
        var head = $"{Words.Of(proef.Moment)} by {proef.Door}";
        var failed = proef.Controles.FirstOrDefault(c => c.Uitkomst == Controleuitkomst.Mislukt);
        return failed is null
            ? $"{head}: {KoppelingWords.Outcome(proef.Geslaagd)}, "
                + Words.Count(proef.Controles.Count, "controle", "controles")
            : $"{head}: failed at {KoppelingWords.NameOf(failed.Soort)}: {KoppelingWords.Seen(failed)}. "
                + KoppelingWords.Advice(failed);
    }
}
