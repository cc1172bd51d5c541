using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>
/// What an answer of Magister's web service says, whichever function was called and however it travelled.
/// </summary>
internal sealed class MagisterAntwoord
{
    /// <summary>The text of <c>Result</c>; success is <c>True</c>.</summary>
    public string? Result { get; set; }

    public string? SessionToken { get; set; }

    /// <summary>Why a login was refused.</summary>
    public string? ResultMessage { get; set; }

    /// <summary>Class of a server exception, or the code of a SOAP fault.</summary>
    public string? Exception { get; set; }

    public string? ExceptionMsg { get; set; }

    /// <summary>Whether the exception is a fault of SOAP.</summary>
    public bool IsFault { get; set; }

    /// <summary>
    /// Whether a fault says only that the server failed (SOAP 1.1 <c>Server</c>, 1.2 <c>Receiver</c>): one that names an
    /// exception of Magister, such as <c>EMGeneralFailure: …</c>, is an answer to what was asked.
    /// </summary>
    public bool IsServerfout => IsFault
        && Exception?[(Exception.LastIndexOf(':') + 1)..] is "Server" or "Receiver"
        && ExceptionMsg is not ['E', >= 'A' and <= 'Z', ..];

    public string? FoutNummer { get; set; }

    public string? FoutOmschrijving { get; set; }

    /// <summary>Other texts: where <c>GetLastErrorMessage</c> puts its answer is not documented.</summary>
    public List<string> Teksten { get; } = [];

    public List<Opleidingsregel> Regels { get; } = [];

    /// <summary>The names of the columns as received.</summary>
    public SortedSet<string> Kolommen { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns of ours that were recognised.</summary>
    public HashSet<MagisterKolom> Herkend { get; } = [];

    /// <summary>What is odd about the answer as a whole.</summary>
    public IReadOnlyList<Melding> Meldingen { get; set; } = [];

    /// <summary>Hash over the answer's bytes.</summary>
    public string Vingerafdruk { get; set; } = "";

    public bool IsFout => Exception is not null || FoutNummer is not null || FoutOmschrijving is not null
        || !string.Equals(Result, "True", StringComparison.OrdinalIgnoreCase);

    /// <summary>The server's own words; empty when it has none.</summary>
    public string Melding => FirstText(FoutOmschrijving, ExceptionMsg, ResultMessage);

    private static string FirstText(params string?[] texts) =>
        Array.Find(texts, t => !string.IsNullOrWhiteSpace(t)) ?? "";
}
