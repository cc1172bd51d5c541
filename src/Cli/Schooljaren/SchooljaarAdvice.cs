using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Says what to do with a change of school year, with commands to the letter.</summary>
/// <param name="options">The global options to repeat, ending with a space if there are any.</param>
/// <param name="school">The school, as the user called it.</param>
internal sealed class SchooljaarAdvice(string options, string school)
{
    /// <summary>The next step.</summary>
    public string NextStep(Schooljaarwissel wissel) => wissel switch
    {
        { Wachtend: [var run, ..] } => $"Next: {For("import show")} {run.ImportRunId}",
        { Staat: Wisselstaat.Open, DagenTotBegin: > 0 } => $"Next: {For("schooljaar prepare")}",
        { Staat: Wisselstaat.Voorbereid } => $"Next: {For("schooljaar agree")}",
        { Staat: Wisselstaat.Akkoord } =>
            $"Nothing to decide: the nights apply {wissel.Schooljaar} once it has begun. Rehearse it: "
                + For("schooljaar rehearse"),
        { Staat: Wisselstaat.Begonnen, Akkoord: not null } => $"Nothing to decide; how the nights go: {For("sync show")}",
        { Staat: Wisselstaat.Begonnen, Voorbereid: not null } => $"Next: {For("schooljaar agree")}",
        { Staat: Wisselstaat.Klaar } => $"Done. Leerplannen of the year before are taken over by: {For("leerplan carry-over")}"
            + " --soort doelgroep --validate-only",
        _ => $"Next: {For("import preview")}",
    };

    /// <summary>The command that helps with something that is missing; null when there is none.</summary>
    public string? CommandFor(string code) => code switch
    {
        "NIET_GEKOPPELD" => For("koppeling status"),
        "NIET_VOORBEREID" => For("schooljaar prepare"),
        "GEEN_AKKOORD" => For("schooljaar agree"),
        "CODES_ONBEKEND" => For("opleiding unknown"),
        "IMPORT_GEPAUZEERD" => For("import policy set") + " --zonder-pauze",
        "ALLEEN_TOEVOEGEN" => For("import policy set") + " --modus normaal",
        _ => null,
    };

    /// <summary>A command about the school.</summary>
    public string For(string command) => $"numo {command} {options}--school {school}";
}
