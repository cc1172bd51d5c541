using System.Globalization;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Beleid;

/// <summary>The school is not imported today. The reason is for the school alone, so it stands in the Dutch text.</summary>
public sealed record ImportGepauzeerd : Error
{
    /// <summary>The school is paused.</summary>
    public ImportGepauzeerd(Importpauze pauze)
        : base(
            ErrorKind.Precondition,
            "IMPORT_GEPAUZEERD",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Imports of this school are paused until and including {pauze.TotEnMet:yyyy-MM-dd}; "
                + $"UpdateImportbeleid can end that."),
            $"De import van deze school is gepauzeerd tot en met {Datum.Of(pauze.TotEnMet)}: {pauze.Reden}") =>
        TotEnMet = pauze.TotEnMet;

    /// <summary>The last day of the pause.</summary>
    public DateOnly TotEnMet { get; }
}

/// <summary>The school's rules became stricter since the preview.</summary>
/// <param name="ImportRunId">The run.</param>
public sealed record BeleidGewijzigd(ImportRunId ImportRunId)
    : Error(
        ErrorKind.Precondition,
        "BELEID_GEWIJZIGD",
        $"The school takes only additions since import run {ImportRunId} was compared: make a new preview.",
        "Voor deze school geldt intussen 'alleen toevoegen'; maak een nieuw voorbeeld.");

/// <summary>A mode that cannot be chosen.</summary>
public sealed record ModusNietTeKiezen()
    : Error(
        ErrorKind.Invalid,
        "MODUS_NIET_TE_KIEZEN",
        "Choose NORMAAL or ALLEEN_TOEVOEGEN; GEPAUZEERD follows from a pause with dates.",
        "Kies 'normaal' of 'alleen toevoegen'; pauzeren gaat met een begin- en einddatum.")
{
    /// <summary>The error for the field <c>importbeleid.modus</c>.</summary>
    public static ModusNietTeKiezen Default { get; } = new() { Field = "importbeleid.modus" };
}

/// <summary>A pause that ends before it begins.</summary>
public sealed record PeriodeOngeldig(DateOnly Van, DateOnly TotEnMet)
    : Error(
        ErrorKind.Invalid,
        "PERIODE_ONGELDIG",
        string.Create(
            CultureInfo.InvariantCulture, $"The pause ends on {TotEnMet:yyyy-MM-dd}, before it begins on {Van:yyyy-MM-dd}."),
        $"De pauze eindigt op {Datum.Of(TotEnMet)}, voor het begin op {Datum.Of(Van)}.");

/// <summary>A last day that is over, or too far away to be remembered.</summary>
public sealed record DatumOngeldig(DateOnly TotEnMet, DateOnly Eerste, DateOnly Laatste)
    : Error(
        ErrorKind.Invalid,
        "DATUM_ONGELDIG",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The last day is {TotEnMet:yyyy-MM-dd}; expected {Eerste:yyyy-MM-dd} to {Laatste:yyyy-MM-dd}."),
        $"Kies een laatste dag van {Datum.Of(Eerste)} tot en met {Datum.Of(Laatste)}.");

/// <summary>A limit out of range.</summary>
public sealed record LimietOngeldig(int Aantal, double Aandeel)
    : Error(
        ErrorKind.Invalid,
        "LIMIET_ONGELDIG",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The limit is {Aantal} and {Aandeel}; expected a number of 0 or more and a share from 0 to 1."),
        "Kies een aantal van 0 of meer en een aandeel van 0 tot 100 %.");
