namespace Kurve.Numo.Cli.Rendering;

/// <summary>What the user can do when the API refuses with a reason: its own advice is for who calls methods.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["SCHOOL_BESTAAT"] = "numo school list",
        ["SCHOOL_ONBEKEND"] = "numo school list",
        ["KOPPELING_ONBEKEND"] = "numo koppeling create SCHOOL --domein NAME",
        ["KOPPELING_BESTAAT"] = "numo koppeling status SCHOOL",
        ["KOPPELING_GEWIJZIGD"] = "numo koppeling status SCHOOL",
        ["KOPPELING_OPGESCHORT"] = "numo koppeling resume SCHOOL",
        ["KOPPELING_NIET_OPGESCHORT"] = "numo koppeling status SCHOOL",
        ["POORTEN_OPEN"] = "numo koppeling status SCHOOL",
        ["POORT_BEVESTIGD"] = "numo koppeling status SCHOOL",
        ["WACHTWOORD_IN_GEBRUIK"] = "numo koppeling rotate SCHOOL",
        ["WACHTWOORD_ONTBREEKT"] = "numo koppeling kit SCHOOL",
        ["WACHTWOORD_WISSELT"] =
            "test the koppeling if the school has set it, else numo koppeling rotate SCHOOL --opnieuw",
        ["GEHEIM_ONLEESBAAR"] =
            "put the key folder (Numo:DataProtection:KeyFolder) back from its backup, else numo koppeling kit SCHOOL",
        ["ENDPOINT_GEWEIGERD"] = "an https address of a host by name",
        ["EIGEN_SLEUTEL_ONTBREEKT"] = "numo koppeling update SCHOOL --uwlr-endpoint URL --ask-uwlr-sleutel",
        ["IMPORT_ONBEKEND"] = "numo import history SCHOOL",
        ["IMPORT_GEWIJZIGD"] = "numo import history SCHOOL",
        ["IMPORT_BEZIG"] = "numo import watch SCHOOL RUN",
        ["STATE_ONGESCHIKT"] = "numo import show SCHOOL RUN",
        ["STAND_GEWIJZIGD"] = "numo import preview SCHOOL",
        ["PLAN_HASH_ONJUIST"] = "numo import preview SCHOOL",
        ["IMPORT_GEPAUZEERD"] = "numo import policy show SCHOOL",
        ["SAMENVOEGING_ACHTERHAALD"] = "numo import history SCHOOL",
        ["ALS_VERSCHILLEND_GEMARKEERD"] = "not-same with both ids and --undo, if they are one person after all",
        ["NAMEN_VERSCHILLEN"] = "the same with --ondanks-verschil, once somebody made sure that it is one person",
        ["ECK_ID_VERSCHILT"] = "the same with --ondanks-verschil, once somebody made sure that it is one person",
        ["WEBHOOKADRES_GEWEIGERD"] = "an https address of a public host by name, at port 443 or one from 1024 on",
        ["WEBHOOKGEHEIM_ONTBREEKT"] = "numo berichten rotate SCHOOL",
        ["BERICHTADRES_ONTBREEKT"] = "numo berichten set SCHOOL --mail ADDRESS --on",
        ["BERICHTADRES_NIET_INGESTELD"] = "numo berichten set SCHOOL --mail ADDRESS",
        ["BELEID_GEWIJZIGD"] = "numo import preview SCHOOL",
        ["NIET_VOORBEREID"] = "numo schooljaar prepare SCHOOL",
        ["NIET_AFGESPROKEN"] = "numo schooljaar show SCHOOL",
        ["WISSEL_TE_LAAT"] = "numo import preview SCHOOL",
        ["WISSEL_ALLEEN_TOEVOEGEN"] = "numo import policy set SCHOOL --modus normaal",
        ["WISSEL_GEWIJZIGD"] = "numo schooljaar show SCHOOL",
    };

    /// <summary>The reasons that there is a remedy for.</summary>
    public static IEnumerable<string> Reasons => Advice.Keys;

    /// <summary>What to do about a reason, with the command to the letter; null when there is nothing to say.</summary>
    /// <param name="reason">The API's reason.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it; empty for a command that named none.</param>
    /// <param name="run">The run that the reason is about; empty when it is about none.</param>
    public static string? For(string reason, string options, string school, string run = "") =>
        Advice.TryGetValue(reason, out var advice)
            ? advice
                .Replace(
                    " SCHOOL", $" {options}--school {(school.Length > 0 ? school : "ID|BRIN")}", StringComparison.Ordinal)
                .Replace(" RUN", $" {(run.Length > 0 ? run : "RUN")}", StringComparison.Ordinal)
            : null;
}
